/** What a shard has to count again, its running sums, and their copies in the directory. */
import { and, asc, eq, gt, isNotNull, lt, lte, max, notInArray, sql } from 'drizzle-orm';
import type { Share, Sums } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { rollUp, rollUpState, tenant } from '../schema/directory.ts';
import { facts, notice, rollUpTurn, runningSum } from '../schema/letters.ts';

export type LetterToCount = Pick<
  typeof facts.$inferSelect,
  'tenant' | 'receivedAt' | 'letterId' | 'facts' | 'counted' | 'changed'
>;

/** Letters of any tenant that changed, or whose time has come. `except`: tenants that failed in this run. */
export async function lettersToCount(
  db: Database,
  at: number,
  except: readonly string[],
  limit: number,
): Promise<LetterToCount[]> {
  const { countAt, ...columns } = facts;
  const { tenant: slug, receivedAt, letterId, facts: json, counted, changed } = columns;
  return db
    .select({ tenant: slug, receivedAt, letterId, facts: json, counted, changed })
    .from(facts)
    .where(and(isNotNull(countAt), lte(countAt, at), notInArray(slug, [...except])))
    .orderBy(asc(countAt), asc(slug), asc(receivedAt), asc(letterId))
    .limit(limit);
}

export type NoticeToCount = Pick<typeof notice.$inferSelect, 'id' | 'tenant' | 'department' | 'publishedAt'>;

export async function noticesToCount(
  db: Database,
  at: number,
  except: readonly string[],
  limit: number,
): Promise<NoticeToCount[]> {
  const { id, tenant: slug, department, publishedAt, countAt } = notice;
  return db
    .select({ id, tenant: slug, department, publishedAt })
    .from(notice)
    .where(and(isNotNull(countAt), lte(countAt, at), notInArray(slug, [...except])))
    .orderBy(asc(countAt), asc(slug), asc(id))
    .limit(limit);
}

/** Read before anything that is counted: `takeTurn` fails where another run has been at it since. */
export async function turnOf(db: Database): Promise<number> {
  return (
    (
      await db
        .select({ turn: max(rollUpTurn.turn) })
        .from(rollUpTurn)
        .get()
    )?.turn ?? 0
  );
}

export interface Turn {
  after: number;
  turn: number;
}

export function takeTurn(db: Database, { after, turn }: Turn): Statement[] {
  return [
    db.insert(rollUpTurn).values({ turn, after }),
    db.delete(rollUpTurn).where(lt(rollUpTurn.turn, turn)),
  ];
}

export interface CountedLetter {
  receivedAt: number;
  letterId: string;
  /** As of which change it was counted: where another one came since, it stays due. */
  changed: number;
  counted: Share | null;
  /** When time alone will change what it adds. */
  countAt: number | null;
}

export function keepCounted(db: Database, slug: string, letters: readonly CountedLetter[]): Statement {
  const given = letters.map(({ counted, ...rest }) => ({
    ...{ ...rest, tenant: slug },
    counted: counted && JSON.stringify(counted),
  }));
  return db
    .update(facts)
    .set({
      counted: sql`given.value ->> 'counted'`,
      countAt: sql`CASE WHEN changed = given.value ->> 'changed' THEN given.value ->> 'countAt' ELSE 0 END`,
    })
    .from(sql`json_each(${JSON.stringify(given)}) AS given`)
    .where(
      // With the tenant as a value of its own the planner would go through all of its letters for each one given.
      sql`${facts.tenant} = given.value ->> 'tenant' AND ${facts.receivedAt} = given.value ->> 'receivedAt'
        AND ${facts.letterId} = given.value ->> 'letterId'`,
    );
}

/** @param at when to look again; null: counted for good */
export function keepNotices(db: Database, ids: readonly string[], at: number | null): Statement {
  return db
    .update(notice)
    .set({ countAt: at })
    .where(sql`${notice.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}

/** Looks again later at letters of a tenant that the directory doesn't know. */
export function postponeLetters(db: Database, slug: string, at: number): Statement {
  return db
    .update(facts)
    .set({ countAt: at })
    .where(and(eq(facts.tenant, slug), lte(facts.countAt, at)));
}

/** Of a department ('': the tenant), by month. */
export interface YearSums {
  department: string;
  year: number;
  months: Record<string, Sums>;
}

export async function sumsOf(
  db: Database,
  slug: string,
  wanted: readonly (readonly [department: string, year: number])[],
): Promise<YearSums[]> {
  const { department, year, months } = runningSum;
  return db
    .select({ department, year, months })
    .from(runningSum)
    .where(
      sql`${runningSum.tenant} = ${slug} AND (${department}, ${year}) IN
        (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(wanted)}))`,
    );
}

export function keepSums(db: Database, slug: string, sums: readonly YearSums[], version: number): Statement {
  return db
    .insert(runningSum)
    .select(
      sql`SELECT ${slug}, value ->> 'department', value ->> 'year', json(value -> 'months'), ${version}, 0
        FROM json_each(${JSON.stringify(sums)}) WHERE true`,
    )
    .onConflictDoUpdate({
      target: [runningSum.tenant, runningSum.department, runningSum.year],
      set: { months: sql`excluded.months`, version: sql`excluded.version` },
    });
}

export type SumsToCopy = Omit<typeof runningSum.$inferSelect, 'copied'>;

export async function sumsToCopy(db: Database, limit: number): Promise<SumsToCopy[]> {
  const { tenant: slug, department, year, months, version, copied } = runningSum;
  return db
    .select({ tenant: slug, department, year, months, version })
    .from(runningSum)
    .where(gt(version, copied))
    .orderBy(asc(slug), asc(department), asc(year))
    .limit(limit);
}

/** In the directory. What is newer there stays: a run that was overtaken changes nothing. */
export function putRollUps(db: Database, rows: readonly SumsToCopy[]): Statement {
  return db
    .insert(rollUp)
    .select(
      sql`SELECT value ->> 'tenant', value ->> 'department', value ->> 'year', json(value -> 'months'), value ->> 'version'
        FROM json_each(${JSON.stringify(rows)}) WHERE true`,
    )
    .onConflictDoUpdate({
      target: [rollUp.tenant, rollUp.department, rollUp.year],
      set: { months: sql`excluded.months`, version: sql`excluded.version` },
      setWhere: sql`${rollUp.version} < excluded.version`,
    });
}

/** Where they have changed since, they are due again. */
export function keepCopied(db: Database, rows: readonly SumsToCopy[]): Statement {
  const given = rows.map(({ months: _months, ...rest }) => rest);
  return db
    .update(runningSum)
    .set({ copied: sql`given.value ->> 'version'` })
    .from(sql`json_each(${JSON.stringify(given)}) AS given`)
    .where(
      sql`${runningSum.tenant} = given.value ->> 'tenant' AND ${runningSum.department} = given.value ->> 'department'
        AND ${runningSum.year} = given.value ->> 'year'`,
    );
}

/** In the directory: until when all of a shard has been counted. Never goes back. */
export function keepAsOf(db: Database, shard: number, asOf: number): Statement {
  return db
    .insert(rollUpState)
    .values({ shard, asOf })
    .onConflictDoUpdate({
      target: rollUpState.shard,
      set: { asOf: sql`max(${rollUpState.asOf}, excluded.as_of)` },
    });
}

export interface CountedTenant {
  slug: string;
  timeZone: string;
  jurisdiction: string;
}

/** In the directory. */
export async function tenantsNamed(db: Database, slugs: readonly string[]): Promise<CountedTenant[]> {
  const { slug, timeZone, jurisdiction } = tenant;
  return db
    .select({ slug, timeZone, jurisdiction })
    .from(tenant)
    .where(sql`${slug} IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`);
}
