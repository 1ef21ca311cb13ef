/** An invitation as its tenant sees it: never the token, nor its hash. */
import type { InvitationView } from '../../contract/invitations.ts';
import { formatInstant } from '../../core/index.ts';
import type { InvitationRow } from '../schema/members.ts';

export function toInvitation(row: InvitationRow, timeZone: string, now: number): InvitationView {
  return {
    ...{ id: row.id, email: row.email, name: row.name, role: row.role, departments: row.departments },
    createdAt: formatInstant(row.createdAt, timeZone),
    expiresAt: formatInstant(row.expiresAt, timeZone),
    expired: row.expiresAt <= now,
  };
}
