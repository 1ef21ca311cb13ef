/** better-auth's own endpoints, behind our limits on signing in, with our words for what it refuses. */
import { Hono } from 'hono';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { ownOriginOnly } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem-words.ts';
import { ownOrigin } from '../platform/env.ts';
import { waitSeconds } from '../platform/limits.ts';
import { authOf } from './auth.ts';

const codes: Partial<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
};

export const authRoutes = new Hono<AppEnv>()
  .use('/v1/auth/*', ownOriginOnly)
  .on(['GET', 'POST'], '/v1/auth/*', async (c) => {
    const proves = c.req.method === 'POST' && /\/(sign-in|two-factor)\//.test(c.req.path);
    if (proves) {
      const body = (await c.req.raw
        .clone()
        .json()
        .catch(() => null)) as { email?: unknown } | null;
      // By address, and by account: many addresses may guess at one.
      const subjects = [
        addressOf(c),
        ...(typeof body?.email === 'string' ? [`account ${body.email.toLowerCase()}`] : []),
      ];
      for (const subject of subjects) {
        const what = c.req.path.includes('/two-factor/') ? 'second-factor' : 'sign-in';
        const retryAfter = await waitSeconds(c.env, what, subject);
        if (retryAfter > 0) throw new Refused('too_many_requests', { retryAfter });
      }
    }
    const answer = await authOf(c.env, ownOrigin(c.env, c.req.raw)).handler(c.req.raw);
    if (answer.status >= 400 && answer.status < 500) {
      const wrong = answer.status === 401 && c.req.path.includes('/sign-in/');
      if (c.req.path.includes('/two-factor/verify')) throw new Refused('wrong_code');
      throw new Refused(wrong ? 'wrong_credentials' : (codes[answer.status] ?? 'bad_request'));
    }
    const mutable = new Response(answer.body, answer);
    mutable.headers.set('Cache-Control', 'no-store');
    return mutable;
  });
