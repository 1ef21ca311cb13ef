/** Tenants as they were judged, the worst first; all of it in the directory. */
import { and, asc, desc, eq, isNotNull, min, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { tenant } from '../schema/directory.ts';
import { liveness } from '../schema/liveness.ts';

type Row = typeof liveness.$inferSelect;
export type JudgedTenant = { [K in 'evidence' | 'level' | 'severity' | 'asOf']: NonNullable<Row[K]> } & {
  tenant: string;
  name: string;
  jurisdiction: string;
  timeZone: string;
};

/** The last row of the page before. */
export interface WorstPlace {
  severity: number;
  tenant: string;
}

/** The prefix is written out as its index has it: by each length another. */
function under(prefix: string): SQL | undefined {
  const length = sql.raw(String(prefix.length));
  const within = prefix === '' ? undefined : sql`substr(${liveness.jurisdiction}, 1, ${length}) = ${prefix}`;
  return and(isNotNull(liveness.asOf), within);
}

const columns = {
  evidence: liveness.evidence,
  level: liveness.level,
  severity: liveness.severity,
  asOf: liveness.asOf,
  tenant: liveness.tenant,
  name: tenant.name,
  jurisdiction: tenant.jurisdiction,
  timeZone: tenant.timeZone,
};

export async function listWorst(
  db: Database,
  prefix: string,
  after: WorstPlace | null,
  limit: number,
): Promise<JudgedTenant[]> {
  const place =
    after &&
    sql`${liveness.severity} <= ${after.severity} AND (${liveness.severity} < ${after.severity} OR ${liveness.tenant} > ${after.tenant})`;
  const rows = await db
    .select(columns)
    .from(liveness)
    .innerJoin(tenant, eq(tenant.slug, liveness.tenant))
    .where(and(under(prefix), place ?? undefined))
    .orderBy(desc(liveness.severity), asc(liveness.tenant))
    .limit(limit);
  return rows as JudgedTenant[];
}

/** How many there are at each level, and when the one judged longest ago was. */
export async function countLevels(db: Database, prefix: string) {
  return db
    .select({ level: liveness.level, count: sql<number>`count(*)`, oldest: min(liveness.asOf) })
    .from(liveness)
    .where(under(prefix))
    .groupBy(liveness.level);
}

export async function judgedTenant(db: Database, slug: string): Promise<JudgedTenant | null> {
  const row = await db
    .select(columns)
    .from(liveness)
    .innerJoin(tenant, eq(tenant.slug, liveness.tenant))
    .where(and(eq(liveness.tenant, slug), isNotNull(liveness.asOf)))
    .get();
  return (row as JudgedTenant | undefined) ?? null;
}
