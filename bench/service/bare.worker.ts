/**
 * What the service is measured against: a Hono handler written out by hand, with no schema library, query builder, rules or
 * layers of ours, that asks the platform for exactly what the service asks for a request and answers the same bytes.
 * check.ts compares both, call by call; where the service changes what it asks, this file has to follow.
 */
import type { D1Database } from '@cloudflare/workers-types';
import { Hono, type Context } from 'hono';
import { cache, digestHex, type Bare } from './bare-platform.ts';
import { findTenant, listPublished, nextCursor, tallyOf, toItem } from './bare-feed.ts';
import { submit } from './bare-submit.ts';

const app = new Hono<Bare>();

/** One line of log, like the service. */
app.use(async (c, next) => {
  const started = Date.now();
  await next();
  const ms = Date.now() - started;
  console.log(JSON.stringify({ level: 'info', method: c.req.method, status: c.res.status, ms }));
});

interface Version {
  id: string;
  day: string;
}

const versionKey = (slug: string): string => `https://bare.invalid/version/${slug}`;
const answerKey = (c: Context<Bare>, { id, day }: Version): string => {
  const { pathname, search } = new URL(c.req.url);
  return `https://bare.invalid/answer/${id}/${day}/${encodeURIComponent(pathname + search)}`;
};

/** Cache: one look for the tenant's version and, where it is known, one for the answer. */
async function fromCache(c: Context<Bare>, slug: string): Promise<[Version | null, Response | undefined]> {
  const known = await cache().match(versionKey(slug));
  const version = known ? ((await known.json()) as Version) : null;
  return [version, version ? await cache().match(answerKey(c, version)) : undefined];
}

function answer(body: string | ReadableStream | null, type: string, etag: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      ETag: etag,
      'Cache-Control': 'public, max-age=0, s-maxage=30, must-revalidate',
    },
  });
}

const again = ({ body, headers }: Response): Response =>
  answer(body, headers.get('Content-Type')!, headers.get('ETag')!);

/** Cache: the answer is kept, after it was given. Crypto: its ETag. */
async function keptAnswer(c: Context<Bare>, version: Version, body: string, type: string): Promise<Response> {
  const etag = `"${await digestHex('SHA-1', body)}"`;
  const headers = { 'Content-Type': type, ETag: etag, 'Cache-Control': 'max-age=86400' };
  c.executionCtx.waitUntil(
    cache().put(answerKey(c, version), new Response(body, { headers })) as Promise<void>,
  );
  return answer(body, type, etag);
}

/**
 * Where the version isn't known, D1: the tally before and after it is remembered; cache: remembering it for 25 s. Crypto:
 * the hash of the tenant, which is half of the version.
 */
async function learnVersion(db: D1Database, slug: string, tenant: unknown): Promise<Version> {
  const read = async (): Promise<Version> => {
    const [tally, hash] = await Promise.all([
      tallyOf(db, slug),
      digestHex('SHA-256', JSON.stringify(tenant)),
    ]);
    const day = new Date(Date.now() + 28_800_000).toISOString().slice(0, 10);
    return { id: `${slug}/${tally.version}-${hash}`, day };
  };
  const version = await read();
  const headers = { 'Cache-Control': 'max-age=25' };
  await cache().put(versionKey(slug), new Response(JSON.stringify(version), { headers }));
  await read();
  return version;
}

/** D1, unless cached: tenant and departments in one batch, then tally and page at once. */
app.get('/v1/tenants/:tenant/letters', async (c) => {
  const slug = c.req.param('tenant');
  const [known, kept] = await fromCache(c, slug);
  if (kept) return again(kept);
  const { tenant, departments } = await findTenant(c.env.DIRECTORY, slug);
  const version = known ?? (await learnVersion(c.env.LETTERS_0, slug, tenant));
  const limit = Number(c.req.query('limit') ?? 20);
  const after = atob(c.req.query('cursor') ?? '')
    .split('.')
    .map(Number);
  const [rows, { received, published, withoutConsent, withheld, spam }] = await Promise.all([
    listPublished(c.env.LETTERS_0, slug, after, limit + 1),
    tallyOf(c.env.LETTERS_0, slug),
  ]);
  const items = rows.slice(0, limit).map((row) => toItem(row, departments));
  const counts = { received, published, withoutConsent, withheld, spam };
  const body = JSON.stringify({ items, nextCursor: nextCursor(rows, limit), counts });
  return keptAnswer(c, version, body, 'application/json');
});

/** Not timed: the benchmark hands in the service's picture, for drawing it is no part of answering it from the cache. */
app.put('/v1/tenants/:tenant/badge.svg', async (c) => {
  const version = await currentVersion(c, c.req.param('tenant'));
  return keptAnswer(c, version, await c.req.text(), c.req.header('content-type')!);
});

app.get('/v1/tenants/:tenant/badge.svg', async (c) => {
  const slug = c.req.param('tenant');
  const [known, kept] = await fromCache(c, slug);
  if (kept) return again(kept);
  const version = known ?? (await currentVersion(c, slug));
  const handedIn = await cache().match(answerKey(c, version));
  return handedIn ? again(handedIn) : c.notFound();
});

async function currentVersion(c: Context<Bare>, slug: string): Promise<Version> {
  const { tenant } = await findTenant(c.env.DIRECTORY, slug);
  return learnVersion(c.env.LETTERS_0, slug, tenant);
}

app.post('/v1/tenants/:tenant/letters', submit);

export default app;
