/**
 * The national calendar, for whoever answers for all of the nation: a year that the State Council has announced can be entered
 * before a version of the service brings it.
 */
import { createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { calendarView, previewPage, previewYear, yearDays } from '../../contract/calendar.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, memberOfTenant, staffOnly } from '../http/staff-session.ts';
import { tenantForBody } from '../http/chosen-tenant.ts';
import { reaches } from '../supervision/reach.ts';
import { announceYear, calendarAfter, faultOfNation, readNation } from './calendar.actions.ts';
import { mustFit } from './faults.ts';
import { previewRecount } from './recount.actions.ts';

const tags = ['central'];

const everywhere = createMiddleware<AppEnv>(async (c, next) => {
  if (!reaches(c.get('staff'), '')) throw new Refused('forbidden');
  await next();
});

const readRoute = createRoute({
  method: 'get',
  path: '/v1/central/calendar',
  summary: 'A year of the national calendar',
  tags,
  middleware: [staffOnly, centralOnly],
  request: { query: z.object({ year: z.coerce.number().int().min(2004).max(2100) }) },
  responses: { 200: json(calendarView, 'The year'), ...problems(400, 401, 403) },
});
const previewRoute = createRoute({
  method: 'post',
  path: '/v1/central/calendar/preview',
  summary: 'Which open deadlines of one tenant would move with such a year; nothing is changed',
  tags,
  middleware: [staffOnly, centralOnly, tenantForBody, memberOfTenant],
  request: jsonBody(previewYear),
  responses: { 200: json(previewPage, 'A part of the open letters'), ...problems(400, 401, 403, 404) },
});
const announceRoute = createRoute({
  method: 'post',
  path: '/v1/central/calendar',
  summary:
    'Enter an announced year for everybody; open deadlines are counted again. For central admins of all jurisdictions',
  tags,
  middleware: [staffOnly, centralOnly, everywhere],
  request: jsonBody(yearDays),
  responses: { 200: json(calendarView, 'The year as it stands now'), ...problems(400, 401, 403, 409) },
});

export const nationalRoutes = newRouter()
  .openapi(readRoute, async (c) => c.json(await readNation(c.env, c.req.valid('query').year), 200))
  .openapi(previewRoute, async (c) => {
    const { tenant: _tenant, cursor = '', ...days } = c.req.valid('json');
    const tenant = c.get('tenant');
    mustFit(c, await faultOfNation(c.env, days));
    return c.json(await previewRecount(c.env, tenant, calendarAfter(tenant, '', days), cursor), 200);
  })
  .openapi(announceRoute, async (c) => {
    const days = c.req.valid('json');
    const done = await announceYear(c.env, days, c.get('staff').id);
    if (!done.ok && 'reason' in done) throw new Refused(done.reason);
    if (!done.ok) mustFit(c, done.fault);
    return c.json(await readNation(c.env, days.year), 200);
  });
