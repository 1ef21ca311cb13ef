/** Feeds for readers and other programs. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { publicLang, publicRead } from '../http/public-read.ts';
import { newRouter, problems } from '../http/router.ts';
import { withNames } from '../hand-over/told.ts';
import { listPublished } from '../letters/feed.store.ts';
import { ownOrigin } from '../platform/env.ts';
import { toAtom, toJsonFeed, type FeedSource } from './feed.view.ts';

const feedRoute = <P extends string>(path: P, type: string, summary: string) =>
  createRoute({
    method: 'get',
    path: `/v1/tenants/{tenant}/${path}`,
    summary,
    tags: ['public'],
    middleware: [publicRead] as const,
    request: { params: z.object({ tenant: z.string() }), query: z.object({ lang: z.string().optional() }) },
    responses: { 200: { content: { [type]: { schema: z.any() } }, description: summary }, ...problems(404) },
  });

export const feedRoutes = newRouter()
  .openapi(feedRoute('feed.atom', 'application/atom+xml', 'Published replies, Atom 1.0'), async (c) =>
    c.body(toAtom(await source(c)), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' }),
  )
  .openapi(feedRoute('feed.json', 'application/feed+json', 'Published replies, JSON Feed 1.1'), async (c) =>
    c.body(JSON.stringify(toJsonFeed(await source(c))), 200, {
      'Content-Type': 'application/feed+json; charset=utf-8',
    }),
  );

async function source(c: Context<AppEnv>): Promise<FeedSource> {
  const tenant = c.get('tenant');
  const rows = await listPublished(c.get('db'), tenant.slug, {}, null, 30);
  const told = await withNames(
    c.env,
    tenant,
    rows.map(({ holder }) => holder),
  );
  return { tenant: told, rows, origin: ownOrigin(c.env, c.req.raw), lang: publicLang(c) };
}
