/** Typed view of migrations/letters/0007_hand_over.sql; the SQL there is the truth. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Colour, Kind, Status } from '../../contract/vocabulary.ts';
import type { Letter } from '../../core/index.ts';

/** A letter of another tenant that `tenant` holds, or held, with what lists need of it. */
export const heldLetter = sqliteTable(
  'held_letter',
  {
    /** The place among letters with the same due time. */
    id: integer().primaryKey(),
    tenant: text().notNull(),
    letterId: text('letter_id').notNull(),
    /** The letter's own tenant. */
    home: text().notNull(),
    number: text().notNull(),
    kind: text().$type<Kind>().notNull(),
    status: text().$type<Status>().notNull(),
    department: text(),
    title: text().notNull(),
    consent: integer({ mode: 'boolean' }).notNull(),
    receivedAt: integer('received_at').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    round: integer().notNull(),
    dueAt: integer('due_at'),
    colour: text().$type<Colour>(),
    contested: integer({ mode: 'boolean' }).notNull(),
    objected: integer({ mode: 'boolean' }).notNull(),
    drafted: integer({ mode: 'boolean' }).notNull(),
    answeredAt: integer('answered_at'),
    promisedFor: text('promised_for'),
    promiseDone: integer('promise_done', { mode: 'boolean' }).notNull(),
    release: text().$type<Letter['release']>().notNull(),
    toPublish: integer('to_publish', { mode: 'boolean' }).notNull(),
    seq: integer().notNull(),
    holds: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('held_letter_once').on(table.tenant, table.letterId)],
);
export type HeldRow = typeof heldLetter.$inferSelect;
