/** Whether anybody is there: the centre's list, the worst first, and a tenant's own evidence. No shard is asked. */
import { createRoute, z } from '@hono/zod-openapi';
import { livenessPage, livenessQuery, ownLiveness } from '../../contract/liveness.ts';
import { slug } from '../../contract/primitives.ts';
import { formatInstant } from '../../core/index.ts';
import { staffOfAsked } from '../http/chosen-tenant.ts';
import { placeOf } from '../http/cursor.ts';
import { Refused } from '../http/problem.ts';
import { json, newRouter, problems } from '../http/router.ts';
import { centralOnly, roleIn, staffOnly } from '../http/staff-session.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory } from '../platform/d1.ts';
import { RANKING_ZONE } from '../ranking/ranking.view.ts';
import { reaches } from '../supervision/reach.ts';
import * as store from './liveness.store.ts';
import { toLiveness } from './liveness.view.ts';

const centralRoute = createRoute({
  method: 'get',
  path: '/v1/central/liveness',
  summary:
    'Tenants of a jurisdiction you answer for: active, slow or dormant, with the evidence, the worst first',
  tags: ['central'],
  middleware: [staffOnly, centralOnly],
  request: { query: livenessQuery },
  responses: { 200: json(livenessPage, 'A page of tenants'), ...problems(400, 401, 403, 404) },
});
const ownRoute = createRoute({
  method: 'get',
  path: '/v1/staff/liveness',
  summary: 'Whether your tenant shows as active, slow or dormant, and why',
  tags: ['staff'],
  middleware: [staffOfAsked, roleIn('coordinator', 'central')],
  request: { query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(ownLiveness, 'The evidence'), ...problems(400, 401, 403, 404) },
});

export const livenessRoutes = newRouter()
  .openapi(centralRoute, async (c) => {
    const { jurisdiction, cursor, limit } = c.req.valid('query');
    if (!reaches(c.get('staff'), jurisdiction)) throw new Refused('not_found');
    const [place, tenant = ''] = cursor?.split('.') ?? [];
    const [severity] = placeOf(place) ?? [];
    const after = severity === undefined ? null : { severity, tenant };
    const db = directory(c.env);
    const [found, levels] = await Promise.all([
      store.listWorst(db, jurisdiction, after, limit + 1),
      store.countLevels(db, jurisdiction),
    ]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const counts = { active: 0, slow: 0, dormant: 0 };
    for (const { level, count } of levels) if (level) counts[level] = count;
    const times = levels.flatMap(({ oldest }) => oldest ?? []);
    const asOf = times.length === 0 ? null : formatInstant(Math.min(...times), RANKING_ZONE);
    const nextCursor = last ? `${encodeCursor(last.severity)}.${last.tenant}` : null;
    return c.json({ asOf, counts, items: rows.map(toLiveness), nextCursor }, 200);
  })
  .openapi(ownRoute, async (c) => {
    const judged = await store.judgedTenant(directory(c.env), c.get('tenant').slug);
    return c.json({ liveness: judged && toLiveness(judged) }, 200);
  });
