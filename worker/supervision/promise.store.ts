/** Promises and contested letters as the directory knows them: written by the outbox, read by the centre. */
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { order, tenant } from '../schema/directory.ts';
import { contestedLetter, promise, type ContestedRow, type PromiseRow } from '../schema/promises.ts';

/** The last row of the page before: what it is sorted by, and its number. */
export interface ListPlace {
  at: number;
  number: string;
}

const whose = { tenantName: tenant.name, timeZone: tenant.timeZone };
interface Whose {
  tenantName: string;
  timeZone: string;
}
export type ListedPromise = PromiseRow & Whose & { promisedFor: string };
export type ListedContested = ContestedRow & Whose;

/** One tenant's are found by its own index; the prefix, written out as its index has it, only confirms that it may be seen. */
function within(
  table: typeof promise | typeof contestedLetter,
  prefix: string,
  slug: string | undefined,
): SQL | undefined {
  const length = sql.raw(String(prefix.length));
  if (slug !== undefined)
    return and(eq(table.tenant, slug), sql`substr(+${table.jurisdiction}, 1, ${length}) = ${prefix}`);
  return prefix === '' ? undefined : sql`substr(${table.jurisdiction}, 1, ${length}) = ${prefix}`;
}

/** A cursor may name any time; days are told up to the year 9999. */
export const lastDay = (at: number): string =>
  new Date(Math.min(Math.max(at, 0), 253_402_300_799_999)).toISOString().slice(0, 10);

/** Open promises, the earliest day first. */
export async function listOpenPromises(
  db: Database,
  prefix: string,
  slug: string | undefined,
  after: ListPlace | null,
  limit: number,
): Promise<ListedPromise[]> {
  const { promisedFor, number } = promise;
  const rows = await db
    .select({ ...getTableColumns(promise), ...whose })
    .from(promise)
    .innerJoin(tenant, eq(tenant.slug, promise.tenant))
    .where(
      and(
        isNull(promise.doneAt),
        isNotNull(promisedFor),
        within(promise, prefix, slug),
        after ? sql`(${promisedFor}, ${number}) > (${lastDay(after.at)}, ${after.number})` : undefined,
      ),
    )
    .orderBy(asc(promisedFor), asc(number))
    .limit(limit);
  return rows as ListedPromise[];
}

/** Those that were kept, the latest first. */
export async function listKeptPromises(
  db: Database,
  prefix: string,
  slug: string | undefined,
  after: ListPlace | null,
  limit: number,
): Promise<ListedPromise[]> {
  const { doneAt, number } = promise;
  const rows = await db
    .select({ ...getTableColumns(promise), ...whose })
    .from(promise)
    .innerJoin(tenant, eq(tenant.slug, promise.tenant))
    .where(
      and(
        isNotNull(doneAt),
        isNotNull(promise.promisedFor),
        within(promise, prefix, slug),
        after ? sql`(${doneAt}, ${number}) < (${after.at}, ${after.number})` : undefined,
      ),
    )
    .orderBy(desc(doneAt), desc(number))
    .limit(limit);
  return rows as ListedPromise[];
}

/** Letters closed as contested, the latest first. */
export async function listContested(
  db: Database,
  prefix: string,
  slug: string | undefined,
  after: ListPlace | null,
  limit: number,
): Promise<ListedContested[]> {
  const { contestedAt, number } = contestedLetter;
  return db
    .select({ ...getTableColumns(contestedLetter), ...whose })
    .from(contestedLetter)
    .innerJoin(tenant, eq(tenant.slug, contestedLetter.tenant))
    .where(
      and(
        within(contestedLetter, prefix, slug),
        after ? sql`(${contestedAt}, ${number}) < (${after.at}, ${after.number})` : undefined,
      ),
    )
    .orderBy(desc(contestedAt), desc(number))
    .limit(limit);
}

/** The latest order about each of these letters, by the letter's number. */
export async function ordersAbout(db: Database, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ letter: order.letterNumber, number: order.number })
    .from(order)
    .where(
      and(
        isNotNull(order.letterNumber),
        sql`${order.letterNumber} IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
      ),
    )
    .orderBy(asc(order.letterNumber), asc(order.issuedAt));
  return new Map(rows.map(({ letter: about, number }) => [about!, number]));
}

/** A row that is further along stays: two runs of the outbox may overlap. */
export function putPromises(db: Database, rows: readonly PromiseRow[]): Statement[] {
  const { letterId: _id, ...rest } = getTableColumns(promise);
  const setWhere = sql`excluded.seq >= ${promise.seq}`;
  return partsOf(rows).map((part) =>
    db
      .insert(promise)
      .values(part)
      .onConflictDoUpdate({ target: promise.letterId, set: takenFrom(rest), setWhere }),
  );
}

export function putContested(db: Database, rows: readonly ContestedRow[]): Statement[] {
  const { letterId: _id, ...rest } = getTableColumns(contestedLetter);
  const setWhere = sql`excluded.seq >= ${contestedLetter.seq}`;
  return partsOf(rows).map((part) =>
    db
      .insert(contestedLetter)
      .values(part)
      .onConflictDoUpdate({ target: contestedLetter.letterId, set: takenFrom(rest), setWhere }),
  );
}

const takenFrom = (columns: Record<string, { name: string }>): Record<string, SQL> =>
  Object.fromEntries(Object.entries(columns).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]));

/** 11 columns a row: D1 binds at most 100 parameters. */
function partsOf<T>(rows: readonly T[]): T[][] {
  const size = 9;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
}
