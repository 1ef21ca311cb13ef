/** What the figures are computed from: one row a letter of the period, and the notices. */
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Facts } from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import { facts, notice } from '../schema/letters.ts';

/** Letters received in [from, before), read in pages so that no answer of the database grows without bound. */
export async function* factsBetween(
  db: Database,
  tenant: string,
  from: number,
  before: number,
): AsyncGenerator<Facts> {
  const pageSize = 5000;
  let after: [number, string] = [from, ''];
  for (;;) {
    const page = await db
      .select({ receivedAt: facts.receivedAt, letterId: facts.letterId, facts: facts.facts })
      .from(facts)
      .where(
        and(
          eq(facts.tenant, tenant),
          sql`(${facts.receivedAt}, ${facts.letterId}) > (${after[0]}, ${after[1]})`,
          lt(facts.receivedAt, before),
        ),
      )
      .orderBy(asc(facts.receivedAt), asc(facts.letterId))
      .limit(pageSize);
    for (const row of page) yield row.facts;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = [last.receivedAt, last.letterId];
  }
}

/** Notices of a period by department; '' where none is named. */
export async function countNotices(
  db: Database,
  tenant: string,
  from: number,
  before: number,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ department: notice.department, count: sql<number>`count(*)` })
    .from(notice)
    .where(and(eq(notice.tenant, tenant), gte(notice.publishedAt, from), lt(notice.publishedAt, before)))
    .groupBy(notice.department);
  return new Map(rows.map(({ department, count }) => [department ?? '', count]));
}
