/** Organisations to choose from where a letter is handed over. */
import { createRoute } from '@hono/zod-openapi';
import { takerPage, takerQuery } from '../../contract/hand-over.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { directory } from '../platform/d1.ts';
import { listTakers } from './names.store.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/staff/tenants',
  summary: 'Tenants that a letter may be handed over to, by slug',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: { query: takerQuery },
  responses: { 200: json(takerPage, 'Tenants'), ...problems(400, 401, 404) },
});

export const takerRoutes = newRouter().openapi(route, async (c) => {
  const { q, cursor = '', limit } = c.req.valid('query');
  const found = await listTakers(directory(c.env), c.get('tenant').slug, q.trim(), cursor, limit + 1);
  const items = found.slice(0, limit);
  return c.json({ items, nextCursor: found.length > limit ? items.at(-1)!.slug : null }, 200);
});
