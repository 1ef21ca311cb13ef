/** What the jobs read and clear. */
import { asc, eq, inArray, lt, lte, max, sql } from 'drizzle-orm';
import type { Figures } from '../../contract/stats.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { tenantSummary } from '../schema/directory.ts';
import { idempotency, job, letter, outbox, readerMark, spentChallenge } from '../schema/letters.ts';

export async function dueMessages(db: Database, now: number, limit: number) {
  return db.select().from(outbox).where(lte(outbox.dueAt, now)).orderBy(asc(outbox.id)).limit(limit);
}

/** In parts: a statement binds at most 100 values. */
export function dropMessages(db: Database, ids: number[]): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < ids.length; at += 90)
    statements.push(db.delete(outbox).where(inArray(outbox.id, ids.slice(at, at + 90))));
  return statements;
}

export function postpone(db: Database, ids: number[], dueAt: number): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < ids.length; at += 90) {
    const where = inArray(outbox.id, ids.slice(at, at + 90));
    statements.push(
      db
        .update(outbox)
        .set({ attempts: sql`${outbox.attempts} + 1`, dueAt })
        .where(where),
    );
  }
  return statements;
}

export async function activityOf(db: Database, tenant: string) {
  const held = sql`(SELECT count(*) FROM held_letter WHERE held_letter.tenant = ${tenant} AND holds = 1
    AND held_letter.status IN ('submitted', 'accepted', 'awaiting_citizen'))`;
  const row = await db
    .select({
      open: sql<number>`coalesce(sum(${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen') AND ${letter.holder} IS NULL), 0) + ${held}`,
      lastReceivedAt: max(letter.receivedAt),
      lastAnsweredAt: max(letter.answeredAt),
    })
    .from(letter)
    .where(eq(letter.tenant, tenant))
    .get();
  return row!;
}

export function putSummary(
  db: Database,
  row: {
    tenant: string;
    figures: Figures;
    open: number;
    lastReceivedAt: number | null;
    lastAnsweredAt: number | null;
    asOf: number;
  },
): Statement {
  return db.insert(tenantSummary).values(row).onConflictDoUpdate({ target: tenantSummary.tenant, set: row });
}

/** What nobody can need any more: answers kept for retries, spent challenges, readers' marks. */
export function dropExpired(
  db: Database,
  now: number,
  idempotencyBefore: number,
  marksBefore: number,
): Statement[] {
  return [
    db.delete(spentChallenge).where(lt(spentChallenge.expiresAt, now)),
    db.delete(idempotency).where(lt(idempotency.createdAt, idempotencyBefore)),
    db.delete(readerMark).where(lt(readerMark.createdAt, marksBefore)),
  ];
}

export async function cursorOf(db: Database, name: string): Promise<string | null> {
  return (await db.select({ cursor: job.cursor }).from(job).where(eq(job.name, name)).get())?.cursor ?? null;
}

export function keepCursor(db: Database, name: string, cursor: string, ranAt: number): Statement {
  return db
    .insert(job)
    .values({ name, cursor, ranAt })
    .onConflictDoUpdate({ target: job.name, set: { cursor, ranAt } });
}
