/** What charts draw: a tenant's figures week by week, by age, step by step. */
import { createRoute, z } from '@hono/zod-openapi';
import { chartDaysMax, charts, chartsQuery } from '../../contract/charts.ts';
import { addDays, dayOf, daysApart } from '../../core/index.ts';
import { Refused } from '../http/problem.ts';
import { publicRead } from '../http/public-read.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { now } from '../platform/clock.ts';
import { knownCharts } from './charts.actions.ts';

const chartsRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/charts',
  summary: 'The figures of a period week by week, open letters by age, the way of letters, ratings by level',
  tags: ['public'],
  middleware: [publicRead],
  request: { params: z.object({ tenant: z.string() }), query: chartsQuery },
  responses: { 200: json(charts, 'The courses, unrounded'), ...problems(400, 404) },
});

export const chartRoutes = newRouter().openapi(chartsRoute, async (c) => {
  const asked = c.req.valid('query');
  const tenant = c.get('tenant');
  const at = now();
  const to = asked.to ?? dayOf(at, tenant.timeZone);
  const from = asked.from ?? addDays(to, -364);
  const days = daysApart(from, to);
  if (days < 0) throw badPeriod('before_from', 'to < from');
  if (days >= chartDaysMax) throw badPeriod('too_long', `> ${chartDaysMax} days`);
  return c.json(await knownCharts(c.env, tenant, c.get('version'), { from, to }, at), 200);
});

const badPeriod = (code: string, message: string) =>
  new Refused('bad_request', { errors: [{ path: 'to', code, message }] });
