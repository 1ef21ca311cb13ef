/** Reading orders: pages of them, and one with its record. */
import type { z } from 'zod';
import type { OrderDetail, OrderPage, orderQuery } from '../../contract/orders.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { now } from '../platform/clock.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { namesOf } from '../staff/member.store.ts';
import { departmentNames } from '../tenants/tenant.store.ts';
import * as store from './order.store.ts';
import { toOrder, toOrderDetail, type SeenOrder } from './order.view.ts';
import { demandWords } from './order.words.ts';

type Query = Omit<z.output<typeof orderQuery>, 'cursor' | 'department'>;

/**
 * @param scopes whoever answers for several jurisdictions sees the orders of all of them, each once
 * @param departments those to look at; null for all
 */
export async function readOrders(
  env: Env,
  scopes: readonly store.OrderScope[],
  { limit, state, tenant }: Query,
  departments: readonly string[] | null,
  after: store.OrderPlace | null,
): Promise<OrderPage> {
  const db = directory(env);
  const at = now();
  const filter = { state, tenant, departments };
  const lists = await Promise.all(
    scopes.map((scope) => store.listOrders(db, scope, filter, after, { now: at, limit: limit + 1 })),
  );
  const found = [...new Map(lists.flat().map((row) => [row.number, row])).values()].sort(orderOf(state));
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const names = await departmentNames(
    db,
    rows.flatMap(({ tenant: slug, department }) => (department === null ? [] : [[slug, department]])),
  );
  return {
    items: rows.map((row) => toOrder(row, names.get(row.tenant) ?? new Map(), at)),
    nextCursor: last ? `${encodeCursor(timeOf(state)(last))}.${last.number}` : null,
  };
}

const timeOf = (state: Query['state']) => (row: store.ListedOrder) => row[store.sortOf(state).time];

function orderOf(state: Query['state']): (one: store.ListedOrder, other: store.ListedOrder) => number {
  const sign = store.sortOf(state).ascending ? 1 : -1;
  const time = timeOf(state);
  return (one, other) => sign * (time(one) - time(other) || (one.number < other.number ? -1 : 1));
}

export async function readOrder(
  env: Env,
  number: string,
  role: SeenOrder['role'],
  lang: Lang,
): Promise<OrderDetail> {
  const db = directory(env);
  const row = (await store.findOrder(db, number))!;
  const record = await store.eventsOfOrder(db, row.id);
  const actors = [...new Set(record.flatMap(({ actor }) => actor ?? []))];
  const departments = await departmentNames(
    db,
    row.department === null ? [] : [[row.tenant, row.department]],
  );
  return toOrderDetail({
    ...{ row, record, role, now: now(), demand: demandWords[lang], names: await namesOf(db, actors) },
    departments: departments.get(row.tenant) ?? new Map(),
  });
}
