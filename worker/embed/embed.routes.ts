/** Scripts that pages load, made for one tenant; those made for all are static files. */
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { slug } from '../../contract/primitives.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { publicRead } from '../http/public-read.ts';
import { now } from '../platform/clock.ts';
import { figuresOf } from '../stats/stats.actions.ts';
import { toProfile } from '../tenants/profile.view.ts';
import { toTenantChunk, toTenantScript } from './embed.view.ts';

/** What static files of `/embed/` carry (public/_headers). */
const asScript = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  c.res.headers.set('Timing-Allow-Origin', '*');
});

/** The figures inside are as old as the script: a minute, and ten while it is fetched anew. */
const fresh = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.ok || c.res.status === 304)
    c.res.headers.set('Cache-Control', 'public, max-age=60, s-maxage=30, stale-while-revalidate=600');
});

/** `jingmen.js` names the tenant with the ending of a file. */
const tenantOfFile = createMiddleware<AppEnv>(async (c, next) => {
  c.set('slug', c.req.param('script')!.slice(0, -'.js'.length));
  await next();
});

export const embedRoutes = new Hono<AppEnv>()
  .use('/embed/v1/*', asScript)
  .get('/embed/v1/:script{[a-z0-9-]+\\.js}', fresh, tenantOfFile, publicRead, async (c) => {
    const tenant = c.get('tenant');
    const [script, figures] = await Promise.all([
      asset(c, '/embed/v1.js'),
      figuresOf(c.env, tenant, c.get('version'), now()),
    ]);
    return javaScript(c, toTenantScript(script, tenant.slug, toProfile(tenant, figures, tenant.locale)));
  })
  .get('/embed/v1/:tenant/chunks/:chunk{[A-Za-z0-9._-]+\\.js}', async (c) => {
    const { tenant, chunk } = c.req.param();
    if (!slug.safeParse(tenant).success) throw new Refused('not_found');
    const text = await asset(c, `/embed/chunks/${chunk}`);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return javaScript(c, toTenantChunk(text, tenant));
  });

async function asset(c: Context<AppEnv>, path: string): Promise<string> {
  const file = await c.env.ASSETS?.fetch(new URL(path, c.req.url));
  if (!file?.ok) throw new Refused('not_found');
  return file.text();
}

const javaScript = (c: Context<AppEnv>, text: string): Response =>
  c.body(text, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
