/** What staff wrote down about a letter. */
import type { StaffLetter } from '../../contract/staff.ts';
import { formatInstant, holderAfter, nobody } from '../../core/index.ts';
import type { EventRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

/**
 * What staff say among themselves stays in the tenant that held the letter then; that its writer was contacted is of the matter.
 * @param names of staff by id
 * @param reader the tenant that reads, where it isn't the letter's own
 */
export function toNotes(
  rows: readonly EventRow[],
  tenant: Tenant,
  names: ReadonlyMap<string, string>,
  reader: string | null,
): StaffLetter['notes'] {
  let holder = nobody;
  return rows.flatMap(({ data, texts }) => {
    holder = holderAfter(holder, data);
    const theirs = data.kind === 'contacted' || (data.kind === 'noted' && holder.tenant === reader);
    if (!theirs) return [];
    const by = names.get(data.actor ?? '') ?? '';
    return [{ at: formatInstant(data.at, tenant.timeZone), by, body: texts?.body ?? texts?.reason ?? '' }];
  });
}
