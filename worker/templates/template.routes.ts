/** Texts that replies are written from: whoever replies reads them, the coordinator keeps them. */
import { createRoute, z } from '@hono/zod-openapi';
import { slug } from '../../contract/primitives.ts';
import {
  changeTemplate as changeBody,
  makeTemplate as makeBody,
  template,
  templatePage,
  templateQuery,
} from '../../contract/templates.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { placeOf } from '../http/cursor.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { changeTemplate, makeTemplate, readTemplates, removeTemplate } from './template.actions.ts';
import { findTemplate } from './template.store.ts';
import { toTemplate } from './template.view.ts';

const tags = ['staff'];
const keeper = roleIn('coordinator');
const params = z.object({ id: z.string().max(40) });
const path = '/v1/staff/templates/{id}';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/templates',
  summary: 'Texts to write replies from: your tenant’s, and of departments an officer’s own',
  tags,
  middleware: [staffOfAsked],
  request: { query: templateQuery },
  responses: { 200: json(templatePage, 'A page, latest change first'), ...problems(400, 401, 404) },
});
const makeRoute = createRoute({
  method: 'post',
  path: '/v1/staff/templates',
  summary: 'Keep a text to write replies from',
  tags,
  middleware: [staffOfNamed, keeper],
  request: jsonBody(makeBody),
  responses: { 201: json(template, 'Kept'), ...problems(400, 401, 403, 404, 409) },
});
const changeRoute = createRoute({
  method: 'post',
  path,
  summary: 'Change a text; the version is the one you read',
  tags,
  middleware: [staffOfNamed, keeper],
  request: { params, ...jsonBody(changeBody) },
  responses: { 200: json(template, 'Changed'), ...problems(400, 401, 403, 404, 409) },
});
const removeRoute = createRoute({
  method: 'delete',
  path,
  summary: 'Remove a text; replies written from it stay as they are',
  tags,
  middleware: [staffOfAsked, keeper],
  request: { params, query: z.object({ tenant: slug.optional() }) },
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Removed'), ...problems(400, 401, 403, 404) },
});

export const templateRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { q, cursor, limit } = c.req.valid('query');
    const { role, departments } = c.get('membership');
    // The second half is an id: numbers alone don't order what changed in one moment.
    const [place, id = ''] = cursor?.split('.') ?? [];
    const [changedAt] = placeOf(place) ?? [];
    const after = changedAt === undefined ? null : { changedAt, id };
    const scope = { departments: role === 'officer' ? departments : null, q };
    return c.json(await readTemplates(c.get('db'), c.get('tenant'), scope, after, limit), 200);
  })
  .openapi(makeRoute, async (c) => {
    const { tenant: _tenant, ...content } = c.req.valid('json');
    const made = await makeTemplate(c.env, c.get('tenant'), content, c.get('staff').id);
    if (!made.ok) throw new Refused(made.reason);
    return c.json(toTemplate(made.row, c.get('tenant')), 201);
  })
  .openapi(changeRoute, async (c) => {
    const { tenant: _tenant, version, ...content } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    if (!(await findTemplate(c.get('db'), tenant.slug, id))) throw new Refused('not_found');
    const changed = await changeTemplate(c.env, tenant, { id, version }, content, c.get('staff').id);
    if (!changed.ok) throw new Refused(changed.reason);
    return c.json(toTemplate(changed.row, tenant), 200);
  })
  .openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const tenant = c.get('tenant');
    if (!(await findTemplate(c.get('db'), tenant.slug, id))) throw new Refused('not_found');
    await removeTemplate(c.env, tenant, id, c.get('staff').id);
    return c.json({ ok: true as const }, 200);
  });
