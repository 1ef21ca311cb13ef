/** What a bulletin reads of a shard, while it is made. */
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { SurveyedLetter } from '../../core/index.ts';
import type { Colour, Kind } from '../../contract/vocabulary.ts';
import type { Database } from '../platform/d1.ts';
import { heldLetter } from '../schema/hand-over.ts';
import { event, facts, letter } from '../schema/letters.ts';

const pageSize = 2000;

/** Letters received in [from, before), in pages so that no answer of the database grows without bound. */
export async function* lettersBetween(
  db: Database,
  tenant: string,
  from: number,
  before: number,
): AsyncGenerator<SurveyedLetter & { home: string | null }> {
  let after: [number, string] = [from, ''];
  for (;;) {
    const page = await db
      .select({
        id: facts.letterId,
        receivedAt: facts.receivedAt,
        facts: facts.facts,
        number: sql<string>`coalesce(${letter.number}, ${heldLetter.number})`,
        kind: sql<Kind>`coalesce(${letter.kind}, ${heldLetter.kind})`,
        // A letter of another tenant goes by that tenant's rules.
        ruleVersion: letter.ruleVersion,
        home: heldLetter.home,
      })
      .from(facts)
      .leftJoin(letter, and(eq(letter.id, facts.letterId), eq(letter.tenant, facts.tenant)))
      .leftJoin(heldLetter, and(eq(heldLetter.tenant, facts.tenant), eq(heldLetter.letterId, facts.letterId)))
      .where(
        and(
          eq(facts.tenant, tenant),
          sql`(${facts.receivedAt}, ${facts.letterId}) > (${after[0]}, ${after[1]})`,
          lt(facts.receivedAt, before),
        ),
      )
      .orderBy(asc(facts.receivedAt), asc(facts.letterId))
      .limit(pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = [last.receivedAt, last.id];
  }
}

/** The highest colour each of these letters had before a moment; colours only rise while a letter lies unanswered. */
export async function coloursOf(
  db: Database,
  tenant: string,
  ids: readonly string[],
  before: number,
): Promise<Map<string, Colour>> {
  const colours = new Map<string, Colour>();
  for (let at = 0; at < ids.length; at += pageSize) {
    const rows = await db
      .select({ id: event.letterId, data: event.data })
      .from(event)
      .where(
        and(
          eq(event.tenant, tenant),
          sql`${event.letterId} IN (SELECT value FROM json_each(${JSON.stringify(ids.slice(at, at + pageSize))}))`,
          eq(event.kind, 'escalated'),
          lt(event.at, before),
        ),
      )
      .orderBy(asc(event.letterId), asc(event.seq));
    for (const { id, data } of rows) if (data.kind === 'escalated') colours.set(id, data.colour);
  }
  return colours;
}
