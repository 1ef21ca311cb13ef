/** What a coordinator says of their tenant. */
import { eq } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { tenant, type TenantRow } from '../schema/directory.ts';

export type Details = Pick<TenantRow, 'phone' | 'locale' | 'contactRequired'>;

export function updateDetails(db: Database, slug: string, details: Partial<Details>): Statement {
  return db.update(tenant).set(details).where(eq(tenant.slug, slug));
}
