/** What the rules need to know of a tenant, for a new letter or for one received under an earlier version. */
import type { Policy, Rules } from '../../core/index.ts';
import { calendarFor } from '../calendar/tenant-calendar.ts';
import type { Database } from '../platform/d1.ts';
import { findRules, type Tenant } from '../tenants/tenant.store.ts';

export function policyOf(tenant: Tenant, rules: Rules = tenant.rules): Policy {
  return {
    rules,
    calendar: calendarFor(tenant),
    timeZone: tenant.timeZone,
    departments: tenant.departments.map(({ id }) => id),
  };
}

/** Changing a rule never rewrites the past: a letter keeps the version it was received under. */
export async function policyOfLetter(
  directory: Database,
  tenant: Tenant,
  ruleVersion: number,
): Promise<Policy> {
  if (ruleVersion === tenant.rules.version) return policyOf(tenant);
  return policyOf(tenant, await findRules(directory, tenant.slug, ruleVersion));
}
