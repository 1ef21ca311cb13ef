/** A letter's files, to those who may have them: always as downloads that can do nothing where they are opened. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { FILE_TYPES } from '../../contract/limits.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { openRead } from '../http/public-read.ts';
import { newRouter, problems } from '../http/router.ts';
import { numberScope, tenantScope } from '../http/tenant-scope.ts';
import { writerKey } from '../http/writer-key.ts';
import { fileForAnyone, fileForStaff, fileForWriter } from '../letters/file.actions.ts';
import { acting, scopeOf } from '../letters/staff-scope.ts';
import { openBytes } from '../platform/bucket.ts';
import type { LetterFile } from './attachment.store.ts';
import { fileName } from './file.view.ts';

const params = z.object({ number: z.string(), id: z.string() });
const binary = { schema: z.string().meta({ format: 'binary' }) };
const responses = {
  200: {
    description: 'The file, as a download',
    content: Object.fromEntries(FILE_TYPES.map((type) => [type, binary])),
  },
};

const writerRoute = createRoute({
  method: 'get',
  path: '/v1/letters/{number}/files/{id}',
  summary: 'A file of the letter or of a reply, for its writer',
  tags: ['writer'],
  security: [{ accessKey: [] }],
  middleware: [numberScope, writerKey] as const,
  request: { params },
  responses: { ...responses, ...problems(404) },
});
const staffRoute = createRoute({
  method: 'get',
  path: '/v1/staff/letters/{number}/files/{id}',
  summary: 'A file of the letter; opening what its writer sent is recorded',
  tags: ['staff'],
  middleware: acting,
  request: { params },
  responses: { ...responses, ...problems(401, 403, 404, 409) },
});
const publicRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/letters/{number}/files/{id}',
  summary: 'A released file of a published letter',
  tags: ['public'],
  middleware: [openRead, tenantScope] as const,
  request: { params: params.extend({ tenant: z.string() }) },
  responses: { ...responses, ...problems(404) },
});

type C = Context<AppEnv>;

export const fileRoutes = newRouter()
  .openapi(writerRoute, async (c) => {
    const row = c.get('letter');
    const place = { env: c.env, tenant: c.get('tenant'), row };
    return sent(c, await fileForWriter(place, c.req.valid('param').id), row.number, 'same-origin');
  })
  .openapi(staffRoute, async (c) => {
    const opened = await fileForStaff(scopeOf(c), c.req.valid('param').id);
    if (!opened.ok) throw new Refused(opened.reason);
    return sent(c, opened.file, c.get('letter').number, 'same-origin');
  })
  .openapi(publicRoute, async (c) => {
    const { number, id } = c.req.valid('param');
    const file = await fileForAnyone(c.env, c.get('tenant'), number.toUpperCase(), id);
    // What was released once may be taken back: `openRead` lets nobody keep it for longer than half a minute.
    if (file) c.header('ETag', `"${file.sha256.slice(0, 32)}"`);
    return sent(c, file, number.toUpperCase(), 'cross-origin');
  });

/** Where the bytes are gone, the file is too. */
async function sent(
  c: C,
  file: LetterFile | null,
  number: string,
  readableFrom: 'same-origin' | 'cross-origin',
): Promise<Response> {
  const body = file && (await openBytes(c.env, file.object));
  if (!body) throw new Refused('not_found');
  if (readableFrom === 'same-origin') c.header('Cache-Control', 'no-store');
  c.header('Content-Type', file.type);
  c.header('Content-Length', String(file.bytes));
  c.header('Content-Disposition', `attachment; filename="${fileName(number, file)}"`);
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  c.header('Cross-Origin-Resource-Policy', readableFrom);
  return c.body(body, 200);
}
