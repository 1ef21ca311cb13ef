/** What a spot check reads of a shard: which letters are drawn from, while the list is made. */
import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { isDrawnFrom, type Window } from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import { heldLetter } from '../schema/hand-over.ts';
import { facts, letter } from '../schema/letters.ts';

const pageSize = 2000;

/**
 * Numbers of letters that a tenant holds, its own or another's, whose latest final reply lies in the window; those that were erased
 * left out. Goes through all letters received before its end, in pages: a reply may come long after its letter.
 */
export async function numbersIn(
  db: Database,
  tenant: string,
  window: Window,
): Promise<{ numbers: string[]; read: number }> {
  const numbers: string[] = [];
  let read = 0;
  for (let after: [number, string] = [0, '']; ;) {
    const page = await db
      .select({
        id: facts.letterId,
        receivedAt: facts.receivedAt,
        facts: facts.facts,
        number: sql<string | null>`coalesce(${letter.number}, ${heldLetter.number})`,
        erased: sql<number>`coalesce(${letter.title} || ${letter.body}, ${heldLetter.title}) = ''`,
      })
      .from(facts)
      .leftJoin(
        letter,
        and(eq(letter.id, facts.letterId), eq(letter.tenant, facts.tenant), isNull(letter.holder)),
      )
      .leftJoin(
        heldLetter,
        and(
          eq(heldLetter.tenant, facts.tenant),
          eq(heldLetter.letterId, facts.letterId),
          sql`${heldLetter.holds} = 1`,
        ),
      )
      .where(
        and(
          eq(facts.tenant, tenant),
          sql`(${facts.receivedAt}, ${facts.letterId}) > (${after[0]}, ${after[1]})`,
          lt(facts.receivedAt, window.before),
        ),
      )
      .orderBy(asc(facts.receivedAt), asc(facts.letterId))
      .limit(pageSize);
    for (const { number, erased, facts: known } of page)
      if (number !== null && !erased && isDrawnFrom(known, window)) numbers.push(number);
    read += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return { numbers, read };
    after = [last.receivedAt, last.id];
  }
}
