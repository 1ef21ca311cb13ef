/** Writing a letter, and reading published ones. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  challengeSchema,
  feedPage,
  feedQuery,
  publishedLetter,
  receipt,
  submitLetter,
} from '../../contract/letters.ts';
import { limits } from '../../contract/limits.ts';
import { addressOf } from '../http/address.ts';
import { placeOf } from '../http/cursor.ts';
import { registeredOrigin } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { publicRead } from '../http/public-read.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { tenantScope } from '../http/tenant-scope.ts';
import { checkProof, issueChallenge } from '../intake/challenge.ts';
import { waitSeconds } from '../platform/limits.ts';
import { now } from '../platform/clock.ts';
import { ownOrigin } from '../platform/env.ts';
import { readFeed } from './feed.actions.ts';
import { filesIn } from './files.ts';
import { eventsOf, findByNumber } from './letter.store.ts';
import { isPublic, toPublicLetter } from './public.view.ts';
import { mark } from './reader.actions.ts';
import { submit } from './submit.actions.ts';
import { toReceipt } from './writer.view.ts';

const params = z.object({ tenant: z.string() });
const letterParams = params.extend({ number: z.string() });
const tags = ['public'];

const challengeRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/challenge',
  summary: 'A proof-of-work challenge, for one submission',
  tags,
  middleware: [tenantScope] as const,
  request: { params },
  responses: { 200: json(challengeSchema, 'ALTCHA v2 challenge'), ...problems(404) },
});

const submitRoute = createRoute({
  method: 'post',
  path: '/v1/tenants/{tenant}/letters',
  summary: 'Send a letter',
  tags,
  middleware: [tenantScope, registeredOrigin] as const,
  request: {
    params,
    headers: z.object({
      'idempotency-key': z
        .string()
        .optional()
        .describe('At least 128 random bits; the same key and body give the same answer for 30 days'),
    }),
    ...jsonBody(submitLetter),
  },
  responses: { 201: json(receipt, 'Stored, numbered and logged'), ...problems(400, 403, 404, 409, 422, 429) },
});

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/letters',
  summary: 'Published letters, newest answer first; with `q` a search',
  tags,
  middleware: [publicRead] as const,
  request: { params, query: feedQuery },
  responses: { 200: json(feedPage, 'A page of the list'), ...problems(400, 404) },
});

const readRoute = createRoute({
  method: 'get',
  path: '/v1/tenants/{tenant}/letters/{number}',
  summary: 'One published letter',
  tags,
  middleware: [publicRead] as const,
  request: { params: letterParams },
  responses: { 200: json(publishedLetter, 'The letter'), ...problems(404, 410) },
});

const counted = z.object({ endorsements: z.int(), answers: z.int(), doesNot: z.int() });
const proof = z.object({ challenge: z.string().max(8192) });
const readerRoute = <P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  createRoute({
    method: 'post',
    path: `/v1/tenants/{tenant}/letters/{number}/${path}`,
    summary,
    tags,
    middleware: [tenantScope, registeredOrigin] as const,
    request: { params: letterParams, ...jsonBody(body) },
    responses: { 201: json(counted, 'Counted'), ...problems(400, 403, 404, 409, 429) },
  });
const endorseRoute = readerRoute('endorsements', 'Join a published letter (我也遇到)', proof);
const verdictRoute = readerRoute(
  'verdicts',
  'Say whether the published reply answers the letter',
  proof.extend({ answers: z.boolean() }),
);

export const publicLetterRoutes = newRouter()
  .openapi(challengeRoute, async (c) => {
    // Signed, not stored: asking for one writes nothing, and what it is used for is limited.
    c.header('Cache-Control', 'no-store');
    return c.json((await issueChallenge(c.env, c.get('tenant').slug, now())) as never, 200);
  })
  .openapi(submitRoute, async (c) => {
    const tenant = c.get('tenant');
    const idempotencyKey = c.req.valid('header')['idempotency-key'] ?? '';
    const { idempotencyKeyCharsMin: min, idempotencyKeyCharsMax: max } = limits;
    if (idempotencyKey.length < min || idempotencyKey.length > max)
      throw new Refused('idempotency_key_missing');
    const { challenge, website, ...content } = c.req.valid('json');
    // A machine filled in the field that people don't see; it learns nothing from the answer.
    if (website) throw new Refused('challenge_invalid');
    const channel = c.req.header('origin') === undefined ? 'api' : 'widget';
    const proof = { kind: 'challenge', answer: challenge } as const;
    const done = await submit({
      env: c.env,
      tenant,
      idempotencyKey,
      content,
      channel,
      proof,
      address: addressOf(c),
    });
    if (!done.ok) throw new Refused(done.reason, done.retryAfter ? { retryAfter: done.retryAfter } : {});
    if (done.replayed) c.header('Idempotency-Replayed', 'true');
    c.header('Cache-Control', 'no-store');
    return c.json(
      toReceipt(done.number, done.accessKey, done.event, tenant, ownOrigin(c.env, c.req.raw)),
      201,
    );
  })
  .openapi(listRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    return c.json(await readFeed(c.env, c.get('tenant'), query, placeOf(cursor)), 200);
  })
  .openapi(readRoute, async (c) => {
    const tenant = c.get('tenant');
    const row = await findByNumber(c.get('db'), tenant.slug, c.req.valid('param').number.toUpperCase());
    if (row?.release === 'taken_down' && row.consent) throw new Refused('taken_down');
    if (!row || !isPublic(row)) throw new Refused('not_found');
    const rows = await eventsOf(c.get('db'), tenant.slug, row.id);
    const told = await withNames(c.env, tenant, holdersIn(rows.map(({ data }) => data)));
    return c.json(toPublicLetter(row, rows, told, await filesIn(c.get('db'), tenant, rows)), 200);
  })
  .openapi(endorseRoute, async (c) =>
    c.json(await markBy(c, c.req.valid('json').challenge, { name: 'endorse' }), 201),
  )
  .openapi(verdictRoute, async (c) => {
    const { challenge, answers } = c.req.valid('json');
    return c.json(await markBy(c, challenge, { name: 'verdict', answers }), 201);
  });

type MarkContext = Parameters<typeof addressOf>[0];

async function markBy(c: MarkContext, challenge: string, command: Parameters<typeof mark>[0]['command']) {
  const tenant = c.get('tenant');
  const row = await findByNumber(c.get('db'), tenant.slug, (c.req.param('number') ?? '').toUpperCase());
  if (!row || !isPublic(row)) throw new Refused('not_found');
  const wait = await waitSeconds(c.env, 'write', addressOf(c));
  if (wait > 0) throw new Refused('too_many_requests', { retryAfter: wait });
  const proof = await checkProof(c.env, tenant.slug, challenge);
  if (!proof.ok) throw new Refused(proof.reason);
  const done = await mark({ env: c.env, tenant, row, command, proof, address: addressOf(c) });
  if (!done.ok) throw new Refused(done.reason);
  return done.counts;
}
