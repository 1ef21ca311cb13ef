/** A member's own filters of the inbox, kept with the service so that they are there on any machine. */
import { createRoute, z } from '@hono/zod-openapi';
import { savedFilter, savedFilterPage, saveFilter, todayQuery } from '../../contract/inbox.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { staffOnly } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { dropFilter, keepFilter } from './saved-filter.actions.ts';
import { filtersOf } from './saved-filter.store.ts';

const tags = ['staff'];
const path = '/v1/staff/filters';

const listRoute = createRoute({
  ...{ method: 'get', path, tags, summary: 'Your own filters of a tenant’s inbox' },
  middleware: [staffOfAsked],
  request: { query: todayQuery },
  responses: { 200: json(savedFilterPage, 'The filters, 20 at most'), ...problems(400, 401, 404) },
});
const keepRoute = createRoute({
  ...{ method: 'post', path, tags, summary: 'Keep a filter for yourself' },
  middleware: [staffOfNamed],
  request: jsonBody(saveFilter),
  responses: { 201: json(savedFilter, 'Kept'), ...problems(400, 401, 404, 409) },
});
const dropRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, tags, summary: 'Drop a filter of your own' },
  middleware: [staffOnly],
  request: { params: z.object({ id: z.string().max(40) }) },
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Dropped'), ...problems(400, 401, 403, 404) },
});

export const savedFilterRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const rows = await filtersOf(directory(c.env), c.get('staff').id, c.get('tenant').slug);
    return c.json({ items: rows.map(({ id, name, filter }) => ({ id, name, filter })) }, 200);
  })
  .openapi(keepRoute, async (c) => {
    const { tenant: _tenant, ...asked } = c.req.valid('json');
    const kept = await keepFilter(c.env, c.get('staff').id, c.get('tenant').slug, asked);
    if (!kept.ok) throw new Refused(kept.reason);
    return c.json(kept.filter, 201);
  })
  .openapi(dropRoute, async (c) => {
    if (!(await dropFilter(c.env, c.get('staff').id, c.req.valid('param').id)))
      throw new Refused('not_found');
    return c.json({ ok: true as const }, 200);
  });
