/** The league table: for the centre of a jurisdiction, and for everybody where the centre publishes it. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  centralRanking,
  publication,
  ranking,
  rankingQuery,
  setPublication,
  tenantRanking,
} from '../../contract/ranking.ts';
import { pickLang } from '../../contract/vocabulary.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { directory } from '../platform/d1.ts';
import { namesOf } from '../staff/member.store.ts';
import { reaches } from '../supervision/reach.ts';
import { askedPeriod } from './asked-period.ts';
import { rankingRead } from './ranking-read.ts';
import type { Publication } from './ranking.store.ts';
import { publishTable, readPublication, readTable, readTenantPart } from './ranking.actions.ts';
import { toPublication, toRanking, toTenantRanking } from './ranking.view.ts';
import { explained } from './ranking.words.ts';

const publicRoute = createRoute({
  method: 'get',
  path: '/v1/ranking',
  summary: 'The league table of a jurisdiction, where its centre publishes it',
  tags: ['public'],
  middleware: [rankingRead],
  request: { query: rankingQuery },
  responses: { 200: json(ranking, 'The league table, unrounded'), ...problems(400, 404) },
});
const centralRoute = createRoute({
  method: 'get',
  path: '/v1/central/ranking',
  summary: 'The league table of a jurisdiction you answer for, and whether it is published',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: rankingQuery },
  responses: { 200: json(centralRanking, 'The league table, unrounded'), ...problems(400, 401, 403, 404) },
});
const publicationRoute = createRoute({
  method: 'post',
  path: '/v1/central/ranking/publication',
  summary: 'Show a jurisdiction’s league table to everybody, or no longer',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: jsonBody(setPublication),
  responses: { 200: json(publication, 'As it is now'), ...problems(400, 401, 403, 404) },
});
const tenantRoute = createRoute({
  method: 'get',
  path: '/v1/central/ranking/{tenant}',
  summary: 'A tenant’s departments and months in the league table',
  tags: ['central'],
  middleware: [staffOnly, tenantScope, memberOfTenant, roleIn('central')],
  request: {
    params: z.object({ tenant: z.string() }),
    query: rankingQuery.pick({ from: true, to: true }),
  },
  responses: { 200: json(tenantRanking, 'The figures, unrounded'), ...problems(400, 401, 403, 404) },
});

export const rankingRoutes = newRouter()
  .openapi(publicRoute, async (c) => {
    const { jurisdiction, by, lang, ...asked } = c.req.valid('query');
    const table = await readTable(c.env, jurisdiction, askedPeriod(asked), by);
    // A public answer's language comes from its address alone.
    return c.json(toRanking(table, explained(pickLang(lang))), 200);
  })
  .openapi(centralRoute, async (c) => {
    const { jurisdiction, by, lang: _lang, ...asked } = c.req.valid('query');
    mustReach(c, jurisdiction);
    const table = await readTable(c.env, jurisdiction, askedPeriod(asked), by);
    const shown = toRanking(table, explained(langOf(c)));
    return c.json({ ...shown, publication: await publicationOf(c, table.publication) }, 200);
  })
  .openapi(publicationRoute, async (c) => {
    const asked = c.req.valid('json');
    mustReach(c, asked.jurisdiction);
    await publishTable(c.env, asked, c.get('staff').id);
    return c.json(await publicationOf(c, await readPublication(c.env, asked.jurisdiction)), 200);
  })
  .openapi(tenantRoute, async (c) => {
    const tenant = c.get('tenant');
    const part = await readTenantPart(c.env, tenant, askedPeriod(c.req.valid('query')));
    return c.json(toTenantRanking(tenant, part), 200);
  });

function mustReach(c: Context<AppEnv>, jurisdiction: string): void {
  if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
}

async function publicationOf(c: Context<AppEnv>, found: Publication | null) {
  const names = found ? await namesOf(directory(c.env), [found.changedBy]) : null;
  return toPublication(found, names?.get(found!.changedBy) ?? null);
}
