/** What is sent to a webhook, and what coordinators see of webhooks and deliveries: allow-lists. */
import type { Attempt, Delivery, Webhook, WebhookPayload } from '../../contract/webhooks.ts';
import { formatDeadline, formatInstant, replay, type LetterEvent } from '../../core/index.ts';
import { holderName, type Told } from '../hand-over/holder.view.ts';
import type { WebhookRow } from '../schema/directory.ts';
import type { AttemptRow, DeliveryRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

/** @param events the letter's record up to and including the event that is told, so that every attempt says the same */
export function toPayload(
  tenant: Told,
  number: string,
  type: string,
  events: readonly LetterEvent[],
): WebhookPayload {
  const letter = replay(events);
  const event = events.at(-1)!;
  const { timeZone } = tenant;
  return {
    type,
    timestamp: formatInstant(event.at, timeZone),
    data: {
      tenant: tenant.slug,
      number,
      seq: event.seq,
      kind: letter.kind,
      status: letter.status,
      channel: letter.channel,
      department: letter.department,
      departmentName: holderName(tenant, letter),
      heldBy: letter.tenant,
      round: letter.round,
      receivedAt: formatInstant(letter.receivedAt, timeZone),
      acceptBy: formatDeadline(letter.acceptBy, timeZone),
      replyBy: letter.status === 'awaiting_citizen' ? null : formatDeadline(letter.clock.due, timeZone),
      waitUntil: letter.waitUntil && formatDeadline(letter.waitUntil, timeZone),
      colour: letter.colour,
      replyType: event.kind === 'replied' ? event.type : null,
      outcome: letter.outcome,
      promisedFor: letter.promise?.for ?? null,
      grounds: 'grounds' in event ? event.grounds : event.kind === 'closed' ? event.reason : null,
      level: event.kind === 'rated' ? event.level : null,
    },
  };
}

export function toWebhook(row: WebhookRow, { timeZone }: Tenant, now: number): Webhook {
  const overlaps = row.oldUntil !== null && row.oldUntil > now;
  return {
    id: row.id,
    url: row.url,
    events: row.events,
    createdAt: formatInstant(row.createdAt, timeZone),
    disabledAt: row.disabledAt === null ? null : formatInstant(row.disabledAt, timeZone),
    disabledFor: row.disabledFor,
    oldSecretUntil: overlaps ? formatInstant(row.oldUntil!, timeZone) : null,
  };
}

export function toAttempt(row: AttemptRow, { timeZone }: Tenant): Attempt {
  return {
    delivery: messageId(row.deliveryId),
    type: row.kind,
    attempt: row.attempt,
    at: formatInstant(row.at, timeZone),
    ok: row.note === null,
    status: row.status,
    ms: row.ms,
    note: row.note,
  };
}

export function toDelivery(
  row: DeliveryRow,
  number: string | null,
  urls: ReadonlyMap<string, string>,
  { timeZone }: Tenant,
): Delivery {
  return {
    id: row.id,
    channel: row.channel,
    kind: row.kind,
    number,
    webhook: row.channel === 'webhook' ? (urls.get(row.target ?? '') ?? null) : null,
    state: row.state,
    attempts: row.attempts,
    createdAt: formatInstant(row.createdAt, timeZone),
    nextAt: row.state === 'pending' ? formatInstant(row.dueAt, timeZone) : null,
    endedAt: row.endedAt === null ? null : formatInstant(row.endedAt, timeZone),
    note: row.note,
  };
}

/** The `webhook-id`: the same at every attempt, and without a full stop, which the signature uses to part its fields. */
export const messageId = (id: string): string => `msg_${id}`;
