/** Years of tenants as the directory knows them: sums by month of receipt, letters that are public. No shard is asked. */
import { and, asc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Sums } from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import { rollUp, tenant, tenantSummary, origin } from '../schema/directory.ts';
import { liveness, tenantActivity } from '../schema/liveness.ts';

export interface TenantYear {
  slug: string;
  name: string;
  jurisdiction: string;
  shard: number;
  months: Record<string, Sums>;
  published: number;
}

async function yearsWhere(db: Database, where: SQL, year: number): Promise<TenantYear[]> {
  const sums = and(eq(rollUp.tenant, tenant.slug), eq(rollUp.department, ''), eq(rollUp.year, year));
  const rows = await db
    .select({
      slug: tenant.slug,
      name: tenant.name,
      jurisdiction: tenant.jurisdiction,
      shard: tenant.shard,
      months: rollUp.months,
      published: tenantActivity.published,
    })
    .from(tenant)
    .leftJoin(rollUp, sums)
    .leftJoin(tenantActivity, eq(tenantActivity.tenant, tenant.slug))
    .where(where)
    .orderBy(asc(tenant.jurisdiction), asc(tenant.slug));
  return rows.map(({ months, published, ...rest }) => ({
    ...rest,
    months: months ?? {},
    published: published?.[String(year)] ?? 0,
  }));
}

/** Tenants whose jurisdiction begins so. As a range, which the index answers; digits come before the colon. */
const under = (prefix: string): SQL =>
  and(gte(tenant.jurisdiction, prefix), lt(tenant.jurisdiction, `${prefix}:`))!;

export const yearsUnder = (db: Database, prefix: string, year: number) => yearsWhere(db, under(prefix), year);

export async function yearOf(db: Database, slug: string, year: number): Promise<TenantYear> {
  return (await yearsWhere(db, eq(tenant.slug, slug), year))[0]!;
}

/** Letters that wait for over three months, as each tenant was judged last. */
export async function waitingUnder(db: Database, prefix: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ tenant: liveness.tenant, evidence: liveness.evidence })
    .from(tenant)
    .innerJoin(liveness, eq(liveness.tenant, tenant.slug))
    .where(under(prefix));
  return new Map(rows.map((row) => [row.tenant, row.evidence?.unanswered ?? 0]));
}

/** When a tenant last received and published something and was last seen on a page. */
export async function lastTimesOf(db: Database, slug: string) {
  const sites = sql`FROM ${origin} WHERE ${origin.tenant} = ${tenant.slug}`;
  const row = await db
    .select({
      lastReceivedAt: tenantSummary.lastReceivedAt,
      lastPublishedAt: tenantActivity.publishedAt,
      lastSeenAt: sql<number | null>`(SELECT max(${origin.seenAt}) ${sites})`,
      origins: sql<number>`(SELECT count(*) ${sites})`,
    })
    .from(tenant)
    .leftJoin(tenantSummary, eq(tenantSummary.tenant, tenant.slug))
    .leftJoin(tenantActivity, eq(tenantActivity.tenant, tenant.slug))
    .where(eq(tenant.slug, slug))
    .get();
  return row!;
}
