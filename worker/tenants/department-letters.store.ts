/** Letters a department has in hand: the tenant's own, and those of other tenants that it holds. Asked of the tenant's shard. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { heldLetter } from '../schema/hand-over.ts';
import { letter } from '../schema/letters.ts';

const open = sql`${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen', 'merged')`;

/** Letters in hand of a department behind one of them, in the order of their ids. */
export async function openOf(db: Database, tenant: string, id: string, after: string, limit: number) {
  return db
    .select({ id: letter.id, number: letter.number, title: letter.title })
    .from(letter)
    .where(
      and(
        eq(letter.tenant, tenant),
        open,
        isNull(letter.holder),
        eq(letter.department, id),
        gt(letter.id, after),
      ),
    )
    .orderBy(asc(letter.id))
    .limit(limit);
}

const heldBy = (tenant: string, id: string) =>
  and(
    eq(heldLetter.tenant, tenant),
    eq(heldLetter.holds, true),
    eq(heldLetter.department, id),
    sql`${heldLetter.status} IN ('submitted', 'accepted', 'awaiting_citizen', 'merged')`,
  );

/** Letters of other tenants that a department has in hand, behind one of them. */
export async function heldOpenOf(db: Database, tenant: string, id: string, after: string, limit: number) {
  const { home, letterId } = heldLetter;
  return db
    .select({ id: letterId, home })
    .from(heldLetter)
    .where(and(heldBy(tenant, id), gt(letterId, after)))
    .orderBy(asc(letterId))
    .limit(limit);
}

/** @returns the ids of open letters of a department, by number */
export async function openByNumber(db: Database, tenant: string, id: string, numbers: readonly string[]) {
  const rows = await db
    .select({ id: letter.id, number: letter.number })
    .from(letter)
    .where(
      and(
        eq(letter.tenant, tenant),
        sql`${letter.number} IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
        open,
        isNull(letter.holder),
        eq(letter.department, id),
      ),
    );
  return new Map(rows.map((row) => [row.number, row.id]));
}

/** How many letters a department has in hand, of other tenants' too. */
export async function openCount(db: Database, tenant: string, id: string): Promise<number> {
  const own = and(eq(letter.tenant, tenant), open, isNull(letter.holder), eq(letter.department, id));
  const [[mine], [held]] = await db.batch([
    db
      .select({ count: sql<number>`count(*)` })
      .from(letter)
      .where(own),
    db
      .select({ count: sql<number>`count(*)` })
      .from(heldLetter)
      .where(heldBy(tenant, id)),
  ]);
  return mine!.count + held!.count;
}
