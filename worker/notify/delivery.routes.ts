/** What was to be told to somebody outside: where a coordinator sees what didn't arrive, and sends it again. */
import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '../../contract/primitives.ts';
import { delivery, deliveryPage, deliveryQuery } from '../../contract/webhooks.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { placeOf } from '../http/cursor.ts';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { findById } from '../letters/letter.store.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory } from '../platform/d1.ts';
import * as store from './delivery.store.ts';
import { redeliver } from './webhook.actions.ts';
import { webhooksOf } from './webhook.store.ts';
import { toDelivery } from './webhook.view.ts';

const tags = ['webhooks'];
const coordinator = [staffOfAsked, roleIn('coordinator')];

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/deliveries',
  summary: 'Mail and webhook messages, by default those that found nobody',
  tags,
  middleware: coordinator,
  request: { query: deliveryQuery },
  responses: { 200: json(deliveryPage, 'A page, newest first'), ...problems(400, 401, 403, 404) },
});
const againRoute = createRoute({
  method: 'post',
  path: '/v1/staff/deliveries/{id}/redeliver',
  summary: 'Send again what found nobody, or a webhook message once more',
  tags,
  middleware: coordinator,
  request: { params: z.object({ id: z.string().max(40) }), query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(delivery, 'The message, due now'), ...problems(401, 403, 404, 409) },
});

export const deliveryRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { state, cursor, limit } = c.req.valid('query');
    const tenant = c.get('tenant');
    const db = c.get('db');
    const [offset] = placeOf(cursor) ?? [0];
    if (offset < 0) throw new Refused('bad_request');
    const [rows, urls, pending, dead] = await Promise.all([
      store.listDeliveries(db, tenant.slug, state, offset, limit + 1),
      urlsOf(c.env, tenant.slug),
      store.countDeliveries(db, tenant.slug, 'pending'),
      store.countDeliveries(db, tenant.slug, 'dead'),
    ]);
    const items = rows.slice(0, limit).map(({ row, number }) => toDelivery(row, number, urls, tenant));
    const nextCursor = rows.length > limit ? encodeCursor(offset + limit) : null;
    return c.json({ items, nextCursor, counts: { pending, dead } }, 200);
  })
  .openapi(againRoute, async (c) => {
    const tenant = c.get('tenant');
    const db = c.get('db');
    const { id } = c.req.valid('param');
    const row = await store.findDelivery(db, tenant.slug, id);
    if (!row) throw new Refused('not_found');
    const outcome = await redeliver(c.env, tenant, row);
    if (outcome !== 'ok') throw new Refused(outcome);
    const letter = row.letterId === null ? null : await findById(db, tenant.slug, row.letterId);
    const again = (await store.findDelivery(db, tenant.slug, id)) ?? row;
    return c.json(toDelivery(again, letter?.number ?? null, await urlsOf(c.env, tenant.slug), tenant), 200);
  });

async function urlsOf(env: Parameters<typeof directory>[0], tenant: string): Promise<Map<string, string>> {
  return new Map((await webhooksOf(directory(env), tenant)).map(({ id, url }) => [id, url]));
}
