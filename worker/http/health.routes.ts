/** `/healthz`: 200 once the databases answer and, in the demo, everything is seeded. */
import { Hono } from 'hono';
import { directory, shard, shardsOf } from '../platform/d1.ts';
import { tallyOf } from '../letters/feed.store.ts';
import { hasTenants, readMeta } from '../tenants/tenant.store.ts';
import type { AppEnv } from './context.ts';

export const healthRoutes = new Hono<AppEnv>()
  .get('/healthz', async (c) => {
    c.header('Cache-Control', 'no-store');
    const db = directory(c.env);
    const [seeding, seeded] = await Promise.all([readMeta(db, 'seeding'), readMeta(db, 'seeded')]);
    await Promise.all(shardsOf(c.env).map((index) => tallyOf(shard(c.env, index), '')));
    // A database with tenants of its own needs no demo.
    const whole = seeded !== null || (seeding === null && (await hasTenants(db)));
    const ready = c.env.HUIXIN_DEMO !== '1' || whole;
    return c.json({ status: ready ? 'ok' : 'seeding' }, ready ? 200 : 503);
  })
  .get('/', (c) => c.redirect(c.env.HUIXIN_DEMO === '1' ? '/demo/' : '/s', 302));
