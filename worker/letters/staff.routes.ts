/** The staff's queue and letters: one path per command. */
import { createRoute, z } from '@hono/zod-openapi';
import type { FieldError } from '../../contract/errors.ts';
import { receipt, registerLetter } from '../../contract/letters.ts';
import {
  contactView,
  newKey,
  queuePage,
  queueQuery,
  staffCommands,
  staffLetter,
  type StaffCommandName,
} from '../../contract/staff.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { placeOf } from '../http/cursor.ts';
import { langOf, Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { staffOfAsked, staffOfNamed } from '../http/chosen-tenant.ts';
import { personalErrors } from '../near-copies/near-copy.words.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { ownOrigin } from '../platform/env.ts';
import type { Outcome } from './command.actions.ts';
import { readQueue } from './queue.actions.ts';
import { giveAsStaff, readAsStaff, renewKey, revealContact } from './staff.actions.ts';
import { acting, actorOf, ifMatch, notCentral, reading, scopeOf, versionIn } from './staff-scope.ts';
import { register } from './register.actions.ts';
import { toReceipt } from './writer.view.ts';

const tags = ['staff'];
const params = z.object({ number: z.string() });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/staff/letters',
  summary: 'The queue: open letters by deadline',
  tags,
  middleware: [staffOfAsked],
  request: { query: queueQuery },
  responses: { 200: json(queuePage, 'A page of the queue'), ...problems(400, 401, 404) },
});
const registerRoute = createRoute({
  method: 'post',
  path: '/v1/staff/letters',
  summary: 'Enter a letter from the counter, the phone or paper (代登记)',
  tags,
  middleware: [staffOfNamed, notCentral],
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(22).max(128).optional() }),
    ...jsonBody(registerLetter),
  },
  responses: { 201: json(receipt, 'Stored, numbered and logged'), ...problems(400, 401, 403, 404, 409, 422) },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/staff/letters/{number}',
  summary: 'A letter as staff see it',
  tags,
  middleware: reading,
  request: { params },
  responses: { 200: json(staffLetter, 'The letter'), ...problems(401, 404) },
});
const contactRoute = createRoute({
  method: 'post',
  path: '/v1/staff/letters/{number}/contact',
  summary: 'Reveal the contact details; the look is recorded',
  tags,
  middleware: acting,
  request: { params },
  responses: { 200: json(contactView, 'The details'), ...problems(401, 403, 404, 409) },
});
const newKeyRoute = createRoute({
  method: 'post',
  path: '/v1/staff/letters/{number}/new-key',
  summary: 'A new access key at the counter; the old one dies',
  tags,
  middleware: acting,
  request: { params, ...jsonBody(staffCommands['new-key']) },
  responses: { 200: json(newKey, 'Shown once'), ...problems(400, 401, 403, 404, 409) },
});

export const staffLetterRoutes = newRouter()
  .openapi(listRoute, async (c) => {
    const { cursor, ...query } = c.req.valid('query');
    const { role, departments } = c.get('membership');
    const seen = role === 'officer' ? departments : null;
    const { next, ...page } = await readQueue(
      c.env,
      c.get('tenant'),
      c.get('db'),
      seen,
      query,
      placeOf(cursor),
    );
    return c.json({ ...page, nextCursor: next && encodeCursor(...next) }, 200);
  })
  .openapi(registerRoute, async (c) => {
    const { channel, tenant: _tenant, ...content } = c.req.valid('json');
    const tenant = c.get('tenant');
    const idempotencyKey = c.req.valid('header')['idempotency-key'];
    const done = await register({ env: c.env, tenant, idempotencyKey, content, channel, actor: actorOf(c) });
    if (!done.ok) throw new Refused(done.reason);
    return c.json(
      toReceipt(done.number, done.accessKey, done.event, tenant, ownOrigin(c.env, c.req.raw)),
      201,
    );
  })
  .openapi(readRoute, async (c) => c.json(await readAsStaff(scopeOf(c)), 200))
  .openapi(contactRoute, async (c) => {
    const seen = await revealContact(scopeOf(c));
    if (!seen.ok) throw new Refused(seen.reason);
    return c.json(seen.contact, 200);
  })
  .openapi(newKeyRoute, async (c) => {
    const { done, accessKey } = await renewKey(scopeOf(c), c.req.valid('json').proof);
    if (!done.ok) throw new Refused(done.reason);
    return c.json({ number: c.get('letter').number, accessKey }, 200);
  });

/** Where in the text that was written it can't stay so. */
function said(refused: Extract<Outcome, { ok: false }>, lang: Lang): { errors?: FieldError[] } {
  return 'held' in refused ? { errors: personalErrors(refused.held, lang) } : {};
}

for (const name of Object.keys(staffCommands) as StaffCommandName[]) {
  if (name === 'new-key') continue;
  const route = createRoute({
    method: 'post',
    path: `/v1/staff/letters/{number}/${name}`,
    summary: `Command: ${name}`,
    tags,
    middleware: acting,
    request: { params, headers: ifMatch, ...jsonBody(staffCommands[name]) },
    responses: {
      200: json(staffLetter, 'The letter as it stands now'),
      ...problems(400, 401, 403, 404, 409, 412, 422),
    },
  });
  staffLetterRoutes.openapi(route, async (c) => {
    const scope = scopeOf(c);
    const version = versionIn(c.req.valid('header'));
    const done = await giveAsStaff({ ...scope, version }, name, c.req.valid('json') as never);
    if (!done.ok) throw new Refused(done.reason, said(done, langOf(c)));
    return c.json(await readAsStaff(scope), 200);
  });
}
