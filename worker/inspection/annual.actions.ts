/** The annual form of a tenant, or of all under a jurisdiction: from the roll-ups, never from a shard. */
import type { Annual, AnnualTable } from '../../contract/inspection.ts';
import { annualOf } from '../../core/index.ts';
import { directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { countedUntil } from '../ranking/ranking.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { earliest, timeOf } from './as-of.ts';
import { yearOf, yearsUnder } from './year.store.ts';

export async function readAnnual(env: Env, { slug, timeZone }: Tenant, year: number): Promise<Annual> {
  const db = directory(env);
  // The time first: what is read after it is of then or newer.
  const until = await countedUntil(db);
  const { name, shard, months, published } = await yearOf(db, slug, year);
  const asOf = timeOf(until.get(shard) ?? null, timeZone);
  return { tenant: slug, name, year, asOf, ...annualOf(months, published) };
}

export async function readAnnualTable(env: Env, jurisdiction: string, year: number): Promise<AnnualTable> {
  const db = directory(env);
  const until = await countedUntil(db);
  const rows = await yearsUnder(db, jurisdiction, year);
  const items = rows.map(({ slug, name, jurisdiction: own, months, published }) => ({
    ...{ tenant: slug, name, jurisdiction: own },
    ...annualOf(months, published),
  }));
  return { jurisdiction, year, asOf: earliest(rows, until), items };
}
