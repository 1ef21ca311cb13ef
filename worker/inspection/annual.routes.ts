/** The annual form: a tenant's own, and all of a jurisdiction in one table. No shard is asked. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { annual, annualTable, centralYearQuery, inspectionQuery } from '../../contract/inspection.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { centralOnly, roleIn, staffOnly } from '../http/staff-session.ts';
import { reaches } from '../supervision/reach.ts';
import { readAnnual, readAnnualTable } from './annual.actions.ts';
import { askedYear } from './asked-year.ts';
import { sheetType, toSheet } from './sheet-file.ts';

const own = [staffOfAsked, roleIn('coordinator', 'central')] as const;
const file = {
  200: { content: { [sheetType]: { schema: z.string() } }, description: 'The form, in Chinese' },
};

const ownRoute = createRoute({
  method: 'get',
  path: '/v1/staff/annual',
  summary: 'Your tenant’s lines of the annual form',
  tags: ['staff'],
  middleware: [...own],
  request: { query: inspectionQuery },
  responses: { 200: json(annual, 'The figures, unrounded'), ...problems(400, 401, 403, 404) },
});
const ownFileRoute = createRoute({
  method: 'get',
  path: '/v1/staff/annual.xlsx',
  summary: 'Your tenant’s lines of the annual form, as a table to keep',
  tags: ['staff'],
  middleware: [...own],
  request: { query: inspectionQuery },
  responses: { ...file, ...problems(400, 401, 403, 404) },
});
const centralRoute = createRoute({
  method: 'get',
  path: '/v1/central/annual',
  summary: 'The annual form of every tenant of a jurisdiction you answer for',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: centralYearQuery },
  responses: { 200: json(annualTable, 'The figures, unrounded'), ...problems(400, 401, 403, 404) },
});
const centralFileRoute = createRoute({
  method: 'get',
  path: '/v1/central/annual.xlsx',
  summary: 'The annual form of every tenant of a jurisdiction, as a table to keep',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: centralYearQuery },
  responses: { ...file, ...problems(400, 401, 403, 404) },
});

export const annualRoutes = newRouter()
  .openapi(ownRoute, async (c) => c.json(await ownForm(c, c.req.valid('query').year), 200))
  .openapi(ownFileRoute, async (c) => {
    const form = await ownForm(c, c.req.valid('query').year);
    const { annualWorkbook } = await import('./sheets.ts');
    return toSheet(
      annualWorkbook(form),
      `annual-${form.tenant}-${form.year}`,
      `${form.name}年度报表${form.year}`,
    );
  })
  .openapi(centralRoute, async (c) => {
    const { jurisdiction, year } = c.req.valid('query');
    return c.json(await tableOf(c, jurisdiction, year), 200);
  })
  .openapi(centralFileRoute, async (c) => {
    const { jurisdiction, year } = c.req.valid('query');
    const table = await tableOf(c, jurisdiction, year);
    const { annualTableWorkbook } = await import('./sheets.ts');
    return toSheet(
      annualTableWorkbook(table),
      `annual-${jurisdiction}-${table.year}`,
      `年度报表${table.year}`,
    );
  });

function ownForm(c: Context<AppEnv>, year: number | undefined) {
  const tenant = c.get('tenant');
  return readAnnual(c.env, tenant, askedYear(year, tenant.timeZone));
}

function tableOf(c: Context<AppEnv>, jurisdiction: string, year: number | undefined) {
  if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
  return readAnnualTable(c.env, jurisdiction, askedYear(year));
}
