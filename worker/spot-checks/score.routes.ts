/** The letters of a spot check: read and judged one by one, and all of them as a file once both reviewers are done. */
import { createRoute, z } from '@hono/zod-openapi';
import { scoreSpotCheck, spotCheckItems, spotCheckLetter } from '../../contract/spot-checks.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { readItems, readLetter } from './read.actions.ts';
import { spotCheckCsv } from './spot-check-file.ts';
import { mustBeDone, ownSpotCheck } from './spot-check-scope.ts';
import { scoreLetter } from './spot-check.actions.ts';

const params = z.object({ id: z.string().max(40) });
const itemParams = params.extend({ ordinal: z.coerce.number().int().min(1).max(200) });
const one = { tags: ['central'], middleware: ownSpotCheck };
const letter = json(spotCheckLetter, 'The letter with its replies');

const itemsRoute = createRoute({
  ...{ ...one, method: 'get', path: '/v1/central/spot-checks/{id}/items' },
  summary: 'The sample in the order of the draw',
  request: { params },
  responses: {
    200: json(spotCheckItems, 'The letters, and who has judged them'),
    ...problems(401, 403, 404),
  },
});
const letterRoute = createRoute({
  ...{ ...one, method: 'get', path: '/v1/central/spot-checks/{id}/items/{ordinal}' },
  summary: 'One letter of the sample as it was answered, without contact details',
  request: { params: itemParams },
  responses: { 200: letter, ...problems(400, 401, 403, 404) },
});
const scoreRoute = createRoute({
  ...{ ...one, method: 'post', path: '/v1/central/spot-checks/{id}/items/{ordinal}/score' },
  summary: 'Judge a reply by its four parts, or say why it can’t be judged; until both reviewers are done',
  request: { params: itemParams, ...jsonBody(scoreSpotCheck) },
  responses: { 200: letter, ...problems(400, 401, 403, 404, 409) },
});
const csvRoute = createRoute({
  ...{ ...one, method: 'get', path: '/v1/central/spot-checks/{id}/csv' },
  summary: 'What both reviewers said of each letter',
  request: { params },
  responses: {
    200: { content: { 'text/csv': { schema: z.string() } }, description: 'The file' },
    ...problems(401, 403, 404, 409),
  },
});

export const spotCheckScoreRoutes = newRouter()
  .openapi(itemsRoute, async (c) =>
    c.json(await readItems(c.env, c.req.valid('param').id, c.get('staff').id), 200),
  )
  .openapi(letterRoute, async (c) => {
    const { id, ordinal } = c.req.valid('param');
    const found = await readLetter(c.env, id, ordinal, c.get('staff').id);
    if (!found) throw new Refused('not_found');
    return c.json(found, 200);
  })
  .openapi(scoreRoute, async (c) => {
    const { id, ordinal } = c.req.valid('param');
    const { id: actor } = c.get('staff');
    mustBeDone(c, await scoreLetter(c.env, id, ordinal, c.req.valid('json'), actor));
    const found = await readLetter(c.env, id, ordinal, actor);
    if (!found) throw new Refused('not_found');
    return c.json(found, 200);
  })
  .openapi(csvRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await readItems(c.env, id, c.get('staff').id);
    if (found.items.length === 0 || found.items.some(({ scores }) => scores === null))
      throw new Refused('scoring_unfinished');
    c.header('Content-Disposition', `attachment; filename="spot-check-${id.slice(0, 8)}.csv"`);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    return c.body(spotCheckCsv(found), 200);
  });
