/** A letter on today's page: as in the queue, with what its writer or a promise waits for. */
import type { TodayItem } from '../../contract/inbox.ts';
import { formatDeadline, replay, type Policy } from '../../core/index.ts';
import { toHeldItem, toQueueItem } from '../letters/queue.view.ts';
import type { Told } from '../hand-over/holder.view.ts';
import type { HeldRow } from '../schema/hand-over.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';

/** @param record of a reopened letter; empty for others */
export function toTodayItem(
  row: LetterRow,
  record: readonly EventRow[],
  tenant: Told,
  policy: Policy,
  now: number,
): TodayItem {
  const letter = record.length > 0 ? replay(record.map(({ data }) => data)) : null;
  const waits = letter?.contactBy && letter.contactedAt === null ? letter.contactBy : null;
  return {
    ...toQueueItem(row, tenant, policy, now),
    contactBy: waits && formatDeadline(waits, tenant.timeZone),
    promisedFor: row.promiseDone ? null : row.promisedFor,
  };
}

/** One of another tenant's that this one holds; what was promised is its home's to remind of. */
export const toHeldTodayItem = (row: HeldRow, tenant: Told, policy: Policy, now: number): TodayItem => ({
  ...toHeldItem(row, tenant, policy, now),
  contactBy: null,
  promisedFor: null,
});
