/** Members of a tenant, and changing what they are. */
import { createRoute, z } from '@hono/zod-openapi';
import { changeMember, listedMember, memberPage } from '../../contract/invitations.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { changeRole } from './member-change.actions.ts';
import { findMember, membersOfTenant } from './member.store.ts';
import { toListed } from './member.view.ts';
import { signInsOf } from './invitation.store.ts';

const tags = ['staff'];
const middleware = [staffOfAsked, roleIn('coordinator', 'central')];
const query = z.object({ tenant: slug.optional() });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/members',
  summary: 'Members of a tenant',
  tags,
  middleware,
  request: { query },
  responses: { 200: json(memberPage, 'The members'), ...problems(401, 403, 404) },
});
const changeRoute = createRoute({
  method: 'post',
  path: '/v1/staff/members/{id}',
  summary: 'Give a member another role or other departments',
  tags,
  middleware,
  request: { params: z.object({ id: z.string().max(40) }), query, ...jsonBody(changeMember) },
  responses: { 200: json(listedMember, 'The member now'), ...problems(400, 401, 403, 404, 409) },
});

export const memberRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const db = directory(c.env);
    const { slug: tenant, timeZone } = c.get('tenant');
    const [rows, signIns] = await Promise.all([membersOfTenant(db, tenant), signInsOf(db, tenant)]);
    return c.json({ items: rows.map((row) => toListed(row, signIns, timeZone, c.get('staff').id)) }, 200);
  })
  .openapi(changeRoute, async (c) => {
    const db = directory(c.env);
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    const changed = await changeRole(c.env, tenant, id, c.req.valid('json'), c.get('staff').id);
    if (!changed.ok) throw new Refused(changed.reason);
    const row = (await findMember(db, id))!;
    return c.json(toListed(row, await signInsOf(db, tenant.slug), tenant.timeZone, c.get('staff').id), 200);
  });
