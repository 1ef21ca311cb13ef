/** A letter that is overdue, as the centre sees it: whose, for how long, at which step. Nothing of what it says. */
import type { OverdueLetter } from '../../contract/orders.ts';
import { dayOf, daysApart, formatInstant } from '../../core/index.ts';
import type { OverdueRow } from './open-letter.store.ts';

export function toOverdue(row: OverdueRow, departmentName: string | null, now: number): OverdueLetter {
  const today = dayOf(now, row.timeZone);
  return {
    number: row.number,
    tenant: row.tenant,
    tenantName: row.tenantName,
    department: row.department,
    departmentName: departmentName ?? row.department,
    kind: row.kind,
    status: row.status,
    receivedAt: formatInstant(row.receivedAt, row.timeZone),
    replyBy: formatInstant(row.replyAt - 1000, row.timeZone),
    daysLate: daysApart(dayOf(row.replyAt - 1, row.timeZone), today),
    daysOld: daysApart(dayOf(row.receivedAt, row.timeZone), today),
    round: row.round,
    colour: row.colour,
    interim: row.interim,
  };
}
