/** The answer to a letter that arrived, now or at an earlier sending of the same form. */
import type { Context } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { eventsOf, findByNumber } from '../letters/letter.store.ts';
import { toWhy } from '../letters/parts.view.ts';
import { policyOfLetter } from '../letters/policy.ts';
import type { Submitted } from '../letters/submit.actions.ts';
import { toReceipt } from '../letters/writer.view.ts';
import { directory } from '../platform/d1.ts';
import { ownOrigin } from '../platform/env.ts';
import { receiptPage } from './receipt.page.ts';
import { viewOf } from './request.ts';

export async function receipt(
  c: Context<AppEnv>,
  { number, accessKey, event, replayed }: Extract<Submitted, { ok: true }>,
  title: string,
): Promise<Response> {
  const tenant = c.get('tenant');
  const db = c.get('db');
  const row = await findByNumber(db, tenant.slug, number);
  if (!row) throw new Error('a letter that was just stored is missing');
  // Counted as it stood on receipt, whatever has happened since.
  const [first, policy] = await Promise.all([
    eventsOf(db, tenant.slug, row.id).then((rows) => rows.slice(0, 1)),
    policyOfLetter(directory(c.env), tenant, row.ruleVersion),
  ]);
  const slip = toReceipt(number, accessKey, event, tenant, ownOrigin(c.env, c.req.raw));
  const files = event.kind === 'submitted' ? (event.files ?? 0) : 0;
  const why = toWhy(first, tenant, policy).reply;
  return c.html(
    receiptPage(viewOf(c), { receipt: slip, title, files, why, repeated: replayed }),
    replayed ? 200 : 201,
  );
}
