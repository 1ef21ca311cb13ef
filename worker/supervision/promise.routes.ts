/** Promises, of a jurisdiction and of a tenant; and letters that were rated dissatisfied twice. */
import { createRoute } from '@hono/zod-openapi';
import {
  contestedPage,
  contestedQuery,
  promisePage,
  promiseQuery,
  staffPromisePage,
  staffPromiseQuery,
} from '../../contract/promises.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { placeOf } from '../http/cursor.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { afterOf } from './order-call.ts';
import { readContested, readOwnPromises, readPromises } from './promise.actions.ts';
import { prefixesOf } from './reach.ts';

const central = { tags: ['central'], middleware: [staffOnly, centralOnly] };

const promisesRoute = createRoute({
  ...{ ...central, method: 'get', path: '/v1/central/promises' },
  summary:
    'Promises of tenants under your jurisdiction: open ones by date, late ones first; or those that were kept',
  request: { query: promiseQuery },
  responses: { 200: json(promisePage, 'A page of promises'), ...problems(400, 401, 403) },
});
const contestedRoute = createRoute({
  ...{ ...central, method: 'get', path: '/v1/central/contested' },
  summary: 'Letters closed as contested: answered twice and rated dissatisfied twice, latest first',
  request: { query: contestedQuery },
  responses: { 200: json(contestedPage, 'A page of letters'), ...problems(400, 401, 403) },
});
const ownRoute = createRoute({
  method: 'get',
  path: '/v1/staff/promises',
  summary: 'Promises of your departments, or as a coordinator of the tenant; the late ones first',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: { query: staffPromiseQuery },
  responses: { 200: json(staffPromisePage, 'A page of promises'), ...problems(400, 401, 404) },
});

export const promiseRoutes = newRouter()
  .openapi(promisesRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    return c.json(await readPromises(c.env, prefixesOf(c.get('staff')), query, afterOf(cursor)), 200);
  })
  .openapi(contestedRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    return c.json(await readContested(c.env, prefixesOf(c.get('staff')), query, afterOf(cursor)), 200);
  })
  .openapi(ownRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    const { role, departments } = c.get('membership');
    const own = role === 'officer' ? departments : null;
    const place = placeOf(cursor);
    const after = place && { at: place[0], serial: place[1] };
    return c.json(await readOwnPromises(c.get('db'), c.get('tenant'), own, query, after), 200);
  });
