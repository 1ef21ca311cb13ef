/** A letter open on somebody's desk: said by those who may act on it, told to them alone. Reading a letter says nothing. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { presence } from '../../contract/inbox.ts';
import type { AppEnv } from '../http/context.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { acting } from '../letters/staff-scope.ts';
import { arrive, leave, type Present } from './presence.actions.ts';

const about = {
  path: '/v1/staff/letters/{number}/presence',
  tags: ['staff'],
  middleware: acting,
  request: { params: z.object({ number: z.string() }) },
};

const arriveRoute = createRoute({
  ...about,
  method: 'post',
  summary: 'Say that you have the letter open, every 30 seconds; hear who else has, and its version',
  responses: { 200: json(presence, 'Who else'), ...problems(401, 403, 404) },
});
const leaveRoute = createRoute({
  ...about,
  method: 'delete',
  summary: 'Say that you have closed it',
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Closed'), ...problems(401, 403, 404) },
});

const present = (c: Context<AppEnv>): Present => ({
  ...{ env: c.env, tenant: c.get('tenant'), row: c.get('letter'), userId: c.get('staff').id },
});

export const presenceRoutes = newRouter()
  .openapi(arriveRoute, async (c) => c.json(await arrive(present(c)), 200))
  .openapi(leaveRoute, async (c) => {
    await leave(present(c));
    return c.json({ ok: true as const }, 200);
  });
