/** What is overdue under a jurisdiction: letters that wait for their reply, and orders that wait for an answer. */
import type { OverduePage, overdueQuery } from '../../contract/orders.ts';
import type { z } from 'zod';
import { isOpen, type DueEntry } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { OpenLetterRow } from '../schema/directory.ts';
import { departmentNames, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './open-letter.store.ts';
import type { OrderScope } from './order.store.ts';
import { readOrders } from './order-page.actions.ts';
import { toOverdue } from './overdue.view.ts';

type Query = Omit<z.output<typeof overdueQuery>, 'cursor'>;
/** Shown above the letters; the list of orders has the rest. */
const ordersMax = 20;

export async function readOverdue(
  env: Env,
  scopes: readonly OrderScope[],
  { limit, tenant, department }: Query,
  after: store.OverduePlace | null,
): Promise<OverduePage> {
  const db = directory(env);
  const at = now();
  const lists = await Promise.all(
    scopes.map((scope) =>
      store.listOverdue(db, scope, { tenant, department }, after, { now: at, limit: limit + 1 }),
    ),
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
  const rows = found.map(({ letter, facts }): OpenLetterRow => ({
    tenant: tenant.slug,
    letterId: letter.id,
    jurisdiction: tenant.jurisdiction,
    number: letter.number,
    kind: letter.kind,
    status: letter.status,
    department: letter.department,
    receivedAt: letter.receivedAt,
    replyAt: replyAt(facts.received, facts.rounds.at(-1)!.at(-1)!),
    round: letter.round,
    colour: letter.colour,
    interim: facts.interim !== undefined,
    seq: letter.seq,
    closedAt: isOpen(letter) ? null : at,
  }));
  await commit(directory(env), store.putOpenLetters(directory(env), rows));
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
