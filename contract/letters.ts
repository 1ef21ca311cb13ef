/** Letters as citizens and readers send and see them. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { files, givenFiles } from './uploads.ts';
import { day, departmentId, letterNumber, text, time } from './primitives.ts';
import {
  CHANNELS,
  COLOURS,
  DECLINE_GROUNDS,
  KINDS,
  OUTCOMES,
  REPLY_TYPES,
  ROLES,
  SOLVED,
  STATUSES,
  WRITER_COMMANDS,
} from './vocabulary.ts';

const contactPart = (max: number) => text(0, max).optional();

export const contact = z.object({
  name: contactPart(limits.nameCharsMax),
  phone: contactPart(limits.phoneCharsMax),
  email: z.union([z.literal(''), z.email().max(limits.emailCharsMax)]).optional(),
});
export type Contact = z.infer<typeof contact>;

const letterContent = {
  kind: z.enum(KINDS),
  department: departmentId.nullish(),
  title: text(limits.titleCharsMin, limits.titleCharsMax),
  body: text(limits.bodyCharsMin, limits.bodyCharsMax),
  contact: contact.nullish(),
  publish: z.boolean(),
  uploads: givenFiles.optional().describe('Files that come with it, uploaded before'),
};

export const submitLetter = z
  .object({
    ...letterContent,
    challenge: z.string().max(8192).describe('base64 of the JSON {challenge, solution}'),
    website: z
      .string()
      .max(200)
      .optional()
      .describe('Left empty by people; whoever fills it in is a machine'),
  })
  .meta({ id: 'SubmitLetter' });
export type SubmitLetter = z.input<typeof submitLetter>;
export type SubmittedLetter = z.output<typeof submitLetter>;

export const receipt = z
  .object({
    number: letterNumber,
    accessKey: z
      .string()
      .describe('Shown once; Crockford base32, grouped by hyphens, case and hyphens don’t matter'),
    status: z.enum(STATUSES),
    receivedAt: time,
    acceptBy: time,
    replyBy: time,
    provisional: z.boolean(),
    url: z.string(),
    receipt: z.string().nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receipt>;

/** A step of a letter's way, told to anyone. `kind` is an event kind of docs/events.md. */
export const timelineEntry = z
  .object({
    at: time,
    kind: z.string(),
    role: z.enum(ROLES),
    department: z.string().nullable().describe('Name of the department that holds the letter afterwards'),
    text: z.string().nullable().describe('Reason, question or explanation, where the viewer may read it'),
    due: time.nullable().describe('The reply deadline that resulted'),
    outcome: z.enum(OUTCOMES).nullable(),
    type: z.enum(REPLY_TYPES).nullable(),
    grounds: z.string().nullable(),
    level: z.int().min(1).max(5).nullable(),
    colour: z.enum(COLOURS).nullable(),
    promisedFor: day.nullable(),
    succeeds: z.string().optional().describe('The department that was merged or split, whose letter it was'),
    deputy: z
      .object({ by: z.string(), for: z.string() })
      .optional()
      .describe('For staff: names of the deputy who did it, and of the absent colleague'),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const reply = z
  .object({
    at: time,
    type: z.enum(REPLY_TYPES),
    department: z.string().nullable(),
    body: z.string(),
    outcome: z.enum(OUTCOMES).nullable(),
    promisedFor: day.nullable(),
    phone: z.string().nullable(),
    files,
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof reply>;

export const ratingView = z
  .object({
    at: time,
    level: z.int().min(1).max(5),
    solved: z.enum(SOLVED),
    result: z.int().nullable(),
    attitude: z.int().nullable(),
    speed: z.int().nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Rating' });
export type RatingView = z.infer<typeof ratingView>;

export const feedItem = z
  .object({
    number: letterNumber,
    kind: z.enum(KINDS),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    title: z.string(),
    excerpt: z.string(),
    /** Where a search found its words: pairs of code-unit offsets into title and excerpt. */
    marks: z
      .object({ title: z.array(z.tuple([z.int(), z.int()])), excerpt: z.array(z.tuple([z.int(), z.int()])) })
      .optional(),
    receivedAt: time,
    repliedAt: time,
    outcome: z.enum(OUTCOMES).nullable().describe('null where the letter was declined'),
    rating: z.int().nullable(),
    days: z.number().describe('Working days to the first answer'),
  })
  .meta({ id: 'FeedItem' });
export type FeedItem = z.infer<typeof feedItem>;

export const feedPage = z
  .object({
    items: z.array(feedItem),
    nextCursor: z.string().nullable(),
    counts: z.object({
      received: z.int(),
      published: z.int(),
      withoutConsent: z.int(),
      withheld: z.int(),
      spam: z.int(),
    }),
  })
  .meta({ id: 'FeedPage' });
export type FeedPage = z.infer<typeof feedPage>;

export const feedQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.feedItemsMax).default(20),
  kind: z.enum(KINDS).optional(),
  department: departmentId.optional(),
  q: z.string().max(limits.searchCharsMax).optional(),
});
export type FeedQuery = z.output<typeof feedQuery>;

export const declined = z
  .object({ grounds: z.enum(DECLINE_GROUNDS), explanation: z.string(), goTo: z.string() })
  .meta({ id: 'Declined' });

export const publishedLetter = z
  .object({
    number: letterNumber,
    tenant: z.string(),
    tenantName: z.string(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    title: z.string(),
    body: z.string(),
    files: files.describe('Of its writer, as far as an officer released them'),
    receivedAt: time,
    repliedAt: time,
    days: z.number(),
    outcome: z.enum(OUTCOMES).nullable(),
    declined: declined.nullable(),
    replies: z.array(reply),
    timeline: z.array(timelineEntry),
    rating: ratingView.nullable(),
    endorsements: z.int(),
    verdicts: z.object({ answers: z.int(), doesNot: z.int() }),
    corrected: z.boolean(),
  })
  .meta({ id: 'PublishedLetter' });
export type PublishedLetter = z.infer<typeof publishedLetter>;

/** A stretch of days behind a deadline: what was counted, what was left out and why. */
export const explanation = z
  .object({
    rule: z.string().describe('`accept`, `reply` or `reopened`'),
    days: z.int(),
    unit: z.enum(['working', 'calendar']),
    counted: z.array(day),
    leftOut: z.array(
      z.object({
        day,
        why: z.enum(['received', 'rated', 'weekend', 'holiday', 'stopped', 'resumed', 'moved']),
        name: z.string().nullable().describe('The holiday, where the calendar names it'),
      }),
    ),
    due: time,
    provisional: z.boolean(),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof explanation>;

export const ledgerEntry = z
  .object({
    at: time,
    entry: z.enum(['start', 'stop', 'resume', 'extend', 'transfer', 'reopen', 'recompute']),
    role: z.enum(ROLES),
    reason: z.string().nullable(),
    due: time.nullable(),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** The writer's own view of a letter. */
export const writerLetter = z
  .object({
    number: letterNumber,
    tenant: z.string(),
    tenantName: z.string(),
    tenantPhone: z.string().nullable(),
    status: z.enum(STATUSES),
    contested: z.boolean(),
    kind: z.enum(KINDS),
    title: z.string(),
    body: z.string(),
    files: files.describe('That came with the letter itself'),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    receivedAt: time,
    acceptBy: time,
    replyBy: time.nullable().describe('null while the clock stands still'),
    waitUntil: time.nullable(),
    overdueDays: z.int().describe('Calendar days past the deadline, 0 where it is not late'),
    provisional: z.boolean(),
    round: z.int(),
    publish: z.boolean(),
    published: z.boolean(),
    question: z.string().nullable().describe('What the department asked the writer'),
    replies: z.array(reply),
    supplements: z.array(z.object({ at: time, body: z.string(), files })),
    ratings: z.array(ratingView),
    declined: declined.nullable(),
    timeline: z.array(timelineEntry),
    ledger: z.array(ledgerEntry),
    why: z.object({ accept: explanation, reply: explanation }),
    may: z.array(z.enum(WRITER_COMMANDS)),
    version: z.int().describe('Number of the last event'),
  })
  .meta({ id: 'WriterLetter' });
export type WriterLetter = z.infer<typeof writerLetter>;

export const supplement = z.object({
  body: text(1, limits.supplementCharsMax),
  uploads: givenFiles.optional(),
});
export const withdrawal = z.object({ reason: text(0, limits.reasonCharsMax).optional() });
export const rating = z
  .object({
    level: z.int().min(1).max(5),
    solved: z.enum(SOLVED),
    result: z.int().min(1).max(5).optional(),
    attitude: z.int().min(1).max(5).optional(),
    speed: z.int().min(1).max(5).optional(),
    comment: text(0, limits.commentCharsMax).optional(),
  })
  .meta({ id: 'RateLetter' });
export type RateLetter = z.input<typeof rating>;
export type RatingGiven = z.output<typeof rating>;
export const consent = z.object({ publish: z.boolean() });

/** A letter entered by staff from the counter, the phone or paper (代登记). */
export const registerLetter = z.object({
  ...letterContent,
  tenant: z.string().max(40).optional(),
  channel: z.enum(CHANNELS).extract(['counter', 'phone', 'paper']),
});

export const challengeSchema = z
  .object({ parameters: z.record(z.string(), z.unknown()), signature: z.string().optional() })
  .meta({ id: 'Challenge' });
