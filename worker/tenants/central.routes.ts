/** The centre creates tenants and says which sites may embed them; a coordinator may do the latter for their own. */
import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '../../contract/primitives.ts';
import {
  allowOrigin as allowOriginBody,
  createTenant as createTenantBody,
  originPage,
  profile,
  tenantPage,
} from '../../contract/tenants.ts';
import { formatInstant } from '../../core/index.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { directory } from '../platform/d1.ts';
import { allowOrigin, createTenant } from './tenant.actions.ts';
import { toProfile } from './profile.view.ts';
import { findTenant, listOrigins, listTenants } from './tenant.store.ts';

const tags = ['central'];
const params = z.object({ tenant: z.string() });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/central/tenants',
  summary: 'Tenants under your jurisdiction, with their latest figures',
  tags,
  middleware: [staffOnly, centralOnly] as const,
  responses: { 200: json(tenantPage, 'The tenants'), ...problems(401, 403) },
});
const createTenantRoute = createRoute({
  method: 'post',
  path: '/v1/central/tenants',
  summary: 'Create a tenant',
  tags,
  middleware: [staffOnly, centralOnly] as const,
  request: jsonBody(createTenantBody),
  responses: { 201: json(profile, 'Created'), ...problems(400, 401, 403, 409) },
});
const originsRoute = createRoute({
  method: 'get',
  path: '/v1/central/tenants/{tenant}/origins',
  summary: 'Sites that may embed the tenant',
  tags,
  middleware: [staffOnly, tenantScope, memberOfTenant, roleIn('central')] as const,
  request: { params },
  responses: { 200: json(originPage, 'The origins'), ...problems(401, 403, 404) },
});
const allowRoute = createRoute({
  method: 'post',
  path: '/v1/central/tenants/{tenant}/origins',
  summary: 'Let a site embed the tenant',
  tags,
  middleware: [staffOnly, tenantScope, memberOfTenant, roleIn('central')] as const,
  request: { params, ...jsonBody(allowOriginBody) },
  responses: { 201: json(originPage, 'The origins'), ...problems(400, 401, 403, 404) },
});
const ownOriginsRoute = createRoute({
  method: 'get',
  path: '/v1/staff/origins',
  summary: 'Sites that may embed your tenant',
  tags: ['staff'],
  middleware: [staffOfAsked, roleIn('coordinator', 'central')] as const,
  request: { query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(originPage, 'The origins'), ...problems(401, 403, 404) },
});
const ownAllowRoute = createRoute({
  method: 'post',
  path: '/v1/staff/origins',
  summary: 'Let a site embed your tenant',
  tags: ['staff'],
  middleware: [staffOfAsked, roleIn('coordinator', 'central')] as const,
  request: { query: z.object({ tenant: slug.optional() }), ...jsonBody(allowOriginBody) },
  responses: { 201: json(originPage, 'The origins'), ...problems(400, 401, 403, 404) },
});
export const centralRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const prefixes = c
      .get('staff')
      .memberships.flatMap(({ role, jurisdiction }) => (role === 'central' ? [jurisdiction ?? '-'] : []));
    const lists = await Promise.all(prefixes.map((prefix) => listTenants(directory(c.env), prefix)));
    const unique = new Map(lists.flat().map((row) => [row.tenant.slug, row]));
    return c.json({ items: [...unique.values()].map(toItem) }, 200);
  })
  .openapi(createTenantRoute, async (c) => {
    const input = c.req.valid('json');
    const staff = c.get('staff');
    const covered = staff.memberships.some(
      ({ role, jurisdiction }) => role === 'central' && input.jurisdiction.startsWith(jurisdiction ?? '-'),
    );
    if (!covered) throw new Refused('forbidden');
    if (!(await createTenant(c.env, input, staff.id))) throw new Refused('name_taken');
    const tenant = (await findTenant(directory(c.env), { slug: input.slug }))!;
    return c.json(toProfile(tenant, null, tenant.locale), 201);
  })
  .openapi(originsRoute, async (c) => c.json(await origins(c), 200))
  .openapi(allowRoute, async (c) => {
    await allowOrigin(c.env, c.get('tenant').slug, c.req.valid('json').origin, c.get('staff').id);
    return c.json(await origins(c), 201);
  })
  .openapi(ownOriginsRoute, async (c) => c.json(await origins(c), 200))
  .openapi(ownAllowRoute, async (c) => {
    await allowOrigin(c.env, c.get('tenant').slug, c.req.valid('json').origin, c.get('staff').id);
    return c.json(await origins(c), 201);
  });

async function origins(c: {
  env: AppEnv['Bindings'];
  get: (key: 'tenant') => AppEnv['Variables']['tenant'];
}) {
  const { slug: tenant, timeZone } = c.get('tenant');
  const rows = await listOrigins(directory(c.env), tenant);
  return {
    items: rows.map(({ origin, createdAt, seenAt, seenVersion }) => ({
      origin,
      createdAt: formatInstant(createdAt, timeZone),
      seenAt: seenAt === null ? null : formatInstant(seenAt, timeZone),
      seenVersion,
    })),
  };
}

function toItem({ tenant, tenant_summary: summary }: Awaited<ReturnType<typeof listTenants>>[number]) {
  const time = (at: number | null | undefined) => (at ? formatInstant(at, tenant.timeZone) : null);
  return {
    slug: tenant.slug,
    name: tenant.name,
    jurisdiction: tenant.jurisdiction,
    prefix: tenant.prefix,
    open: summary?.open ?? null,
    suspended:
      tenant.suspendedAt === null
        ? null
        : { since: time(tenant.suspendedAt)!, reason: tenant.suspendedFor ?? '' },
    lastReceivedAt: time(summary?.lastReceivedAt),
    lastAnsweredAt: time(summary?.lastAnsweredAt),
    asOf: time(summary?.asOf),
    figures: summary?.figures ?? null,
  };
}
