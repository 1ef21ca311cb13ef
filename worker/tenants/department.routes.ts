/** A tenant's departments: its coordinator, or the centre, adds and renames them. */
import { createRoute, z } from '@hono/zod-openapi';
import { departmentId, slug } from '../../contract/primitives.ts';
import { addDepartment as addBody, department, departmentPage } from '../../contract/tenants.ts';
import { chosenTenant, tenantForBody } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { addDepartment, renameDepartment } from './department.actions.ts';

const admins = [staffOnly, tenantForBody, memberOfTenant, roleIn('coordinator', 'central')];

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/departments',
  summary: 'Departments of your tenant',
  tags: ['staff'],
  middleware: [staffOnly, chosenTenant, memberOfTenant],
  request: { query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(departmentPage, 'The departments'), ...problems(401, 404) },
});
const addRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments',
  summary: 'Add a department',
  tags: ['staff'],
  middleware: admins,
  request: jsonBody(addBody),
  responses: { 201: json(department, 'Added'), ...problems(400, 401, 403, 404, 409) },
});
const renameRoute = createRoute({
  method: 'post',
  path: '/v1/staff/departments/{id}/rename',
  summary: 'Rename a department; its letters and members stay with it',
  tags: ['staff'],
  middleware: admins,
  request: { params: z.object({ id: departmentId }), ...jsonBody(addBody) },
  responses: { 200: json(department, 'Renamed'), ...problems(400, 401, 403, 404, 409) },
});

export const departmentRoutes = newRouter()
  .openapi(listRoute, (c) => c.json({ items: c.get('tenant').departments }, 200))
  .openapi(addRoute, async (c) => {
    const { name } = c.req.valid('json');
    const added = await addDepartment(c.env, c.get('tenant'), name, c.get('staff').id);
    if (!added.ok) throw new Refused(added.reason);
    return c.json({ id: added.id, name }, 201);
  })
  .openapi(renameRoute, async (c) => {
    const { name } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    if (!tenant.departments.some((own) => own.id === id)) throw new Refused('not_found');
    const renamed = await renameDepartment(c.env, tenant, id, name, c.get('staff').id);
    if (!renamed.ok) throw new Refused(renamed.reason);
    return c.json({ id, name }, 200);
  });
