/** Who is signed in: a cookie session, an API token, or the operator's own token. */
import { createMiddleware } from 'hono/factory';
import { every } from 'hono/combine';
import { now } from '../platform/clock.ts';
import { sameSecret, sha256 } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import { ownOrigin, type Env } from '../platform/env.ts';
import { authOf } from '../staff/auth.ts';
import * as store from '../staff/member.store.ts';
import { withPredecessors } from '../../core/index.ts';
import { absentColleagues, withAbsent } from '../staff/deputy.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { AppEnv, Membership, Staff } from './context.ts';
import { ownOriginOnly } from './origin.ts';
import { Refused } from './problem.ts';

/** Acts everywhere as a central admin; has no session and no password. */
const operator: Staff = {
  id: 'operator',
  name: 'operator',
  email: '',
  memberships: [{ role: 'central', tenant: null, jurisdiction: '', departments: [] }],
  until: null,
};

const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  const staff = await identify(c.env, c.req.raw);
  if (!staff) throw new Refused('unauthenticated');
  c.set('staff', staff);
  c.header('Cache-Control', 'no-store');
  await next();
});

/** Signed in, and where a cookie says so, from our own pages only. */
export const staffOnly = every(signedIn, ownOriginOnly);

async function identify(env: Env, request: Request): Promise<Staff | null> {
  const bearer = /^Bearer (\S{10,200})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return byToken(env, bearer);
  const session = await authOf(env, ownOrigin(env, request)).api.getSession({ headers: request.headers });
  return session ? withMemberships(env, session.user, null) : null;
}

async function byToken(env: Env, bearer: string): Promise<Staff | null> {
  if (await sameSecret(bearer, env.OPERATOR_TOKEN)) return operator;
  const db = directory(env);
  const token = await store.findToken(db, await sha256(`token\u0000${bearer}`), now());
  const user = token && (await store.findUser(db, token.userId));
  if (!token || !user) return null;
  await commit(db, [store.touchToken(db, token.id, now())]);
  return withMemberships(env, user, token.expiresAt);
}

async function withMemberships(
  env: Env,
  user: { id: string; name: string; email: string },
  until: number | null,
): Promise<Staff> {
  const db = directory(env);
  const [rows, absent] = await Promise.all([
    store.membershipsOf(db, user.id),
    absentColleagues(db, user.id, now()),
  ]);
  const memberships = rows.map(({ id, role, tenant, jurisdiction, departments }) => ({
    ...{ role, tenant, jurisdiction },
    ...withAbsent(departments, absent.get(id)),
  }));
  return { id: user.id, name: user.name, email: user.email, memberships, until };
}

/**
 * The role in which somebody acts on a tenant; the one that may most comes first. What departments answered that were merged since
 * is for those who took over.
 */
export function membershipFor(
  staff: Staff,
  tenant: Pick<Tenant, 'slug' | 'jurisdiction' | 'departments'>,
): Membership | null {
  const mine = staff.memberships.filter((membership) =>
    membership.role === 'central'
      ? tenant.jurisdiction.startsWith(membership.jurisdiction ?? '-')
      : membership.tenant === tenant.slug,
  );
  const order = ['coordinator', 'officer', 'central'];
  const [first] = mine.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  if (first?.role !== 'officer') return first ?? null;
  const standsInFor = first.standsInFor?.map(({ id, departments }) => ({
    ...{ id, departments: withPredecessors(departments, tenant.departments) },
  }));
  return {
    ...first,
    departments: withPredecessors(first.departments, tenant.departments),
    ...(standsInFor && { standsInFor }),
  };
}

/** The role must cover the tenant that the scope middleware found; another's tenant looks like none. */
export const memberOfTenant = createMiddleware<AppEnv>(async (c, next) => {
  const membership = membershipFor(c.get('staff'), c.get('tenant'));
  if (!membership) throw new Refused('not_found');
  c.set('membership', membership);
  await next();
});

/** For these roles on the tenant; another that may see it is told that theirs can't. */
export const roleIn = (...roles: Membership['role'][]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!roles.includes(c.get('membership').role)) throw new Refused('forbidden');
    await next();
  });

/** For central admins; others are told that their role can't. */
export const centralOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.get('staff').memberships.some(({ role }) => role === 'central')) throw new Refused('forbidden');
  await next();
});
