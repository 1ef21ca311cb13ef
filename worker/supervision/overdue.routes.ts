/** The overdue annex, first page first: every letter of a jurisdiction that waits for its reply beyond the deadline. */
import { createRoute } from '@hono/zod-openapi';
import { overduePage, overdueQuery } from '../../contract/orders.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { afterOf, mustNameTenant } from './order-call.ts';
import { readOverdue } from './overdue.actions.ts';
import { prefixesOf } from './reach.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/central/overdue',
  summary: 'Overdue letters and orders of tenants under your jurisdiction, late for longest first',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: overdueQuery },
  responses: { 200: json(overduePage, 'A page of what is overdue'), ...problems(400, 401, 403) },
});

export const overdueRoutes = newRouter().openapi(listRoute, async (c) => {
  const { cursor, ...query } = c.req.valid('query');
  mustNameTenant(c, query);
  const scopes = prefixesOf(c.get('staff')).map((prefix) => ({ prefix }));
  const after = afterOf(cursor);
  const place = after && { replyAt: after.at, number: after.number };
  return c.json(await readOverdue(c.env, scopes, query, place), 200);
});
