/** The writer's own view of a letter, and what they may do with it. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  consent,
  rating,
  supplement,
  withdrawal,
  writerLetter,
  type WriterLetter,
} from '../../contract/letters.ts';
import type { GivenFile } from '../../contract/uploads.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { registeredOrigin } from '../http/origin.ts';
import { Refused } from '../http/problem.ts';
import { json, jsonBody, newRouter, problems } from '../http/router.ts';
import { numberScope } from '../http/tenant-scope.ts';
import { writerKey } from '../http/writer-key.ts';
import { waitSeconds } from '../platform/limits.ts';
import type { Texts } from '../schema/letters.ts';
import { giveAsWriter, readAsWriter, toRating, type WriterCommand } from './writer.actions.ts';

const params = z.object({ number: z.string() });
const tags = ['writer'];
const security = [{ accessKey: [] }];

const readRoute = createRoute({
  method: 'get',
  path: '/v1/letters/{number}',
  summary: 'A letter as its writer sees it',
  tags,
  security,
  middleware: [numberScope, writerKey] as const,
  request: { params },
  responses: { 200: json(writerLetter, 'The letter'), ...problems(404) },
});

const commandRoute = <P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  createRoute({
    method: 'post',
    path: `/v1/letters/{number}/${path}`,
    summary,
    tags,
    security,
    middleware: [numberScope, registeredOrigin, writerKey] as const,
    request: { params, ...jsonBody(body) },
    responses: {
      200: json(writerLetter, 'The letter as it stands now'),
      ...problems(400, 403, 404, 409, 429),
    },
  });

const supplementRoute = commandRoute('supplements', 'Add to the letter, or answer a question', supplement);
const withdrawRoute = commandRoute('withdrawal', 'Withdraw the letter before its final reply', withdrawal);
const rateRoute = commandRoute('ratings', 'Rate the final reply', rating);
const consentRoute = commandRoute('consent', 'Agree to publication, or revoke it', consent);

const erasureRoute = commandRoute(
  'erasure',
  'Have the contact details erased; where the tenant requires them, when the letter is at rest',
  z.object({}),
);

export const writerRoutes = newRouter()
  .openapi(readRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readAsWriter(c.env, c.get('tenant'), c.get('letter').id), 200);
  })
  .openapi(supplementRoute, async (c) => {
    const { body, uploads } = c.req.valid('json');
    return c.json(await told(c, { name: 'supplement' }, { body }, uploads), 200);
  })
  .openapi(withdrawRoute, async (c) => {
    const { reason } = c.req.valid('json');
    return c.json(await told(c, { name: 'withdraw' }, reason ? { reason } : null), 200);
  })
  .openapi(rateRoute, async (c) => c.json(await told(c, ...toRating(c.req.valid('json'))), 200))
  .openapi(consentRoute, async (c) =>
    c.json(await told(c, { name: 'consent', publish: c.req.valid('json').publish }, null), 200),
  )
  .openapi(erasureRoute, async (c) => c.json(await told(c, { name: 'erase-contact' }, null), 200));

async function told(
  c: Context<AppEnv>,
  command: WriterCommand,
  texts: Texts | null,
  uploads: readonly GivenFile[] = [],
): Promise<WriterLetter> {
  const wait = await waitSeconds(c.env, 'write', addressOf(c));
  if (wait > 0) throw new Refused('too_many_requests', { retryAfter: wait });
  const tenant = c.get('tenant');
  const done = await giveAsWriter(c.env, tenant, c.get('letter'), command, texts, uploads);
  if (!done.ok) throw new Refused(done.reason);
  c.header('Cache-Control', 'no-store');
  return readAsWriter(c.env, tenant, c.get('letter').id);
}
