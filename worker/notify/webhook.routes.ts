/** A coordinator's webhooks: other systems that want to know what happens to letters. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { slug } from '../../contract/primitives.ts';
import {
  attempt,
  attemptPage,
  createWebhook,
  newWebhook,
  webhook,
  webhookPage,
} from '../../contract/webhooks.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { now } from '../platform/clock.ts';
import { directory } from '../platform/d1.ts';
import { ownOrigin } from '../platform/env.ts';
import type { WebhookRow } from '../schema/directory.ts';
import { attemptsOf } from './delivery.store.ts';
import { attemptsKept, tryOut } from './hook.actions.ts';
import { urlWords } from './webhook.words.ts';
import { enableWebhook, makeWebhook, removeWebhook, rotateSecret } from './webhook.actions.ts';
import { findWebhook, webhooksOf } from './webhook.store.ts';
import { toAttempt, toWebhook } from './webhook.view.ts';

const tags = ['webhooks'];
const query = z.object({ tenant: slug.optional() });
const params = z.object({ id: z.string().max(40) });
const done = z.object({ ok: z.literal(true) });

const coordinator = [staffOfAsked, roleIn('coordinator')];
const one = { tags, middleware: coordinator, request: { params, query } };
const path = '/v1/staff/webhooks/{id}';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/webhooks',
  summary: 'Webhooks of your tenant',
  tags,
  middleware: coordinator,
  request: { query },
  responses: { 200: json(webhookPage, 'The webhooks'), ...problems(401, 403, 404) },
});
const makeRoute = createRoute({
  method: 'post',
  path: '/v1/staff/webhooks',
  summary: 'Make a webhook',
  tags,
  middleware: coordinator,
  request: { query, ...jsonBody(createWebhook) },
  responses: {
    201: json(newWebhook, 'Made; the secret is shown once'),
    ...problems(400, 401, 403, 404, 409),
  },
});
const dropRoute = createRoute({
  ...one,
  method: 'delete',
  path,
  summary: 'Remove a webhook',
  responses: { 200: json(done, 'Removed'), ...problems(401, 403, 404) },
});
const rotateRoute = createRoute({
  ...one,
  method: 'post',
  path: `${path}/rotate`,
  summary: 'A new secret; for a day both sign',
  responses: { 200: json(newWebhook, 'The secret is shown once'), ...problems(401, 403, 404) },
});
const testRoute = createRoute({
  ...one,
  method: 'post',
  path: `${path}/test`,
  summary: 'Send `webhook.test` now, once, and say what came of it',
  responses: { 200: json(attempt, 'What came of it'), ...problems(401, 403, 404) },
});
const enableRoute = createRoute({
  ...one,
  method: 'post',
  path: `${path}/enable`,
  summary: 'Call a disabled webhook again, and send it what it missed',
  responses: { 200: json(webhook, 'The webhook'), ...problems(401, 403, 404) },
});
const attemptsRoute = createRoute({
  ...one,
  method: 'get',
  path: `${path}/attempts`,
  summary: 'The last calls',
  responses: { 200: json(attemptPage, 'The calls'), ...problems(401, 403, 404) },
});

export const webhookRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const rows = await webhooksOf(directory(c.env), c.get('tenant').slug);
    return c.json({ items: rows.map((row) => toWebhook(row, c.get('tenant'), now())) }, 200);
  })
  .openapi(makeRoute, async (c) => {
    const tenant = c.get('tenant');
    const own = ownOrigin(c.env, c.req.raw);
    const made = await makeWebhook(c.env, tenant, c.req.valid('json'), c.get('staff').id, own);
    if (made.ok) return c.json({ ...toWebhook(made.webhook, tenant, now()), secret: made.secret }, 201);
    if (made.reason === 'too_many_webhooks') throw new Refused(made.reason);
    const message = urlWords[langOf(c)][made.reason];
    throw new Refused('bad_request', { errors: [{ path: 'url', code: made.reason, message }] });
  })
  .openapi(dropRoute, async (c) => {
    await removeWebhook(c.env, c.get('tenant'), await ofTenant(c), c.get('staff').id);
    return c.json({ ok: true as const }, 200);
  })
  .openapi(rotateRoute, async (c) => {
    const tenant = c.get('tenant');
    const { webhook: row, secret } = await rotateSecret(c.env, tenant, await ofTenant(c), c.get('staff').id);
    return c.json({ ...toWebhook(row, tenant, now()), secret }, 200);
  })
  .openapi(testRoute, async (c) => {
    const row = await tryOut(c.env, c.get('tenant'), await ofTenant(c));
    return c.json(toAttempt(row, c.get('tenant')), 200);
  })
  .openapi(enableRoute, async (c) => {
    const row = await ofTenant(c);
    await enableWebhook(c.env, c.get('tenant'), row, c.get('staff').id);
    return c.json(toWebhook({ ...row, disabledAt: null, disabledFor: null }, c.get('tenant'), now()), 200);
  })
  .openapi(attemptsRoute, async (c) => {
    const rows = await attemptsOf(c.get('db'), (await ofTenant(c)).id, attemptsKept);
    return c.json({ items: rows.map((row) => toAttempt(row, c.get('tenant'))) }, 200);
  });

/** The webhook of the path; another tenant's looks like none. */
async function ofTenant(c: Context<AppEnv>): Promise<WebhookRow> {
  const found = await findWebhook(directory(c.env), c.get('tenant').slug, c.req.param('id') ?? '');
  if (!found) throw new Refused('not_found');
  return found;
}
