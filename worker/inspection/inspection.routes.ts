/** The self-check before an inspection: a tenant's own, its ticks, and where the tenants of a jurisdiction stand. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  centralYearQuery,
  inspection,
  inspectionQuery,
  inspectionTable,
  setTick,
} from '../../contract/inspection.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, roleIn, staffOnly } from '../http/staff-session.ts';
import { reaches } from '../supervision/reach.ts';
import { askedYear } from './asked-year.ts';
import { readCheck, readInspectionTable, tickItem } from './inspection.actions.ts';
import { toInspection } from './inspection.view.ts';
import { sheetType, toSheet } from './sheet-file.ts';

const own = [staffOfAsked, roleIn('coordinator', 'central')] as const;

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/inspection',
  summary: 'The self-check of a tenant and year, each item with its evidence',
  tags: ['staff'],
  middleware: [...own],
  request: { query: inspectionQuery },
  responses: { 200: json(inspection, 'The items'), ...problems(400, 401, 403, 404) },
});
const fileRoute = createRoute({
  method: 'get',
  path: '/v1/staff/inspection.xlsx',
  summary: 'The self-check of a tenant and year, as a table to keep',
  tags: ['staff'],
  middleware: [...own],
  request: { query: inspectionQuery },
  responses: {
    200: { content: { [sheetType]: { schema: z.string() } }, description: 'The items, in Chinese' },
    ...problems(400, 401, 403, 404),
  },
});
const tickRoute = createRoute({
  method: 'post',
  path: '/v1/staff/inspection',
  summary:
    'Say what figures can’t: whether an item is met, with a remark. What they do say holds all the same',
  tags: ['staff'],
  middleware: [staffOfNamed, roleIn('coordinator')],
  request: jsonBody(setTick),
  responses: { 200: json(inspection, 'The items as they are now'), ...problems(400, 401, 403, 404) },
});
const tableRoute = createRoute({
  method: 'get',
  path: '/v1/central/inspection',
  summary: 'Where the tenants of a jurisdiction stand with their self-checks. No shard is asked',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: centralYearQuery },
  responses: { 200: json(inspectionTable, 'The tenants'), ...problems(400, 401, 403, 404) },
});

export const inspectionRoutes = newRouter()
  .openapi(readRoute, async (c) => c.json(await told(c, c.req.valid('query').year), 200))
  .openapi(fileRoute, async (c) => {
    const tenant = c.get('tenant');
    const year = askedYear(c.req.valid('query').year, tenant.timeZone);
    const check = toInspection(await readCheck(c.env, tenant, year), 'zh-CN');
    const { inspectionWorkbook } = await import('./sheets.ts');
    return toSheet(
      inspectionWorkbook(check),
      `inspection-${tenant.slug}-${year}`,
      `${tenant.name}检查自查表${year}`,
    );
  })
  .openapi(tickRoute, async (c) => {
    const tick = c.req.valid('json');
    const tenant = c.get('tenant');
    askedYear(tick.year, tenant.timeZone);
    await tickItem(c.env, tenant.slug, tick, c.get('staff').id);
    return c.json(await told(c, tick.year), 200);
  })
  .openapi(tableRoute, async (c) => {
    const { jurisdiction, year } = c.req.valid('query');
    if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
    return c.json(await readInspectionTable(c.env, jurisdiction, askedYear(year)), 200);
  });

async function told(c: Context<AppEnv>, year: number | undefined) {
  const tenant = c.get('tenant');
  return toInspection(await readCheck(c.env, tenant, askedYear(year, tenant.timeZone)), langOf(c));
}
