/** Who has a letter open. Every row ends by itself. */
import { and, desc, eq, gt, lte, ne, notInArray } from 'drizzle-orm';
import type { EventKind } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { event } from '../schema/letters.ts';
import { presence } from '../schema/presence.ts';

/** Members who have it open besides one. */
export async function othersAt(
  db: Database,
  letterId: string,
  userId: string,
  now: number,
): Promise<string[]> {
  const rows = await db
    .select({ userId: presence.userId })
    .from(presence)
    .where(and(eq(presence.letterId, letterId), ne(presence.userId, userId), gt(presence.until, now)));
  return rows.map((row) => row.userId);
}

export function putPresence(db: Database, row: typeof presence.$inferInsert): Statement {
  return db
    .insert(presence)
    .values(row)
    .onConflictDoUpdate({ target: [presence.letterId, presence.userId], set: { until: row.until } });
}

export function dropPresence(db: Database, letterId: string, userId: string): Statement {
  return db.delete(presence).where(and(eq(presence.letterId, letterId), eq(presence.userId, userId)));
}

export function dropGone(db: Database, now: number): Statement {
  return db.delete(presence).where(lte(presence.until, now));
}

/** The seq of a letter's last event that isn't of these kinds. */
export async function lastSeqBut(
  db: Database,
  tenant: string,
  letterId: string,
  kinds: readonly EventKind[],
): Promise<number> {
  const row = await db
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.letterId, letterId), eq(event.tenant, tenant), notInArray(event.kind, [...kinds])))
    .orderBy(desc(event.seq))
    .limit(1)
    .get();
  return row?.seq ?? 0;
}
