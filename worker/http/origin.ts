/**
 * Who may write from where: the tenant's registered origins, the service's own, and callers without an `Origin` and
 * without a cookie (programs). Origins are compared exactly, never by prefix.
 */
import { createMiddleware } from 'hono/factory';
import { directory } from '../platform/d1.ts';
import { ownOrigin } from '../platform/env.ts';
import { isAllowedOrigin } from '../tenants/tenant.store.ts';
import type { AppEnv } from './context.ts';
import { Refused } from './problem.ts';

export const registeredOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin === undefined) {
    if (c.req.header('cookie') !== undefined) throw new Refused('origin_not_allowed');
  } else if (origin !== ownOrigin(c.env, c.req.raw)) {
    if (!(await isAllowedOrigin(directory(c.env), c.get('tenant').slug, origin)))
      throw new Refused('origin_not_allowed');
  }
  await next();
});

/** For writes that only our own pages make: the console with its cookie, and the hosted forms. */
export const ownOriginOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'GET') return next();
  const origin = c.req.header('origin');
  const cookie = c.req.header('cookie') !== undefined;
  if (origin === undefined ? cookie : origin !== ownOrigin(c.env, c.req.raw))
    throw new Refused('origin_not_allowed');
  await next();
});
