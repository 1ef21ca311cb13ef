/** The queue of a member: what is due, in the order in which it is. */
import type { z } from 'zod';
import type { queueQuery, QueuePage } from '../../contract/staff.ts';
import { addDays, dayOf, deadline, startOfDay } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import type { Database } from '../platform/d1.ts';
import { countHeld, listHeld, placeOf } from '../hand-over/held-letter.store.ts';
import { withNames } from '../hand-over/told.ts';
import type { Env } from '../platform/env.ts';
import type { HeldRow } from '../schema/hand-over.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { policyOf } from './policy.ts';
import { countQueue, listOpen, listRecent, type QueueScope } from './queue.store.ts';
import { toHeldItem, toQueueItem } from './queue.view.ts';

/** `next` is where the following page begins. */
export type Queue = Omit<QueuePage, 'nextCursor'> & { next: [number | null, number] | null };

type Query = Omit<z.output<typeof queueQuery>, 'cursor'>;

/** @param departments those an officer sees, null for all */
export async function readQueue(
  env: Env,
  tenant: Tenant,
  db: Database,
  departments: string[] | null,
  query: Query,
  after: [number, number] | null,
): Promise<Queue> {
  const at = now();
  const { limit, due, department, q } = query;
  // A stopped clock has no due time: those letters are found by their status.
  const status =
    due === 'stopped' ? 'awaiting_citizen' : (query.status ?? (due === undefined ? 'open' : undefined));
  const scope: QueueScope = {
    departments,
    status,
    department,
    q,
    due: due && due !== 'stopped' ? windowOf(due, tenant, at) : undefined,
  };
  const open = due !== undefined || ['open', 'reopened', 'drafted', 'objected'].includes(status ?? '');
  const [own, held] = await Promise.all([
    (open ? listOpen : listRecent)(db, tenant.slug, scope, after, limit + 1),
    listHeld(db, tenant.slug, scope, open, after, limit + 1),
  ]);
  const found = [...own.map(ownEntry), ...held.map(heldEntry)].sort(open ? byDue : byReceipt);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const policy = policyOf(tenant);
  const tomorrow = startOfDay(addDays(dayOf(at, tenant.timeZone), 1), tenant.timeZone);
  const named = page.map(({ row }) => ('home' in row ? row.home : row.holder));
  const told = await withNames(env, tenant, named);
  const [counts, heldCounts] = await Promise.all([
    countQueue(db, tenant.slug, departments, at, tomorrow),
    countHeld(db, tenant.slug, departments, at, tomorrow),
  ]);
  return {
    items: page.map(({ row }) =>
      'home' in row ? toHeldItem(row, told, policy, at) : toQueueItem(row, told, policy, at),
    ),
    next: last ? [open ? last.row.dueAt : last.row.receivedAt, last.place] : null,
    counts: added(counts, heldCounts),
  };
}

/** A tenant's own letters and those of others that it holds, in one order: a time, and a place that no two share. */
interface Entry {
  row: LetterRow | HeldRow;
  place: number;
}
const ownEntry = (row: LetterRow): Entry => ({ row, place: row.serial });
const heldEntry = (row: HeldRow): Entry => ({ row, place: placeOf(row) });
const byDue = (one: Entry, other: Entry): number =>
  (one.row.dueAt ?? Infinity) - (other.row.dueAt ?? Infinity) || one.place - other.place;
const byReceipt = (one: Entry, other: Entry): number =>
  other.row.receivedAt - one.row.receivedAt || other.place - one.place;

function added<C extends Record<string, number>>(counts: C, more: Partial<Record<keyof C, number>>): C {
  const sums = Object.entries(counts).map(([name, count]) => [name, count + (more[name] ?? 0)]);
  return Object.fromEntries(sums) as C;
}

/** Due times (first instants that are too late), [from, before). "Soon" is the next two working days. */
function windowOf(
  due: Exclude<NonNullable<Query['due']>, 'stopped'>,
  tenant: Tenant,
  at: number,
): [number, number] {
  const policy = policyOf(tenant);
  const today = dayOf(at, tenant.timeZone);
  const tomorrow = startOfDay(addDays(today, 1), tenant.timeZone);
  const soon = deadline('working', 2, today, policy).before;
  switch (due) {
    case 'late':
      return [0, at + 1];
    case 'today':
      return [at + 1, tomorrow + 1];
    case 'soon':
      return [tomorrow + 1, soon + 1];
    case 'later':
      return [soon + 1, Number.MAX_SAFE_INTEGER];
  }
}
