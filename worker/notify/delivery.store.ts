/** Deliveries of a shard: what is to be told to whom, what came of it, and the log of calls. */
import { and, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { DeliveryState } from '../../contract/vocabulary.ts';
import type { LetterEvent } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import * as table from '../schema/letters.ts';
import type { DeliveryRow } from '../schema/letters.ts';

const { delivery, attempt, event, letter, mailCount, mailStop } = table;

export type Channel = DeliveryRow['channel'];
export type NewDelivery = Pick<
  DeliveryRow,
  'id' | 'key' | 'tenant' | 'channel' | 'kind' | 'target' | 'letterId' | 'seq' | 'dueAt' | 'createdAt'
>;

export interface Told {
  letterId: string;
  seq: number;
  event: LetterEvent;
  contact: string | null;
  /** Another tenant holds or held the letter. */
  handedOver: boolean;
}

/** The events that messages of the outbox speak of, with the sealed contact of their letters. */
export async function eventsTold(
  db: Database,
  tenant: string,
  messages: readonly { letterId: string | null; seq: number | null }[],
): Promise<Told[]> {
  const pairs = messages.filter(({ seq }) => seq !== null).map(({ letterId, seq }) => [letterId, seq]);
  return db
    .select({
      letterId: event.letterId,
      seq: event.seq,
      event: event.data,
      contact: letter.contact,
      handedOver: letter.handedOver,
    })
    .from(event)
    .innerJoin(letter, eq(letter.id, event.letterId))
    .where(
      and(
        eq(event.tenant, tenant),
        sql`(${event.letterId}, ${event.seq}) IN
          (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`,
      ),
    );
}

/** Whose key is there already is left as it is: telling twice what is to be told changes nothing. */
export function insertDeliveries(db: Database, rows: readonly NewDelivery[]): Statement[] {
  // 10 columns a row and 2 constants: D1 binds at most 100 parameters.
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += 8) {
    const part = rows.slice(at, at + 8).map((row) => ({ ...row, state: 'pending' as const }));
    statements.push(db.insert(delivery).values(part).onConflictDoNothing());
  }
  return statements;
}

/**
 * Takes up what is due and counts the attempt; until `until` nobody else takes it up. Who is killed in the middle leaves it to
 * be tried again then.
 */
export function claim(db: Database, channel: Channel, now: number, until: number, limit: number) {
  const due = db
    .select({ id: delivery.id })
    .from(delivery)
    // Written out, so that the planner sees the partial index's own condition.
    .where(and(eq(delivery.channel, channel), sql`${delivery.state} = 'pending'`, lte(delivery.dueAt, now)))
    .orderBy(delivery.dueAt, delivery.id)
    .limit(limit);
  return db
    .update(delivery)
    .set({ attempts: sql`${delivery.attempts} + 1`, dueAt: until })
    .where(inArray(delivery.id, due))
    .returning();
}

export function end(
  db: Database,
  id: string,
  state: Exclude<DeliveryState, 'pending'>,
  note: string | null,
  endedAt: number,
): Statement {
  return db.update(delivery).set({ state, note, endedAt }).where(eq(delivery.id, id));
}

export function tryAgain(db: Database, id: string, note: string, dueAt: number): Statement {
  return db
    .update(delivery)
    .set({ note, dueAt })
    .where(and(eq(delivery.id, id), eq(delivery.state, 'pending')));
}

/** Nothing else is tried at once at an address that has just failed: others come first. */
export function holdBack(db: Database, target: string, now: number, until: number): Statement {
  const where = and(eq(delivery.target, target), eq(delivery.state, 'pending'), lte(delivery.dueAt, now));
  return db.update(delivery).set({ dueAt: until }).where(where);
}

/** All that waits for a target comes to this end: its webhook was disabled or removed. */
export function endAllOf(
  db: Database,
  target: string,
  state: 'dead' | 'dropped',
  note: string,
  endedAt: number,
): Statement {
  const where = and(eq(delivery.target, target), eq(delivery.state, 'pending'));
  return db.update(delivery).set({ state, note, endedAt }).where(where);
}

/** From the first attempt again. */
export function revive(db: Database, tenant: string, id: string, dueAt: number): Statement {
  const where = and(eq(delivery.id, id), eq(delivery.tenant, tenant));
  return db
    .update(delivery)
    .set({ ...afresh, dueAt })
    .where(where);
}

/** All that had found its target failing, or disabled. */
export function reviveDead(db: Database, target: string, dueAt: number): Statement {
  const where = and(eq(delivery.target, target), eq(delivery.state, 'dead'));
  return db
    .update(delivery)
    .set({ ...afresh, dueAt })
    .where(where);
}

const afresh = { state: 'pending', attempts: 0, note: null, endedAt: null } as const;

export async function findDelivery(db: Database, tenant: string, id: string): Promise<DeliveryRow | null> {
  const where = and(eq(delivery.id, id), eq(delivery.tenant, tenant));
  return (await db.select().from(delivery).where(where).get()) ?? null;
}

/** Newest first, with the number of the letter. */
export async function listDeliveries(
  db: Database,
  tenant: string,
  state: DeliveryState,
  offset: number,
  limit: number,
) {
  return db
    .select({ row: delivery, number: letter.number })
    .from(delivery)
    .leftJoin(letter, eq(letter.id, delivery.letterId))
    .where(and(eq(delivery.tenant, tenant), eq(delivery.state, state)))
    .orderBy(desc(delivery.createdAt), desc(delivery.id))
    .limit(limit)
    .offset(offset);
}

const countedMax = 1000;

export async function countDeliveries(db: Database, tenant: string, state: DeliveryState): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(delivery)
    .where(and(eq(delivery.tenant, tenant), eq(delivery.state, state)))
    .limit(countedMax)
    .as('some');
  return (await db
    .select({ count: sql<number>`count(*)` })
    .from(some)
    .get())!.count;
}

/** The log keeps the last calls only. */
export function logAttempt(db: Database, row: typeof attempt.$inferInsert, kept: number): Statement[] {
  const last = db
    .select({ id: attempt.id })
    .from(attempt)
    .where(eq(attempt.target, row.target))
    .orderBy(desc(attempt.id))
    .limit(1)
    .offset(kept);
  return [
    db.insert(attempt).values(row),
    db
      .delete(attempt)
      .where(and(eq(attempt.target, row.target), sql`${attempt.id} <= coalesce((${last}), 0)`)),
  ];
}

export async function attemptsOf(db: Database, target: string, limit: number) {
  return db.select().from(attempt).where(eq(attempt.target, target)).orderBy(desc(attempt.id)).limit(limit);
}

export function dropAttempts(db: Database, target: string): Statement {
  return db.delete(attempt).where(eq(attempt.target, target));
}

export async function stopsAmong(db: Database, tenant: string, subjects: string[]): Promise<Set<string>> {
  const where = and(eq(mailStop.tenant, tenant), inArray(mailStop.subject, subjects));
  const rows = await db.select({ subject: mailStop.subject }).from(mailStop).where(where);
  return new Set(rows.map(({ subject }) => subject));
}

export function insertStop(db: Database, tenant: string, subject: string, createdAt: number): Statement {
  return db.insert(mailStop).values({ tenant, subject, createdAt }).onConflictDoNothing();
}

export function deleteStops(db: Database, tenant: string, subjects: string[]): Statement {
  return db.delete(mailStop).where(and(eq(mailStop.tenant, tenant), inArray(mailStop.subject, subjects)));
}

/** Counts one more of an address on a day. */
export function countMail(db: Database, subject: string, day: string) {
  return db
    .insert(mailCount)
    .values({ subject, day, count: 1 })
    .onConflictDoUpdate({
      target: [mailCount.subject, mailCount.day],
      set: { count: sql`${mailCount.count} + 1` },
    })
    .returning({ count: mailCount.count });
}

export function dropEnded(db: Database, doneBefore: number, deadBefore: number, day: string): Statement[] {
  const ended = lt(delivery.endedAt, doneBefore);
  return [
    db
      .delete(delivery)
      .where(and(ended, sql`(${delivery.state} <> 'dead' OR ${delivery.endedAt} < ${deadBefore})`)),
    db.delete(mailCount).where(lt(mailCount.day, day)),
  ];
}
