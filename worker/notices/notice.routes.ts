/** Notices: read by anyone, written by departments. */
import { createRoute, z } from '@hono/zod-openapi';
import { limits } from '../../contract/limits.ts';
import { departmentId, slug } from '../../contract/primitives.ts';
import { createNotice } from '../../contract/staff.ts';
import { notice, noticePage } from '../../contract/tenants.ts';
import { openDepartments } from '../../core/index.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { placeOf } from '../http/cursor.ts';
import { Refused } from '../http/problem.ts';
import { publicRead } from '../http/public-read.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { publishNotice, readNotices } from './notice.actions.ts';
import { toNotice } from './notice.view.ts';
import type { Database } from '../platform/d1.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.feedItemsMax).default(20),
  department: departmentId.optional(),
};

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/notices',
  summary: 'Notices, newest first',
  tags: ['public'],
  middleware: [publicRead] as const,
  request: { params: z.object({ tenant: z.string() }), query: z.object(page) },
  responses: { 200: json(noticePage, 'A page of notices'), ...problems(400, 404) },
});
const ownListRoute = createRoute({
  method: 'get',
  path: '/v1/staff/notices',
  summary: 'Notices of your tenant',
  tags: ['staff'],
  middleware: [staffOfAsked] as const,
  request: { query: z.object({ ...page, tenant: slug.optional() }) },
  responses: { 200: json(noticePage, 'A page of notices'), ...problems(400, 401, 404) },
});
const publishRoute = createRoute({
  method: 'post',
  path: '/v1/staff/notices',
  summary: 'Publish a notice',
  tags: ['staff'],
  middleware: [staffOfNamed] as const,
  request: jsonBody(createNotice),
  responses: { 201: json(notice, 'Published'), ...problems(400, 401, 403, 404) },
});

export const noticeRoutes = newRouter()
  .openapi(listRoute, async (c) =>
    c.json(await readPage(c.get('db'), c.get('tenant'), c.req.valid('query')), 200),
  )
  .openapi(ownListRoute, async (c) =>
    c.json(await readPage(c.get('db'), c.get('tenant'), c.req.valid('query')), 200),
  )
  .openapi(publishRoute, async (c) => {
    const { title, body, department = null } = c.req.valid('json');
    const tenant = c.get('tenant');
    const { role, departments } = c.get('membership');
    if (department !== null && !openDepartments(tenant).some(({ id }) => id === department))
      throw new Refused('unknown_department');
    const theirs =
      role === 'coordinator' ||
      (role === 'officer' && department !== null && departments.includes(department));
    if (!theirs) throw new Refused('forbidden');
    return c.json(toNotice(await publishNotice(c.env, tenant, { department, title, body }), tenant), 201);
  });

type Query = { cursor?: string | undefined; limit: number; department?: string | undefined };

function readPage(db: Database, tenant: Tenant, { cursor, ...query }: Query) {
  // The second half is an id: numbers alone don't order notices of one second.
  const [place, id = ''] = cursor?.split('.') ?? [];
  const [publishedAt] = placeOf(place) ?? [];
  return readNotices(db, tenant, query, publishedAt === undefined ? null : { publishedAt, id });
}
