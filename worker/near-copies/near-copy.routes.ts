/** The part of the reply check that only the service knows. */
import { createRoute, z } from '@hono/zod-openapi';
import { replyCheck, replyCheckQuery } from '../../contract/staff.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { reading } from '../letters/staff-scope.ts';
import { nearCopies } from './near-copy.actions.ts';
import { toReplyCheck } from './near-copy.view.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/staff/letters/{number}/reply-check',
  summary: 'Letters that were answered with these words already; nothing is kept',
  tags: ['staff'],
  middleware: reading,
  request: { params: z.object({ number: z.string() }), ...jsonBody(replyCheckQuery) },
  responses: { 200: json(replyCheck, 'Near copies'), ...problems(400, 401, 404) },
});

export const nearCopyRoutes = newRouter().openapi(route, async (c) => {
  const { role, departments } = c.get('membership');
  const asking = { role, departments, holder: c.get('holder')?.slug ?? null };
  const found = await nearCopies(c.get('db'), c.get('letter'), c.req.valid('json').body, asking);
  return c.json(toReplyCheck(found, c.get('tenant')), 200);
});
