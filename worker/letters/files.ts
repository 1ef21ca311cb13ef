/** A letter's files, where its record says that any came. */
import { filesOf, type LetterFile } from '../attachments/attachment.store.ts';
import type { Database } from '../platform/d1.ts';
import type { EventRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export async function filesIn(
  db: Database,
  tenant: Tenant,
  rows: readonly EventRow[],
): Promise<LetterFile[]> {
  const any = rows.some(({ data }) => 'files' in data && Number(data.files) > 0);
  return any ? filesOf(db, tenant.slug, rows[0]!.letterId) : [];
}
