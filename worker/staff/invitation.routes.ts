/** Invitations, made and withdrawn by those who answer for a tenant. */
import { createRoute, z } from '@hono/zod-openapi';
import { invitationMade, invitationPage, inviteMember } from '../../contract/invitations.ts';
import { slug } from '../../contract/primitives.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { roleIn } from '../http/staff-session.ts';
import { ownOrigin } from '../platform/env.ts';
import { invite, inviteAgain, readInvitations, withdraw } from './invitation.actions.ts';

const tags = ['staff'];
const admins = roleIn('coordinator', 'central');
const query = z.object({ tenant: slug.optional() });
const params = z.object({ id: z.string().max(40) });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/invitations',
  summary: 'Invitations that nobody has taken up yet',
  tags,
  middleware: [staffOfAsked, admins],
  request: { query },
  responses: { 200: json(invitationPage, 'The invitations'), ...problems(401, 403, 404) },
});
const inviteRoute = createRoute({
  method: 'post',
  path: '/v1/staff/invitations',
  summary: 'Invite somebody: a link that opens one account, once, within seven days',
  tags,
  middleware: [staffOfNamed, admins],
  request: jsonBody(inviteMember),
  responses: { 201: json(invitationMade, 'The link is shown once'), ...problems(400, 401, 403, 404, 409) },
});
const againRoute = createRoute({
  method: 'post',
  path: '/v1/staff/invitations/{id}/again',
  summary: 'Another link for the same person; the one before opens nothing any longer',
  tags,
  middleware: [staffOfAsked, admins],
  request: { params, query },
  responses: { 200: json(invitationMade, 'The link is shown once'), ...problems(401, 403, 404) },
});
const withdrawRoute = createRoute({
  method: 'delete',
  path: '/v1/staff/invitations/{id}',
  summary: 'Withdraw an invitation',
  tags,
  middleware: [staffOfAsked, admins],
  request: { params, query },
  responses: { 200: json(invitationPage, 'Those that are left'), ...problems(401, 403, 404) },
});
export const invitationRoutes = newRouter()
  .openapi(listRoute, async (c) => c.json(await readInvitations(c.env, c.get('tenant')), 200))
  .openapi(inviteRoute, async (c) => {
    const { tenant: _tenant, ...asked } = c.req.valid('json');
    const invited = await invite(
      c.env,
      ownOrigin(c.env, c.req.raw),
      c.get('tenant'),
      asked,
      c.get('staff').id,
    );
    if (!invited.ok) throw new Refused(invited.reason);
    return c.json(invited.made, 201);
  })
  .openapi(againRoute, async (c) => {
    const { id } = c.req.valid('param');
    const made = await inviteAgain(
      c.env,
      ownOrigin(c.env, c.req.raw),
      c.get('tenant'),
      id,
      c.get('staff').id,
    );
    if (!made) throw new Refused('not_found');
    return c.json(made, 200);
  })
  .openapi(withdrawRoute, async (c) => {
    if (!(await withdraw(c.env, c.get('tenant'), c.req.valid('param').id, c.get('staff').id)))
      throw new Refused('not_found');
    return c.json(await readInvitations(c.env, c.get('tenant')), 200);
  });
