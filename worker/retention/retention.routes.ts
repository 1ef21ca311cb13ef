/** For how long a tenant keeps contact details after a letter came to rest: its coordinator, or the centre, decides. */
import { createRoute, z } from '@hono/zod-openapi';
import { retention, setRetention } from '../../contract/staff.ts';
import { formatInstant } from '../../core/index.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { now } from '../platform/clock.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { changeRetention } from './retention.actions.ts';

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/retention',
  summary: 'For how many months contact details and attachments are kept after a letter came to rest',
  tags: ['staff'],
  middleware: [staffOfAsked, roleIn('coordinator', 'central')] as const,
  request: { query: z.object({ tenant: z.string().optional() }) },
  responses: { 200: json(retention, 'The time in force'), ...problems(401, 403, 404) },
});
const setRoute = createRoute({
  method: 'post',
  path: '/v1/staff/retention',
  summary: 'Keep contact details and attachments longer or shorter; recorded',
  tags: ['staff'],
  middleware: [staffOfNamed, roleIn('coordinator', 'central')] as const,
  request: jsonBody(setRetention),
  responses: { 200: json(retention, 'The time in force'), ...problems(400, 401, 403, 404) },
});

type Told = Pick<Tenant, 'retentionMonths' | 'retentionSince' | 'timeZone'>;
const told = ({ retentionMonths, retentionSince, timeZone }: Told) => ({
  months: retentionMonths,
  since: retentionSince === 0 ? null : formatInstant(retentionSince, timeZone),
});

export const retentionRoutes = newRouter()
  .openapi(readRoute, (c) => c.json(told(c.get('tenant')), 200))
  .openapi(setRoute, async (c) => {
    const { months } = c.req.valid('json');
    const tenant = c.get('tenant');
    await changeRetention(c.env, tenant.slug, months, c.get('staff').id);
    return c.json(told({ ...tenant, retentionMonths: months, retentionSince: now() }), 200);
  });
