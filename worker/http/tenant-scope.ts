/** Finds the tenant a path speaks of; a stranger and a missing one look the same. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { directory, shard } from '../platform/d1.ts';
import { findTenant, type TenantKey } from '../tenants/tenant.store.ts';
import type { AppEnv } from './context.ts';
import { Refused } from './problem.ts';

/** The tenant that the address names. */
export const slugOf = (c: Context<AppEnv>): string => c.get('slug') ?? c.req.param('tenant') ?? '';

export const tenantScope = createMiddleware<AppEnv>(async (c, next) => {
  await enter(c, { slug: slugOf(c) });
  await next();
});

/** The tenant of a letter's number: its prefix is unique per installation. */
export const numberScope = createMiddleware<AppEnv>(async (c, next) => {
  await enter(c, { prefix: (c.req.param('number') ?? '').split('-')[0]!.toUpperCase() });
  await next();
});

async function enter(
  c: { env: AppEnv['Bindings']; set: (key: 'tenant' | 'db', value: never) => void },
  key: TenantKey,
): Promise<void> {
  const tenant = await findTenant(directory(c.env), key);
  if (!tenant) throw new Refused('not_found');
  c.set('tenant', tenant as never);
  c.set('db', shard(c.env, tenant.shard) as never);
}
