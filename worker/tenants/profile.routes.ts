/** `GET /v1/tenants/{tenant}`: the profile a page starts from. */
import { createRoute, z } from '@hono/zod-openapi';
import { profile } from '../../contract/tenants.ts';
import { publicLang, publicRead } from '../http/public-read.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { now } from '../platform/clock.ts';
import { figuresOf } from '../stats/stats.actions.ts';
import { toProfile } from './profile.view.ts';

const readProfile = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}',
  summary: 'Name, departments, kinds, limits and figures of a tenant',
  tags: ['public'],
  middleware: [publicRead] as const,
  request: { params: z.object({ tenant: z.string() }), query: z.object({ lang: z.string().optional() }) },
  responses: { 200: json(profile, 'The profile'), ...problems(404) },
});

export const profileRoutes = newRouter().openapi(readProfile, async (c) => {
  const tenant = c.get('tenant');
  const figures = await figuresOf(c.env, tenant, c.get('version'), now());
  return c.json(toProfile(tenant, figures, publicLang(c)), 200);
});
