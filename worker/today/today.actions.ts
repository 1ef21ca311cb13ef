/** Today's page of a member: what is due, late, dissatisfied, promised, and what waits for a coordinator. */
import { TODAY_ITEMS, type Today, type TodayItem, type TodaySection } from '../../contract/inbox.ts';
import { addDays, dayOf, formatInstant, startOfDay } from '../../core/index.ts';
import { heldToday } from '../hand-over/held-today.ts';
import { withNames } from '../hand-over/told.ts';
import { policyOf } from '../letters/policy.ts';
import { now } from '../platform/clock.ts';
import { directory, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { HeldRow } from '../schema/hand-over.ts';
import { listOrders } from '../supervision/order.store.ts';
import { toOrder } from '../supervision/order.view.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { findToday, lettersById, PARTS, recordsOf, type Found, type Part } from './today.store.ts';
import { toHeldTodayItem, toTodayItem } from './today.view.ts';
import { deskLimits } from '../../contract/limits.ts';

/** What only who dispatches and signs off has to see to. */
const forCoordinators: readonly Part[] = ['drafted', 'unassigned', 'objected'];

/** A promise is prepared in the week before its day. */
const promiseDaysAhead = 7;

export interface Asking {
  env: Env;
  tenant: Tenant;
  /** The shard that holds the tenant. */
  db: Database;
  /** Departments an officer sees; null for all. */
  departments: string[] | null;
  /** Coordinators dispatch and sign off. */
  coordinates: boolean;
}

export async function readToday({ env, tenant, db, departments, coordinates }: Asking): Promise<Today> {
  const at = now();
  const day = dayOf(at, tenant.timeZone);
  const tomorrow = startOfDay(addDays(day, 1), tenant.timeZone);
  const promisedUntil = addDays(day, promiseDaysAhead);
  const [found, orders] = await Promise.all([
    findToday(
      db,
      tenant.slug,
      departments,
      PARTS.filter((part) => coordinates || !forCoordinators.includes(part)),
      { now: at, tomorrow, promisedUntil },
      { items: TODAY_ITEMS, countMax: deskLimits.todayCountMax },
    ),
    ordersTo(env, tenant, departments, at),
  ]);
  const ids = [...new Set(PARTS.flatMap((part) => found[part].ids))];
  const [rows, record] = await Promise.all([
    lettersById(db, tenant.slug, ids),
    recordsOf(db, tenant.slug, found.reopened.ids),
  ]);
  const policy = policyOf(tenant);
  const held = await heldToday(db, tenant.slug, departments, { now: at, tomorrow }, deskLimits.todayCountMax);
  const told = await withNames(env, tenant, [
    ...rows.map(({ holder }) => holder),
    ...Object.values(held).flatMap((of) => of.map(({ home }) => home)),
  ]);
  const items = new Map(
    rows.map((row) => {
      const own = record.filter(({ letterId }) => letterId === row.id);
      return [row.id, toTodayItem(row, own, told, policy, at)];
    }),
  );
  const section = (part: Found, from: readonly HeldRow[] = []): TodaySection => {
    const own = part.ids.flatMap((id) => items.get(id) ?? []);
    const all = [...own, ...from.map((row) => toHeldTodayItem(row, told, policy, at))];
    return {
      count: Math.min(part.count + from.length, deskLimits.todayCountMax),
      items: from.length === 0 ? own : all.sort(byDue).slice(0, TODAY_ITEMS),
    };
  };
  const forCoordinator = (part: Found, from?: readonly HeldRow[]) =>
    coordinates ? section(part, from) : null;
  return {
    ...{ asOf: formatInstant(at, tenant.timeZone), day },
    ...{ late: section(found.late, held.late), today: section(found.today, held.today) },
    ...{ reopened: section(found.reopened, held.reopened), promised: section(found.promised) },
    drafted: forCoordinator(found.drafted, held.drafted),
    unassigned: forCoordinator(found.unassigned, held.unassigned),
    objected: forCoordinator(found.objected),
    orders,
  };
}

/** What has no due time comes last. */
const byDue = (one: TodayItem, other: TodayItem): number =>
  (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');

const ordersMax = 50;

/** Orders are few; those that haven't been answered are fetched whole. */
async function ordersTo(
  env: Env,
  tenant: Tenant,
  departments: string[] | null,
  at: number,
): Promise<Today['orders']> {
  const open = await listOrders(
    directory(env),
    { tenant: tenant.slug },
    { state: 'open', departments },
    null,
    { now: at, limit: ordersMax },
  );
  const names = new Map(tenant.departments.map(({ id, name }) => [id, name]));
  return { count: open.length, items: open.slice(0, TODAY_ITEMS).map((row) => toOrder(row, names, at)) };
}
