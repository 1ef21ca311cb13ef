/** A tenant's part in the league table: its own figures, and its word on them. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { comments, ownRanking, rankingQuery, setComment } from '../../contract/ranking.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import type { AppEnv } from '../http/context.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { namesOf } from '../staff/member.store.ts';
import { askedPeriod } from './asked-period.ts';
import { readComments, saySo } from './comment.actions.ts';
import { readTenantPart, tablesWith } from './ranking.actions.ts';
import { toComments, toTenantRanking } from './ranking.view.ts';
import { personalMessage } from './ranking.words.ts';

const ownRoute = createRoute({
  method: 'get',
  path: '/v1/staff/ranking',
  summary: 'Your tenant’s departments and months as the league table counts them, and where it is published',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: { query: rankingQuery.pick({ from: true, to: true }).extend({ tenant: slug.optional() }) },
  responses: { 200: json(ownRanking, 'The figures, unrounded'), ...problems(400, 401, 404) },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/ranking-comment',
  summary: 'What your tenant says about its figures in the league table, and said before',
  tags: ['staff'],
  middleware: [staffOfAsked],
  request: { query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(comments, 'The comments'), ...problems(400, 401, 404) },
});
const sayRoute = createRoute({
  method: 'post',
  path: '/v1/staff/ranking-comment',
  summary: 'Say something about your tenant’s figures; it stands beside them wherever the table is shown',
  tags: ['staff'],
  middleware: [staffOfNamed, roleIn('coordinator')],
  request: jsonBody(setComment),
  responses: { 200: json(comments, 'The comments'), ...problems(400, 401, 403, 404, 409) },
});

export const commentRoutes = newRouter()
  .openapi(ownRoute, async (c) => {
    const { tenant: _tenant, ...asked } = c.req.valid('query');
    const tenant = c.get('tenant');
    const [part, tables] = await Promise.all([
      readTenantPart(c.env, tenant, askedPeriod(asked)),
      tablesWith(c.env, tenant.jurisdiction),
    ]);
    return c.json({ ...toTenantRanking(tenant, part), tables }, 200);
  })
  .openapi(readRoute, async (c) => c.json(await told(c), 200))
  .openapi(sayRoute, async (c) => {
    const said = await saySo(c.env, c.get('tenant'), c.req.valid('json').text, c.get('staff').id);
    if (!said.ok && 'reason' in said) throw new Refused(said.reason);
    if (!said.ok) {
      const message = personalMessage(said.personal, langOf(c));
      throw new Refused('bad_request', { errors: [{ path: 'text', code: 'personal_data', message }] });
    }
    return c.json(await told(c), 200);
  });

async function told(c: Context<AppEnv>) {
  const rows = await readComments(c.env, c.get('tenant').slug);
  const names = await namesOf(directory(c.env), [...new Set(rows.map(({ createdBy }) => createdBy))]);
  return toComments(rows, names);
}
