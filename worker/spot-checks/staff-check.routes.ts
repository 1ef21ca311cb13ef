/** Spot checks as a tenant's coordinator sees them: the announcement and the list from the beginning, their own result in the end. */
import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '../../contract/primitives.ts';
import { spotCheckPage, spotCheckQuery, tenantSpotCheck } from '../../contract/spot-checks.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { readCheckOfTenant, readChecksOfTenant, readPopulation } from './read.actions.ts';
import { checkAfter } from './spot-check-scope.ts';

const params = z.object({ id: z.string().max(40) });
const query = z.object({ tenant: slug.optional() });
const base = {
  tags: ['staff'],
  middleware: [staffOfAsked, roleIn('coordinator')],
};

const listRoute = createRoute({
  ...{ ...base, method: 'get', path: '/v1/staff/spot-checks' },
  summary: 'Spot checks that your letters are in the scope of, newest first',
  request: { query: spotCheckQuery.extend({ tenant: slug.optional() }) },
  responses: { 200: json(spotCheckPage, 'A page of spot checks'), ...problems(400, 401, 403, 404) },
});
const readRoute = createRoute({
  ...{ ...base, method: 'get', path: '/v1/staff/spot-checks/{id}' },
  summary: 'A spot check, and once it is closed what was said of your letters',
  request: { params, query },
  responses: { 200: json(tenantSpotCheck, 'The spot check'), ...problems(400, 401, 403, 404) },
});
const populationRoute = createRoute({
  ...{ ...base, method: 'get', path: '/v1/staff/spot-checks/{id}/population' },
  summary: 'The list that is drawn from, as it is hashed: whoever is checked can draw again',
  request: { params, query },
  responses: {
    200: { content: { 'text/plain': { schema: z.string() } }, description: 'One number a line' },
    ...problems(400, 401, 403, 404),
  },
});

export const staffSpotCheckRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    return c.json(await readChecksOfTenant(c.env, c.get('tenant').slug, limit, checkAfter(cursor)), 200);
  })
  .openapi(readRoute, async (c) => {
    const found = await readCheckOfTenant(c.env, c.get('tenant').slug, c.req.valid('param').id);
    if (!found) throw new Refused('not_found');
    return c.json(found, 200);
  })
  .openapi(populationRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await readCheckOfTenant(c.env, c.get('tenant').slug, id))) throw new Refused('not_found');
    return c.text(await readPopulation(c.env, id), 200);
  });
