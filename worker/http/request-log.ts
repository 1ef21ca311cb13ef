/**
 * One line for every request: what was asked by its pattern, never by its address, so that no number, key, word searched
 * for or anything else of a person is in it.
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { now } from '../platform/clock.ts';
import type { AppEnv } from './context.ts';

export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const started = now();
  await next();
  const ms = now() - started;
  const cached = c.get('cached');
  // Of public answers only: how long an answer took may tell what it looked up.
  if (cached !== undefined)
    c.res.headers.set('Server-Timing', `cache;desc=${cached ? 'hit' : 'miss'}, app;dur=${ms}`);
  // oxlint-disable-next-line no-console -- a log is what this is.
  console.log(
    JSON.stringify({
      level: 'info',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: patternOf(c),
      status: c.res.status,
      ms,
      ...(cached === undefined ? {} : { cached }),
      ...(c.get('tenant') ? { tenant: c.get('tenant').slug } : {}),
    }),
  );
});

/** The pattern that answered; patterns that end with a star belong to what stands around it. */
const patternOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '*';
