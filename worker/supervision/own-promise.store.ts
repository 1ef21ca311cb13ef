/** A tenant's promises in its shard: of its own letters that it holds, and of others' that were handed over to it. */
import { and, asc, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Kind } from '../../contract/vocabulary.ts';
import type { Facts } from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import { heldLetter } from '../schema/hand-over.ts';
import { facts, letter } from '../schema/letters.ts';
import { lastDay } from './promise.store.ts';

export interface OwnPromise {
  number: string;
  kind: Kind;
  title: string;
  department: string | null;
  receivedAt: number;
  promisedFor: string;
  promiseDone: boolean;
  /** Its place among those of a day; below 0 for letters of other tenants. */
  serial: number;
  facts: Facts;
}

export interface OwnScope {
  tenant: string;
  /** Those an officer works for; null for all. */
  departments: readonly string[] | null;
  kept: boolean;
}

type Table = typeof letter | typeof heldLetter;

/** Open ones by day, kept ones the latest day first. */
export async function listOwnPromises(
  db: Database,
  scope: OwnScope,
  after: { at: number; serial: number } | null,
  limit: number,
): Promise<OwnPromise[]> {
  const lists = await Promise.all([
    listIn(db, letter, sql`${letter.serial}`, scope, after, limit),
    listIn(db, heldLetter, sql`-${heldLetter.id}`, scope, after, limit),
  ]);
  const sign = scope.kept ? -1 : 1;
  return lists
    .flat()
    .sort(
      (one, other) =>
        sign * (Date.parse(one.promisedFor) - Date.parse(other.promisedFor) || one.serial - other.serial),
    )
    .slice(0, limit);
}

async function listIn(
  db: Database,
  table: Table,
  serial: SQL,
  scope: OwnScope,
  after: { at: number; serial: number } | null,
  limit: number,
): Promise<OwnPromise[]> {
  const { promisedFor } = table;
  const beyond = sql.raw(scope.kept ? '<' : '>');
  const letterId = table === heldLetter ? heldLetter.letterId : letter.id;
  const rows = await db
    .select({
      number: table.number,
      kind: table.kind,
      title: table.title,
      department: table.department,
      receivedAt: table.receivedAt,
      promisedFor,
      promiseDone: table.promiseDone,
      serial: serial.mapWith(Number),
      facts: facts.facts,
    })
    .from(table)
    .innerJoin(
      facts,
      and(
        eq(facts.tenant, table.tenant),
        eq(facts.receivedAt, table.receivedAt),
        eq(facts.letterId, letterId),
      ),
    )
    .where(
      and(
        within(table, scope),
        after
          ? sql`(${promisedFor}, ${serial}) ${beyond} (${lastDay(after.at)}, ${after.serial})`
          : undefined,
      ),
    )
    .orderBy(...(scope.kept ? [desc(promisedFor), desc(serial)] : [asc(promisedFor), asc(serial)]))
    .limit(limit);
  return rows as OwnPromise[];
}

/** More than these needn't be counted. */
const lateMax = 500;

/** How many open promises lie before a day. */
export async function countLatePromises(db: Database, scope: OwnScope, today: string): Promise<number> {
  const counts = await Promise.all(
    [letter, heldLetter].map(async (table) => {
      const late = db
        .select({ one: sql`1`.as('one') })
        .from(table)
        .where(and(within(table, scope), sql`${table.promisedFor} < ${today}`))
        .limit(lateMax)
        .as('late');
      const row = await db
        .select({ count: sql<number>`count(*)` })
        .from(late)
        .get();
      return row!.count;
    }),
  );
  return Math.min(
    lateMax,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

/** What is 0 or 1 is written out, as the partial indexes have it. */
function within(table: Table, { tenant, departments, kept }: OwnScope): SQL | undefined {
  const { promiseDone, department } = table;
  return and(
    eq(table.tenant, tenant),
    isNotNull(table.promisedFor),
    kept ? sql`${promiseDone} = 1` : sql`${promiseDone} = 0`,
    // Whoever holds the letter keeps the promise.
    table === heldLetter ? sql`${heldLetter.holds} = 1` : sql`${letter.holder} IS NULL`,
    departments === null
      ? undefined
      : sql`${department} IN (SELECT value FROM json_each(${JSON.stringify(departments)}))`,
  );
}
