/** A tenant's departments: its coordinator, or the centre, adds, renames, merges and splits them. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  departmentDetail,
  departmentList,
  mergeDepartments as mergeBody,
  splitDepartment as splitBody,
} from '../../contract/departments.ts';
import { departmentId, slug } from '../../contract/primitives.ts';
import { addDepartment as addBody, department } from '../../contract/tenants.ts';
import { openDepartments } from '../../core/index.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import type { Env } from '../platform/env.ts';
import { addDepartment, renameDepartment } from './department.actions.ts';
import {
  historyOf,
  lookAtDepartment,
  mergeDepartments,
  splitDepartment,
} from './department-change.actions.ts';
import { toDetail, toHistory } from './department.view.ts';

const readers = [staffOfAsked];
const admins = [staffOfNamed, roleIn('coordinator', 'central')];
const params = z.object({ id: departmentId });
const query = z.object({ tenant: slug.optional() });
const base = { tags: ['staff'] };
const changing = { ...base, middleware: admins };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/departments',
  summary: 'Departments of your tenant, closed ones too, with their history',
  ...base,
  middleware: readers,
  request: { query },
  responses: { 200: json(departmentList, 'The departments'), ...problems(401, 404) },
});
const detailRoute = createRoute({
  method: 'get',
  path: '/v1/staff/departments/{id}',
  summary: 'A department with its open letters and members: what a merger or a split would move',
  ...base,
  middleware: [...readers, roleIn('coordinator', 'central')],
  request: { params, query },
  responses: { 200: json(departmentDetail, 'The department'), ...problems(401, 403, 404) },
});
const addRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments',
  summary: 'Add a department',
  ...changing,
  request: jsonBody(addBody),
  responses: { 201: json(department, 'Added'), ...problems(400, 401, 403, 404, 409) },
});
const renameRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments/{id}/rename',
  summary: 'Rename a department; its letters and members stay with it, its earlier name is kept',
  ...changing,
  request: { params, ...jsonBody(addBody) },
  responses: { 200: json(department, 'Renamed'), ...problems(400, 401, 403, 404, 409) },
});
const mergeRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments/merge',
  summary: 'Merge departments, or close one: open letters and members pass to whoever takes over',
  ...changing,
  request: jsonBody(mergeBody),
  responses: { 200: json(departmentList, 'The departments now'), ...problems(400, 401, 403, 404, 409) },
});
const splitRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments/{id}/split',
  summary: 'Split a department; one part keeps the open letters that are not given to another',
  ...changing,
  request: { params, ...jsonBody(splitBody) },
  responses: { 200: json(departmentList, 'The departments now'), ...problems(400, 401, 403, 404, 409) },
});

export const departmentRoutes = newRouter()
  .openapi(listRoute, async (c) => c.json(await listed(c.env, c.get('tenant').slug), 200))
  .openapi(addRoute, async (c) => {
    const { name } = c.req.valid('json');
    const added = await addDepartment(c.env, c.get('tenant'), name, c.get('staff').id);
    if (!added.ok) throw new Refused(added.reason);
    return c.json({ id: added.id, name }, 201);
  })
  .openapi(mergeRoute, async (c) => {
    const done = await mergeDepartments(c.env, c.get('tenant'), c.req.valid('json'), c.get('staff').id);
    if (!done.ok) throw new Refused(done.reason);
    return c.json(await listed(c.env, c.get('tenant').slug), 200);
  })
  .openapi(detailRoute, async (c) => {
    const tenant = c.get('tenant');
    const one = tenant.departments.find(({ id }) => id === c.req.valid('param').id);
    if (!one) throw new Refused('not_found');
    const look = await lookAtDepartment(c.env, tenant, one.id);
    return c.json(toDetail(one, await historyOf(c.env, tenant.slug), look), 200);
  })
  .openapi(renameRoute, async (c) => {
    const { name } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    if (!openDepartments(tenant).some((own) => own.id === id)) throw new Refused('not_found');
    const renamed = await renameDepartment(c.env, tenant, id, name, c.get('staff').id);
    if (!renamed.ok) throw new Refused(renamed.reason);
    return c.json({ id, name }, 200);
  })
  .openapi(splitRoute, async (c) => {
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    if (!tenant.departments.some((own) => own.id === id)) throw new Refused('not_found');
    const done = await splitDepartment(c.env, tenant, id, c.req.valid('json'), c.get('staff').id);
    if (!done.ok) throw new Refused(done.reason);
    return c.json(await listed(c.env, tenant.slug), 200);
  });

async function listed(env: Env, slug: string) {
  const history = await historyOf(env, slug);
  return { items: history.tenant.departments.map((one) => toHistory(one, history)) };
}
