/** What a tenant says of itself: its coordinator, or the centre, keeps it. */
import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '../../contract/primitives.ts';
import { setTenantDetail, tenantDetail } from '../../contract/tenant-detail.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { changeDetails } from './detail.actions.ts';
import { toDetail } from './detail.view.ts';
import { findTenant } from './tenant.store.ts';

const admins = roleIn('coordinator', 'central');

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/tenant',
  summary: 'What your tenant says of itself',
  tags: ['staff'],
  middleware: [staffOfAsked, admins],
  request: { query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(tenantDetail, 'The details'), ...problems(400, 401, 403, 404) },
});
const setRoute = createRoute({
  method: 'post',
  path: '/v1/staff/tenant',
  summary: 'Change telephone, language or whether a letter needs a way to reach its writer',
  tags: ['staff'],
  middleware: [staffOfNamed, admins],
  request: jsonBody(setTenantDetail),
  responses: { 200: json(tenantDetail, 'The details now'), ...problems(400, 401, 403, 404, 409) },
});

export const tenantDetailRoutes = newRouter()
  .openapi(readRoute, (c) => c.json(toDetail(c.get('tenant')), 200))
  .openapi(setRoute, async (c) => {
    const { tenant: _tenant, ...change } = c.req.valid('json');
    const tenant = c.get('tenant');
    if (!(await changeDetails(c.env, tenant, change, c.get('staff').id))) throw new Refused('unchanged');
    return c.json(toDetail((await findTenant(directory(c.env), { slug: tenant.slug }))!), 200);
  });
