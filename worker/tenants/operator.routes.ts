/** For whoever runs the deployment, with its own token: seeding the demo. */
import { createRoute, z } from '@hono/zod-openapi';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { beginSeeding, markSeeded } from './tenant.actions.ts';

const tags = ['central'];

const seedingRoute = createRoute({
  method: 'post',
  path: '/v1/operator/seeding',
  summary: 'The demo is about to be seeded; refused where there are other tenants',
  tags,
  middleware: [staffOnly, centralOnly] as const,
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Go on'), ...problems(401, 403, 409) },
});
const readyRoute = createRoute({
  method: 'post',
  path: '/v1/operator/ready',
  summary: 'The demo is seeded',
  tags,
  middleware: [staffOnly, centralOnly] as const,
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Noted'), ...problems(401, 403) },
});

export const operatorRoutes = newRouter()
  .openapi(seedingRoute, async (c) => {
    if (c.get('staff').id !== 'operator') throw new Refused('forbidden');
    if (!(await beginSeeding(c.env))) throw new Refused('conflict');
    return c.json({ ok: true as const }, 200);
  })
  .openapi(readyRoute, async (c) => {
    if (c.get('staff').id !== 'operator') throw new Refused('forbidden');
    await markSeeded(c.env);
    return c.json({ ok: true as const }, 200);
  });
