/** A letter's files, to those who may have them: always as downloads that can do nothing where they are opened. */
import { createRoute, z } from '@hono/zod-openapi';
import { FILE_TYPES } from '../../contract/limits.ts';
import { Refused } from '../http/problem.ts';
import { openRead } from '../http/public-read.ts';
import { newRouter, problems } from '../http/router.ts';
import { numberScope, tenantScope } from '../http/tenant-scope.ts';
import { writerKey } from '../http/writer-key.ts';
import { fileForAnyone, fileForStaff, fileForWriter } from '../letters/file.actions.ts';
import { acting, scopeOf } from '../letters/staff-scope.ts';
import { fileAnswer } from './file-answer.ts';

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

export const fileRoutes = newRouter()
  .openapi(writerRoute, async (c) => {
    const row = c.get('letter');
    const place = { env: c.env, tenant: c.get('tenant'), row };
    return fileAnswer(c, await fileForWriter(place, c.req.valid('param').id), row.number, 'same-origin');
  })
  .openapi(staffRoute, async (c) => {
    const opened = await fileForStaff(scopeOf(c), c.req.valid('param').id);
    if (!opened.ok) throw new Refused(opened.reason);
    return fileAnswer(c, opened.file, c.get('letter').number, 'same-origin');
  })
  .openapi(publicRoute, async (c) => {
    const { number, id } = c.req.valid('param');
    const file = await fileForAnyone(c.env, c.get('tenant'), number.toUpperCase(), id);
    // What was released once may be taken back: `openRead` lets nobody keep it for longer than half a minute.
    if (file) c.header('ETag', `"${file.sha256.slice(0, 32)}"`);
    return fileAnswer(c, file, number.toUpperCase(), 'cross-origin');
  });
