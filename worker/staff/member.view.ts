/** A member as those who answer for the tenant see them. */
import type { ListedMember } from '../../contract/invitations.ts';
import { formatInstant } from '../../core/index.ts';
import type { MemberRow } from './member.store.ts';

export function toListed(
  row: MemberRow & { email: string; name: string },
  signIns: ReadonlyMap<string, number>,
  timeZone: string,
  viewer: string,
): ListedMember {
  const at = signIns.get(row.userId);
  return {
    ...{ id: row.id, email: row.email, name: row.name, role: row.role, tenant: row.tenant },
    ...{ jurisdiction: row.jurisdiction, departments: row.departments, status: row.status },
    lastSignInAt: at === undefined ? null : formatInstant(at, timeZone),
    self: row.userId === viewer,
  };
}
