/** Headers of every answer. Pages of people add their own policy (pages/, docs/); an API answer is never a page. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './context.ts';

export const secureHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', headers.get('Referrer-Policy') ?? 'no-referrer');
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (new URL(c.req.url).protocol === 'https:') headers.set('Strict-Transport-Security', 'max-age=31536000');
});
