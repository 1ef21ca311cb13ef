/** Inviting somebody by a link that opens one account once, and taking it up. Whoever invites answers for the tenant. */
import type { InvitationMade, InviteMember, OpenedInvitation } from '../../contract/invitations.ts';
import { dayOf, formatInstant, heirOf } from '../../core/index.ts';
import { isTooCommon } from '../../core/password.rules.ts';
import { longDay } from '../pages/dates.ts';
import { now } from '../platform/clock.ts';
import { base32, randomBytes, randomId, sha256 } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import { linksOrigin, type Env } from '../platform/env.ts';
import { mailerOf } from '../platform/mailer.ts';
import type { InvitationRow } from '../schema/members.ts';
import { findTenant, insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import { invitationMail } from './invitation.mail.ts';
import * as store from './invitation.store.ts';
import { toInvitation } from './invitation.view.ts';
import { areOpen, createUser } from './member.actions.ts';
import { allMembershipsOf, findUserByEmail, insertMember } from './member.store.ts';

const validMs = 7 * 86_400_000;

type Invited =
  | { ok: true; made: InvitationMade }
  | { ok: false; reason: 'forbidden' | 'unknown_department' | 'already_member' };

/** The same address once more replaces what was sent before. @param origin where the link leads */
export async function invite(
  env: Env,
  origin: string,
  tenant: Tenant,
  asked: Omit<InviteMember, 'tenant'>,
  actor: string,
): Promise<Invited> {
  const db = directory(env);
  if (!areOpen(tenant, asked.departments)) return { ok: false, reason: 'unknown_department' };
  const email = asked.email.toLowerCase();
  // Nobody gives themselves a role: the centre must not become what it supervises.
  if ((await findUserByEmail(db, email))?.id === actor) return { ok: false, reason: 'forbidden' };
  if (await isMember(env, tenant.slug, email, asked.role)) return { ok: false, reason: 'already_member' };
  const { secret, ...fresh } = await freshToken(actor);
  const row: InvitationRow = {
    ...{ id: randomId(), tenant: tenant.slug, email, name: asked.name, role: asked.role },
    departments: asked.role === 'officer' ? [...new Set(asked.departments)] : [],
    ...fresh,
  };
  const audit = { at: row.createdAt, userId: actor, tenant: tenant.slug, action: 'member-invited' };
  const committed = await commit(db, [
    store.putInvitation(db, row),
    insertAudit(db, { ...audit, subject: `${asked.role} ${row.departments.join(',')}`.trim() }),
  ]);
  const [[kept]] = (committed as unknown as { results: [[{ id: string }]] }).results;
  return { ok: true, made: await hand(env, origin, tenant, { ...row, id: kept.id }, secret) };
}

/** Another link for the same person; the one before dies. @returns null where there is no such invitation */
export async function inviteAgain(
  env: Env,
  origin: string,
  tenant: Tenant,
  id: string,
  actor: string,
): Promise<InvitationMade | null> {
  const db = directory(env);
  const row = await store.findInvitation(db, id);
  if (row?.tenant !== tenant.slug) return null;
  const { secret, ...fresh } = await freshToken(actor);
  const audit = { userId: actor, tenant: tenant.slug, action: 'member-invited', subject: id };
  await commit(db, [
    store.renewInvitation(db, id, fresh),
    insertAudit(db, { at: fresh.createdAt, ...audit }),
  ]);
  return hand(env, origin, tenant, { ...row, ...fresh }, secret);
}

export async function withdraw(env: Env, tenant: Tenant, id: string, userId: string): Promise<boolean> {
  const db = directory(env);
  const row = await store.findInvitation(db, id);
  if (row?.tenant !== tenant.slug) return false;
  const audit = { at: now(), userId, tenant: tenant.slug, action: 'invitation-withdrawn', subject: id };
  await commit(db, [store.dropInvitation(db, id), insertAudit(db, audit)]);
  return true;
}

export async function readInvitations(env: Env, { slug, timeZone }: Tenant) {
  const rows = await store.invitationsOf(directory(env), slug);
  return { items: rows.map((row) => toInvitation(row, timeZone, now())) };
}

async function freshToken(madeBy: string) {
  const secret = base32(randomBytes(20), 32).toLowerCase();
  const createdAt = now();
  return { secret, hash: await hashOf(secret), createdAt, expiresAt: createdAt + validMs, madeBy };
}

const hashOf = (secret: string): Promise<string> => sha256(`invitation\u0000${secret}`);

/** Sent where mail is set up; whoever invited hands it over otherwise. */
async function hand(
  env: Env,
  origin: string,
  tenant: Tenant,
  row: InvitationRow,
  secret: string,
): Promise<InvitationMade> {
  const path = `/console/#/invitation/${secret}`;
  const { locale: lang, timeZone } = tenant;
  const day = longDay(
    formatInstant(row.expiresAt, timeZone),
    lang,
    dayOf(row.createdAt, timeZone).slice(0, 4),
  );
  const message = await invitationMail({
    ...{ id: randomId(), to: row.email, name: row.name, tenantName: tenant.name, role: row.role, lang },
    ...{ link: `${linksOrigin(env) ?? origin}${path}`, until: day },
  });
  const sent = await mailerOf(env)?.send(message);
  return {
    invitation: toInvitation(row, timeZone, row.createdAt),
    link: `${origin}${path}`,
    mailed: sent?.ok ?? false,
  };
}

async function isMember(env: Env, tenant: string, email: string, role: InvitationRow['role']) {
  const user = await findUserByEmail(directory(env), email);
  const memberships = user ? await allMembershipsOf(directory(env), user.id) : [];
  return memberships.some((one) => one.tenant === tenant && one.role === role);
}

async function good(env: Env, secret: string): Promise<{ row: InvitationRow; tenant: Tenant } | null> {
  const db = directory(env);
  const row = await store.findByHash(db, await hashOf(secret));
  const tenant = row && row.expiresAt > now() ? await findTenant(db, { slug: row.tenant }) : null;
  return tenant && { row: row!, tenant };
}

/** @returns null where the link was used, withdrawn, replaced, has expired or never was: all of them look the same */
export async function openInvitation(env: Env, secret: string): Promise<OpenedInvitation | null> {
  const found = await good(env, secret);
  if (!found) return null;
  const { row, tenant } = found;
  const names = new Map(tenant.departments.map(({ id, name }) => [id, name]));
  return {
    ...{ tenantName: tenant.name, name: row.name, email: row.email, role: row.role },
    departments: present(row, tenant).map((id) => names.get(id) ?? id),
    expiresAt: formatInstant(row.expiresAt, tenant.timeZone),
    known: (await findUserByEmail(directory(env), row.email)) !== null,
  };
}

type Accepted =
  { ok: true; email: string } | { ok: false; reason: 'not_found' | 'bad_request' | 'password_too_common' };

export async function acceptInvitation(
  env: Env,
  origin: string,
  secret: string,
  password: string | undefined,
): Promise<Accepted> {
  const found = await good(env, secret);
  if (!found) return { ok: false, reason: 'not_found' };
  const { row, tenant } = found;
  const db = directory(env);
  const known = await findUserByEmail(db, row.email);
  if (!known && password === undefined) return { ok: false, reason: 'bad_request' };
  if (!known && isTooCommon(password!, [row.name, row.email]))
    return { ok: false, reason: 'password_too_common' };
  // If we crash before the commit, there is an account that may do nothing, and the link still opens.
  const userId = known?.id ?? (await firstUser(env, origin, row, password!));
  if (userId === null) return { ok: false, reason: 'not_found' };
  const at = now();
  const already = await isMember(env, tenant.slug, row.email, row.role);
  const member = {
    // The invitation's own: of two who take it up at once the second breaks the key.
    ...{ id: row.id, userId, role: row.role, tenant: tenant.slug, jurisdiction: null },
    status: 'active' as const,
  };
  const committed = await commit(db, [
    ...(already ? [] : insertMember(db, member, present(row, tenant), at)),
    store.dropInvitation(db, row.id),
    insertAudit(db, { at, userId, tenant: tenant.slug, action: 'invitation-accepted', subject: row.id }),
  ]);
  return committed.ok ? { ok: true, email: row.email } : { ok: false, reason: 'not_found' };
}

/** @returns null where the same link was taken up by another at this moment */
async function firstUser(
  env: Env,
  origin: string,
  row: InvitationRow,
  password: string,
): Promise<string | null> {
  try {
    return await createUser(env, origin, row, password);
  } catch (error) {
    if (await findUserByEmail(directory(env), row.email)) return null;
    throw error;
  }
}

/** Departments that were merged meanwhile: whoever took over. */
const present = ({ departments }: InvitationRow, tenant: Tenant): string[] => [
  ...new Set(departments.flatMap((id) => heirOf(id, tenant.departments) ?? [])),
];
