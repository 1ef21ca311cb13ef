/** Who is signed in, and in which roles. */
import type { Session } from '../../contract/staff.ts';
import { isClosed, openDepartments } from '../../core/index.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

interface Person {
  id: string;
  email: string;
  name: string;
  memberships: {
    role: 'officer' | 'coordinator' | 'central';
    tenant: string | null;
    jurisdiction: string | null;
    departments: string[];
  }[];
}

export function toSession(
  { id, email, name, memberships }: Person,
  tenants: ReadonlyMap<string, Tenant>,
): Session {
  return {
    id,
    email,
    name,
    roles: memberships.map(({ role, tenant: slug, jurisdiction, departments }) => {
      const tenant = slug === null ? undefined : tenants.get(slug);
      const all = tenant ? openDepartments(tenant).map(named) : [];
      const former = tenant ? tenant.departments.filter(isClosed).map(named) : [];
      return {
        role,
        tenant: slug,
        tenantName: tenant?.name ?? null,
        jurisdiction,
        departments: all.filter((department) => departments.includes(department.id)),
        allDepartments: all,
        formerDepartments: former,
      };
    }),
  };
}
