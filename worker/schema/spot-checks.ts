/** Typed view of the spot checks in migrations/directory; the SQL there is the truth. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { GivenScore, OpenSpotCheck, SpotCheckResult } from '../../contract/spot-checks.ts';

export const spotCheck = sqliteTable('spot_check', {
  id: text().primaryKey(),
  jurisdiction: text().notNull(),
  year: integer().notNull(),
  serial: integer().notNull(),
  /** As it was asked for. */
  request: text({ mode: 'json' }).$type<OpenSpotCheck>().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  /** In which its own times are told: that of its first tenant. */
  timeZone: text('time_zone').notNull(),
  size: integer().notNull(),
  source: text().notNull(),
  drawAt: integer('draw_at').notNull(),
  /** Ids of users. */
  reviewers: text({ mode: 'json' }).$type<[string, string]>().notNull(),
  openedBy: text('opened_by').notNull(),
  /** What happened to a letter later isn't known. */
  openedAt: integer('opened_at').notNull(),
  frozenAt: integer('frozen_at'),
  population: integer(),
  populationHash: text('population_hash'),
  value: text(),
  drawnAt: integer('drawn_at'),
  drawnBy: text('drawn_by'),
  drawn: integer().notNull().default(0),
  closedAt: integer('closed_at'),
  closedBy: text('closed_by'),
  result: text({ mode: 'json' }).$type<SpotCheckResult>(),
});
export type SpotCheckRow = typeof spotCheck.$inferSelect;

export const spotCheckTenant = sqliteTable(
  'spot_check_tenant',
  {
    checkId: text('check_id').notNull(),
    tenant: text().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    openedAt: integer('opened_at').notNull(),
    /** How many letters it brought; null: it wasn't gone through yet. */
    counted: integer(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.tenant] })],
);
export type SpotCheckTenantRow = typeof spotCheckTenant.$inferSelect;

export const spotCheckPart = sqliteTable(
  'spot_check_part',
  {
    checkId: text('check_id').notNull(),
    tenant: text().notNull(),
    seq: integer().notNull(),
    numbers: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.tenant, table.seq] })],
);

export const spotCheckItem = sqliteTable(
  'spot_check_item',
  {
    checkId: text('check_id').notNull(),
    ordinal: integer().notNull(),
    tenant: text().notNull(),
    number: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.ordinal] })],
);
export type SpotCheckItemRow = typeof spotCheckItem.$inferSelect;

export const spotCheckScore = sqliteTable(
  'spot_check_score',
  {
    checkId: text('check_id').notNull(),
    ordinal: integer().notNull(),
    /** A user's id. */
    reviewer: text().notNull(),
    score: text({ mode: 'json' }).$type<GivenScore>().notNull(),
    scoredAt: integer('scored_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkId, table.ordinal, table.reviewer] })],
);
export type SpotCheckScoreRow = typeof spotCheckScore.$inferSelect;
