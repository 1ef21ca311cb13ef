/** The courses of a tenant's figures over a period, from the same facts as the figures. */
import type { Charts } from '../../contract/charts.ts';
import { addDays, chartsOf, dayOf, startOfDay, type Day, type Facts } from '../../core/index.ts';
import { remember } from '../platform/cache.ts';
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { factsBetween } from './stats.store.ts';

const keptSeconds = 86_400;

/** Computed once for each version of the tenant and day, as the figures are (stats.actions.ts). */
export async function knownCharts(
  env: Env,
  tenant: Tenant,
  version: string,
  { from, to }: { from: Day; to: Day },
  now: number,
): Promise<Charts> {
  return remember(env, `charts/${version}/${from}/${to}`, keptSeconds, async () => {
    const { slug, timeZone } = tenant;
    const asOf = dayOf(now, timeZone);
    const end = (day: Day) => startOfDay(addDays(day, 1), timeZone);
    const known: Facts[] = [];
    const db = shard(env, tenant.shard);
    for await (const facts of factsBetween(db, slug, startOfDay(from, timeZone), end(to))) known.push(facts);
    const courses = chartsOf(known, { from, to, asOf, before: end(asOf), timeZone });
    return { tenant: slug, from, to, asOf, ...courses };
  });
}
