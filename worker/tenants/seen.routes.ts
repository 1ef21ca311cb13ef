/** A page tells, once a day, that it shows an element of ours. Nothing about the person, and never on a cached read. */
import { createRoute, z } from '@hono/zod-openapi';
import { newRouter, problems } from '../http/router.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { noteSeen } from './tenant.actions.ts';

const seenRoute = createRoute({
  method: 'post',
  path: '/v1/tenants/{tenant}/seen',
  summary: 'The page of this origin shows an element of this version',
  description: 'Kept once a day for each registered origin; the coordinator sees when a site was last alive.',
  tags: ['public'],
  // Whoever isn't registered may read and show our elements too: they aren't noted, and meet no error for it.
  middleware: [tenantScope] as const,
  request: {
    params: z.object({ tenant: z.string() }),
    query: z.object({ version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/) }),
  },
  responses: { 204: { description: 'Noted' }, ...problems(400, 404) },
});

export const seenRoutes = newRouter().openapi(seenRoute, async (c) => {
  const origin = c.req.header('origin');
  if (origin !== undefined) await noteSeen(c.env, c.get('tenant').slug, origin, c.req.valid('query').version);
  return c.body(null, 204);
});
