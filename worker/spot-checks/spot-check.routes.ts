/** Spot checks as the centre makes them: opened with the public value announced, drawn by it, closed. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  drawSpotCheck as drawBody,
  openSpotCheck as openBody,
  reviewerList,
  reviewerQuery,
  spotCheck,
  spotCheckPage,
  spotCheckQuery,
} from '../../contract/spot-checks.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { randomId } from '../platform/crypto.ts';
import { directory } from '../platform/d1.ts';
import { prefixesOf, reaches } from '../supervision/reach.ts';
import { readPopulation, readSpotCheck, readSpotChecks } from './read.actions.ts';
import { reviewersFor } from './reviewer.store.ts';
import { checkAfter, mustBeDone, ownSpotCheck } from './spot-check-scope.ts';
import { closeSpotCheck, drawSpotCheck, openSpotCheck } from './spot-check.actions.ts';

const params = z.object({ id: z.string().max(40) });
const central = { tags: ['central'], middleware: [staffOnly, centralOnly] };
const one = { tags: ['central'], middleware: ownSpotCheck };
const check = json(spotCheck, 'The spot check');

const listRoute = createRoute({
  ...{ ...central, method: 'get', path: '/v1/central/spot-checks' },
  summary: 'Spot checks of your jurisdictions and below, newest first',
  request: { query: spotCheckQuery },
  responses: { 200: json(spotCheckPage, 'A page of spot checks'), ...problems(400, 401, 403) },
});
const openRoute = createRoute({
  ...{ ...central, method: 'post', path: '/v1/central/spot-checks' },
  summary: 'Open a spot check: repeating the call with its Idempotency-Key goes on with the same',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(22).max(128).optional() }),
    ...jsonBody(openBody),
  },
  responses: {
    201: json(spotCheck, 'Opened; while it is `gathering` its list is finished without further calls'),
    ...problems(400, 401, 403, 404, 422),
  },
});
const reviewersRoute = createRoute({
  ...{ ...central, method: 'get', path: '/v1/central/reviewers' },
  summary: 'Who may judge in a spot check of a jurisdiction',
  request: { query: reviewerQuery },
  responses: { 200: json(reviewerList, 'Central admins, by name'), ...problems(400, 401, 403, 404) },
});
const readRoute = createRoute({
  ...{ ...one, method: 'get', path: '/v1/central/spot-checks/{id}' },
  summary: 'A spot check with how far it is, and its result once both reviewers are done',
  request: { params },
  responses: { 200: check, ...problems(401, 403, 404) },
});
const populationRoute = createRoute({
  ...{ ...one, method: 'get', path: '/v1/central/spot-checks/{id}/population' },
  summary: 'The list that is drawn from, as it is hashed',
  request: { params },
  responses: {
    200: { content: { 'text/plain': { schema: z.string() } }, description: 'One number a line' },
    ...problems(401, 403, 404),
  },
});
const drawRoute = createRoute({
  ...{ ...one, method: 'post', path: '/v1/central/spot-checks/{id}/draw' },
  summary: 'Enter the public value, which draws the sample; once',
  request: { params, ...jsonBody(drawBody) },
  responses: { 200: check, ...problems(400, 401, 403, 404, 409) },
});
const closeRoute = createRoute({
  ...{ ...one, method: 'post', path: '/v1/central/spot-checks/{id}/close' },
  summary: 'The result stands, and the tenants see theirs',
  request: { params },
  responses: { 200: check, ...problems(401, 403, 404, 409) },
});

export const spotCheckRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    return c.json(await readSpotChecks(c.env, prefixesOf(c.get('staff')), limit, checkAfter(cursor)), 200);
  })
  .openapi(openRoute, async (c) => {
    const request = c.req.valid('json');
    if (!reaches(c.get('staff'), request.scope.jurisdiction)) throw new Refused('not_found');
    const key = c.req.valid('header')['idempotency-key'] ?? randomId();
    const { id: actor } = c.get('staff');
    const opened = await openSpotCheck(c.env, request, actor, key);
    mustBeDone(c, opened);
    return c.json(await readSpotCheck(c.env, opened.ok ? opened.id : '', actor), 201);
  })
  .openapi(reviewersRoute, async (c) => {
    const { jurisdiction } = c.req.valid('query');
    if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
    const found = await reviewersFor(directory(c.env), jurisdiction);
    return c.json({ items: found.map((row) => ({ ...row, me: row.id === c.get('staff').id })) }, 200);
  })
  .openapi(readRoute, async (c) =>
    c.json(await readSpotCheck(c.env, c.req.valid('param').id, c.get('staff').id), 200),
  )
  .openapi(populationRoute, async (c) => c.text(await readPopulation(c.env, c.req.valid('param').id), 200))
  .openapi(drawRoute, async (c) => {
    const { id } = c.req.valid('param');
    mustBeDone(c, await drawSpotCheck(c.env, id, c.req.valid('json').value, c.get('staff').id));
    return c.json(await readSpotCheck(c.env, id, c.get('staff').id), 200);
  })
  .openapi(closeRoute, async (c) => {
    const { id } = c.req.valid('param');
    mustBeDone(c, await closeSpotCheck(c.env, id, c.get('staff').id));
    return c.json(await readSpotCheck(c.env, id, c.get('staff').id), 200);
  });
