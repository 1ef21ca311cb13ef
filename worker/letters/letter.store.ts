/** Letters, their events and facts. Every function takes the tenant first; writes are statements that haven't run. */
import { and, asc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm';
import type { Facts } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import * as table from '../schema/letters.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';

const { letter, event } = table;

export async function findByNumber(db: Database, tenant: string, number: string): Promise<LetterRow | null> {
  const where = and(eq(letter.tenant, tenant), eq(letter.number, number));
  return (await db.select().from(letter).where(where).get()) ?? null;
}

export async function findById(db: Database, tenant: string, id: string): Promise<LetterRow | null> {
  const where = and(eq(letter.tenant, tenant), eq(letter.id, id));
  return (await db.select().from(letter).where(where).get()) ?? null;
}

/** A letter's record, oldest first. */
export async function eventsOf(db: Database, tenant: string, id: string): Promise<EventRow[]> {
  const where = and(eq(event.letterId, id), eq(event.tenant, tenant));
  return db.select().from(event).where(where).orderBy(asc(event.seq));
}

/** Letters that wait for the answer of another one. */
export async function mergedInto(db: Database, tenant: string, id: string): Promise<LetterRow[]> {
  return db
    .select()
    .from(letter)
    .where(and(eq(letter.mergedInto, id), eq(letter.tenant, tenant), eq(letter.status, 'merged')));
}

/** Letters of the shard, of any tenant, whose next step by time alone is due: for the sweep only. */
export async function dueForSweep(db: Database, after: [number, string], now: number, limit: number) {
  return db
    .select({ id: letter.id, tenant: letter.tenant, nextAt: letter.nextAt })
    .from(letter)
    .where(
      and(
        isNotNull(letter.nextAt),
        sql`(${letter.nextAt}, ${letter.id}) > (${after[0]}, ${after[1]})`,
        lte(letter.nextAt, now),
      ),
    )
    .orderBy(asc(letter.nextAt), asc(letter.id))
    .limit(limit);
}

export async function findIdempotency(db: Database, tenant: string, keyHash: string) {
  const where = and(eq(table.idempotency.tenant, tenant), eq(table.idempotency.keyHash, keyHash));
  return (await db.select().from(table.idempotency).where(where).get()) ?? null;
}

/** Which of these rows of a file are there already. */
export async function importedAmong(
  db: Database,
  tenant: string,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await db
    .select({ externalId: letter.externalId })
    .from(letter)
    .where(
      and(
        eq(letter.tenant, tenant),
        sql`${letter.externalId} IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))`,
      ),
    );
  return new Set(rows.map(({ externalId }) => externalId!));
}

export type NewLetter = Omit<LetterRow, 'number' | 'serial' | 'writerFiles'>;

/**
 * A letter with the next number of its tenant and year. The number is allotted by a sub-select inside the statement, so
 * that a batch that fails leaves no gap and two that race can't share one.
 */
export function insertLetter(db: Database, prefix: string, row: NewLetter) {
  const next = sql`(SELECT coalesce(max(serial), 0) + 1 FROM letter WHERE tenant = ${row.tenant} AND year = ${row.year})`;
  return db
    .insert(letter)
    .values({
      ...row,
      serial: sql`${next}`,
      number: sql`printf('%s-%04d-%06d', ${prefix}, ${row.year}, ${next})`,
    })
    .returning({ number: letter.number });
}

export function updateLetter(
  db: Database,
  tenant: string,
  id: string,
  columns: Partial<LetterRow>,
): Statement {
  return db
    .update(letter)
    .set(columns)
    .where(and(eq(letter.id, id), eq(letter.tenant, tenant)));
}

export function insertEvents(db: Database, rows: EventRow[]): Statement[] {
  // 8 columns a row: D1 binds at most 100 parameters.
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += 12)
    statements.push(db.insert(event).values(rows.slice(at, at + 12)));
  return statements;
}

export function putFacts(
  db: Database,
  tenant: string,
  id: string,
  receivedAt: number,
  facts: Facts,
): Statement {
  return db
    .insert(table.facts)
    .values({ tenant, receivedAt, letterId: id, facts })
    .onConflictDoUpdate({
      target: [table.facts.tenant, table.facts.receivedAt, table.facts.letterId],
      set: { facts },
    });
}

export function insertIdempotency(db: Database, row: typeof table.idempotency.$inferInsert): Statement {
  return db.insert(table.idempotency).values(row);
}

export function spendChallenge(db: Database, signature: string, expiresAt: number): Statement {
  return db.insert(table.spentChallenge).values({ signature, expiresAt });
}

export function insertReaderMark(
  db: Database,
  letterId: string,
  reader: string,
  kind: string,
  createdAt: number,
): Statement {
  return db.insert(table.readerMark).values({ letterId, reader, kind, createdAt });
}

/** What is to be told or mirrored elsewhere because of this change. */
export function insertOutbox(
  db: Database,
  tenant: string,
  topic: string,
  letterId: string | null,
  seq: number | null,
  dueAt: number,
): Statement {
  return db.insert(table.outbox).values({ tenant, topic, letterId, seq, dueAt });
}

/** Erases what people wrote up to an event, and the salts of its commitments; the record itself stays. */
export function eraseTexts(db: Database, tenant: string, id: string, before: number): Statement {
  return db
    .update(event)
    .set({ texts: null, salt: null })
    .where(and(eq(event.letterId, id), eq(event.tenant, tenant), lt(event.seq, before)));
}
