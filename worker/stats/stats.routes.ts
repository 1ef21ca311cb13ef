/** The figures, and the badge made of them. */
import { createRoute, z } from '@hono/zod-openapi';
import { stats, statsQuery } from '../../contract/stats.ts';
import { METRICS, type Metric } from '../../contract/vocabulary.ts';
import type { Context } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { toBadge, toSvg } from '../badge/badge.view.ts';
import { Refused } from '../http/problem.ts';
import { publicLang, publicRead } from '../http/public-read.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { now } from '../platform/clock.ts';
import { knownStats } from './stats.actions.ts';

const params = z.object({ tenant: z.string() });
const tags = ['public'];
const middleware = [publicRead];
const badgeQuery = z.object({ metric: z.enum(METRICS).default('on-time-rate'), lang: z.string().optional() });

const statsRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/stats',
  summary: 'Every figure over a period, as of a cut-off',
  tags,
  middleware,
  request: { params, query: statsQuery },
  responses: { 200: json(stats, 'The figures, unrounded'), ...problems(400, 404) },
});
const badgeJsonRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/badge.json',
  summary: 'The badge in the shields endpoint schema',
  tags,
  middleware,
  request: { params, query: badgeQuery },
  responses: {
    200: json(
      z.object({ schemaVersion: z.literal(1), label: z.string(), message: z.string(), color: z.string() }),
      'The badge',
    ),
    ...problems(400, 404),
  },
});
const badgeSvgRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/badge.svg',
  summary: 'The badge as a picture',
  tags,
  middleware,
  request: { params, query: badgeQuery },
  responses: {
    200: { content: { 'image/svg+xml': { schema: z.string() } }, description: 'The badge' },
    ...problems(400, 404),
  },
});

export const statsRoutes = newRouter()
  .openapi(statsRoute, async (c) => {
    const period = c.req.valid('query');
    const tenant = c.get('tenant');
    const { department, from, to } = period;
    if (
      department !== undefined &&
      department !== 'unassigned' &&
      !tenant.departments.some(({ id }) => id === department)
    )
      throw new Refused('not_found');
    if (from !== undefined && to !== undefined && from > to)
      throw new Refused('bad_request', {
        errors: [{ path: 'to', code: 'before_from', message: 'to < from' }],
      });
    return c.json(await knownStats(c.env, tenant, c.get('version'), period, now()), 200);
  })
  .openapi(badgeJsonRoute, async (c) =>
    c.json({ schemaVersion: 1 as const, ...(await badgeOf(c, c.req.valid('query').metric)) }, 200),
  )
  .openapi(badgeSvgRoute, async (c) =>
    c.body(toSvg(await badgeOf(c, c.req.valid('query').metric)), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
    }),
  );

async function badgeOf(c: Context<AppEnv>, metric: Metric) {
  const figures = await knownStats(c.env, c.get('tenant'), c.get('version'), {}, now());
  return toBadge(figures, metric, publicLang(c));
}
