/**
 * Public answers: readable from anywhere, the same for everybody, revalidated by ETag, kept by the version of what they are of.
 * An answer from the cache reads no database.
 */
import { every } from 'hono/combine';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import type { Context, MiddlewareHandler } from 'hono';
import type { Lang } from '../../contract/vocabulary.ts';
import { pickLang } from '../../contract/vocabulary.ts';
import { dayOf } from '../../core/index.ts';
import { tallyOf } from '../letters/feed.store.ts';
import { keep, recall } from '../platform/cache.ts';
import { now } from '../platform/clock.ts';
import { sha256, toHex } from '../platform/crypto.ts';
import { ownOrigin } from '../platform/env.ts';
import { knownVersion, learnVersion, type TenantVersion } from '../platform/tenant-version.ts';
import type { AppEnv } from './context.ts';
import { slugOf, tenantScope } from './tenant-scope.ts';

/** Any page may read and, without a cookie, ask to write; `registeredOrigin` decides about writing. */
export const openToPages = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT'],
  allowHeaders: ['Content-Type', 'Authorization', 'Idempotency-Key'],
  exposeHeaders: ['ETag', 'Retry-After', 'Idempotency-Replayed', 'Content-Disposition'],
  maxAge: 86_400,
});

/** A CDN may keep an answer for 30 s: with the 25 s of platform/tenant-version.ts nothing is older than a minute. */
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

/** For what belongs to no tenant. */
export const openRead = every(cacheable, etag({ retainedHeaders }));

const keptSeconds = 86_400;
/** Nobody's link is as long: such an address is answered, and not kept. */
const keptAddressCharsMax = 1000;

/** What a public answer is about. */
export interface Subject {
  /** The name under which its version is known: a tenant's slug, or what none can be. */
  name: (c: Context<AppEnv>) => string;
  /** Finds it before the handler runs, or refuses. */
  enter: MiddlewareHandler<AppEnv>;
  /** Changes with all that its answers are made of. */
  version: (c: Context<AppEnv>) => Promise<TenantVersion>;
}

/** Answers from the cache, or enters the subject and keeps what the handler answers. */
const fromCache = ({ name, enter, version: read }: Subject) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const known = await knownVersion(c.env, name(c));
    const kept = known && (await recall(c.env, keyOf(c, known)));
    if (kept) {
      c.set('cached', true);
      const { headers } = kept;
      return c.body(kept.body!, 200, {
        'Content-Type': headers.get('Content-Type') ?? '',
        ETag: headers.get('ETag') ?? '',
      });
    }
    c.set('cached', false);
    return enter(c, async () => {
      // Before the handler reads, so that what it reads is of this version or newer.
      const version = known ?? (await learnVersion(c.env, name(c), () => read(c)));
      c.set('version', `${version.id}/${dayOf(now(), version.timeZone)}`);
      await next();
      if (c.res.status !== 200 || c.req.url.length > keptAddressCharsMax) return;
      const body = await c.res.arrayBuffer();
      const headers = {
        'Content-Type': c.res.headers.get('Content-Type') ?? '',
        ETag: `"${toHex(new Uint8Array(await crypto.subtle.digest('SHA-1', body)))}"`,
      };
      c.res = new Response(body, { headers });
      c.executionCtx.waitUntil(keep(c.env, keyOf(c, version), body, keptSeconds, headers));
    });
  });

/** By version, day and whole address: no header changes a public answer. */
function keyOf(c: Context<AppEnv>, { id, timeZone }: TenantVersion): string {
  const { pathname, search } = new URL(c.req.url);
  const address = `${ownOrigin(c.env, c.req.raw)}${pathname}${search}`;
  return `answer/${id}/${dayOf(now(), timeZone)}/${encodeURIComponent(address)}`;
}

/** Changes with every change of the tenant's letters and notices (a trigger counts them) and of the tenant itself. */
async function versionOf(c: Context<AppEnv>): Promise<TenantVersion> {
  const tenant = c.get('tenant');
  const [{ version }, itself] = await Promise.all([
    tallyOf(c.get('db'), tenant.slug),
    sha256(JSON.stringify(tenant)),
  ]);
  return { id: `${tenant.slug}/${version}-${itself.slice(0, 16)}`, timeZone: tenant.timeZone };
}

export const publicReadOf = (subject: Subject) =>
  every(cacheable, etag({ retainedHeaders }), fromCache(subject));

/** The tenant of the path, read by anyone. */
export const publicRead = publicReadOf({ name: slugOf, enter: tenantScope, version: versionOf });

/** A public answer's language comes from its address, never from a header: caches hold one answer per address. */
export const publicLang = (c: Context<AppEnv>): Lang => {
  const asked = c.req.query('lang');
  return asked ? pickLang(asked) : c.get('tenant').locale;
};
