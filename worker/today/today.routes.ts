/** Today's page: one request, whatever the number of letters. */
import { createRoute } from '@hono/zod-openapi';
import { today, todayQuery } from '../../contract/inbox.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { readToday } from './today.actions.ts';

const todayRoute = createRoute({
  method: 'get',
  path: '/v1/staff/today',
  summary:
    'What a member’s day holds: due, late, dissatisfied, promised; for coordinators what to dispatch and sign off',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: { query: todayQuery },
  responses: { 200: json(today, 'Counts, and the first of each'), ...problems(400, 401, 404) },
});

export const todayRoutes = newRouter().openapi(todayRoute, async (c) => {
  const { role, departments } = c.get('membership');
  const asking = { env: c.env, tenant: c.get('tenant'), db: c.get('db') };
  return c.json(
    await readToday({
      ...asking,
      departments: role === 'officer' ? departments : null,
      coordinates: role === 'coordinator',
    }),
    200,
  );
});
