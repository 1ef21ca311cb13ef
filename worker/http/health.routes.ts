/** `/healthz`: 200 once the databases answer and, in the demo, everything is seeded. */
import { Hono } from 'hono';
import { directory, shard, shardsOf } from '../platform/d1.ts';
import { tallyOf } from '../letters/feed.store.ts';
import { readMeta } from '../tenants/tenant.store.ts';
import type { AppEnv } from './context.ts';

export const healthRoutes = new Hono<AppEnv>()
  .get('/healthz', async (c) => {
    c.header('Cache-Control', 'no-store');
    const seeded = await readMeta(directory(c.env), 'seeded');
    await Promise.all(shardsOf(c.env).map((index) => tallyOf(shard(c.env, index), '')));
    const ready = c.env.HUIXIN_DEMO !== '1' || seeded !== null;
    return c.json({ status: ready ? 'ok' : 'seeding' }, ready ? 200 : 503);
  })
  .get('/', (c) => c.redirect(c.env.HUIXIN_DEMO === '1' ? '/demo/' : '/s', 302));
