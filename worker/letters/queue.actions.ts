/** The queue of a member: what is due, in the order in which it is. */
import type { z } from 'zod';
import type { queueQuery, QueuePage } from '../../contract/staff.ts';
import { addDays, dayOf, deadline, startOfDay } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import type { Database } from '../platform/d1.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { policyOf } from './policy.ts';
import { countQueue, listOpen, listRecent, type QueueScope } from './queue.store.ts';
import { toQueueItem } from './staff.view.ts';

/** `next` is where the following page begins. */
export type Queue = Omit<QueuePage, 'nextCursor'> & { next: [number | null, number] | null };

type Query = Omit<z.output<typeof queueQuery>, 'cursor'>;

/** @param departments those an officer sees, null for all */
export async function readQueue(
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
  const open = status === 'open' || status === 'reopened' || due !== undefined;
  const rows = await (open ? listOpen : listRecent)(db, tenant.slug, scope, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const policy = policyOf(tenant);
  const tomorrow = startOfDay(addDays(dayOf(at, tenant.timeZone), 1), tenant.timeZone);
  return {
    items: page.map((row) => toQueueItem(row, tenant, policy, at)),
    next: last ? [open ? last.dueAt : last.receivedAt, last.serial] : null,
    counts: await countQueue(db, tenant.slug, departments, at, tomorrow),
  };
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
