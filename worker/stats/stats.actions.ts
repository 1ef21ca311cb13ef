/** The figures of a tenant over a period, as of a cut-off. The badge, the profile and the stats page all ask here. */
import type { Figures, Stats } from '../../contract/stats.ts';
import {
  addDays,
  dayOf,
  figuresByDepartment,
  startOfDay,
  UNASSIGNED,
  type Day,
  type Facts,
} from '../../core/index.ts';
import { remember } from '../platform/cache.ts';
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { countNotices, factsBetween } from './stats.store.ts';

export interface Period {
  from?: Day | undefined;
  to?: Day | undefined;
  asOf?: Day | undefined;
  department?: string | undefined;
}

const keptSeconds = 86_400;

/** The same, computed once for each version of the tenant and day; `version` holds both (http/public-read.ts). */
export async function knownStats(
  env: Env,
  tenant: Tenant,
  version: string,
  period: Period,
  now: number,
): Promise<Stats> {
  const { from = '', to = '', asOf = '', department = '' } = period;
  const key = `stats/${version}/${[from, to, asOf, encodeURIComponent(department)].join('/')}`;
  return remember(env, key, keptSeconds, () => statsOf(env, tenant, period, now));
}

/** The figures of the 365 days to today, as the profile shows them. */
export async function figuresOf(env: Env, tenant: Tenant, version: string, now: number): Promise<Figures> {
  return figuresIn(await knownStats(env, tenant, version, {}, now));
}

/** Without the period they are of. */
export function figuresIn(stats: Stats): Figures {
  const { tenant: _tenant, from: _from, to: _to, asOf: _asOf, byDepartment: _by, ...figures } = stats;
  return figures;
}

/** Default: the 365 days to today; the cut-off is the end of `asOf`, by default today. */
export async function statsOf(env: Env, tenant: Tenant, period: Period, now: number): Promise<Stats> {
  const today = dayOf(now, tenant.timeZone);
  const to = period.to ?? today;
  const from = period.from ?? addDays(to, -364);
  const asOf = period.asOf ?? today;
  const db = shard(env, tenant.shard);
  const end = (day: Day) => startOfDay(addDays(day, 1), tenant.timeZone);
  const known: Facts[] = [];
  for await (const facts of factsBetween(db, tenant.slug, startOfDay(from, tenant.timeZone), end(to)))
    known.push(facts);
  const noticesBefore = Math.min(end(to), end(asOf));
  const notices = await countNotices(db, tenant.slug, startOfDay(from, tenant.timeZone), noticesBefore);
  const { total, byDepartment } = figuresByDepartment(known, { asOf: end(asOf), notices });
  const named = [...tenant.departments, { id: UNASSIGNED, name: UNASSIGNED }];
  const departments = named.flatMap(({ id, name }) => {
    const figures = byDepartment.get(id);
    return figures ? [{ id, name, ...figures }] : [];
  });
  const { department } = period;
  const scoped = department === undefined ? total : (byDepartment.get(department) ?? emptyFigures(end(asOf)));
  const shown = department === undefined ? departments : departments.filter(({ id }) => id === department);
  return { tenant: tenant.slug, from, to, asOf, ...scoped, byDepartment: shown };
}

function emptyFigures(asOf: number): Figures {
  return figuresByDepartment([], { asOf, notices: new Map() }).total;
}
