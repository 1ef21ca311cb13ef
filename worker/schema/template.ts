/** Typed view of migrations/letters/0009_template.sql; the SQL there is the truth. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Kind } from '../../contract/vocabulary.ts';

export const template = sqliteTable('template', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  /** Null: for all departments. */
  department: text(),
  title: text().notNull(),
  body: text().notNull(),
  /** Empty: for letters of any kind. */
  kinds: text({ mode: 'json' }).$type<Kind[]>().notNull(),
  version: integer().notNull(),
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});
export type TemplateRow = typeof template.$inferSelect;
