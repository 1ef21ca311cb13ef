/** What tests of the roll-ups compare with: every figure counted anew from the facts, month by month and as a whole. */
import { expect, vi } from 'vitest';
import { addDays, monthsIn, type MonthRange } from '../../core/index.ts';
import { directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { figuresIn, statsOf } from '../stats/stats.actions.ts';
import { testEnv } from './app.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { readTenantPart } from '../ranking/ranking.actions.ts';
import { rollUpShard } from '../ranking/roll-up.actions.ts';

/** Lets the service's clock stand at a time; only `Date.now` is moved, timers go on. */
export const stand = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

export const run = (env: Env = testEnv): Promise<number> => rollUpShard(env, 0);

const lastOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return addDays(
    `${number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`}-01`,
    -1,
  );
};

/** Departments without letters or notices in the period stand in the recount and not in the roll-up, or the other way round. */
const isEmpty = (figures: { received: number; spam: number; withdrawn: number; notices: number }) =>
  figures.received + figures.spam + figures.withdrawn + figures.notices === 0;

export async function expectRecount(slug: string, range: MonthRange, at = Date.now()): Promise<void> {
  const tenant = (await findTenant(directory(testEnv), { slug })) as Tenant;
  const of = async (from: string, to: string) =>
    statsOf(testEnv, tenant, { from: `${from}-01`, to: lastOf(to) }, at);
  const whole = await of(range.from, range.to);
  const part = await readTenantPart(testEnv, tenant, range);
  expect(part.total).toEqual(figuresIn(whole));
  const recounted = whole.byDepartment.filter((one) => !isEmpty(one));
  expect(part.departments.filter(({ figures }) => !isEmpty(figures)).map(({ id }) => id)).toEqual(
    recounted.map(({ id }) => id),
  );
  for (const { id, name: _name, ...figures } of recounted)
    expect([id, part.departments.find((one) => one.id === id)?.figures]).toEqual([id, figures]);
  for (const month of monthsIn(range)) {
    const own = part.months.find((one) => one.month === month)!;
    expect([month, own.figures]).toEqual([month, figuresIn(await of(month, month))]);
  }
}

type Batch = (run: () => Promise<D1Result[]>) => Promise<D1Result[]>;

/** The world with somebody between it and its databases, whom every batch goes through. */
export function through(batch: Batch, env: Env = testEnv): Env {
  const watched = (database: D1Database): D1Database =>
    new Proxy(database, {
      get(target, name) {
        if (name === 'batch')
          return (statements: D1PreparedStatement[]) => batch(() => target.batch(statements));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  return { ...env, DIRECTORY: watched(env.DIRECTORY), LETTERS_0: watched(env.LETTERS_0) };
}

/** A world whose databases run so many batches, and then none: before or after the last one was done. */
export function dying(batches: number, when: 'before' | 'after', env: Env = testEnv): Env {
  let left = batches;
  return through(async (run) => {
    if (left-- > 0) return run();
    if (left === -1 && when === 'after') await run();
    throw new Error('killed');
  }, env);
}
