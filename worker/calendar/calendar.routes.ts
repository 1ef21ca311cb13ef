/** The tenant's calendar: what is announced, its place's own days, which deadlines a change would move, and counting aloud. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  calendarView,
  clockAnswer,
  clockQuery,
  previewLocalDays,
  previewPage,
  setLocalDays,
} from '../../contract/calendar.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { announceLocalDays, calendarAfter, faultOfPlace, readCalendar } from './calendar.actions.ts';
import { countAloud } from './clock.actions.ts';
import { mustFit } from './faults.ts';
import { previewRecount } from './recount.actions.ts';

const tags = ['staff'];
const year = z.coerce.number().int().min(2004).max(2100);

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/calendar',
  summary: 'A year of the calendar your tenant’s deadlines are counted by',
  tags,
  middleware: [staffOfAsked],
  request: { query: z.object({ tenant: slug.optional(), year }) },
  responses: { 200: json(calendarView, 'The year'), ...problems(400, 401, 404) },
});
const previewRoute = createRoute({
  method: 'post',
  path: '/v1/staff/calendar/preview',
  summary: 'Which open deadlines would move if your place had these days of its own; nothing is changed',
  tags,
  middleware: [staffOfNamed, roleIn('coordinator', 'central')],
  request: jsonBody(previewLocalDays),
  responses: { 200: json(previewPage, 'A part of the open letters'), ...problems(400, 401, 403, 404) },
});
const setRoute = createRoute({
  method: 'post',
  path: '/v1/staff/calendar',
  summary: 'Set your place’s own days of a year; open deadlines are counted again',
  tags,
  middleware: [staffOfNamed, roleIn('coordinator', 'central')],
  request: jsonBody(setLocalDays),
  responses: { 200: json(calendarView, 'The year as it stands now'), ...problems(400, 401, 403, 404, 409) },
});
const clockRoute = createRoute({
  method: 'get',
  path: '/v1/staff/clock',
  summary: 'Count a rule of your tenant from a time, day by day, with the reason for each day left out',
  tags,
  middleware: [staffOfAsked],
  request: { query: clockQuery },
  responses: { 200: json(clockAnswer, 'The count'), ...problems(400, 401, 404) },
});

export const calendarRoutes = newRouter()
  .openapi(readRoute, async (c) =>
    c.json(await readCalendar(c.env, c.get('tenant'), c.req.valid('query').year), 200),
  )
  .openapi(previewRoute, async (c) => {
    const { tenant: _tenant, cursor = '', ...days } = c.req.valid('json');
    const tenant = c.get('tenant');
    mustFit(c, await faultOfPlace(c.env, tenant, days));
    return c.json(await previewRecount(c.env, tenant, calendarAfter(tenant, tenant.slug, days), cursor), 200);
  })
  .openapi(setRoute, async (c) => {
    const { tenant: _tenant, ...days } = c.req.valid('json');
    const { slug: own } = c.get('tenant');
    const done = await announceLocalDays(c.env, c.get('tenant'), days, c.get('staff').id);
    if (!done.ok && 'reason' in done) throw new Refused(done.reason);
    if (!done.ok) mustFit(c, done.fault);
    const tenant = (await findTenant(directory(c.env), { slug: own }))!;
    return c.json(await readCalendar(c.env, tenant, days.year), 200);
  })
  .openapi(clockRoute, (c) => {
    const { tenant: _tenant, ...query } = c.req.valid('query');
    return c.json(countAloud(c.get('tenant'), query), 200);
  });
