/** Spot checks in the directory: their scope, their list of letters, their end. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SpotCheckResult } from '../../contract/spot-checks.ts';
import type { Database, Statement } from '../platform/d1.ts';
import {
  spotCheck,
  spotCheckPart,
  spotCheckTenant,
  type SpotCheckRow,
  type SpotCheckTenantRow,
} from '../schema/spot-checks.ts';

/** The last row of the page before. */
export interface SpotCheckPlace {
  at: number;
  id: string;
}

/** Newest first. The prefix is written out as its index has it: GB/T 2260 is counted in twos. */
export async function listSpotChecks(
  db: Database,
  prefix: string,
  after: SpotCheckPlace | null,
  limit: number,
): Promise<SpotCheckRow[]> {
  const length = sql.raw(String(prefix.length));
  const under = prefix === '' ? undefined : sql`substr(${spotCheck.jurisdiction}, 1, ${length}) = ${prefix}`;
  const from = after ? sql`(${spotCheck.openedAt}, ${spotCheck.id}) < (${after.at}, ${after.id})` : undefined;
  return db
    .select()
    .from(spotCheck)
    .where(and(under, from))
    .orderBy(desc(spotCheck.openedAt), desc(spotCheck.id))
    .limit(limit);
}

/** Those that a tenant is in the scope of, newest first. */
export async function listOfTenant(
  db: Database,
  tenant: string,
  after: SpotCheckPlace | null,
  limit: number,
): Promise<SpotCheckRow[]> {
  const { openedAt, checkId } = spotCheckTenant;
  const from = after ? sql`(${openedAt}, ${checkId}) < (${after.at}, ${after.id})` : undefined;
  const rows = await db
    .select({ check: spotCheck })
    .from(spotCheckTenant)
    .innerJoin(spotCheck, eq(spotCheck.id, checkId))
    .where(and(eq(spotCheckTenant.tenant, tenant), from))
    .orderBy(desc(openedAt), desc(checkId))
    .limit(limit);
  return rows.map(({ check }) => check);
}

export async function findSpotCheck(db: Database, id: string): Promise<SpotCheckRow | null> {
  return (await db.select().from(spotCheck).where(eq(spotCheck.id, id)).get()) ?? null;
}

/** Those whose list doesn't stand yet, the oldest first. */
export async function pendingSpotChecks(db: Database, limit: number): Promise<SpotCheckRow[]> {
  return db
    .select()
    .from(spotCheck)
    .where(isNull(spotCheck.frozenAt))
    .orderBy(asc(spotCheck.openedAt), asc(spotCheck.id))
    .limit(limit);
}

export type NewSpotCheck = Omit<
  typeof spotCheck.$inferInsert,
  'serial' | 'frozenAt' | 'drawnAt' | 'closedAt' | 'drawn'
>;

/** With the next number of its jurisdiction and year; what is there already under its id stays as it is. */
export function insertSpotCheck(
  db: Database,
  row: NewSpotCheck,
  tenants: readonly { slug: string; name: string; prefix: string }[],
): Statement[] {
  const next = sql`(SELECT coalesce(max(serial), 0) + 1 FROM spot_check WHERE jurisdiction = ${row.jurisdiction} AND year = ${row.year})`;
  return [
    db
      .insert(spotCheck)
      .values({ ...row, serial: next })
      .onConflictDoNothing({ target: spotCheck.id }),
    db.insert(spotCheckTenant).select(
      sql`SELECT ${row.id}, value ->> 'slug', value ->> 'name', value ->> 'prefix', ${row.openedAt}, NULL
        FROM json_each(${JSON.stringify(tenants)}) WHERE NOT EXISTS (SELECT 1 FROM spot_check_tenant WHERE check_id = ${row.id})`,
    ),
  ];
}

export async function tenantsOf(db: Database, id: string): Promise<SpotCheckTenantRow[]> {
  return db
    .select()
    .from(spotCheckTenant)
    .where(eq(spotCheckTenant.checkId, id))
    .orderBy(asc(spotCheckTenant.prefix));
}

export async function tenantOf(
  db: Database,
  id: string,
  tenant: string,
): Promise<SpotCheckTenantRow | undefined> {
  const where = and(eq(spotCheckTenant.checkId, id), eq(spotCheckTenant.tenant, tenant));
  return db.select().from(spotCheckTenant).where(where).get();
}

/** How many tenants each of these checks has, and how many of them were gone through. */
export async function progressOf(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { done: number; of: number }>> {
  const rows = await db
    .select({
      id: spotCheckTenant.checkId,
      of: sql<number>`count(*)`,
      done: sql<number>`count(${spotCheckTenant.counted})`,
    })
    .from(spotCheckTenant)
    .where(sql`${spotCheckTenant.checkId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .groupBy(spotCheckTenant.checkId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** A row of the database holds two million bytes at most. */
const numbersInPart = 20_000;

/** Whoever brought the same tenant before has brought it: these change nothing then. */
export function insertNumbers(
  db: Database,
  id: string,
  tenant: string,
  numbers: readonly string[],
): Statement[] {
  const parts = Array.from({ length: Math.ceil(numbers.length / numbersInPart) }, (_, seq) =>
    db.insert(spotCheckPart).values({
      ...{ checkId: id, tenant, seq },
      numbers: numbers.slice(seq * numbersInPart, (seq + 1) * numbersInPart),
    }),
  );
  const where = and(eq(spotCheckTenant.checkId, id), eq(spotCheckTenant.tenant, tenant));
  return [...parts, db.update(spotCheckTenant).set({ counted: numbers.length }).where(where)];
}

/** Of all tenants, in no particular order. */
export async function allNumbers(db: Database, id: string): Promise<string[]> {
  const numbers: string[] = [];
  for (const { tenant } of await tenantsOf(db, id))
    for (const number of await numbersOf(db, id, tenant)) numbers.push(number);
  return numbers;
}

export async function numbersOf(db: Database, id: string, tenant: string): Promise<string[]> {
  const rows = await db
    .select({ numbers: spotCheckPart.numbers })
    .from(spotCheckPart)
    .where(and(eq(spotCheckPart.checkId, id), eq(spotCheckPart.tenant, tenant)))
    .orderBy(asc(spotCheckPart.seq));
  return rows.flatMap(({ numbers }) => numbers);
}

type Frozen = Pick<SpotCheckRow, 'frozenAt' | 'population' | 'populationHash'>;

/** Who comes second changes nothing. */
export function freezeList(db: Database, id: string, row: Frozen): Statement {
  return db
    .update(spotCheck)
    .set(row)
    .where(and(eq(spotCheck.id, id), isNull(spotCheck.frozenAt)));
}

type Closed = { closedAt: number; closedBy: string; result: SpotCheckResult };

export function closeSpotCheck(db: Database, id: string, row: Closed): Statement {
  return db
    .update(spotCheck)
    .set(row)
    .where(and(eq(spotCheck.id, id), isNull(spotCheck.closedAt)));
}
