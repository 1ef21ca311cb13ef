/** What people ticked in the self-check. Nothing is overwritten: the highest number of an item holds. */
import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { InspectionItem } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { tenant } from '../schema/directory.ts';
import { inspectionTick } from '../schema/liveness.ts';

export type TickRow = typeof inspectionTick.$inferSelect;

/** Of a tenant and year the latest of each item. */
export async function ticksOf(
  db: Database,
  slug: string,
  year: number,
): Promise<Map<InspectionItem, TickRow>> {
  const rows = await db
    .select()
    .from(inspectionTick)
    .where(and(eq(inspectionTick.tenant, slug), eq(inspectionTick.year, year)))
    .orderBy(asc(inspectionTick.item), desc(inspectionTick.seq));
  const latest = new Map<InspectionItem, TickRow>();
  for (const row of rows) if (!latest.has(row.item)) latest.set(row.item, row);
  return latest;
}

/** By tenant of a jurisdiction: how many items are ticked, how many of them as not met, and when last. */
export async function ticksUnder(db: Database, prefix: string, year: number) {
  const later = sql`EXISTS (SELECT 1 FROM inspection_tick AS later WHERE later.tenant = ${inspectionTick.tenant}
    AND later.year = ${inspectionTick.year} AND later.item = ${inspectionTick.item} AND later.seq > ${inspectionTick.seq})`;
  const ofYear = and(
    eq(inspectionTick.tenant, tenant.slug),
    eq(inspectionTick.year, year),
    sql`NOT ${later}`,
  );
  return db
    .select({
      tenant: tenant.slug,
      ticked: sql<number>`count(*)`,
      unmet: sql<number>`sum(${inspectionTick.answer} = 'unmet')`,
      tickedAt: sql<number>`max(${inspectionTick.at})`,
    })
    .from(tenant)
    .innerJoin(inspectionTick, ofYear)
    .where(and(gte(tenant.jurisdiction, prefix), lt(tenant.jurisdiction, `${prefix}:`)))
    .groupBy(tenant.slug);
}

/** Its number is allotted inside the statement, so two at once can't share one. */
export function insertTick(db: Database, row: Omit<TickRow, 'seq'>): Statement {
  const { tenant: slug, year, item } = row;
  const next = sql`(SELECT coalesce(max(seq), 0) + 1 FROM inspection_tick WHERE tenant = ${slug} AND year = ${year} AND item = ${item})`;
  return db.insert(inspectionTick).values({ ...row, seq: next as unknown as number });
}
