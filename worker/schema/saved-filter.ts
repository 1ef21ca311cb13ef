/** Typed view of members' own filters; the SQL in migrations/directory is the truth. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InboxFilter } from '../../contract/inbox.ts';

export const savedFilter = sqliteTable('saved_filter', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  tenant: text().notNull(),
  name: text().notNull(),
  filter: text({ mode: 'json' }).$type<InboxFilter>().notNull(),
  createdAt: integer('created_at').notNull(),
});
export type SavedFilterRow = typeof savedFilter.$inferSelect;
