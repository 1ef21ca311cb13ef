/** Typed view of deputies and invitations; the SQL in migrations/directory is the truth. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const deputy = sqliteTable('deputy', {
  id: text().primaryKey(),
  tenant: text().notNull(),
  /** Members, both officers of the tenant. */
  absent: text().notNull(),
  deputy: text().notNull(),
  fromDay: text('from_day').notNull(),
  untilDay: text('until_day').notNull(),
  /** The beginning of the first day, and the end (24:00) of the last. */
  fromAt: integer('from_at').notNull(),
  untilAt: integer('until_at').notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: integer('created_at').notNull(),
});
export type DeputyRow = typeof deputy.$inferSelect;

export const invitation = sqliteTable('invitation', {
  id: text().primaryKey(),
  hash: text().notNull(),
  tenant: text().notNull(),
  email: text().notNull(),
  name: text().notNull(),
  role: text().$type<'officer' | 'coordinator'>().notNull(),
  departments: text({ mode: 'json' }).$type<string[]>().notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
export type InvitationRow = typeof invitation.$inferSelect;
