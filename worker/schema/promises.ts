/** Typed view of promises and contested letters in migrations/directory; the SQL there is the truth. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Kind, Level, Outcome } from '../../contract/vocabulary.ts';

export const contestedLetter = sqliteTable('contested_letter', {
  letterId: text('letter_id').primaryKey(),
  /** Who holds it now. */
  tenant: text().notNull(),
  jurisdiction: text().notNull(),
  number: text().notNull(),
  kind: text().$type<Kind>().notNull(),
  department: text(),
  receivedAt: integer('received_at').notNull(),
  contestedAt: integer('contested_at').notNull(),
  /** Its ratings, the first first. */
  levels: text({ mode: 'json' }).$type<Level[]>().notNull(),
  outcome: text().$type<Outcome>(),
  seq: integer().notNull(),
});
export type ContestedRow = typeof contestedLetter.$inferSelect;

export const promise = sqliteTable('promise', {
  letterId: text('letter_id').primaryKey(),
  /** Who holds it now. */
  tenant: text().notNull(),
  jurisdiction: text().notNull(),
  number: text().notNull(),
  kind: text().$type<Kind>().notNull(),
  department: text(),
  receivedAt: integer('received_at').notNull(),
  /** When the reply said so. */
  promisedAt: integer('promised_at').notNull(),
  /** A day; null: a later reply took its place. */
  promisedFor: text('promised_for'),
  doneAt: integer('done_at'),
  seq: integer().notNull(),
});
export type PromiseRow = typeof promise.$inferSelect;
