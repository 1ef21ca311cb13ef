/** Webhooks by the Standard Webhooks specification, and what became of what was to be told. docs/webhooks.md has examples. */
import { z } from 'zod';
import { letterNumber, slug, time } from './primitives.ts';
import {
  CHANNELS,
  COLOURS,
  DELIVERY_STATES,
  DISABLED_FOR,
  KINDS,
  OUTCOMES,
  REPLY_TYPES,
  STATUSES,
  WEBHOOK_EVENTS,
} from './vocabulary.ts';

const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length);

export const createWebhook = z
  .object({
    url: z.string().min(1).max(1000).describe('https, port 443 or 8443, a public host name, no user name'),
    events: events.optional().describe('Left out: every event'),
  })
  .meta({ id: 'CreateWebhook' });
export type CreateWebhook = z.infer<typeof createWebhook>;

export const webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    events: events.nullable().describe('null: every event'),
    createdAt: time,
    disabledAt: time.nullable().describe('Since when nothing is sent to it'),
    disabledFor: z.enum(DISABLED_FOR).nullable(),
    oldSecretUntil: time.nullable().describe('Until when messages are signed with the secret before, too'),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhook>;

export const webhookPage = z.object({ items: z.array(webhook) });
export const newWebhook = webhook
  .extend({ secret: z.string().describe('`whsec_…`, shown once') })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof newWebhook>;

export const attempt = z
  .object({
    delivery: z.string().describe('The webhook-id that was sent'),
    type: z.string(),
    attempt: z.int(),
    at: time,
    ok: z.boolean(),
    status: z.int().nullable().describe('HTTP status; null where there was no answer'),
    ms: z.int(),
    note: z.string().nullable().describe('Why it failed: a code of docs/webhooks.md'),
  })
  .meta({ id: 'WebhookAttempt' });
export type Attempt = z.infer<typeof attempt>;
export const attemptPage = z.object({ items: z.array(attempt).describe('The last 100, newest first') });

export const delivery = z
  .object({
    id: z.string(),
    channel: z.enum(['mail', 'webhook']),
    kind: z.string().describe('A kind of mail (`receipt`, `reply`, `digest-daily` …) or a type of webhook'),
    number: letterNumber.nullable(),
    webhook: z.string().nullable().describe('Address of the webhook; null where it is gone, and for mail'),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    createdAt: time,
    nextAt: time.nullable(),
    endedAt: time.nullable(),
    note: z.string().nullable().describe('Why it failed last, or was dropped: a code of docs/operator.md'),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof delivery>;

export const deliveryPage = z.object({
  items: z.array(delivery),
  nextCursor: z.string().nullable(),
  counts: z.object({ pending: z.int(), dead: z.int() }).describe('Counted up to 1000'),
});
export type DeliveryPage = z.infer<typeof deliveryPage>;

export const deliveryQuery = z.object({
  tenant: slug.optional(),
  state: z.enum(DELIVERY_STATES).default('dead'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** What is sent: a letter as it stood after the event. No text and nothing about a person. */
export const webhookPayload = z
  .object({
    type: z.string(),
    timestamp: time.describe('When it happened'),
    data: z.object({
      tenant: slug,
      number: letterNumber,
      seq: z.int().describe('1, 2, 3 … within the letter: messages may arrive out of order'),
      kind: z.enum(KINDS),
      status: z.enum(STATUSES),
      channel: z.enum(CHANNELS),
      department: z.string().nullable(),
      departmentName: z.string().nullable(),
      heldBy: slug
        .nullable()
        .describe('Another tenant to which the letter was handed over: `department` is one of its own'),
      round: z.int(),
      receivedAt: time,
      acceptBy: time,
      replyBy: time.nullable().describe('null while the clock stands still'),
      waitUntil: time.nullable(),
      colour: z.enum(COLOURS).nullable(),
      replyType: z.enum(REPLY_TYPES).nullable(),
      outcome: z.enum(OUTCOMES).nullable(),
      promisedFor: z.string().nullable(),
      grounds: z.string().nullable(),
      level: z.int().nullable().describe('The rating that was just given'),
    }),
  })
  .meta({ id: 'WebhookPayload' });
export type WebhookPayload = z.infer<typeof webhookPayload>;
