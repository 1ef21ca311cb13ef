/** Orders as the centre sees them: it issues and judges them. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  acceptOrder,
  issueOrder as issueBody,
  orderDetail,
  orderPage,
  orderQuery,
  returnOrder,
  withdrawOrder,
} from '../../contract/orders.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { randomId } from '../platform/crypto.ts';
import { directory } from '../platform/d1.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { issueOrder } from './order.actions.ts';
import { afterOf, given, mustNameTenant, told } from './order-call.ts';
import { readOrder, readOrders } from './order-page.actions.ts';
import { centralOrder } from './order-scope.ts';
import { prefixesOf, reaches } from './reach.ts';

const params = z.object({ number: z.string().max(40) });
const page = json(orderPage, 'A page of orders');
const detail = json(orderDetail, 'The order with its record');
const central = { tags: ['central'], middleware: [staffOnly, centralOnly] };
const centralOne = { tags: ['central'], middleware: centralOrder };

const centralListRoute = createRoute({
  ...central,
  method: 'get',
  path: '/v1/central/orders',
  summary:
    'Orders to tenants under your jurisdiction: those of a state by deadline, all of them newest first',
  request: { query: orderQuery },
  responses: { 200: page, ...problems(400, 401, 403) },
});
const issueRoute = createRoute({
  ...central,
  method: 'post',
  path: '/v1/central/orders',
  summary: 'Issue an order; repeating the call with its Idempotency-Key gives the same one',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(22).max(128).optional() }),
    ...jsonBody(issueBody),
  },
  responses: { 201: json(orderDetail, 'Issued'), ...problems(400, 401, 403, 404, 422) },
});
const centralReadRoute = createRoute({
  ...centralOne,
  method: 'get',
  path: '/v1/central/orders/{number}',
  summary: 'An order with its record',
  request: { params },
  responses: { 200: detail, ...problems(401, 403, 404) },
});
const acceptRoute = createRoute({
  ...centralOne,
  method: 'post',
  path: '/v1/central/orders/{number}/accept',
  summary: 'The answer will do',
  request: { params, ...jsonBody(acceptOrder) },
  responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
});
const returnRoute = createRoute({
  ...centralOne,
  method: 'post',
  path: '/v1/central/orders/{number}/return',
  summary: 'The answer won’t do: another one is due',
  request: { params, ...jsonBody(returnOrder) },
  responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
});
const withdrawRoute = createRoute({
  ...centralOne,
  method: 'post',
  path: '/v1/central/orders/{number}/withdraw',
  summary: 'No answer is needed any more: the order is taken back, with the reason',
  request: { params, ...jsonBody(withdrawOrder) },
  responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
});
export const centralOrderRoutes = newRouter()
  .openapi(centralListRoute, async (c) => {
    const { cursor, department, ...query } = c.req.valid('query');
    mustNameTenant(c, { department, tenant: query.tenant });
    const scopes = prefixesOf(c.get('staff')).map((prefix) => ({ prefix }));
    const departments = department === undefined ? null : [department];
    return c.json(await readOrders(c.env, scopes, query, departments, afterOf(cursor)), 200);
  })
  .openapi(issueRoute, async (c) => {
    const { tenant: slug, department = null, letter = null, text, days = null } = c.req.valid('json');
    const tenant = await findTenant(directory(c.env), { slug });
    if (!tenant || !reaches(c.get('staff'), tenant.jurisdiction)) throw new Refused('not_found');
    const key = c.req.valid('header')['idempotency-key'] ?? randomId();
    const issue = { department, letter, text, days };
    const issued = await issueOrder(c.env, tenant, issue, c.get('staff').id, key);
    if (!issued.ok) throw new Refused(issued.reason);
    return c.json(await readOrder(c.env, issued.number, 'central', langOf(c)), 201);
  })
  .openapi(centralReadRoute, async (c) => c.json(await told(c, 'central'), 200))
  .openapi(acceptRoute, async (c) =>
    c.json(await given(c, 'central', { name: 'accept' }, c.req.valid('json').note ?? null), 200),
  )
  .openapi(returnRoute, async (c) => {
    const { reason, days = c.get('tenant').rules.orderDays } = c.req.valid('json');
    return c.json(await given(c, 'central', { name: 'return', days }, reason), 200);
  })
  .openapi(withdrawRoute, async (c) =>
    c.json(await given(c, 'central', { name: 'withdraw' }, c.req.valid('json').reason), 200),
  );
