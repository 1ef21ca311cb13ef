/** A letter in a list of the staff's. */
import type { QueueItem } from '../../contract/staff.ts';
import { dayOf, formatInstant, workingDaysBetween, type Policy } from '../../core/index.ts';
import { holderName, holderOf, toHandedOver, type Told } from '../hand-over/holder.view.ts';
import type { HeldRow } from '../schema/hand-over.ts';
import type { LetterRow } from '../schema/letters.ts';

/** Working days left count today's end as 0; late ones are negative. */
export function dueOf(
  row: Pick<LetterRow, 'status' | 'dueAt'>,
  policy: Policy,
  now: number,
): Pick<QueueItem, 'dueAt' | 'due' | 'daysLeft'> {
  if (row.status === 'awaiting_citizen') return { dueAt: null, due: 'stopped', daysLeft: null };
  if (row.dueAt === null) return { dueAt: null, due: 'none', daysLeft: null };
  const dueAt = formatInstant(row.dueAt - 1000, policy.timeZone);
  const [today, day] = [dayOf(now, policy.timeZone), dayOf(row.dueAt - 1, policy.timeZone)];
  if (now >= row.dueAt)
    return { dueAt, due: 'late', daysLeft: -Math.max(1, workingDaysBetween(day, today, policy)) };
  const daysLeft = workingDaysBetween(today, day, policy);
  return { dueAt, due: daysLeft === 0 ? 'today' : daysLeft <= 2 ? 'soon' : 'later', daysLeft };
}

/** One of another tenant's, as the tenant that holds it lists it; its text isn't kept here. */
export function toHeldItem(row: HeldRow, tenant: Told, policy: Policy, now: number): QueueItem {
  const { number, kind, status, department, title, colour, round, contested, objected, release } = row;
  return {
    ...{ number, kind, status, department, title, colour, round, contested, objected, release },
    tenant: row.home,
    departmentName: holderName(tenant, { tenant: null, department }),
    handedOver: { from: tenant.others?.get(row.home)?.name ?? row.home, to: tenant.name },
    excerpt: '',
    receivedAt: formatInstant(row.receivedAt, tenant.timeZone),
    ...dueOf(row, policy, now),
    draft: row.drafted,
    publish: row.consent,
  };
}

export function toQueueItem(row: LetterRow, tenant: Told, policy: Policy, now: number): QueueItem {
  return {
    number: row.number,
    tenant: tenant.slug,
    kind: row.kind,
    status: row.status,
    department: row.holder === null ? row.department : null,
    departmentName: holderName(tenant, holderOf(row)),
    handedOver: toHandedOver(tenant, row.holder),
    title: row.title,
    excerpt: Array.from(row.body.replace(/\s+/g, ' ')).slice(0, 80).join(''),
    receivedAt: formatInstant(row.receivedAt, tenant.timeZone),
    ...dueOf({ status: row.status, dueAt: row.dueAt ?? row.dueElsewhere }, policy, now),
    colour: row.colour,
    round: row.round,
    contested: row.contested,
    objected: row.objected,
    draft: row.drafted,
    release: row.release,
    publish: row.consent,
  };
}
