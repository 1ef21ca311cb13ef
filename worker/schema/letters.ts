/** Typed view of migrations/letters; the SQL there is the truth. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FileType } from '../../contract/limits.ts';
import type { Channel, Colour, DeliveryState, Kind, Outcome, Status } from '../../contract/vocabulary.ts';
import type { Facts } from '../../core/facts.ts';
import type { Letter, LetterEvent, Share, Sums } from '../../core/index.ts';

export type Release = Letter['release'];

/** What people wrote with an event; erasable, never part of the record. */
export interface Texts {
  /** Reply, supplement, note, follow-up, comment. */
  body?: string;
  /** Reason of a transfer, objection, extension …; explanation of a decline; question to the writer. */
  reason?: string;
  /** Where a declined letter belongs. */
  goTo?: string;
  phone?: string;
}

export const letter = sqliteTable(
  'letter',
  {
    id: text().primaryKey(),
    tenant: text().notNull(),
    year: integer().notNull(),
    serial: integer().notNull(),
    number: text().notNull(),
    externalId: text('external_id'),
    kind: text().$type<Kind>().notNull(),
    status: text().$type<Status>().notNull(),
    channel: text().$type<Channel>().notNull(),
    department: text(),
    title: text().notNull(),
    body: text().notNull(),
    /** Sealed JSON of name, phone and e-mail. */
    contact: text(),
    keyHash: text('key_hash').notNull(),
    consent: integer({ mode: 'boolean' }).notNull(),
    receivedAt: integer('received_at').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    seq: integer().notNull(),
    round: integer().notNull(),
    dueAt: integer('due_at'),
    nextAt: integer('next_at'),
    provisional: integer({ mode: 'boolean' }).notNull(),
    colour: text().$type<Colour>(),
    contested: integer({ mode: 'boolean' }).notNull(),
    objected: integer({ mode: 'boolean' }).notNull(),
    drafted: integer({ mode: 'boolean' }).notNull(),
    answeredAt: integer('answered_at'),
    closedAt: integer('closed_at'),
    /** How many files its writer sent with it that are still there; kept by a trigger. */
    writerFiles: integer('writer_files').notNull().default(0),
    days: integer(),
    outcome: text().$type<Outcome>(),
    rating: integer(),
    promisedFor: text('promised_for'),
    promiseDone: integer('promise_done', { mode: 'boolean' }).notNull(),
    mergedInto: text('merged_into'),
    release: text().$type<Release>().notNull(),
    toPublish: integer('to_publish', { mode: 'boolean' }).notNull(),
    publicTitle: text('public_title'),
    publicBody: text('public_body'),
    publicReply: text('public_reply'),
    endorsements: integer().notNull(),
    answers: integer().notNull(),
    answersNot: integer('answers_not').notNull(),
    searchId: integer('search_id'),
    /** Another tenant that holds it, and its department; `department` is the last one here. */
    holder: text(),
    holderDepartment: text('holder_department'),
    /** What is due there: to be shown, no list goes by it. */
    dueElsewhere: integer('due_elsewhere'),
    /** Another tenant holds it, or did. */
    handedOver: integer('handed_over', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('letter_status').on(table.tenant, table.status, table.receivedAt)],
);
export type LetterRow = typeof letter.$inferSelect;

export const event = sqliteTable(
  'event',
  {
    letterId: text('letter_id').notNull(),
    seq: integer().notNull(),
    tenant: text().notNull(),
    at: integer().notNull(),
    kind: text().notNull(),
    data: text({ mode: 'json' }).$type<LetterEvent>().notNull(),
    texts: text({ mode: 'json' }).$type<Texts>(),
    salt: text(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.seq] })],
);
export type EventRow = typeof event.$inferSelect;

export const facts = sqliteTable(
  'facts',
  {
    tenant: text().notNull(),
    receivedAt: integer('received_at').notNull(),
    letterId: text('letter_id').notNull(),
    facts: text({ mode: 'json' }).$type<Facts>().notNull(),
    /** What the roll-ups have counted of it; null: nothing yet. */
    counted: text({ mode: 'json' }).$type<Share>(),
    /** How often `facts` changed, and when it must be counted again; a trigger keeps both. */
    changed: integer().notNull().default(0),
    countAt: integer('count_at').default(0),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.receivedAt, table.letterId] })],
);

export const runningSum = sqliteTable(
  'running_sum',
  {
    tenant: text().notNull(),
    department: text().notNull(),
    year: integer().notNull(),
    months: text({ mode: 'json' }).$type<Record<string, Sums>>().notNull(),
    version: integer().notNull(),
    copied: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.department, table.year] })],
);

export const rollUpTurn = sqliteTable('roll_up_turn', {
  turn: integer().primaryKey(),
  after: integer().notNull(),
});

export const tally = sqliteTable('tally', {
  tenant: text().primaryKey(),
  version: integer().notNull(),
  received: integer().notNull(),
  published: integer().notNull(),
  withoutConsent: integer('without_consent').notNull(),
  withheld: integer().notNull(),
  spam: integer().notNull(),
});

export const idempotency = sqliteTable(
  'idempotency',
  {
    tenant: text().notNull(),
    keyHash: text('key_hash').notNull(),
    bodyHash: text('body_hash').notNull(),
    letterId: text('letter_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.keyHash] })],
);

export const spentChallenge = sqliteTable('spent_challenge', {
  signature: text().primaryKey(),
  expiresAt: integer('expires_at').notNull(),
});

export const readerMark = sqliteTable(
  'reader_mark',
  {
    letterId: text('letter_id').notNull(),
    reader: text().notNull(),
    kind: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.reader, table.kind] })],
);

export const notice = sqliteTable('notice', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  department: text(),
  title: text().notNull(),
  body: text().notNull(),
  publishedAt: integer('published_at').notNull(),
  externalId: text('external_id'),
  /** When the roll-ups must count it; null: they have. */
  countAt: integer('count_at').default(0),
});
export type NoticeRow = Omit<typeof notice.$inferSelect, 'countAt'>;

/** The full-text index; a virtual table. */
export const search = sqliteTable('search', {
  rowid: integer().notNull(),
  tenant: text().notNull(),
  title: text().notNull(),
  body: text().notNull(),
});

export const upload = sqliteTable('upload', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  keyHash: text('key_hash').notNull(),
  bytes: integer().notNull(),
  expiresAt: integer('expires_at').notNull(),
});
export type UploadRow = typeof upload.$inferSelect;

export const file = sqliteTable('file', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  keyHash: text('key_hash').notNull(),
  object: text().notNull(),
  type: text().$type<FileType>().notNull(),
  bytes: integer().notNull(),
  width: integer(),
  height: integer(),
  sha256: text().notNull(),
  scanned: integer({ mode: 'boolean' }).notNull(),
  expiresAt: integer('expires_at'),
});
export type FileRow = typeof file.$inferSelect;

export const attachment = sqliteTable(
  'attachment',
  {
    letterId: text('letter_id').notNull(),
    fileId: text('file_id').notNull(),
    seq: integer().notNull(),
    ordinal: integer().notNull(),
    shared: integer({ mode: 'boolean' }).notNull(),
    released: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.fileId] })],
);

export const removal = sqliteTable('removal', {
  prefix: text().primaryKey(),
  createdAt: integer('created_at').notNull(),
});

export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  tenant: text().notNull(),
  topic: text().notNull(),
  letterId: text('letter_id'),
  seq: integer(),
  attempts: integer().notNull().default(0),
  dueAt: integer('due_at').notNull(),
});

export const job = sqliteTable('job', {
  name: text().primaryKey(),
  cursor: text().notNull(),
  ranAt: integer('ran_at').notNull(),
});

export const delivery = sqliteTable('delivery', {
  id: text().primaryKey(),
  /** One for each event (or digest), channel and target. */
  key: text().notNull(),
  tenant: text().notNull(),
  channel: text().$type<'mail' | 'webhook'>().notNull(),
  kind: text().notNull(),
  /** A webhook's or a member's id; null: the letter's writer. */
  target: text(),
  letterId: text('letter_id'),
  seq: integer(),
  state: text().$type<DeliveryState>().notNull(),
  attempts: integer().notNull().default(0),
  dueAt: integer('due_at').notNull(),
  createdAt: integer('created_at').notNull(),
  endedAt: integer('ended_at'),
  /** Why it failed or was dropped: a code, never a message of somebody else's. */
  note: text(),
});
export type DeliveryRow = typeof delivery.$inferSelect;

export const attempt = sqliteTable('attempt', {
  id: integer().primaryKey({ autoIncrement: true }),
  target: text().notNull(),
  deliveryId: text('delivery_id').notNull(),
  kind: text().notNull(),
  attempt: integer().notNull(),
  at: integer().notNull(),
  /** HTTP status; null where there was no answer. */
  status: integer(),
  ms: integer().notNull(),
  note: text(),
});
export type AttemptRow = typeof attempt.$inferSelect;

export const mailStop = sqliteTable(
  'mail_stop',
  { tenant: text().notNull(), subject: text().notNull(), createdAt: integer('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.tenant, table.subject] })],
);

export const mailCount = sqliteTable(
  'mail_count',
  { subject: text().notNull(), day: text().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.subject, table.day] })],
);
