/**
 * Orders are opened, answered and judged here. One has an identity before it has a number: of a demand notice the letter and
 * its event, of a call its idempotency key. So opening it again, after a crash or beside another, opens nothing.
 */
import {
  dayOf,
  decideOrder,
  evolveOrder,
  openDepartments,
  openOrder,
  replay,
  type Deadline,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderRefusal,
  type Policy,
} from '../../core/index.ts';
import { findHeldNumber } from '../hand-over/held-letter.store.ts';
import { eventsOf, findByNumber } from '../letters/letter.store.ts';
import { policyOf, policyOfLetter } from '../letters/policy.ts';
import { now } from '../platform/clock.ts';
import { sha256 } from '../platform/crypto.ts';
import { commit, directory, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { OrderEventRow, OrderRow } from '../schema/directory.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './order.store.ts';

interface Opening {
  id: string;
  cause: OrderRow['cause'];
  department: string | null;
  letterNumber: string | null;
  days: number;
  at: number;
  role: 'central' | 'system';
  actor: string | null;
  text: string | null;
  policy: Policy;
}

function opening(env: Env, tenant: Tenant, one: Opening): Statement[] {
  const { id, cause, department, letterNumber, days, at, role, actor, text, policy } = one;
  const event = openOrder(days, at, policy);
  const row: store.NewOrder = {
    ...{ id, cause, department, letterNumber, tenant: tenant.slug, jurisdiction: tenant.jurisdiction },
    year: Number(dayOf(at, tenant.timeZone).slice(0, 4)),
    issuedAt: at,
    ...columnsOf(evolveOrder(null, event)),
  };
  const entry = { orderId: id, seq: 1, at, role, actor, kind: event.kind, data: event, text };
  return store.insertOrder(directory(env), tenant.prefix, row, entry);
}

/**
 * Opens an order for each demand notice among these messages of a shard's outbox, dated when the notice was given and addressed to
 * whoever held the letter then. Before the messages are dropped: if we crash in between, the next run opens nothing twice.
 */
export async function openDemandOrders(
  env: Env,
  tenant: Tenant,
  messages: readonly { letterId: string | null; seq: number | null }[],
): Promise<void> {
  const db = shard(env, tenant.shard);
  for (const { letterId, seq, at, number } of await store.demandsAmong(db, tenant.slug, messages)) {
    const events = (await eventsOf(db, tenant.slug, letterId)).map(({ data }) => data);
    const letter = replay(events.filter((event) => event.seq <= seq));
    const elsewhere =
      letter.tenant === null ? null : await findTenant(directory(env), { slug: letter.tenant });
    const policy = elsewhere
      ? policyOf(elsewhere)
      : await policyOfLetter(directory(env), tenant, letter.ruleVersion);
    const order: Opening = {
      id: `${letterId}.${seq}`,
      cause: 'demand',
      department: letter.department,
      letterNumber: number,
      days: policy.rules.orderDays,
      at,
      role: 'system',
      actor: null,
      text: null,
      policy,
    };
    await commit(directory(env), opening(env, elsewhere ?? tenant, order));
  }
}

export interface Issue {
  department: string | null;
  letter: string | null;
  text: string;
  days: number | null;
}

type Issued =
  | { ok: true; number: string }
  | { ok: false; reason: 'unknown_department' | 'not_found' | 'idempotency_mismatch' };

/** Its own, or one of another tenant that it holds. */
async function hasLetter(env: Env, tenant: Tenant, number: string): Promise<boolean> {
  const db = shard(env, tenant.shard);
  return (
    ((await findByNumber(db, tenant.slug, number)) ?? (await findHeldNumber(db, tenant.slug, number))) !==
    null
  );
}

/** @param key of the call: repeating it gives the same order */
export async function issueOrder(
  env: Env,
  tenant: Tenant,
  { department, letter, text, days }: Issue,
  actor: string,
  key: string,
): Promise<Issued> {
  const db = directory(env);
  if (department !== null && !openDepartments(tenant).some(({ id }) => id === department))
    return { ok: false, reason: 'unknown_department' };
  if (letter !== null && !(await hasLetter(env, tenant, letter))) return { ok: false, reason: 'not_found' };
  const id = (await sha256(`order\u0000${actor}\u0000${key}`)).slice(0, 32);
  const policy = policyOf(tenant);
  const order: Opening = {
    ...{ id, department, letterNumber: letter, actor, text, policy, cause: 'hand', role: 'central' },
    days: days ?? policy.rules.orderDays,
    at: now(),
  };
  await commit(db, opening(env, tenant, order));
  const stored = (await store.findOrderById(db, id))!;
  const [first] = await store.eventsOfOrder(db, id);
  const same =
    stored.tenant === tenant.slug &&
    stored.department === department &&
    stored.letterNumber === letter &&
    first?.text === text;
  return same ? { ok: true, number: stored.number } : { ok: false, reason: 'idempotency_mismatch' };
}

export interface GivenOrder {
  tenant: Tenant;
  row: OrderRow;
  command: OrderCommand;
  role: 'officer' | 'coordinator' | 'central' | 'system';
  actor: string | null;
  text: string | null;
  /** When it took effect, where somebody noticed later. */
  at?: number;
}

export async function giveToOrder(
  env: Env,
  { tenant, row, command, role, actor, text, at = now() }: GivenOrder,
): Promise<{ ok: true } | { ok: false; reason: OrderRefusal | 'changed_meanwhile' }> {
  const db = directory(env);
  const record = await store.eventsOfOrder(db, row.id);
  const order = record.reduce<Order | null>((one, { data }) => evolveOrder(one, data), null)!;
  const moment = Math.max(at, record.at(-1)!.at);
  const decided = decideOrder(order, command, role, moment, policyOf(tenant));
  if (!decided.ok) return decided;
  const committed = await commit(
    db,
    store.changeOrder(
      db,
      row.id,
      columnsOf(evolveOrder(order, decided.event)),
      entryOf(row.id, decided.event, role, actor, text),
    ),
  );
  return committed.ok ? { ok: true } : { ok: false, reason: 'changed_meanwhile' };
}

/** Deadlines of a tenant's open orders, after its calendar changed at a moment. */
export async function recomputeOrders(env: Env, tenant: Tenant, at: number): Promise<void> {
  for (const row of await store.openOrders(directory(env), tenant.slug))
    await giveToOrder(env, {
      ...{ tenant, row, at, role: 'system', actor: null, text: null },
      command: { name: 'recompute' },
    });
}

function entryOf(
  orderId: string,
  event: OrderEvent,
  role: GivenOrder['role'],
  actor: string | null,
  text: string | null,
): OrderEventRow {
  const { seq, at, kind } = event;
  return { orderId, seq, at, role, actor, kind, data: event, text };
}

/** The row as the record leaves it. */
function columnsOf({ state, seq, since, days, due, answeredAt, closedAt }: Order) {
  return { state, seq, since, days, ...dueColumns(due), answeredAt, closedAt };
}

const dueColumns = ({ day, before, provisional }: Deadline) => ({ dueDay: day, dueAt: before, provisional });
