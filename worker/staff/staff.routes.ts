/** The signed-in member's own things: session, members they answer for, tokens. */
import { createRoute, z } from '@hono/zod-openapi';
import { createMember, createToken, member, newToken, session, token } from '../../contract/staff.ts';
import { formatInstant } from '../../core/index.ts';
import type { Staff } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { staffOnly } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { ownOrigin } from '../platform/env.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { dropToken, makeMember, makeToken, setStatus } from './member.actions.ts';
import { findMember, tokensOf } from './member.store.ts';
import { toSession } from './session.view.ts';

const tags = ['staff'];
const zone = 'Asia/Shanghai';
const id = z.object({ id: z.string().max(40) });
const made = member.extend({ password: z.string().nullable().describe('Shown once, where none was given') });
const done = z.object({ ok: z.literal(true) });

const sessionRoute = createRoute({
  method: 'get',
  path: '/v1/staff/session',
  summary: 'Who is signed in',
  tags,
  middleware: [staffOnly] as const,
  responses: { 200: json(session, 'The member and their roles'), ...problems(401) },
});
const makeRoute = createRoute({
  method: 'post',
  path: '/v1/staff/members',
  summary: 'Make a member',
  tags,
  middleware: [staffOnly] as const,
  request: jsonBody(createMember),
  responses: { 201: json(made, 'Made'), ...problems(400, 401, 403, 404, 409) },
});
const statusRoute = (path: 'suspend' | 'resume') =>
  createRoute({
    method: 'post',
    path: `/v1/staff/members/{id}/${path}`,
    summary: `${path} a member`,
    tags,
    middleware: [staffOnly] as const,
    request: { params: id },
    responses: { 200: json(done, 'Done'), ...problems(401, 404) },
  });
const tokensRoute = createRoute({
  method: 'get',
  path: '/v1/staff/tokens',
  summary: 'Your API tokens',
  tags,
  middleware: [staffOnly] as const,
  responses: { 200: json(z.object({ items: z.array(token) }), 'The tokens'), ...problems(401) },
});
const makeTokenRoute = createRoute({
  method: 'post',
  path: '/v1/staff/tokens',
  summary: 'Make an API token that may do what you may',
  tags,
  middleware: [staffOnly] as const,
  request: jsonBody(createToken),
  responses: { 201: json(newToken, 'Shown once'), ...problems(400, 401, 403) },
});
const dropTokenRoute = createRoute({
  method: 'delete',
  path: '/v1/staff/tokens/{id}',
  summary: 'Revoke a token',
  tags,
  middleware: [staffOnly] as const,
  request: { params: id },
  responses: { 200: json(done, 'Revoked'), ...problems(401) },
});

export const staffRoutes = newRouter()
  .openapi(sessionRoute, async (c) => {
    const staff: Staff = c.get('staff');
    const slugs = [...new Set(staff.memberships.flatMap(({ tenant }) => (tenant === null ? [] : [tenant])))];
    const tenants = await Promise.all(slugs.map((slug) => findTenant(directory(c.env), { slug })));
    const known = tenants.filter((tenant): tenant is Tenant => tenant !== null);
    return c.json(toSession(staff, new Map(known.map((tenant) => [tenant.slug, tenant]))), 200);
  })
  .openapi(makeRoute, async (c) => {
    const result = await makeMember(
      c.env,
      ownOrigin(c.env, c.req.raw),
      c.req.valid('json'),
      by(c.get('staff')),
    );
    if (!result.ok) throw new Refused(result.reason);
    const { userId: _userId, ...row } = (await findMember(directory(c.env), result.id))!;
    return c.json({ ...row, password: result.password }, 201);
  })
  .openapi(statusRoute('suspend'), async (c) => {
    if (!(await setStatus(c.env, c.req.valid('param').id, 'suspended', by(c.get('staff')))))
      throw new Refused('not_found');
    return c.json({ ok: true as const }, 200);
  })
  .openapi(statusRoute('resume'), async (c) => {
    if (!(await setStatus(c.env, c.req.valid('param').id, 'active', by(c.get('staff')))))
      throw new Refused('not_found');
    return c.json({ ok: true as const }, 200);
  })
  .openapi(tokensRoute, async (c) => {
    const rows = await tokensOf(directory(c.env), c.get('staff').id);
    return c.json({ items: rows.map(({ hash: _hash, userId: _userId, ...row }) => toToken(row)) }, 200);
  })
  .openapi(makeTokenRoute, async (c) => {
    const staff = c.get('staff');
    // The operator's token is a secret of the deployment; tokens belong to people.
    if (staff.id === 'operator') throw new Refused('forbidden');
    const {
      hash: _hash,
      userId: _userId,
      token,
      ...row
    } = await makeToken(c.env, staff.id, c.req.valid('json'), staff.until);
    return c.json({ ...toToken({ ...row, lastUsedAt: null }), token }, 201);
  })
  .openapi(dropTokenRoute, async (c) => {
    await dropToken(c.env, c.get('staff').id, c.req.valid('param').id);
    return c.json({ ok: true as const }, 200);
  });

const by = ({
  id,
  memberships,
}: {
  id: string;
  memberships: Parameters<typeof makeMember>[3]['scopes'];
}) => ({ id, scopes: memberships });

function toToken(row: {
  id: string;
  name: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
}) {
  return {
    id: row.id,
    name: row.name,
    createdAt: formatInstant(row.createdAt, zone),
    expiresAt: formatInstant(row.expiresAt, zone),
    lastUsedAt: row.lastUsedAt && formatInstant(row.lastUsedAt, zone),
  } as { id: string; name: string; createdAt: string; expiresAt: string; lastUsedAt: string | null };
}
