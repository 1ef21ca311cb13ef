/** Typed view of who has a letter open; the SQL in migrations/letters is the truth. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const presence = sqliteTable(
  'presence',
  {
    letterId: text('letter_id').notNull(),
    userId: text('user_id').notNull(),
    until: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.userId] })],
);
