/** A tenant's rules, and the bounds the centre of a jurisdiction sets. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { boundsView, jurisdictionPrefix, rulesView, setBounds, setRules } from '../../contract/rules.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { centralOnly, roleIn, staffOnly } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { reaches } from '../supervision/reach.ts';
import { changeBounds, changeRules, readBounds, readRules } from './rules.actions.ts';
import { faultMessage } from './rules.words.ts';
import { findTenant } from './tenant.store.ts';

const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/rules',
  summary: 'Deadlines and other rules of your tenant, and the bounds within which they may be set',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: {
    query: z.object({
      tenant: slug.optional(),
      version: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe('An earlier one; versions are kept'),
    }),
  },
  responses: { 200: json(rulesView, 'The rules'), ...problems(400, 401, 404) },
});
const setRoute = createRoute({
  method: 'post',
  path: '/v1/staff/rules',
  summary: 'Set rules, within the centre’s bounds; letters in hand keep the version they came in under',
  tags: ['staff'],
  middleware: [staffOfNamed, roleIn('coordinator', 'central')],
  request: jsonBody(setRules),
  responses: { 200: json(rulesView, 'The rules in force now'), ...problems(400, 401, 403, 404, 409) },
});
const boundsRoute = createRoute({
  method: 'get',
  path: '/v1/central/bounds',
  summary: 'The bounds of a jurisdiction’s tenants',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: z.object({ jurisdiction: jurisdictionPrefix }) },
  responses: { 200: json(boundsView, 'The bounds'), ...problems(400, 401, 403, 404) },
});
const setBoundsRoute = createRoute({
  method: 'post',
  path: '/v1/central/bounds',
  summary: 'Narrow the bounds of a jurisdiction’s tenants; what they have set holds until they set it again',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: jsonBody(setBounds),
  responses: { 200: json(boundsView, 'The bounds'), ...problems(400, 401, 403, 404, 409) },
});

export const rulesRoutes = newRouter()
  .openapi(readRoute, async (c) => {
    const found = await readRules(c.env, c.get('tenant'), c.req.valid('query').version);
    if (!found) throw new Refused('not_found');
    return c.json(found, 200);
  })
  .openapi(setRoute, async (c) => {
    const { tenant: _tenant, ...change } = c.req.valid('json');
    const { slug: own } = c.get('tenant');
    const changed = await changeRules(c.env, c.get('tenant'), change, c.get('staff').id);
    if (!changed.ok && 'reason' in changed) throw new Refused(changed.reason);
    if (!changed.ok) {
      const errors = changed.faults.map((fault) => ({
        ...{ path: fault.path, code: fault.code, message: faultMessage(fault, langOf(c)) },
      }));
      throw new Refused('bad_request', { errors });
    }
    const tenant = (await findTenant(directory(c.env), { slug: own }))!;
    return c.json((await readRules(c.env, tenant))!, 200);
  })
  .openapi(boundsRoute, async (c) => {
    const { jurisdiction } = c.req.valid('query');
    mustReach(c, jurisdiction);
    return c.json(await readBounds(c.env, jurisdiction), 200);
  })
  .openapi(setBoundsRoute, async (c) => {
    const { jurisdiction, bounds: narrowed } = c.req.valid('json');
    mustReach(c, jurisdiction);
    if (!(await changeBounds(c.env, jurisdiction, narrowed, c.get('staff').id)))
      throw new Refused('changed_meanwhile');
    return c.json(await readBounds(c.env, jurisdiction), 200);
  });

function mustReach(c: Context<AppEnv>, jurisdiction: string): void {
  if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
}
