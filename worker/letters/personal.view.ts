/** What of a letter is its writer's alone: whether it can be erased, and who of the staff looked. */
import type { StaffLetter } from '../../contract/staff.ts';
import { formatInstant, type EventKind, type Refusal } from '../../core/index.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export const accessKinds: readonly EventKind[] = ['contact_viewed', 'file_viewed', 'key_renewed'];

/** @param names of staff by id; somebody who is gone has none */
export function toAccesses(
  rows: readonly EventRow[],
  tenant: Tenant,
  names: ReadonlyMap<string, string>,
): StaffLetter['accesses'] {
  return rows
    .filter(({ data }) => accessKinds.includes(data.kind))
    .map(({ data }) => ({
      at: formatInstant(data.at, tenant.timeZone),
      kind: data.kind,
      by: names.get(data.actor ?? '') ?? '',
    }));
}

/**
 * Why nothing of it can be erased now; null where something can. What isn't held can't be; contact details that the tenant
 * requires, and files, stay until the letter is at rest.
 */
export function notErasable(
  { contact, writerFiles, closedAt }: Pick<LetterRow, 'contact' | 'writerFiles' | 'closedAt'>,
  { contactRequired }: Tenant,
): Refusal | null {
  if (contact === null && writerFiles === 0) return 'unchanged';
  return closedAt !== null || (contact !== null && !contactRequired) ? null : 'still_open';
}
