/** Public answers: readable from anywhere, the same for everybody, revalidated by ETag. */
import { every } from 'hono/combine';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import type { Lang } from '../../contract/vocabulary.ts';
import { pickLang } from '../../contract/vocabulary.ts';
import type { AppEnv } from './context.ts';
import type { Context } from 'hono';

/** Any page may read and, without a cookie, ask to write; `registeredOrigin` decides about writing. */
export const openToPages = cors({
  origin: '*',
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key'],
  exposeHeaders: ['ETag', 'Retry-After', 'Idempotency-Replayed'],
  maxAge: 86_400,
});

const cacheable = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.ok || c.res.status === 304)
    c.res.headers.set('Cache-Control', 'public, max-age=0, s-maxage=30, must-revalidate');
});

const retainedHeaders = [
  ...RETAINED_304_HEADERS,
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
];

export const publicRead = every(cacheable, etag({ retainedHeaders }));

/** A public answer's language comes from its address, never from a header: caches hold one answer per address. */
export const publicLang = (c: Context<AppEnv>): Lang => {
  const asked = c.req.query('lang');
  return asked ? pickLang(asked) : c.get('tenant').locale;
};
