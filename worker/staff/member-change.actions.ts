/** Another role or other departments for a member. Whoever changes them answers for the tenant; nobody changes themselves. */
import type { ChangeMember } from '../../contract/invitations.ts';
import { now } from '../platform/clock.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import { areOpen } from './member.actions.ts';
import { allMembershipsOf, changeMember, findMember } from './member.store.ts';

type Changed =
  { ok: true } | { ok: false; reason: 'not_found' | 'forbidden' | 'unknown_department' | 'already_member' };

export async function changeRole(
  env: Env,
  tenant: Tenant,
  id: string,
  { role, departments }: ChangeMember,
  actor: string,
): Promise<Changed> {
  const db = directory(env);
  const member = await findMember(db, id);
  if (member?.tenant !== tenant.slug) return { ok: false, reason: 'not_found' };
  if (member.userId === actor) return { ok: false, reason: 'forbidden' };
  if (!areOpen(tenant, departments)) return { ok: false, reason: 'unknown_department' };
  const others = (await allMembershipsOf(db, member.userId)).filter((one) => one.id !== id);
  if (others.some((one) => one.tenant === tenant.slug && one.role === role))
    return { ok: false, reason: 'already_member' };
  const own = role === 'officer' ? [...new Set(departments)] : [];
  const audit = { at: now(), userId: actor, tenant: tenant.slug, action: 'member-changed', subject: id };
  await commit(db, [...changeMember(db, id, role, own), insertAudit(db, audit)]);
  return { ok: true };
}
