/** Typed view of what is kept of departments; the SQL in migrations/directory is the truth. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const formerName = sqliteTable(
  'former_name',
  {
    tenant: text().notNull(),
    department: text().notNull(),
    /** When it got another one. */
    until: integer().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.department, table.until] })],
);

export const succession = sqliteTable(
  'succession',
  {
    tenant: text().notNull(),
    department: text().notNull(),
    since: integer().notNull(),
    shard: integer().notNull(),
    /** Who takes over whatever is open; null: the department lives on. */
    heir: text(),
    /** Letters, by id, that go to another department. */
    chosen: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** The last letter that was looked at; '' at the beginning. */
    cursor: text().notNull(),
    /** When all letters had been looked at once, and when none can have been missed any more. */
    passedAt: integer('passed_at'),
    doneAt: integer('done_at'),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.department, table.since] })],
);
export type SuccessionRow = typeof succession.$inferSelect;
