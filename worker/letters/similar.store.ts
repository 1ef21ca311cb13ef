/** Where letters like one are looked for: what is published, by its words, and what its department answered last. */
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { event, letter, type LetterRow } from '../schema/letters.ts';
import { matchAnyOf } from './search.store.ts';

/** Published letters with a final reply that hold any of the phrases, latest publication first. */
export async function publishedLike(
  db: Database,
  tenant: string,
  phrases: readonly string[][],
  limit: number,
): Promise<LetterRow[]> {
  if (phrases.length === 0) return [];
  const hits = sql`(SELECT rowid FROM search WHERE search MATCH ${matchAnyOf(tenant, phrases)} ORDER BY rowid DESC LIMIT ${limit})`;
  const rows = await db
    .select({ letter })
    .from(sql`${hits} AS hit`)
    // CROSS JOIN, so that the planner starts from the hits and not from all that is published.
    .crossJoin(letter)
    .where(
      and(
        sql`${letter.searchId} = hit.rowid`,
        eq(letter.tenant, tenant),
        sql`${letter.release} = 'published' AND ${letter.consent} = 1 AND ${letter.outcome} IS NOT NULL`,
      ),
    );
  return rows.map((row) => row.letter);
}

/** What a department gave its latest final replies to, published or not. */
export async function answeredBy(
  db: Database,
  tenant: string,
  department: string,
  except: string,
  limit: number,
): Promise<LetterRow[]> {
  return db
    .select()
    .from(letter)
    .where(
      and(
        eq(letter.tenant, tenant),
        eq(letter.department, department),
        // Written out, so that the planner sees the partial index's own condition.
        sql`${letter.answeredAt} IS NOT NULL AND ${letter.outcome} IS NOT NULL`,
        ne(letter.id, except),
      ),
    )
    .orderBy(desc(letter.answeredAt))
    .limit(limit);
}

/** The latest final reply of each, as sent; erased ones are missing. */
export async function repliesOf(
  db: Database,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ letterId: event.letterId, data: event.data, texts: event.texts })
    .from(event)
    .where(
      and(
        sql`${event.letterId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        eq(event.tenant, tenant),
        eq(event.kind, 'replied'),
      ),
    )
    .orderBy(event.letterId, event.seq);
  const replies = new Map<string, string>();
  for (const { letterId, data, texts } of rows)
    if (data.kind === 'replied' && data.type === 'final' && texts?.body) replies.set(letterId, texts.body);
  return replies;
}
