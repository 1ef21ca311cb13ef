/** Announced days in the directory, whose deadlines are to be counted again, and the letters they are counted for. */
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { YearDays } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { calendar, meta, recount, tenant, type RecountRow } from '../schema/directory.ts';
import { event, letter, type EventRow, type LetterRow } from '../schema/letters.ts';

/** The next version of a year's days; of two at once the second breaks the key. */
export function insertYear(
  db: Database,
  scope: string,
  days: YearDays,
  version: number,
  { at, by }: { at: number; by: string },
): Statement {
  return db.insert(calendar).values({ scope, year: days.year, version, days, createdAt: at, createdBy: by });
}

export async function latestVersion(db: Database, scope: string, year: number): Promise<number> {
  const where = and(eq(calendar.scope, scope), eq(calendar.year, year));
  const row = await db
    .select({ version: sql<number>`coalesce(max(${calendar.version}), 0)` })
    .from(calendar)
    .where(where)
    .get();
  return row!.version;
}

/** From the first letter on, as of a moment; a change that comes while one is under way begins it anew. */
export function askRecount(db: Database, slug: string | null, since: number): Statement {
  const fresh = { since, cursor: '', passedAt: null, doneAt: null };
  return db
    .insert(recount)
    .select(
      db
        .select({
          tenant: tenant.slug,
          shard: tenant.shard,
          since: sql<number>`${since}`.as('since'),
          cursor: sql<string>`''`.as('cursor'),
          passedAt: sql<null>`NULL`.as('passed_at'),
          doneAt: sql<null>`NULL`.as('done_at'),
        })
        .from(tenant)
        .where(slug === null ? sql`true` : eq(tenant.slug, slug)),
    )
    .onConflictDoUpdate({ target: recount.tenant, set: fresh });
}

/** Those that have not gone through all letters first; the others only once no letter can have been missed. */
export async function recountsDue(
  db: Database,
  shard: number,
  settled: number,
  limit: number,
): Promise<RecountRow[]> {
  const ready = or(isNull(recount.passedAt), lte(recount.since, settled));
  return db
    .select()
    .from(recount)
    .where(and(eq(recount.shard, shard), isNull(recount.doneAt), ready))
    .orderBy(asc(recount.tenant))
    .limit(limit);
}

/** Tenants whose letters still have deadlines of the calendar before. */
export async function beingCounted(db: Database, shard: number): Promise<Set<string>> {
  const where = and(eq(recount.shard, shard), isNull(recount.doneAt), isNull(recount.passedAt));
  const rows = await db.select({ tenant: recount.tenant }).from(recount).where(where);
  return new Set(rows.map((row) => row.tenant));
}

/** A tenant, or null for any. */
export async function isBeingCounted(db: Database, slug: string | null): Promise<boolean> {
  const pending = and(isNull(recount.doneAt), isNull(recount.passedAt));
  const where = slug === null ? pending : and(eq(recount.tenant, slug), pending);
  return (
    (await db.select({ tenant: recount.tenant }).from(recount).where(where).limit(1).get()) !== undefined
  );
}

/** How far it has got, unless the calendar has changed once more meanwhile. */
export function keepRecount(
  db: Database,
  { tenant: slug, since }: RecountRow,
  far: Partial<Pick<RecountRow, 'cursor' | 'passedAt' | 'doneAt'>>,
): Statement {
  return db
    .update(recount)
    .set(far)
    .where(and(eq(recount.tenant, slug), eq(recount.since, since)));
}

const edition = 'calendar';
export async function editionCounted(db: Database): Promise<string | null> {
  return (await db.select().from(meta).where(eq(meta.key, edition)).get())?.value ?? null;
}
export function keepEdition(db: Database, value: string): Statement {
  return db
    .insert(meta)
    .values({ key: edition, value })
    .onConflictDoUpdate({ target: meta.key, set: { value } });
}

/** A part of a tenant's letters whose deadlines can still move, in the order of their ids. */
export async function openLetters(
  db: Database,
  slug: string,
  after: string,
  limit: number,
): Promise<LetterRow[]> {
  return db
    .select()
    .from(letter)
    .where(
      and(
        eq(letter.tenant, slug),
        // Written out, so that the planner sees the partial index's own condition.
        sql`${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen', 'merged')`,
        gt(letter.id, after),
      ),
    )
    .orderBy(asc(letter.id))
    .limit(limit);
}

/** The records of several letters, by letter, oldest event first. */
export async function recordsOf(db: Database, ids: readonly string[]): Promise<Map<string, EventRow[]>> {
  const rows = await db
    .select()
    .from(event)
    .where(sql`${event.letterId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(event.letterId), asc(event.seq));
  return Map.groupBy(rows, ({ letterId }) => letterId);
}
