/** Whether a letter is still as somebody saw it who decides on it. */
import type { EventKind } from '../../core/index.ts';
import type { EventRow } from '../schema/letters.ts';

/** What readers do to a letter, and who looked at it, changes nothing anybody else decides on. */
export const harmless: ReadonlySet<EventKind> = new Set<EventKind>([
  'endorsed',
  'verdict',
  'contact_viewed',
  'file_viewed',
]);

/** @param seen the letter's `version` as it was shown; undefined where nobody says */
export function changedSince(record: readonly EventRow[], seen: number | undefined): boolean {
  if (seen === undefined) return false;
  return record.some(({ seq, data }) => seq > seen && !harmless.has(data.kind));
}
