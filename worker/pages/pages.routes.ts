/** The hosted pages: plain HTML which works wholly without scripts, cookies or another site's content. */
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Problem } from '../../contract/errors.ts';
import type { AppEnv } from '../http/context.ts';
import { registeredOrigin } from '../http/origin.ts';
import { problemWords, type ProblemCode } from '../http/problem-words.ts';
import { onError, Refused } from '../http/problem.ts';
import { openRead, publicRead } from '../http/public-read.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { trackFile } from './file.handler.ts';
import { list } from './list.handler.ts';
import { problemPage } from './plain.page.ts';
import { letter, notices, stats, tenants } from './read.handlers.ts';
import { ranking, rankingOrList, rankingPreview } from './ranking.handler.ts';
import { viewOf } from './request.ts';
import { stylePath, styleText } from './style.css.ts';
import { track, trackForm } from './track.handlers.ts';
import { unsubscribe, unsubscribeForm } from './unsubscribe.handlers.ts';
import { sendLetter, writeForm } from './write.handlers.ts';

/** With `no-referrer` browsers would send `Origin: null` with our own forms. */
const asPage = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  // A file that is handed out has a stricter one.
  if (!c.res.headers.has('Content-Security-Policy'))
    c.res.headers.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    );
  c.res.headers.set('Referrer-Policy', 'same-origin');
});

/** Pages that hold a key, a token or what somebody typed: kept by nobody. */
const personal = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('X-Robots-Tag', 'noindex');
});

/** The same problem a program would get, told to a person. */
async function problemAsPage(error: Error, c: Context<AppEnv>): Promise<Response> {
  const answer = onError(error, c);
  const problem = await answer.json<Problem>();
  const retryAfter = Number(answer.headers.get('Retry-After')) || null;
  const view = viewOf(c);
  // An API goes by the caller's `Accept-Language`, a page by its address.
  const told = { ...problem, detail: problemWords[view.lang][problem.code as ProblemCode] };
  const page = await c.html(problemPage(view, told, retryAfter), problem.status as 400);
  page.headers.set('Cache-Control', 'no-store');
  return page;
}

export const pageRoutes = new Hono<AppEnv>();
pageRoutes.onError(problemAsPage);
pageRoutes.use('/s', asPage);
pageRoutes.use('/s/*', asPage);
pageRoutes.use('/ranking', asPage);
pageRoutes.use('/v1/central/ranking-preview', asPage);

pageRoutes.get('/s', openRead, tenants);
pageRoutes.get('/ranking', rankingOrList, ranking);
pageRoutes.get('/v1/central/ranking-preview', personal, staffOnly, centralOnly, rankingPreview);
pageRoutes.get('/s/', (c) => c.redirect('/s', 301));
pageRoutes.get('/s/:style{style\\.[0-9a-f]{8}\\.css}', (c) => {
  // A page of the release before asks for its own sheet: it gets this one, but not for long.
  const fresh = c.req.path === stylePath;
  c.header('Cache-Control', fresh ? 'public, max-age=31536000, immutable' : 'public, max-age=60');
  return c.body(styleText, 200, { 'Content-Type': 'text/css; charset=utf-8' });
});
pageRoutes.get('/s/:tenant/', (c) => c.redirect(`/s/${encodeURIComponent(c.req.param('tenant'))}`, 301));
pageRoutes.get('/s/:tenant', publicRead, list);
pageRoutes.get('/s/:tenant/letters/:number', publicRead, letter);
pageRoutes.get('/s/:tenant/stats', publicRead, stats);
pageRoutes.get('/s/:tenant/notices', publicRead, notices);
pageRoutes.get('/s/:tenant/write', personal, tenantScope, writeForm);
pageRoutes.post('/s/:tenant/write', personal, tenantScope, registeredOrigin, sendLetter);
pageRoutes.get('/s/:tenant/track', personal, tenantScope, trackForm);
pageRoutes.post('/s/:tenant/track', personal, tenantScope, registeredOrigin, track);
pageRoutes.post('/s/:tenant/track/files/:id', personal, tenantScope, registeredOrigin, trackFile);
pageRoutes.get('/s/:tenant/unsubscribe', personal, tenantScope, unsubscribeForm);
pageRoutes.post('/s/:tenant/unsubscribe', personal, tenantScope, registeredOrigin, unsubscribe);
pageRoutes.all('/s/*', () => {
  throw new Refused('not_found');
});
