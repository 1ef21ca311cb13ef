/** The league table of a jurisdiction and one tenant's part in it, from the roll-ups; no shard is asked. */
import {
  addSums,
  figuresOfSums,
  leagueOf,
  monthsBefore,
  monthsIn,
  NO_DEPARTMENT,
  type Month,
  type MonthRange,
  type Sums,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { insertAudit } from '../tenants/tenant.store.ts';
import { forgetRankings } from './ranking-version.ts';
import * as store from './ranking.store.ts';
import type { Table, TenantPart } from './ranking.view.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

export async function readTable(
  env: Env,
  jurisdiction: string,
  period: MonthRange,
  by: RankedBy,
): Promise<Table> {
  const db = directory(env);
  const before = monthsBefore(period);
  const years = [Number(before.from.slice(0, 4)), Number(period.to.slice(0, 4))] as const;
  // The time first: what is read after it is of then or newer.
  const until = await store.countedUntil(db);
  const [publication, tenants, rows, comments] = await Promise.all([
    store.findPublication(db, jurisdiction),
    store.tenantsUnder(db, jurisdiction),
    store.rollUpsUnder(db, jurisdiction, ...years),
    store.commentsUnder(db, jurisdiction),
  ]);
  const byTenant = Map.groupBy(rows, ({ tenant }) => tenant);
  const sumsIn = (slug: string, range: MonthRange) => sumsOf(byTenant.get(slug) ?? [], monthsIn(range));
  const total: Sums = {};
  const entries = tenants.map(({ slug }) => {
    const sums = sumsIn(slug, period);
    addSums(total, sums);
    return { tenant: slug, figures: figuresOfSums(sums), before: figuresOfSums(sumsIn(slug, before)) };
  });
  return {
    ...{ jurisdiction, publication, period, before, by },
    asOf: earliest(tenants.map(({ shard }) => until.get(shard) ?? null)),
    total: figuresOfSums(total),
    league: leagueOf(entries, by),
    tenants: new Map(tenants.map((tenant) => [tenant.slug, tenant])),
    comments: new Map(comments.map((comment) => [comment.tenant, comment])),
  };
}

export async function readTenantPart(
  env: Env,
  tenant: { slug: string; shard: number },
  period: MonthRange,
): Promise<TenantPart> {
  const db = directory(env);
  const until = await store.countedUntil(db);
  const years = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))] as const;
  const rows = await store.rollUpsOf(db, tenant.slug, ...years);
  const names = new Map((await store.departmentsOf(db, tenant.slug)).map(({ id, name }) => [id, name]));
  const byDepartment = Map.groupBy(rows, ({ department }) => department);
  const whole = byDepartment.get('') ?? [];
  const months = monthsIn(period);
  const order = [...names.keys()];
  const departments = [...byDepartment]
    .filter(([id]) => id !== '' && id !== NO_DEPARTMENT)
    .map(([id, own]) => ({ id, name: names.get(id) ?? null, sums: sumsOf(own, months) }))
    .filter(({ sums }) => Object.keys(sums).length > 0)
    .sort((one, other) => place(order, one.id) - place(order, other.id))
    .map(({ sums, ...rest }) => ({ ...rest, figures: figuresOfSums(sums) }));
  return {
    period,
    asOf: until.get(tenant.shard) ?? null,
    total: figuresOfSums(sumsOf(whole, months)),
    departments,
    months: months.map((month) => ({ month, figures: figuresOfSums(sumsOf(whole, [month])) })),
  };
}

const place = (order: readonly string[], id: string) =>
  (order.indexOf(id) + order.length + 1) % (order.length + 1);

function sumsOf(
  rows: readonly { year: number; months: Record<string, Sums> }[],
  months: readonly Month[],
): Sums {
  const sums: Sums = {};
  const years = new Map(rows.map((row) => [row.year, row.months]));
  for (const month of months) addSums(sums, years.get(Number(month.slice(0, 4)))?.[month.slice(5)] ?? {});
  return sums;
}

/** As old as the oldest part. */
function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce<number | null>(
    (least, time) => (least === null || time === null ? null : Math.min(least, time)),
    times[0] ?? null,
  );
}

export const readPublication = (env: Env, jurisdiction: string): Promise<store.Publication | null> =>
  store.findPublication(directory(env), jurisdiction);

/** Published tables in which a jurisdiction's tenants stand, the nearest first. */
export async function tablesWith(env: Env, jurisdiction: string) {
  const published = await store.publishedTables(directory(env));
  return published
    .filter((table) => jurisdiction.startsWith(table.jurisdiction))
    .sort((one, other) => other.jurisdiction.length - one.jurisdiction.length);
}

/** Shows a jurisdiction's table to everybody, or no longer; who did it and when is kept. */
export async function publishTable(
  env: Env,
  table: { jurisdiction: string; name: string; public: boolean },
  actor: string,
): Promise<void> {
  const db = directory(env);
  const at = now();
  const action = table.public ? 'ranking-published' : 'ranking-hidden';
  await commit(db, [
    store.putPublication(db, { ...table, changedAt: at, changedBy: actor }),
    insertAudit(db, { at, userId: actor, tenant: null, action, subject: table.jurisdiction }),
  ]);
  await forgetRankings(env, [table.jurisdiction]);
}
