/** Making members and tokens. Whoever makes a member must answer for the tenant or the jurisdiction the member gets. */
import type { z } from 'zod';
import type { createMember, createToken } from '../../contract/staff.ts';
import { openDepartments } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { base32, randomBytes, randomId, sha256 } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { findTenant, insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import { authOf } from './auth.ts';
import * as store from './member.store.ts';

type NewMember = z.output<typeof createMember>;

export interface Scope {
  role: 'officer' | 'coordinator' | 'central';
  tenant: string | null;
  jurisdiction: string | null;
}

export type Made =
  | { ok: true; id: string; password: string | null }
  | { ok: false; reason: 'forbidden' | 'not_found' | 'unknown_department' | 'name_taken' };

/** A person may hold several roles: an address that is known gets one more, and keeps its password. */
export async function makeMember(
  env: Env,
  origin: string,
  input: NewMember,
  by: { id: string; scopes: readonly Scope[] },
): Promise<Made> {
  const db = directory(env);
  const tenant = input.tenant === undefined ? null : await findTenant(db, { slug: input.tenant });
  if (input.role !== 'central' && !tenant) return { ok: false, reason: 'not_found' };
  if (!mayMake(input, tenant?.jurisdiction ?? null, by.scopes)) return { ok: false, reason: 'forbidden' };
  if (!areOpen(tenant, input.departments)) {
    return { ok: false, reason: 'unknown_department' };
  }
  const known = await store.findUserByEmail(db, input.email);
  // Nobody gives themselves a role: the centre must not become what it supervises.
  if (known && known.id === by.id) return { ok: false, reason: 'forbidden' };
  const password = known ? null : (input.password ?? base32(randomBytes(10), 16).toLowerCase());
  const userId = known?.id ?? (await createUser(env, origin, input, password!));
  if (
    (await store.allMembershipsOf(db, userId)).some(
      ({ role, tenant: at }) => role === input.role && at === (input.tenant ?? null),
    )
  ) {
    return { ok: false, reason: 'name_taken' };
  }
  const at = now();
  const row = {
    id: randomId(),
    userId,
    role: input.role,
    tenant: input.role === 'central' ? null : tenant!.slug,
    jurisdiction: input.role === 'central' ? (input.jurisdiction ?? '') : null,
    status: 'active' as const,
  };
  // A crash between the user and the membership leaves a user who may do nothing; repeating completes it.
  const departments = input.role === 'officer' ? [...new Set(input.departments)] : [];
  const committed = await commit(db, [
    ...store.insertMember(db, row, departments, at),
    insertAudit(db, { at, userId: by.id, tenant: row.tenant, action: 'member-created', subject: row.id }),
  ]);
  if (!committed.ok) return { ok: false, reason: 'name_taken' };
  return { ok: true, id: row.id, password: input.password ? null : password };
}

export const areOpen = (tenant: Tenant | null, ids: readonly string[]): boolean => {
  const open = new Set(tenant ? openDepartments(tenant).map(({ id }) => id) : []);
  return ids.every((id) => open.has(id));
};

/** A central admin makes central admins of their own jurisdiction or below, whatever tenant is named beside it. */
function mayMake(input: NewMember, tenantJurisdiction: string | null, scopes: readonly Scope[]): boolean {
  const wanted = input.role === 'central' ? (input.jurisdiction ?? '') : tenantJurisdiction!;
  return scopes.some((scope) => {
    if (scope.role === 'central') return wanted.startsWith(scope.jurisdiction ?? '-');
    return scope.role === 'coordinator' && input.role !== 'central' && scope.tenant === input.tenant;
  });
}

export async function createUser(
  env: Env,
  origin: string,
  { email, name }: Pick<NewMember, 'email' | 'name'>,
  password: string,
): Promise<string> {
  const context = await authOf(env, origin).$context;
  const user = await context.internalAdapter.createUser(
    { email: email.toLowerCase(), name, emailVerified: true },
    { method: 'admin' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(password),
  });
  return user.id;
}

export async function setStatus(
  env: Env,
  id: string,
  status: 'active' | 'suspended',
  by: { id: string; scopes: readonly Scope[] },
): Promise<boolean> {
  const db = directory(env);
  const member = await store.findMember(db, id);
  const tenant = member?.tenant ? await findTenant(db, { slug: member.tenant }) : null;
  const answers =
    member &&
    by.scopes.some((scope) =>
      scope.role === 'central'
        ? (tenant?.jurisdiction ?? member.jurisdiction ?? '').startsWith(scope.jurisdiction ?? '-')
        : scope.role === 'coordinator' && member.tenant !== null && scope.tenant === member.tenant,
    );
  if (!answers || member.userId === by.id) return false;
  await commit(db, [
    store.setMemberStatus(db, id, status),
    insertAudit(db, {
      at: now(),
      userId: by.id,
      tenant: member.tenant,
      action: `member-${status}`,
      subject: id,
    }),
  ]);
  return true;
}

const dayMs = 86_400_000;

/**
 * The token is shown once; only its hash is kept. It may do what its owner may.
 * @param until a token made with a token doesn't outlive it
 */
export async function makeToken(
  env: Env,
  userId: string,
  { name, days }: z.output<typeof createToken>,
  until: number | null = null,
) {
  const db = directory(env);
  const secret = `hx_${base32(randomBytes(25), 40).toLowerCase()}`;
  const createdAt = now();
  const row = {
    id: randomId(),
    hash: await sha256(`token\u0000${secret}`),
    userId,
    name,
    createdAt,
    expiresAt: Math.min(createdAt + days * dayMs, until ?? Infinity),
  };
  await commit(db, [
    store.insertToken(db, row),
    insertAudit(db, { at: createdAt, userId, tenant: null, action: 'token-created', subject: row.id }),
  ]);
  return { ...row, token: secret };
}

export async function dropToken(env: Env, userId: string, id: string): Promise<void> {
  const db = directory(env);
  await commit(db, [store.deleteToken(db, userId, id)]);
}
