/** Letters like the one in hand, with what was answered. */
import { createRoute, z } from '@hono/zod-openapi';
import { similarPage } from '../../contract/templates.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { findSimilar } from './similar.actions.ts';
import { reading, scopeOf } from './staff-scope.ts';

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/letters/{number}/similar',
  summary: 'Answered letters of your tenant that are like this one: published ones, and its department’s own',
  tags: ['staff'],
  middleware: reading,
  request: { params: z.object({ number: z.string() }) },
  responses: { 200: json(similarPage, 'At most five, the likest first'), ...problems(401, 404) },
});

export const similarRoutes = newRouter().openapi(readRoute, async (c) =>
  c.json({ items: await findSimilar(scopeOf(c)) }, 200),
);
