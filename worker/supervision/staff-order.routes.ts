/** Orders as a tenant sees them: its coordinator answers. */
import { createRoute, z } from '@hono/zod-openapi';
import { answerOrder, orderDetail, orderPage, orderQuery } from '../../contract/orders.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { afterOf, given, told } from './order-call.ts';
import { readOrders } from './order-page.actions.ts';
import { memberOrder } from './order-scope.ts';

const params = z.object({ number: z.string().max(40) });
const detail = json(orderDetail, 'The order with its record');
const staff = { tags: ['staff'] };

const listRoute = createRoute({
  ...staff,
  method: 'get',
  path: '/v1/staff/orders',
  summary: 'Orders to your tenant; an officer’s are those to their departments',
  middleware: [staffOfAsked],
  request: { query: orderQuery },
  responses: { 200: json(orderPage, 'A page of orders'), ...problems(400, 401, 404) },
});
const readRoute = createRoute({
  ...staff,
  method: 'get',
  path: '/v1/staff/orders/{number}',
  summary: 'An order with its record',
  middleware: memberOrder,
  request: { params },
  responses: { 200: detail, ...problems(401, 404) },
});
const answerRoute = createRoute({
  ...staff,
  method: 'post',
  path: '/v1/staff/orders/{number}/answer',
  summary: 'Answer an order in writing',
  middleware: [...memberOrder, roleIn('coordinator')],
  request: { params, ...jsonBody(answerOrder) },
  responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
});

export const staffOrderRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { cursor, department, ...query } = c.req.valid('query');
    const { role, departments } = c.get('membership');
    const asked = department === undefined ? null : [department];
    const seen = role === 'officer' ? departments.filter((id) => asked?.includes(id) ?? true) : asked;
    const tenant = c.get('tenant').slug;
    return c.json(await readOrders(c.env, [{ tenant }], query, seen, afterOf(cursor)), 200);
  })
  .openapi(readRoute, async (c) => c.json(await told(c, c.get('membership').role), 200))
  .openapi(answerRoute, async (c) =>
    c.json(await given(c, 'coordinator', { name: 'answer' }, c.req.valid('json').text), 200),
  );
