/** An invitation taken up by whoever holds the link: nobody is signed in here. */
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  acceptedInvitation,
  acceptInvitation as acceptBody,
  openedInvitation,
  openInvitation as openBody,
} from '../../contract/invitations.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { ownOriginOnly } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { ownOrigin } from '../platform/env.ts';
import { waitSeconds } from '../platform/limits.ts';
import { acceptInvitation, openInvitation } from './invitation.actions.ts';

const tags = ['staff'];

const openRoute = createRoute({
  method: 'post',
  path: '/v1/invitations/open',
  summary: 'What a link invites to',
  tags,
  middleware: [ownOriginOnly],
  request: jsonBody(openBody),
  responses: { 200: json(openedInvitation, 'The invitation'), ...problems(400, 403, 404, 429) },
});
const acceptRoute = createRoute({
  method: 'post',
  path: '/v1/invitations/accept',
  summary: 'Take an invitation up, with a password of one’s own',
  tags,
  middleware: [ownOriginOnly],
  request: jsonBody(acceptBody),
  responses: { 200: json(acceptedInvitation, 'A member now; sign in'), ...problems(400, 403, 404, 409, 429) },
});

export const invitationLinkRoutes = newRouter()
  .openapi(openRoute, async (c) => {
    await slowDown(c);
    const opened = await openInvitation(c.env, c.req.valid('json').token);
    if (!opened) throw new Refused('invitation_over');
    return c.json(opened, 200);
  })
  .openapi(acceptRoute, async (c) => {
    await slowDown(c);
    const { token, password } = c.req.valid('json');
    const accepted = await acceptInvitation(c.env, ownOrigin(c.env, c.req.raw), token, password);
    if (!accepted.ok)
      throw new Refused(accepted.reason === 'not_found' ? 'invitation_over' : accepted.reason);
    return c.json({ email: accepted.email }, 200);
  });

/** Who guesses links is slowed down like who guesses passwords; the answer is kept nowhere. */
async function slowDown(c: Context<AppEnv>): Promise<void> {
  c.header('Cache-Control', 'no-store');
  const retryAfter = await waitSeconds(c.env, 'sign-in', addressOf(c));
  if (retryAfter > 0) throw new Refused('too_many_requests', { retryAfter });
}
