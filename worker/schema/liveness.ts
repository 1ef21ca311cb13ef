/** Typed view of what tells whether anybody is there, in both kinds of database, and of the self-check; the SQL is the truth. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InspectionItem, LevelOfLife, LifeEvidence } from '../../core/index.ts';
import type { TickAnswer } from '../../contract/vocabulary.ts';

/** Letters that are public now, by their year. */
type ByYear = Record<string, number>;

/** In the shards. */
export const activity = sqliteTable('activity', {
  tenant: text().primaryKey(),
  publishedAt: integer('published_at'),
  noticeAt: integer('notice_at'),
  published: text({ mode: 'json' }).$type<ByYear>().notNull(),
  version: integer().notNull(),
  copied: integer().notNull(),
});

/** In the directory, as all that follows. */
export const tenantActivity = sqliteTable('tenant_activity', {
  tenant: text().primaryKey(),
  publishedAt: integer('published_at'),
  noticeAt: integer('notice_at'),
  published: text({ mode: 'json' }).$type<ByYear>().notNull(),
});

export const signIn = sqliteTable('sign_in', {
  userId: text('user_id').primaryKey(),
  at: integer().notNull(),
});

export const liveness = sqliteTable('liveness', {
  tenant: text().primaryKey(),
  shard: integer().notNull(),
  jurisdiction: text().notNull(),
  /** Null, as all that follows, until it was judged for the first time. */
  evidence: text({ mode: 'json' }).$type<LifeEvidence>(),
  level: text().$type<LevelOfLife>(),
  severity: integer(),
  asOf: integer('as_of'),
  dueAt: integer('due_at').notNull().default(0),
});

export const inspectionTick = sqliteTable(
  'inspection_tick',
  {
    tenant: text().notNull(),
    year: integer().notNull(),
    item: text().$type<InspectionItem>().notNull(),
    seq: integer().notNull(),
    answer: text().$type<TickAnswer>().notNull(),
    remark: text().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.year, table.item, table.seq] })],
);
