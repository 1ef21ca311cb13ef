/** Letters in hand as the directory knows them: written by the outbox, read by the centre. */
import { and, asc, eq, getTableColumns, gt, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { openLetter, tenant, type OpenLetterRow } from '../schema/directory.ts';
import { facts, letter } from '../schema/letters.ts';
import type { OrderScope } from './order.store.ts';

export interface OverdueFilter {
  /** Within a jurisdiction. */
  tenant?: string | undefined;
  department?: string | undefined;
  /** Deadlines in (after, until]. */
  lapsed: { after: number; until: number };
}

/** The last row of the page before. */
export interface OverduePlace {
  replyAt: number;
  number: string;
}

export type OverdueRow = OpenLetterRow & { replyAt: number; tenantName: string; timeZone: string };

/** Letters whose reply deadline has passed, those that are late for longest first. */
export async function listOverdue(
  db: Database,
  scope: OrderScope,
  { tenant: slug, department, lapsed }: OverdueFilter,
  after: OverduePlace | null,
  limit: number,
): Promise<OverdueRow[]> {
  const { replyAt, number } = openLetter;
  const rows = await db
    .select({ ...getTableColumns(openLetter), tenantName: tenant.name, timeZone: tenant.timeZone })
    .from(openLetter)
    .innerJoin(tenant, eq(tenant.slug, openLetter.tenant))
    .where(
      and(
        isNull(openLetter.closedAt),
        isNotNull(replyAt),
        gt(replyAt, lapsed.after),
        lte(replyAt, lapsed.until),
        within(scope, slug),
        department === undefined ? undefined : eq(openLetter.department, department),
        after ? sql`(${replyAt}, ${number}) > (${after.replyAt}, ${after.number})` : undefined,
      ),
    )
    .orderBy(asc(replyAt), asc(number))
    .limit(limit);
  return rows as OverdueRow[];
}

/** As in order.store.ts: the prefix is written out as its index has it. */
function within(scope: OrderScope, slug: string | undefined): SQL | undefined {
  const own = 'tenant' in scope ? scope.tenant : slug;
  const under = 'prefix' in scope ? scope.prefix : '';
  const length = sql.raw(String(under.length));
  if (own !== undefined)
    return and(eq(openLetter.tenant, own), sql`substr(+${openLetter.jurisdiction}, 1, ${length}) = ${under}`);
  return under === '' ? undefined : sql`substr(${openLetter.jurisdiction}, 1, ${length}) = ${under}`;
}

/** Letters of a shard as they stand, with what the figures know of their deadlines. */
export async function lettersAsTheyStand(db: Database, slug: string, ids: readonly string[]) {
  return db
    .select({ letter, facts: facts.facts })
    .from(letter)
    .innerJoin(
      facts,
      and(
        eq(facts.tenant, letter.tenant),
        eq(facts.receivedAt, letter.receivedAt),
        eq(facts.letterId, letter.id),
      ),
    )
    .where(
      and(
        eq(letter.tenant, slug),
        sql`${letter.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
}

/** Other tenants that hold or held one of them. */
export async function jurisdictionsOf(db: Database, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  return db
    .select({ slug: tenant.slug, jurisdiction: tenant.jurisdiction })
    .from(tenant)
    .where(sql`${tenant.slug} IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`);
}

/** A row that is further along stays: two runs of the outbox may overlap. */
export function putOpenLetters(db: Database, rows: readonly OpenLetterRow[]): Statement[] {
  const statements: Statement[] = [];
  const { tenant: _tenant, letterId: _id, ...rest } = getTableColumns(openLetter);
  const set = Object.fromEntries(
    Object.entries(rest).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
  );
  // 14 columns a row: D1 binds at most 100 parameters.
  for (let at = 0; at < rows.length; at += 7)
    statements.push(
      db
        .insert(openLetter)
        .values(rows.slice(at, at + 7))
        .onConflictDoUpdate({
          target: [openLetter.tenant, openLetter.letterId],
          set,
          setWhere: sql`excluded.seq >= ${openLetter.seq}`,
        }),
    );
  return statements;
}

export function dropClosed(db: Database, before: number): Statement {
  return db.delete(openLetter).where(and(isNotNull(openLetter.closedAt), lt(openLetter.closedAt, before)));
}
