/** Beginning to upload a file: by whoever is writing, by a letter's writer, by staff. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { startUpload as startBody, uploadStarted } from '../../contract/uploads.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { registeredOrigin } from '../http/origin.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { numberScope, tenantScope } from '../http/tenant-scope.ts';
import { writerKey } from '../http/writer-key.ts';
import { acting } from '../letters/staff-scope.ts';
import { done } from './done.ts';
import { startUpload } from './upload.actions.ts';
import { toStarted } from './upload.view.ts';

const started = { 201: json(uploadStarted, 'Begun; now its parts') };
const refusals = problems(400, 403, 404, 413, 422, 429);

const startRoute = createRoute({
  method: 'post',
  path: '/v1/tenants/{tenant}/uploads',
  summary: 'Begin to upload a file that will come with a letter',
  tags: ['public'],
  middleware: [tenantScope, registeredOrigin] as const,
  request: { params: z.object({ tenant: z.string() }), ...jsonBody(startBody) },
  responses: { ...started, ...refusals },
});
const writerStartRoute = createRoute({
  method: 'post',
  path: '/v1/letters/{number}/uploads',
  summary: 'Begin to upload a file that will come with a supplement',
  tags: ['writer'],
  security: [{ accessKey: [] }],
  middleware: [numberScope, registeredOrigin, writerKey] as const,
  request: { params: z.object({ number: z.string() }), ...jsonBody(startBody) },
  responses: { ...started, ...refusals },
});
const staffStartRoute = createRoute({
  method: 'post',
  path: '/v1/staff/letters/{number}/uploads',
  summary: 'Begin to upload a file that will come with a reply',
  tags: ['staff'],
  middleware: acting,
  request: { params: z.object({ number: z.string() }), ...jsonBody(startBody) },
  responses: { ...started, ...problems(400, 401, 403, 404, 413, 422) },
});
type C = Context<AppEnv>;

export const uploadStartRoutes = newRouter()
  .openapi(startRoute, async (c) => c.json(await begin(c, c.req.valid('json'), addressOf(c)), 201))
  .openapi(writerStartRoute, async (c) => c.json(await begin(c, c.req.valid('json'), addressOf(c)), 201))
  .openapi(staffStartRoute, async (c) => c.json(await begin(c, c.req.valid('json'), null), 201));

async function begin(c: C, asked: { bytes: number; type?: string | undefined }, address: string | null) {
  const tenant = c.get('tenant');
  const begun = done(await startUpload(c.env, tenant, asked, address));
  c.header('Cache-Control', 'no-store');
  return toStarted(begun, tenant);
}
