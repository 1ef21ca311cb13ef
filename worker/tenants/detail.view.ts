/** A tenant as its coordinator keeps it. */
import type { TenantDetail } from '../../contract/tenant-detail.ts';
import type { Tenant } from './tenant.store.ts';

export function toDetail(tenant: Tenant): TenantDetail {
  return {
    tenant: tenant.slug,
    name: tenant.name,
    jurisdiction: tenant.jurisdiction,
    prefix: tenant.prefix,
    timeZone: tenant.timeZone,
    phone: tenant.phone,
    locale: tenant.locale,
    contactRequired: tenant.contactRequired,
  };
}
