/** Changing what a tenant says of itself; its pages follow at once. Letters in hand keep what they came with. */
import type { SetTenantDetail } from '../../contract/tenant-detail.ts';
import { now } from '../platform/clock.ts';
import { commitTenant, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { updateDetails, type Details } from './detail.store.ts';
import { insertAudit, type Tenant } from './tenant.store.ts';

/** @returns false where everything is like this already */
export async function changeDetails(
  env: Env,
  tenant: Tenant,
  { phone, locale, contactRequired }: SetTenantDetail,
  actor: string,
): Promise<boolean> {
  const wanted: Details = {
    phone: phone === undefined ? tenant.phone : phone || null,
    locale: locale ?? tenant.locale,
    contactRequired: contactRequired ?? tenant.contactRequired,
  };
  const changed = (Object.keys(wanted) as (keyof Details)[]).filter((name) => wanted[name] !== tenant[name]);
  if (changed.length === 0) return false;
  const db = directory(env);
  const { slug } = tenant;
  await commitTenant(env, slug, [
    updateDetails(db, slug, wanted),
    insertAudit(db, {
      ...{ at: now(), userId: actor, tenant: slug },
      ...{ action: 'tenant-changed', subject: changed.join(', ') },
    }),
  ]);
  return true;
}
