/** What the rules need to know of a tenant, for a new letter or for one received under an earlier version. */
import { openDepartments, successorsOf, type Policy, type Rules } from '../../core/index.ts';
import { calendarFor } from '../calendar/tenant-calendar.ts';
import type { Database } from '../platform/d1.ts';
import { findRules, type Tenant } from '../tenants/tenant.store.ts';

export function policyOf(tenant: Tenant, rules: Rules = tenant.rules): Policy {
  return {
    rules,
    calendar: calendarFor(tenant),
    timeZone: tenant.timeZone,
    departments: openDepartments(tenant).map(({ id }) => id),
    successors: successorsOf(tenant.departments),
    tenant: tenant.slug,
  };
}

/**
 * Changing a rule never rewrites the past: a letter keeps the version it was received under. Its clock goes by its own tenant's
 * rules and calendar, whoever holds it.
 * @param holder another tenant, for which whoever acts may name departments
 */
export async function policyOfLetter(
  directory: Database,
  tenant: Tenant,
  ruleVersion: number,
  holder?: Tenant | null,
): Promise<Policy> {
  if (holder) {
    const departments = openDepartments(holder).map(({ id }) => id);
    return { ...(await policyOfLetter(directory, tenant, ruleVersion)), departments };
  }
  if (ruleVersion === tenant.rules.version) return policyOf(tenant);
  return policyOf(tenant, await findRules(directory, tenant.slug, ruleVersion));
}
