/** Whether a tenant takes new letters: its centre says so. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { profile, suspendTenant as suspendBody } from '../../contract/tenants.ts';
import type { AppEnv } from '../http/context.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { directory } from '../platform/d1.ts';
import { toProfile } from './profile.view.ts';
import { suspendTenant } from './suspend.actions.ts';
import { findTenant } from './tenant.store.ts';

const params = z.object({ tenant: z.string() });
const central = {
  ...{ tags: ['central'], method: 'post' as const },
  middleware: [staffOnly, centralOnly, tenantScope, memberOfTenant, roleIn('central')],
};

const suspendRoute = createRoute({
  ...central,
  path: '/v1/central/tenants/{tenant}/suspend',
  summary: 'Take no new letters for the tenant; those it has go on, and writers are told the reason',
  request: { params, ...jsonBody(suspendBody) },
  responses: { 200: json(profile, 'As it is now'), ...problems(400, 401, 403, 404) },
});
const resumeRoute = createRoute({
  ...central,
  path: '/v1/central/tenants/{tenant}/resume',
  summary: 'Take letters for the tenant again',
  request: { params },
  responses: { 200: json(profile, 'As it is now'), ...problems(401, 403, 404) },
});

export const suspendRoutes = newRouter()
  .openapi(suspendRoute, async (c) => c.json(await set(c, c.req.valid('json').reason), 200))
  .openapi(resumeRoute, async (c) => c.json(await set(c, null), 200));

async function set(c: Context<AppEnv>, reason: string | null) {
  const { slug, locale } = c.get('tenant');
  await suspendTenant(c.env, slug, reason, c.get('staff').id);
  const tenant = (await findTenant(directory(c.env), { slug }))!;
  return toProfile(tenant, null, locale);
}
