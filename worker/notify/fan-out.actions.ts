/** From what happened to whom it is told: one delivery for each event, channel and target, keyed so that telling twice is once. */
import type { WebhookEvent } from '../../contract/vocabulary.ts';
import { holderAfter, nobody, type LetterEvent } from '../../core/index.ts';
import { openContact } from '../letters/contact.ts';
import { eventsOf } from '../letters/letter.store.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, directory, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { mailerOf } from '../platform/mailer.ts';
import type { WebhookRow } from '../schema/directory.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './delivery.store.ts';
import { mailFor, webhookFor } from './topics.ts';
import { webhooksOf } from './webhook.store.ts';

/** Statements that make the deliveries of these messages: for the batch that drops them. */
export async function fanOut(
  env: Env,
  tenant: Tenant,
  messages: readonly { letterId: string | null; seq: number | null }[],
): Promise<Statement[]> {
  const db = shard(env, tenant.shard);
  const told = await store.eventsTold(db, tenant.slug, messages);
  if (told.length === 0) return [];
  const webhooks = (await webhooksOf(directory(env), tenant.slug)).filter(
    ({ disabledAt }) => disabledAt === null,
  );
  const mail = mailerOf(env) !== null;
  const rows = await Promise.all(
    told.map(async (one) => [
      ...(mail ? await toWriter(env, tenant, one) : []),
      ...toWebhooks(tenant, one, webhooks),
    ]),
  );
  return store.insertDeliveries(db, rows.flat());
}

/**
 * The same for the webhooks of other tenants that held a letter just before or after an event: their deliveries are kept in their
 * own shard, so before the messages are dropped. If we crash in between, the next run finds the keys there.
 */
export async function fanOutToHolders(
  env: Env,
  tenant: Tenant,
  messages: readonly { letterId: string | null; seq: number | null }[],
): Promise<void> {
  const db = shard(env, tenant.shard);
  const told = (await store.eventsTold(db, tenant.slug, messages)).filter(({ handedOver }) => handedOver);
  for (const one of told) {
    const events = (await eventsOf(db, tenant.slug, one.letterId)).map(({ data }) => data);
    for (const slug of holdersAround(events, one.seq)) {
      const holder = await findTenant(directory(env), { slug });
      if (!holder) continue;
      const webhooks = (await webhooksOf(directory(env), slug)).filter(
        ({ disabledAt }) => disabledAt === null,
      );
      const own = shard(env, holder.shard);
      await commit(own, store.insertDeliveries(own, toWebhooks(holder, one, webhooks)));
    }
  }
}

function holdersAround(events: readonly LetterEvent[], seq: number): Set<string> {
  const before = events.filter((event) => event.seq < seq).reduce(holderAfter, nobody);
  const after = holderAfter(
    before,
    events.find((event) => event.seq === seq)!,
  );
  return new Set([before, after].flatMap(({ tenant }) => tenant ?? []));
}

/** The key names event and target: whoever reads the outbox again, or at the same time, adds nothing. */
function delivery(
  tenant: Tenant,
  { letterId, seq }: Pick<store.Told, 'letterId' | 'seq'>,
  more: Pick<store.NewDelivery, 'channel' | 'kind' | 'target'>,
): store.NewDelivery {
  const at = now();
  const key = `${more.channel}:${more.target ?? 'writer'}:${letterId}:${seq}`;
  return { id: randomId(), key, tenant: tenant.slug, letterId, seq, dueAt: at, createdAt: at, ...more };
}

async function toWriter(env: Env, tenant: Tenant, told: store.Told): Promise<store.NewDelivery[]> {
  const kind = mailFor(told.event);
  if (kind === null || told.contact === null) return [];
  const { email } = await openContact(env, tenant, told.letterId, told.contact);
  return email ? [delivery(tenant, told, { channel: 'mail', kind, target: null })] : [];
}

function toWebhooks(tenant: Tenant, told: store.Told, webhooks: readonly WebhookRow[]): store.NewDelivery[] {
  const kind = webhookFor(told.event);
  if (kind === null) return [];
  const wants = ({ events }: { events: WebhookEvent[] | null }) => events === null || events.includes(kind);
  return webhooks
    .filter(wants)
    .map(({ id }) => delivery(tenant, told, { channel: 'webhook', kind, target: id }));
}
