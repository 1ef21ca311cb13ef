/** The tenant a member works in where the path doesn't name it: asked for, or the only one they have. */
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { directory, shard } from '../platform/d1.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import type { AppEnv } from './context.ts';
import { Refused } from './problem.ts';
import { memberOfTenant, staffOnly } from './staff-session.ts';
import type { Context, MiddlewareHandler } from 'hono';

async function choose(c: Context<AppEnv>, asked: unknown): Promise<void> {
  const own = c.get('staff').memberships.find(({ tenant }) => tenant !== null)?.tenant;
  const slug = typeof asked === 'string' ? asked : own;
  const tenant = slug ? await findTenant(directory(c.env), { slug }) : null;
  if (!tenant) throw new Refused('not_found');
  c.set('tenant', tenant);
  c.set('db', shard(c.env, tenant.shard));
}

const chosenTenant = createMiddleware<AppEnv>(async (c, next) => {
  await choose(c, c.req.query('tenant'));
  await next();
});

/** `tenant` in the body of a write; the schema is checked afterwards, so anything may be there. */
export const tenantForBody = createMiddleware<AppEnv>(async (c, next) => {
  const body = (await c.req.json().catch(() => null)) as { tenant?: unknown } | null;
  await choose(c, body?.tenant);
  await next();
});

/** Staff, in the tenant that the address asks for, as one of its members. */
export const staffOfAsked: MiddlewareHandler<AppEnv> = every(staffOnly, chosenTenant, memberOfTenant);

/** The same with the tenant in the body. */
export const staffOfNamed: MiddlewareHandler<AppEnv> = every(staffOnly, tenantForBody, memberOfTenant);
