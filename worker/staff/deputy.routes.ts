/** Deputies of absent officers: named by the absent, or by their coordinator. */
import { createRoute, z } from '@hono/zod-openapi';
import { deputyPage, nameDeputy as nameBody } from '../../contract/deputies.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { endDeputy, nameDeputy, readDeputies } from './deputy.actions.ts';

const tags = ['staff'];
const query = z.object({ tenant: slug.optional() });
const desk = roleIn('officer', 'coordinator');

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/deputies',
  summary: 'Deputies that are on or to come: your own, for coordinators all',
  tags,
  middleware: [staffOfAsked, desk],
  request: { query },
  responses: { 200: json(deputyPage, 'The deputies'), ...problems(401, 403, 404) },
});
const nameRoute = createRoute({
  method: 'post',
  path: '/v1/staff/deputies',
  summary: 'Name a deputy for some days; it ends by itself',
  tags,
  middleware: [staffOfNamed, desk],
  request: jsonBody(nameBody),
  responses: { 201: json(deputyPage, 'The deputies'), ...problems(400, 401, 403, 404, 409) },
});
const endRoute = createRoute({
  method: 'delete',
  path: '/v1/staff/deputies/{id}',
  summary: 'End it now',
  tags,
  middleware: [staffOfAsked, desk],
  request: { params: z.object({ id: z.string().max(40) }), query },
  responses: { 200: json(deputyPage, 'The deputies'), ...problems(401, 403, 404) },
});

const by = (c: { get: (key: never) => unknown }) => {
  const get = c.get as <K extends keyof AppEnv['Variables']>(key: K) => AppEnv['Variables'][K];
  return { id: get('staff').id, role: get('membership').role };
};

export const deputyRoutes = newRouter()
  .openapi(listRoute, async (c) => c.json(await readDeputies(c.env, c.get('tenant'), by(c)), 200))
  .openapi(nameRoute, async (c) => {
    const { tenant: _tenant, ...asked } = c.req.valid('json');
    const named = await nameDeputy(c.env, c.get('tenant'), asked, by(c));
    if (!named.ok) throw new Refused(named.reason);
    return c.json(await readDeputies(c.env, c.get('tenant'), by(c)), 201);
  })
  .openapi(endRoute, async (c) => {
    if (!(await endDeputy(c.env, c.get('tenant'), c.req.valid('param').id, by(c))))
      throw new Refused('not_found');
    return c.json(await readDeputies(c.env, c.get('tenant'), by(c)), 200);
  });
