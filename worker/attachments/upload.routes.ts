/** Files on their way in, once begun (upload-start.routes.ts): the upload's key is all it takes. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fileLimits } from '../../contract/limits.ts';
import { uploadedFile, uploadState } from '../../contract/uploads.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { registeredOrigin } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import * as actions from './upload.actions.ts';
import { done } from './done.ts';
import { toState, toUploaded } from './upload.view.ts';

const params = z.object({ tenant: z.string(), id: z.string() });
const partParams = params.extend({
  part: z.coerce
    .number()
    .int()
    .min(1)
    .max(Math.ceil(fileLimits.bytesMax / fileLimits.partBytes)),
});
const security = [{ uploadKey: [] }];
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

/** `Authorization: Upload <key>`; what isn't one opens nothing. */
function referenceOf(c: C): actions.Reference {
  const key = /^Upload ([0-9A-Za-z]{16,64})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  return { id: c.req.param('id') ?? '', key };
}
