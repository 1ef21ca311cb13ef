/** Typed view of migrations/letters: by what replies are found again. */
import { customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The database takes a buffer and gives a list of numbers. */
const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: ArrayBuffer | number[] }>({
  dataType: () => 'blob',
  toDriver: (value) => value.buffer,
  fromDriver: (value) => new Uint8Array(value),
});

export const replyPrint = sqliteTable('reply_print', {
  /** Ascending in the order in which replies were recorded. */
  id: integer().primaryKey({ autoIncrement: true }),
  tenant: text().notNull(),
  letterId: text('letter_id').notNull(),
  /** Of the event `replied`. */
  seq: integer().notNull(),
  at: integer().notNull(),
  version: integer().notNull(),
  signature: bytes().notNull(),
  keys: text({ mode: 'json' }).$type<number[]>().notNull(),
});

/** Kept by triggers on `reply_print`. */
export const replyKey = sqliteTable(
  'reply_key',
  { tenant: text().notNull(), key: integer().notNull(), print: integer().notNull() },
  (table) => [primaryKey({ columns: [table.tenant, table.key, table.print] })],
);
