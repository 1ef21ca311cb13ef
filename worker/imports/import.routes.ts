/** Taking in letters and notices of another system, in calls of at most 100 rows. */
import { createRoute, z } from '@hono/zod-openapi';
import { importCall, importResult } from '../../contract/imports.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { importLetters, importNotices } from './import.actions.ts';

const importRoute = <P extends string>(what: P) =>
  createRoute({
    method: 'post',
    path: `/v1/central/tenants/{tenant}/import/${what}`,
    summary: `Import ${what}: all rows are checked before the first is written`,
    tags: ['central'],
    middleware: [staffOnly, tenantScope, memberOfTenant, roleIn('coordinator', 'central')] as const,
    request: { params: z.object({ tenant: z.string() }), ...jsonBody(importCall) },
    responses: {
      200: json(importResult, 'What was written, and every bad row'),
      ...problems(400, 401, 403, 404),
    },
  });

export const importRoutes = newRouter()
  .openapi(importRoute('letters'), async (c) =>
    c.json(await importLetters(c.env, c.get('tenant'), c.req.valid('json')), 200),
  )
  .openapi(importRoute('notices'), async (c) =>
    c.json(await importNotices(c.env, c.get('tenant'), c.req.valid('json')), 200),
  );
