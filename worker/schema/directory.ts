/** Typed view of migrations/directory; the SQL there is the truth. better-auth keeps its own tables. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Figures } from '../../contract/stats.ts';
import type { DisabledFor, Lang, StaffRole, WebhookEvent } from '../../contract/vocabulary.ts';
import type { Rules } from '../../core/index.ts';

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
