/** What officers, coordinators and the centre send and see. */
import { z } from 'zod';
import { declined, explanation, ledgerEntry, ratingView, reply, timelineEntry } from './letters.ts';
import { limits } from './limits.ts';
import { day, departmentId, letterNumber, slug, text, time } from './primitives.ts';
import { department } from './tenants.ts';
import { files, releasedFiles, replyFiles } from './uploads.ts';
import {
  COLOURS,
  DECLINE_GROUNDS,
  KINDS,
  OUTCOMES,
  PERSONAL_DATA_REASONS,
  REPLY_TYPES,
  SPAM_GROUNDS,
  STAFF_ROLES,
  STATUSES,
  WITHHOLD_GROUNDS,
} from './vocabulary.ts';

const reason = text(2, limits.reasonCharsMax);
const phone = text(0, limits.phoneCharsMax).optional();
const personalData = z
  .enum(PERSONAL_DATA_REASONS)
  .optional()
  .describe(
    'Why it goes out with the personal data that is in it; without, it is refused as `personal_data`',
  );

/** Where a letter goes: exactly one of the two. */
const target = {
  department: departmentId.optional().describe('A department of the tenant that holds it'),
  tenant: slug
    .optional()
    .describe('A tenant, which names the department itself; its own: back to where it was sent'),
};

const handedOver = z
  .object({ from: z.string(), to: z.string() })
  .nullable()
  .describe('Names of the tenant it was sent to and of the other one that holds it; null: not handed over');

/** The body of each staff command, by its path segment. */
export const staffCommands = {
  accept: z.object({ department: departmentId }),
  assign: z.object({ ...target, reason: reason.optional() }),
  decline: z.object({
    grounds: z.enum(DECLINE_GROUNDS),
    explanation: text(10, limits.replyCharsMax),
    goTo: text(2, limits.reasonCharsMax),
  }),
  spam: z.object({ grounds: z.enum(SPAM_GROUNDS), note: text(0, limits.reasonCharsMax).optional() }),
  transfer: z.object({ ...target, reason }),
  object: z.object({ reason }),
  'request-info': z.object({ question: text(5, limits.reasonCharsMax) }),
  reply: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('interim'),
      body: text(10, limits.replyCharsMax),
      phone,
      personalData,
      files: replyFiles.optional(),
    }),
    z.object({
      type: z.literal('final'),
      body: text(10, limits.replyCharsMax),
      outcome: z.enum(OUTCOMES),
      promisedFor: day.optional(),
      phone,
      personalData,
      files: replyFiles.optional(),
    }),
  ]),
  approve: z.object({ personalData }),
  return: z.object({ reason }),
  extend: z.object({ days: z.int().min(1).max(15), reason }),
  publish: z.object({
    title: text(limits.titleCharsMin, limits.titleCharsMax),
    body: text(1, limits.bodyCharsMax),
    reply: text(1, limits.replyCharsMax).optional(),
    files: releasedFiles
      .optional()
      .describe('Ids of the letter’s and its replies’ files that anyone may see; the others are not public'),
  }),
  withhold: z.object({ grounds: z.enum(WITHHOLD_GROUNDS) }),
  'take-down': z.object({ grounds: z.enum(WITHHOLD_GROUNDS) }),
  'follow-up': z.object({ body: text(5, limits.replyCharsMax), done: z.boolean() }),
  contacted: z.object({ note: text(2, limits.reasonCharsMax) }),
  merge: z.object({ into: letterNumber }),
  note: z.object({ body: text(1, limits.supplementCharsMax) }),
  'new-key': z.object({
    proof: text(2, limits.reasonCharsMax).describe('How the writer proved to be the writer'),
  }),
  erase: z.object({ reason }),
  'erase-contact': z.object({ reason }),
} as const;
export type StaffCommandName = keyof typeof staffCommands;
export type StaffCommandBody<K extends StaffCommandName> = z.output<(typeof staffCommands)[K]>;

export const session = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(STAFF_ROLES),
        tenant: slug.nullable(),
        tenantName: z.string().nullable(),
        jurisdiction: z.string().nullable(),
        departments: z.array(department).describe('Departments an officer works for'),
        allDepartments: z.array(department).describe('Departments of the tenant, for assigning'),
        formerDepartments: z.array(department).optional().describe('Merged or closed: for filters only'),
      }),
    ),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;

export const queueItem = z
  .object({
    number: letterNumber,
    tenant: slug,
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    handedOver,
    title: z.string(),
    excerpt: z.string(),
    receivedAt: time,
    /** The next due time: acceptance while submitted, else the reply; null while nothing is due. */
    dueAt: time.nullable(),
    due: z.enum(['late', 'today', 'soon', 'later', 'stopped', 'none']),
    /** Working days left, negative when late. */
    daysLeft: z.int().nullable(),
    colour: z.enum(COLOURS).nullable(),
    round: z.int(),
    contested: z.boolean(),
    objected: z.boolean(),
    draft: z.boolean().describe('A reply waits for sign-off'),
    release: z.enum(['none', 'published', 'withheld', 'taken_down']),
    publish: z.boolean(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.infer<typeof queueItem>;

export const queuePage = z
  .object({
    items: z.array(queueItem),
    nextCursor: z.string().nullable(),
    counts: z.object({
      open: z.int(),
      late: z.int(),
      today: z.int(),
      unassigned: z.int(),
      reopened: z.int(),
      toPublish: z.int().describe('Counted up to 500'),
    }),
  })
  .meta({ id: 'QueuePage' });
export type QueuePage = z.infer<typeof queuePage>;

export const queueQuery = z.object({
  tenant: slug.optional(),
  status: z
    .enum([...STATUSES, 'open', 'reopened', 'to-publish', 'promised', 'drafted', 'objected', 'handed-over'])
    .optional()
    .describe(
      '`reopened`: open in the second round; `promised`: not done yet; `drafted`: a reply waits for sign-off; `objected`: its department says it isn’t theirs',
    ),
  department: z.string().max(40).optional().describe('`unassigned` for letters nobody holds'),
  due: z.enum(['late', 'today', 'soon', 'later', 'stopped']).optional(),
  q: z.string().max(limits.searchCharsMax).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});

export const staffLetter = z
  .object({
    number: letterNumber,
    tenant: slug,
    tenantName: z.string(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
    channel: z.string(),
    contested: z.boolean(),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    handedOver,
    title: z.string(),
    body: z.string(),
    files: files.describe('That came with the letter itself'),
    hasContact: z.boolean(),
    publish: z.boolean(),
    release: z.enum(['none', 'published', 'withheld', 'taken_down']),
    published: z.object({ title: z.string(), body: z.string(), reply: z.string().nullable() }).nullable(),
    proposed: z
      .object({ title: z.string(), body: z.string(), reply: z.string().nullable() })
      .describe('The text with personal data masked, as a first draft of what becomes public'),
    receivedAt: time,
    acceptBy: time,
    replyBy: time.nullable(),
    dueAt: time.nullable(),
    due: z.enum(['late', 'today', 'soon', 'later', 'stopped', 'none']),
    daysLeft: z.int().nullable(),
    waitUntil: time.nullable(),
    contactBy: time.nullable(),
    round: z.int(),
    colour: z.enum(COLOURS).nullable(),
    transfers: z.int(),
    forced: z.boolean(),
    objected: z.boolean(),
    extended: z.boolean(),
    endorsements: z.int(),
    draft: reply.nullable(),
    returned: z
      .object({ draft: reply, reason: z.string() })
      .nullable()
      .describe('The reply that was returned for changes, until another is written'),
    mergedInto: letterNumber.nullable(),
    merged: z.array(letterNumber).describe('Letters that wait for this one’s reply'),
    replies: z.array(reply),
    supplements: z.array(z.object({ at: time, body: z.string(), files })),
    declined: declined.nullable(),
    notes: z.array(z.object({ at: time, by: z.string(), body: z.string() })),
    ratings: z.array(ratingView),
    accesses: z
      .array(z.object({ at: time, kind: z.string(), by: z.string() }))
      .describe('Who looked at what is the writer’s alone, or gave out a new access key; for coordinators'),
    timeline: z.array(timelineEntry),
    ledger: z.array(ledgerEntry),
    why: z.object({ accept: explanation, reply: explanation }),
    may: z.array(z.string()).describe('Commands this member may give now'),
    version: z.int(),
  })
  .meta({ id: 'StaffLetter' });
export type StaffLetter = z.infer<typeof staffLetter>;

/** Asked while a reply is typed: only what the service alone knows. The rest of the check is the caller's own. */
export const replyCheckQuery = z.object({
  type: z.enum(REPLY_TYPES),
  body: text(1, limits.replyCharsMax),
});
export const replyCheck = z
  .object({
    copies: z
      .array(
        z.object({
          number: letterNumber.describe('The letter that was answered with much the same words'),
          similarity: z.number().min(0).max(1),
          at: time.describe('When that reply went out'),
          department: departmentId.nullable(),
          departmentName: z.string().nullable(),
        }),
      )
      .describe('The most similar first, of letters that this member may read'),
    others: z.int().describe('How many more there are, letters of other departments included; up to 40'),
  })
  .meta({ id: 'ReplyCheck' });
export type ReplyCheck = z.infer<typeof replyCheck>;

export const contactView = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type ContactView = z.infer<typeof contactView>;

export const retention = z
  .object({
    months: z
      .int()
      .describe('Contact details and attachments are erased so long after a letter came to rest'),
    since: time.nullable().describe('When it was last changed'),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof retention>;
export const setRetention = z.object({
  tenant: slug.optional(),
  months: z.int().min(limits.retentionMonthsMin).max(limits.retentionMonthsMax),
});

export const newKey = z.object({ number: letterNumber, accessKey: z.string() });

export const createNotice = z.object({
  tenant: slug.optional(),
  department: departmentId.optional(),
  title: text(limits.titleCharsMin, limits.titleCharsMax),
  body: text(1, limits.noticeBodyCharsMax),
});

export const createMember = z.object({
  email: z.email().max(limits.emailCharsMax),
  name: text(1, limits.nameCharsMax),
  role: z.enum(STAFF_ROLES),
  tenant: slug.optional(),
  jurisdiction: z
    .string()
    .regex(/^(\d{2}){0,3}$/)
    .optional(),
  departments: z.array(departmentId).max(200).default([]),
  password: z.string().min(10).max(128).optional().describe('Left out: one is made and shown once'),
});
export const member = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(STAFF_ROLES),
    tenant: slug.nullable(),
    jurisdiction: z.string().nullable(),
    departments: z.array(departmentId),
    status: z.enum(['active', 'suspended']),
  })
  .meta({ id: 'Member' });

export const createToken = z.object({ name: text(1, 60), days: z.int().min(1).max(366).default(90) });
export const token = z
  .object({ id: z.string(), name: z.string(), createdAt: time, expiresAt: time, lastUsedAt: time.nullable() })
  .meta({ id: 'Token' });
export const newToken = token.extend({ token: z.string().describe('Shown once') });
