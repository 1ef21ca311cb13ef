/** Typed view of migrations/directory; the SQL there is the truth. better-auth keeps its own tables. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BulletinBlock, BulletinContent, MakeBulletin } from '../../contract/bulletins.ts';
import type { Figures } from '../../contract/stats.ts';
import type {
  Colour,
  DisabledFor,
  Kind,
  Lang,
  Role,
  StaffRole,
  Status,
  WebhookEvent,
} from '../../contract/vocabulary.ts';
import type {
  BulletinTenant,
  OrderEvent,
  OrderState,
  RuleBounds,
  Rules,
  Sums,
  YearDays,
} from '../../core/index.ts';

export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

export const tenant = sqliteTable('tenant', {
  slug: text().primaryKey(),
  name: text().notNull(),
  jurisdiction: text().notNull(),
  prefix: text().notNull(),
  shard: integer().notNull(),
  timeZone: text('time_zone').notNull(),
  locale: text().$type<Lang>().notNull(),
  phone: text(),
  contactRequired: integer('contact_required', { mode: 'boolean' }).notNull().default(false),
  ruleVersion: integer('rule_version').notNull(),
  /** For how long contact details are kept after a letter came to rest, and since when that is so. */
  retentionMonths: integer('retention_months').notNull().default(12),
  retentionSince: integer('retention_since').notNull().default(0),
  /** The tenant's data key, sealed with the master key. */
  dataKey: text('data_key').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Since when, and why, it takes no new letters. */
  suspendedAt: integer('suspended_at'),
  suspendedFor: text('suspended_for'),
});
export type TenantRow = typeof tenant.$inferSelect;

export const tenantRules = sqliteTable(
  'tenant_rules',
  {
    tenant: text().notNull(),
    version: integer().notNull(),
    rules: text({ mode: 'json' }).$type<Rules>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.version] })],
);

export const department = sqliteTable(
  'department',
  {
    tenant: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    since: integer(),
    closedAt: integer('closed_at'),
    successors: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
);

export const origin = sqliteTable(
  'origin',
  {
    tenant: text().notNull(),
    origin: text().notNull(),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at'),
    seenVersion: text('seen_version'),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.origin] })],
);

export const tenantSummary = sqliteTable('tenant_summary', {
  tenant: text().primaryKey(),
  figures: text({ mode: 'json' }).$type<Figures>().notNull(),
  open: integer().notNull(),
  lastReceivedAt: integer('last_received_at'),
  lastAnsweredAt: integer('last_answered_at'),
  asOf: integer('as_of').notNull(),
});

export const member = sqliteTable('member', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  role: text().$type<StaffRole>().notNull(),
  tenant: text(),
  jurisdiction: text(),
  status: text().$type<'active' | 'suspended'>().notNull(),
  createdAt: integer('created_at').notNull(),
});

export const memberDepartment = sqliteTable(
  'member_department',
  { memberId: text('member_id').notNull(), department: text().notNull() },
  (table) => [primaryKey({ columns: [table.memberId, table.department] })],
);

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
});

export const token = sqliteTable('token', {
  id: text().primaryKey(),
  hash: text().notNull(),
  userId: text('user_id').notNull(),
  name: text().notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  lastUsedAt: integer('last_used_at'),
});

export const rate = sqliteTable(
  'rate',
  { bucket: text().notNull(), minute: integer().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.bucket, table.minute] })],
);

/** Of the identity library: a date is its ISO text there. */
export const session = sqliteTable('session', {
  id: text().primaryKey(),
  expiresAt: text('expiresAt').notNull(),
});
export const verification = sqliteTable('verification', {
  id: text().primaryKey(),
  expiresAt: text('expiresAt').notNull(),
});

export const audit = sqliteTable('audit', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  userId: text('user_id').notNull(),
  tenant: text(),
  action: text().notNull(),
  subject: text(),
});

export const webhook = sqliteTable('webhook', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  url: text().notNull(),
  /** Null: every event. */
  events: text({ mode: 'json' }).$type<WebhookEvent[]>(),
  /** Sealed with the tenant's data key, bound to the webhook; the one before stays good until `oldUntil`. */
  secret: text().notNull(),
  oldSecret: text('old_secret'),
  oldUntil: integer('old_until'),
  disabledAt: integer('disabled_at'),
  disabledFor: text('disabled_for').$type<DisabledFor>(),
  createdAt: integer('created_at').notNull(),
});
export type WebhookRow = typeof webhook.$inferSelect;

/** Demonstrations only. */
export const keptMail = sqliteTable('kept_mail', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  recipient: text().notNull(),
  subject: text().notNull(),
  head: text().notNull(),
  text: text().notNull(),
  html: text().notNull(),
});
export type KeptMail = typeof keptMail.$inferSelect;

export const order = sqliteTable('order', {
  /** Of a demand notice the letter and its event, else of the call: opening one twice opens one. */
  id: text().primaryKey(),
  tenant: text().notNull(),
  jurisdiction: text().notNull(),
  year: integer().notNull(),
  serial: integer().notNull(),
  number: text().notNull(),
  cause: text().$type<'demand' | 'hand'>().notNull(),
  department: text(),
  letterNumber: text('letter_number'),
  state: text().$type<OrderState>().notNull(),
  seq: integer().notNull(),
  issuedAt: integer('issued_at').notNull(),
  since: integer().notNull(),
  days: integer().notNull(),
  dueDay: text('due_day').notNull(),
  dueAt: integer('due_at').notNull(),
  provisional: integer({ mode: 'boolean' }).notNull(),
  answeredAt: integer('answered_at'),
  closedAt: integer('closed_at'),
});
export type OrderRow = typeof order.$inferSelect;

export const orderEvent = sqliteTable(
  'order_event',
  {
    orderId: text('order_id').notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    role: text().$type<Role>().notNull(),
    actor: text(),
    kind: text().$type<OrderEvent['kind']>().notNull(),
    data: text({ mode: 'json' }).$type<OrderEvent>().notNull(),
    text: text(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.seq] })],
);
export type OrderEventRow = typeof orderEvent.$inferSelect;

export const openLetter = sqliteTable(
  'open_letter',
  {
    tenant: text().notNull(),
    letterId: text('letter_id').notNull(),
    jurisdiction: text().notNull(),
    number: text().notNull(),
    kind: text().$type<Kind>().notNull(),
    status: text().$type<Status>().notNull(),
    department: text(),
    receivedAt: integer('received_at').notNull(),
    /** The reply deadline; null while the clock stands still. */
    replyAt: integer('reply_at'),
    round: integer().notNull(),
    colour: text().$type<Colour>(),
    /** An interim reply was sent. */
    interim: integer({ mode: 'boolean' }).notNull(),
    seq: integer().notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.letterId] })],
);
export type OpenLetterRow = typeof openLetter.$inferSelect;

export const calendar = sqliteTable(
  'calendar',
  {
    /** A tenant's slug; '' is the nation. */
    scope: text().notNull(),
    year: integer().notNull(),
    version: integer().notNull(),
    days: text({ mode: 'json' }).$type<YearDays>().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.year, table.version] })],
);
export type CalendarRow = typeof calendar.$inferSelect;

export const recount = sqliteTable('recount', {
  tenant: text().primaryKey(),
  shard: integer().notNull(),
  since: integer().notNull(),
  /** The last letter that was counted; '' at the beginning. */
  cursor: text().notNull(),
  /** When all letters had been counted once, and when none can have been missed any more. */
  passedAt: integer('passed_at'),
  doneAt: integer('done_at'),
});
export type RecountRow = typeof recount.$inferSelect;

export const ruleBounds = sqliteTable(
  'rule_bounds',
  {
    jurisdiction: text().notNull(),
    version: integer().notNull(),
    bounds: text({ mode: 'json' }).$type<Partial<RuleBounds>>().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jurisdiction, table.version] })],
);

export const rollUp = sqliteTable(
  'roll_up',
  {
    tenant: text().notNull(),
    /** '' is the whole tenant. */
    department: text().notNull(),
    year: integer().notNull(),
    /** By month, `01` to `12`. */
    months: text({ mode: 'json' }).$type<Record<string, Sums>>().notNull(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.department, table.year] })],
);

export const rollUpState = sqliteTable('roll_up_state', {
  shard: integer().primaryKey(),
  asOf: integer('as_of').notNull(),
});

export const rankingPublication = sqliteTable('ranking_publication', {
  jurisdiction: text().primaryKey(),
  name: text().notNull(),
  public: integer({ mode: 'boolean' }).notNull(),
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
  version: integer().notNull().default(0),
});

export const rankingComment = sqliteTable(
  'ranking_comment',
  {
    tenant: text().notNull(),
    seq: integer().notNull(),
    text: text().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.seq] })],
);

export const bulletin = sqliteTable('bulletin', {
  id: text().primaryKey(),
  jurisdiction: text().notNull(),
  /** As it was asked for. */
  request: text({ mode: 'json' }).$type<MakeBulletin>().notNull(),
  title: text().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  asOf: text('as_of').notNull(),
  /** In which its own days are reckoned: that of its first tenant. */
  timeZone: text('time_zone').notNull(),
  /** Slugs, in their order. */
  tenants: text({ mode: 'json' }).$type<string[]>().notNull(),
  corrects: text(),
  madeBy: text('made_by').notNull(),
  begunAt: integer('begun_at').notNull(),
  year: integer(),
  issue: integer(),
  frozenAt: integer('frozen_at'),
  content: text({ mode: 'json' }).$type<BulletinContent>(),
  publishedAt: integer('published_at'),
});
export type BulletinRow = typeof bulletin.$inferSelect;

export const bulletinPart = sqliteTable(
  'bulletin_part',
  {
    bulletinId: text('bulletin_id').notNull(),
    tenant: text().notNull(),
    seq: integer().notNull(),
    part: text({ mode: 'json' }).$type<BulletinTenant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.tenant, table.seq] })],
);

export const bulletinBlock = sqliteTable(
  'bulletin_block',
  {
    bulletinId: text('bulletin_id').notNull(),
    seq: integer().notNull(),
    block: text({ mode: 'json' }).$type<BulletinBlock>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.seq] })],
);
