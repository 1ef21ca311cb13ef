/** Calls a webhook: with an event of a letter, or to try it. */
import { formatInstant } from '../../core/index.ts';
import { dataKeyOf } from '../letters/contact.ts';
import { eventsOf, findById } from '../letters/letter.store.ts';
import { now } from '../platform/clock.ts';
import { open, randomId } from '../platform/crypto.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import { linksOrigin, type Env } from '../platform/env.ts';
import type { WebhookRow } from '../schema/directory.ts';
import type { AttemptRow, DeliveryRow } from '../schema/letters.ts';
import { findHeld } from '../hand-over/held-letter.store.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { logAttempt } from './delivery.store.ts';
import { callWebhook, type Called } from './webhook-call.ts';
import { faultOf } from './webhook-url.ts';
import { messageId, toPayload } from './webhook.view.ts';

/** Calls of a webhook that its log keeps. */
export const attemptsKept = 100;

/** @returns null where the letter is gone */
export async function tell(
  env: Env,
  tenant: Tenant,
  webhook: WebhookRow,
  row: DeliveryRow,
): Promise<Called | null> {
  const home = await homeOf(env, tenant, row.letterId ?? '');
  const letter = home && (await findById(shard(env, home.shard), home.slug, row.letterId ?? ''));
  if (!letter) return null;
  const events = (await eventsOf(shard(env, home.shard), home.slug, letter.id))
    .filter(({ seq }) => seq <= (row.seq ?? 0))
    .map(({ data }) => data);
  const payload = toPayload(await withNames(env, home, holdersIn(events)), letter.number, row.kind, events);
  return callSafely(env, tenant, webhook, row.id, JSON.stringify(payload));
}

/** Whose letter it is: this tenant's, or another's that it holds or held. */
async function homeOf(env: Env, tenant: Tenant, letterId: string): Promise<Tenant | null> {
  const held = await findHeld(shard(env, tenant.shard), tenant.slug, letterId);
  return held ? findTenant(directory(env), { slug: held.home }) : tenant;
}

/** One call, at once and never again. */
export async function tryOut(env: Env, tenant: Tenant, webhook: WebhookRow): Promise<AttemptRow> {
  const deliveryId = randomId();
  const at = now();
  const timestamp = formatInstant(at, tenant.timeZone);
  const body = JSON.stringify({ type: 'webhook.test', timestamp, data: { tenant: tenant.slug } });
  const called = await callSafely(env, tenant, webhook, deliveryId, body);
  const row = { target: webhook.id, deliveryId, kind: 'webhook.test', attempt: 1, at, ...called };
  const db = shard(env, tenant.shard);
  await commit(db, logAttempt(db, row, attemptsKept));
  return { id: 0, ...row };
}

/** The address is judged again: the rules, or the service's own name, may have changed since it was made. */
async function callSafely(
  env: Env,
  tenant: Tenant,
  webhook: WebhookRow,
  id: string,
  body: string,
): Promise<Called> {
  if (faultOf(env, webhook.url, linksOrigin(env)) !== null)
    return { status: null, ms: 0, note: 'address-refused' };
  return callWebhook(webhook.url, messageId(id), body, await secretsOf(env, tenant, webhook));
}

async function secretsOf(env: Env, tenant: Tenant, webhook: WebhookRow): Promise<string[]> {
  const key = await dataKeyOf(env, tenant);
  const { secret, oldSecret, oldUntil } = webhook;
  const sealed = oldSecret !== null && (oldUntil ?? 0) > now() ? [secret, oldSecret] : [secret];
  return Promise.all(sealed.map((one) => open(key, `webhook:${webhook.id}`, one)));
}
