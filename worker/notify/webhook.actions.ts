/** Coordinators' own work on webhooks. A secret is shown once and kept sealed; each change is on record in the audit list. */
import type { CreateWebhook } from '../../contract/webhooks.ts';
import { dataKeyOf } from '../letters/contact.ts';
import { now } from '../platform/clock.ts';
import { randomBytes, randomId, seal } from '../platform/crypto.ts';
import { commit, directory, shard, type Database, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { WebhookRow } from '../schema/directory.ts';
import { insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import * as deliveries from './delivery.store.ts';
import { faultOf, type UrlFault } from './webhook-url.ts';
import * as store from './webhook.store.ts';

const webhooksMax = 10;
const overlapMs = 24 * 3_600_000;

/** 256 bits, as the specification writes them. */
const newSecret = (): string => `whsec_${btoa(String.fromCharCode(...randomBytes(32)))}`;

async function sealed(env: Env, tenant: Tenant, id: string, secret: string): Promise<string> {
  return seal(await dataKeyOf(env, tenant), `webhook:${id}`, secret);
}

const audited = (
  db: Database,
  { slug: tenant }: Tenant,
  userId: string,
  at: number,
  done: 'made' | 'rotated' | 'removed' | 'enabled',
  subject: string,
): Statement => insertAudit(db, { at, userId, tenant, action: `webhook-${done}`, subject });

export type Made =
  { ok: true; webhook: WebhookRow; secret: string } | { ok: false; reason: UrlFault | 'too_many_webhooks' };

/** @param own the service's own origin, which may not be called */
export async function makeWebhook(
  env: Env,
  tenant: Tenant,
  { url, events }: CreateWebhook,
  actor: string,
  own: string,
): Promise<Made> {
  const fault = faultOf(env, url, own);
  if (fault) return { ok: false, reason: fault };
  const db = directory(env);
  const id = randomId();
  const at = now();
  const secret = newSecret();
  const row = {
    id,
    tenant: tenant.slug,
    url: new URL(url).href,
    events: events ? [...new Set(events)] : null,
    secret: await sealed(env, tenant, id, secret),
    createdAt: at,
  };
  const committed = await commit(db, [
    store.insertWebhook(db, row, webhooksMax),
    audited(db, tenant, actor, at, 'made', id),
  ]);
  const webhook = committed.ok ? await store.findWebhook(db, tenant.slug, id) : null;
  return webhook ? { ok: true, webhook, secret } : { ok: false, reason: 'too_many_webhooks' };
}

/** For a day messages carry a signature of each, so that the other side can change over without missing one. */
export async function rotateSecret(
  env: Env,
  tenant: Tenant,
  webhook: WebhookRow,
  actor: string,
): Promise<{ webhook: WebhookRow; secret: string }> {
  const db = directory(env);
  const at = now();
  const secret = newSecret();
  const fresh = await sealed(env, tenant, webhook.id, secret);
  await commit(db, [
    store.replaceSecret(db, webhook, fresh, at + overlapMs),
    audited(db, tenant, actor, at, 'rotated', webhook.id),
  ]);
  const oldUntil = at + overlapMs;
  return { webhook: { ...webhook, secret: fresh, oldSecret: webhook.secret, oldUntil }, secret };
}

/** What waits for it finds nobody; if we crash in between, each is dropped when it is taken up. */
export async function removeWebhook(
  env: Env,
  tenant: Tenant,
  webhook: WebhookRow,
  actor: string,
): Promise<void> {
  const [central, db] = [directory(env), shard(env, tenant.shard)];
  const at = now();
  await commit(central, [
    store.deleteWebhook(central, tenant.slug, webhook.id),
    audited(central, tenant, actor, at, 'removed', webhook.id),
  ]);
  await commit(db, [
    deliveries.endAllOf(db, webhook.id, 'dropped', 'removed', at),
    deliveries.dropAttempts(db, webhook.id),
  ]);
}

/** It is called again, first with what found it failing. */
export async function enableWebhook(
  env: Env,
  tenant: Tenant,
  webhook: WebhookRow,
  actor: string,
): Promise<void> {
  const [central, db] = [directory(env), shard(env, tenant.shard)];
  const at = now();
  await commit(central, [
    store.enable(central, tenant.slug, webhook.id),
    audited(central, tenant, actor, at, 'enabled', webhook.id),
  ]);
  await commit(db, [deliveries.reviveDead(db, webhook.id, at)]);
}

/** Sends again, from the first attempt: what found nobody, or a call that arrived and is wanted once more. */
export async function redeliver(
  env: Env,
  tenant: Tenant,
  row: { id: string; state: string; channel: string; target: string | null },
): Promise<'ok' | 'unchanged' | 'webhook_disabled'> {
  if (row.state !== 'dead' && !(row.state === 'sent' && row.channel === 'webhook')) return 'unchanged';
  if (row.channel === 'webhook') {
    const webhook = await store.findWebhook(directory(env), tenant.slug, row.target ?? '');
    if (!webhook || webhook.disabledAt !== null) return 'webhook_disabled';
  }
  const db = shard(env, tenant.shard);
  await commit(db, [deliveries.revive(db, tenant.slug, row.id, now())]);
  return 'ok';
}
