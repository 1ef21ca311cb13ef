/** What is overdue under a jurisdiction: letters that wait for their reply, and orders that wait for an answer. */
import type { OverduePage, overdueQuery } from '../../contract/orders.ts';
import type { z } from 'zod';
import { addDays, dayOf, isOpen, otherHolders, startOfDay, type DueEntry } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { OpenLetterRow } from '../schema/directory.ts';
import { departmentNames, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './open-letter.store.ts';
import type { OrderScope } from './order.store.ts';
import { readOrders } from './order-page.actions.ts';
import { listedRows } from './promise.actions.ts';
import { toOverdue } from './overdue.view.ts';
import type { OverdueAge } from '../../contract/vocabulary.ts';

type Query = Omit<z.output<typeof overdueQuery>, 'cursor'>;
/** Shown above the letters; the list of orders has the rest. */
const ordersMax = 20;

export async function readOverdue(
  env: Env,
  scopes: readonly OrderScope[],
  { limit, tenant, department, age }: Query,
  after: store.OverduePlace | null,
): Promise<OverduePage> {
  const db = directory(env);
  const at = now();
  const filter = { tenant, department, lapsed: lapsedBetween(age, at) };
  const lists = await Promise.all(
    scopes.map((scope) => store.listOverdue(db, scope, filter, after, limit + 1)),
  );
  const found = [...new Map(lists.flat().map((row) => [row.number, row])).values()].sort(
    (one, other) => one.replyAt - other.replyAt || (one.number < other.number ? -1 : 1),
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const names = await departmentNames(
    db,
    rows.flatMap((row) => (row.department === null ? [] : [[row.tenant, row.department]])),
  );
  const departments = department === undefined ? null : [department];
  const overdue = { state: 'overdue', limit: ordersMax, tenant } as const;
  const orders = after
    ? { items: [], nextCursor: null }
    : await readOrders(env, scopes, overdue, departments, null);
  return {
    asOf: new Date(at).toISOString(),
    items: rows.map((row) => toOverdue(row, names.get(row.tenant)?.get(row.department ?? '') ?? null, at)),
    nextCursor: last ? `${encodeCursor(last.replyAt)}.${last.number}` : null,
    orders: orders.items,
    moreOrders: orders.nextCursor !== null,
  };
}

/** Jurisdictions of GB/T 2260 are in one time zone. */
const ZONE = 'Asia/Shanghai';

/** In which deadlines lapsed that are so many days ago. A deadline is the end of its day, so the one of yesterday is a day late. */
function lapsedBetween(age: OverdueAge | undefined, at: number): { after: number; until: number } {
  const [least = 0, most = Infinity] = age?.split(/[-+]/).filter(Boolean).map(Number) ?? [];
  const daysAgo = (days: number) => startOfDay(addDays(dayOf(at, ZONE), -days), ZONE);
  return {
    after: most === Infinity ? 0 : daysAgo(most),
    until: least === 0 ? at : daysAgo(least - 1),
  };
}

/** Carries letters that messages of a shard's outbox speak of to the directory, as they stand now. Twice is once. */
export async function mirrorLetters(
  env: Env,
  tenant: Tenant,
  messages: readonly { letterId: string | null }[],
): Promise<void> {
  const ids = [...new Set(messages.flatMap(({ letterId }) => letterId ?? []))];
  if (ids.length === 0) return;
  const at = now();
  const found = await store.lettersAsTheyStand(shard(env, tenant.shard), tenant.slug, ids);
  const slugs = found.flatMap(({ facts }) => otherHolders(facts));
  const others = await store.jurisdictionsOf(directory(env), slugs);
  // A row for each tenant that has or had it: open with the one that holds it, closed with the others.
  const places = found.flatMap(({ letter, facts }) => {
    const home = { ...tenant, holds: letter.holder === null, department: letter.department };
    const elsewhere = others
      .filter(({ slug }) => otherHolders(facts).includes(slug))
      .map((one) => ({ ...one, holds: letter.holder === one.slug, department: letter.holderDepartment }));
    return [home, ...elsewhere].map((place) => ({ letter, facts, place }));
  });
  const rows = places.map(({ letter, facts, place }): OpenLetterRow => ({
    tenant: place.slug,
    letterId: letter.id,
    jurisdiction: place.jurisdiction,
    number: letter.number,
    kind: letter.kind,
    status: letter.status,
    department: place.holds ? place.department : null,
    receivedAt: letter.receivedAt,
    replyAt: replyAt(facts.received, facts.rounds.at(-1)!.at(-1)!),
    round: letter.round,
    colour: letter.colour,
    interim: facts.interim !== undefined,
    seq: letter.seq,
    closedAt: place.holds && isOpen(letter) ? null : at,
  }));
  await commit(directory(env), [
    ...store.putOpenLetters(directory(env), rows),
    ...(await listedRows(env, tenant, found)),
  ]);
}

/** A clock that was stopped before its deadline doesn't run out. */
function replyAt(received: number, [since, before, stopped]: DueEntry): number | null {
  return stopped === 1 && since < before ? null : (received + before) * 1000;
}

const dayMs = 86_400_000;
/** A run of the outbox that is later than this has been given up. */
export async function dropAnswered(env: Env): Promise<void> {
  await commit(directory(env), [store.dropClosed(directory(env), now() - dayMs)]);
}
