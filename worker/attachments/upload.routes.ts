/** Files on their way in: begun by whoever writes, by a letter's writer or by staff; from then on the upload's key is all it takes. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fileLimits } from '../../contract/limits.ts';
import {
  startUpload as startBody,
  uploadedFile,
  uploadStarted,
  uploadState,
} from '../../contract/uploads.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { registeredOrigin } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { numberScope, tenantScope } from '../http/tenant-scope.ts';
import { writerKey } from '../http/writer-key.ts';
import { acting } from '../letters/staff-scope.ts';
import * as actions from './upload.actions.ts';
import { toStarted, toState, toUploaded } from './upload.view.ts';

const params = z.object({ tenant: z.string(), id: z.string() });
const partParams = params.extend({
  part: z.coerce
    .number()
    .int()
    .min(1)
    .max(Math.ceil(fileLimits.bytesMax / fileLimits.partBytes)),
});
const security = [{ uploadKey: [] }];
const started = { 201: json(uploadStarted, 'Begun; now its parts') };
const refusals = problems(400, 403, 404, 413, 422, 429);

const startRoute = createRoute({
  method: 'post',
  path: '/v1/tenants/{tenant}/uploads',
  summary: 'Begin to upload a file that will come with a letter',
  tags: ['public'],
  middleware: [tenantScope, registeredOrigin] as const,
  request: { params: params.omit({ id: true }), ...jsonBody(startBody) },
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
const stateRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/uploads/{id}',
  summary: 'Which parts of an upload have arrived',
  tags: ['public'],
  security,
  middleware: [tenantScope] as const,
  request: { params },
  responses: { 200: json(uploadState, 'How far it is'), ...problems(404) },
});
const partRoute = createRoute({
  method: 'put',
  path: '/v1/tenants/{tenant}/uploads/{id}/parts/{part}',
  summary: 'One part of a file, as raw bytes; sending it again replaces it',
  tags: ['public'],
  security,
  middleware: [tenantScope, registeredOrigin] as const,
  request: {
    params: partParams,
    body: { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: { 204: { description: 'There' }, ...problems(400, 403, 404, 413, 429) },
});
const completeRoute = createRoute({
  method: 'post',
  path: '/v1/tenants/{tenant}/uploads/{id}/complete',
  summary: 'All parts are there: check the file and keep it without metadata',
  tags: ['public'],
  security,
  middleware: [tenantScope, registeredOrigin] as const,
  request: { params },
  responses: {
    200: json(uploadedFile, 'A file that a letter may take'),
    ...problems(403, 404, 413, 422, 429, 503),
  },
});

type C = Context<AppEnv>;

export const uploadRoutes = newRouter()
  .openapi(startRoute, async (c) => c.json(await begin(c, c.req.valid('json'), addressOf(c)), 201))
  .openapi(writerStartRoute, async (c) => c.json(await begin(c, c.req.valid('json'), addressOf(c)), 201))
  .openapi(staffStartRoute, async (c) => c.json(await begin(c, c.req.valid('json'), null), 201))
  .openapi(stateRoute, async (c) => {
    const reference = referenceOf(c);
    const progress = await actions.progressOf(c.env, c.get('tenant'), reference);
    if (!progress) throw new Refused('not_found');
    c.header('Cache-Control', 'no-store');
    return c.json(toState(reference.id, progress, c.get('tenant')), 200);
  })
  .openapi(partRoute, async (c) => {
    const { part } = c.req.valid('param');
    const bytes = await c.req.arrayBuffer();
    const tenant = c.get('tenant');
    done(await actions.putPart(c.env, tenant, referenceOf(c), part, bytes, addressOf(c)));
    return c.body(null, 204);
  })
  .openapi(completeRoute, async (c) => {
    const completed = done(
      await actions.completeUpload(c.env, c.get('tenant'), referenceOf(c), addressOf(c)),
    );
    c.header('Cache-Control', 'no-store');
    return c.json(toUploaded(completed.file), 200);
  });

async function begin(c: C, asked: { bytes: number; type?: string | undefined }, address: string | null) {
  const tenant = c.get('tenant');
  const begun = done(await actions.startUpload(c.env, tenant, asked, address));
  c.header('Cache-Control', 'no-store');
  return toStarted(begun, tenant);
}

/** `Authorization: Upload <key>`; what isn't one opens nothing. */
function referenceOf(c: C): actions.Reference {
  const key = /^Upload ([0-9A-Za-z]{16,64})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  return { id: c.req.param('id') ?? '', key };
}

function done<R extends actions.Started | actions.Put | actions.Completed>(
  result: R,
): Extract<R, { ok: true }> {
  if (result.ok) return result as Extract<R, { ok: true }>;
  throw new Refused(result.reason, result.retryAfter ? { retryAfter: result.retryAfter } : {});
}
