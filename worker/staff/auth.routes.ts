/** better-auth's own endpoints, behind our limit on signing in. */
import { Hono } from 'hono';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { ownOriginOnly } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { waitSeconds } from '../platform/limits.ts';
import { ownOrigin } from '../platform/env.ts';
import { authOf } from './auth.ts';

export const authRoutes = new Hono<AppEnv>()
  .use('/v1/auth/*', ownOriginOnly)
  .on(['GET', 'POST'], '/v1/auth/*', async (c) => {
    if (c.req.method === 'POST' && /\/(sign-in|two-factor)\//.test(c.req.path)) {
      const wait = await waitSeconds(c.env, 'sign-in', addressOf(c));
      if (wait > 0) throw new Refused('too_many_requests', { retryAfter: wait });
    }
    const answer = await authOf(c.env, ownOrigin(c.env, c.req.raw)).handler(c.req.raw);
    // Its errors are its own; the one people meet gets our words.
    if (answer.status === 401 && c.req.path.includes('/sign-in/')) throw new Refused('wrong_credentials');
    const mutable = new Response(answer.body, answer);
    mutable.headers.set('Cache-Control', 'no-store');
    return mutable;
  });
