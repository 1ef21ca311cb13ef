/**
 * By what replies that went out are found again. Every function asks for the tenant; writes are statements that haven't run.
 * How much is read depends on what is alike, never on how many replies there are.
 */
import { eq, sql } from 'drizzle-orm';
import { fingerprintOf, SIGNATURE_VERSION, type LetterEvent } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { letter } from '../schema/letters.ts';
import { replyKey, replyPrint } from '../schema/near-copies.ts';

/** Of each key only the newest are looked at: of canned phrases there are thousands. */
const NEWEST_PER_KEY = 20;
/** Of those the ones that share most keys, the newest first: what is nearly the same shares nearly all. */
const CANDIDATES_MAX = 40;

/** A reply that may be alike, and the letter it answered. */
export interface Candidate {
  id: string;
  signature: Uint8Array;
  at: number;
  letterId: string;
  number: string;
  department: string | null;
  /** Another tenant that holds it, and whoever does there. */
  holder: string | null;
  holderDepartment: string | null;
  mergedInto: string | null;
}

/** What goes out leaves its print, in the batch that records it; the reply that a merged letter shares is its target's. */
export function printReplies(
  db: Database,
  tenant: string,
  letterId: string,
  events: readonly LetterEvent[],
  body: string | undefined,
): Statement[] {
  return events.flatMap((event) => {
    if (event.kind !== 'replied' || event.merged || !body) return [];
    const print = fingerprintOf(body);
    const { seq, at } = event;
    const row = { tenant, letterId, seq, at, version: SIGNATURE_VERSION };
    return print ? [db.insert(replyPrint).values({ ...row, ...print })] : [];
  });
}

/** With the texts of an erased letter. The keys go by a trigger. */
export const erasePrints = (db: Database, letterId: string): Statement =>
  db.delete(replyPrint).where(eq(replyPrint.letterId, letterId));

/**
 * For each set of keys the replies that share one with it, at most 40, those that share most first; signatures of the present
 * version only. In one go, however many sets.
 */
export async function candidatesFor(
  db: Database,
  tenant: string,
  sets: readonly (readonly number[])[],
): Promise<Candidate[][]> {
  const [first, ...rest] = sets.map((keys) => candidates(db, tenant, keys));
  return first ? db.batch([first, ...rest]) : [];
}

function candidates(db: Database, tenant: string, keys: readonly number[]) {
  const oldest = sql`coalesce((SELECT near.print FROM reply_key AS near WHERE near.tenant = ${tenant}
    AND near.key = sought.value ORDER BY near.print DESC LIMIT 1 OFFSET ${NEWEST_PER_KEY - 1}), 0)`;
  const found = db
    .select({ print: replyKey.print, shared: sql<number>`count(*)`.as('shared') })
    .from(sql`json_each(${JSON.stringify([...new Set(keys)])}) AS sought`)
    .crossJoin(replyKey)
    .where(
      sql`${replyKey.tenant} = ${tenant} AND ${replyKey.key} = sought.value AND ${replyKey.print} >= ${oldest}`,
    )
    .groupBy(replyKey.print)
    .orderBy(sql`shared DESC, ${replyKey.print} DESC`)
    .limit(CANDIDATES_MAX)
    .as('found');
  return db
    .select({
      id: sql<string>`CAST(${replyPrint.id} AS TEXT)`,
      signature: replyPrint.signature,
      at: replyPrint.at,
      letterId: replyPrint.letterId,
      number: letter.number,
      department: letter.department,
      holder: letter.holder,
      holderDepartment: letter.holderDepartment,
      mergedInto: letter.mergedInto,
    })
    .from(found)
    .innerJoin(replyPrint, eq(replyPrint.id, found.print))
    .innerJoin(letter, eq(letter.id, replyPrint.letterId))
    .where(eq(replyPrint.version, SIGNATURE_VERSION));
}
