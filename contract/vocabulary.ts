/**
 * The words of the field as they stand in code, API and database (product.md §3).
 * Plain constants without imports, so that every part may use them at run time, the widget included.
 */

export const KINDS = ['inquiry', 'complaint', 'suggestion', 'help', 'report'] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = [
  'submitted',
  'accepted',
  'awaiting_citizen',
  'replied',
  'closed',
  'declined',
  'withdrawn',
  'merged',
  'spam',
] as const;
export type Status = (typeof STATUSES)[number];

export const OUTCOMES = ['resolved', 'explained', 'promised', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REPLY_TYPES = ['interim', 'final'] as const;
export type ReplyType = (typeof REPLY_TYPES)[number];

/** Why a letter is declined. */
export const DECLINE_GROUNDS = [
  'not-competent',
  'petition',
  'discipline',
  'judicial',
  'disclosure',
  'concluded',
  'unclear',
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

export const SPAM_GROUNDS = ['advertising', 'flooding', 'abuse', 'gibberish'] as const;
export type SpamGround = (typeof SPAM_GROUNDS)[number];

/** Why a letter whose writer consented is not published, or no longer. */
export const WITHHOLD_GROUNDS = ['privacy', 'state-secret', 'third-party', 'unlawful', 'duplicate'] as const;
export type WithholdGround = (typeof WITHHOLD_GROUNDS)[number];

export const SOLVED = ['yes', 'partly', 'no'] as const;
export type Solved = (typeof SOLVED)[number];

/** 5 = 非常满意 … 1 = 非常不满意. */
export const LEVELS = [5, 4, 3, 2, 1] as const;
export type Level = (typeof LEVELS)[number];

export const CHANNELS = ['widget', 'hosted', 'api', 'counter', 'phone', 'paper', 'import'] as const;
export type Channel = (typeof CHANNELS)[number];

export const COLOURS = ['yellow', 'red', 'demand'] as const;
export type Colour = (typeof COLOURS)[number];

/** Who acts on a letter. `reader` is any member of the public, `system` the clock. */
export const ROLES = ['writer', 'reader', 'officer', 'coordinator', 'central', 'system', 'import'] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES = ['officer', 'coordinator', 'central'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a writer may do with their letter. */
export const WRITER_COMMANDS = ['supplement', 'withdraw', 'rate', 'consent', 'erase-contact'] as const;
export type WriterCommandName = (typeof WRITER_COMMANDS)[number];

export const METRICS = ['reply-rate', 'on-time-rate', 'days', 'satisfaction', 'solved-rate'] as const;
export type Metric = (typeof METRICS)[number];

export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** What a delivery to somebody outside has come to. `dropped`: there was nobody, or nothing, to tell any more. */
export const DELIVERY_STATES = ['pending', 'sent', 'dead', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What webhooks tell of a letter; `webhook.test` is sent on request only. */
export const WEBHOOK_EVENTS = [
  'letter.submitted',
  'letter.accepted',
  'letter.assigned',
  'letter.declined',
  'letter.marked_spam',
  'letter.transferred',
  'letter.objected',
  'letter.info_requested',
  'letter.supplemented',
  'letter.resumed',
  'letter.replied',
  'letter.extended',
  'letter.published',
  'letter.withheld',
  'letter.taken_down',
  'letter.consent_changed',
  'letter.rated',
  'letter.reopened',
  'letter.closed',
  'letter.escalated',
  'letter.followed_up',
  'letter.merged',
  'letter.parted',
  'letter.withdrawn',
  'letter.recomputed',
  'letter.erased',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** `gone`: it answered 410; `failing`: a message found nobody for the whole schedule. */
export const DISABLED_FOR = ['gone', 'failing'] as const;
export type DisabledFor = (typeof DISABLED_FOR)[number];

/** What the reply check may find, in the order in which it is shown. `personal-data` alone may hold a reply back (product.md §7). */
export const REPLY_SIGNS = [
  'personal-data',
  'near-copy',
  'boilerplate',
  'too-short',
  'off-topic',
  'sent-elsewhere',
  'vague-time',
  'parts-missing',
] as const;
export type ReplySign = (typeof REPLY_SIGNS)[number];

/** Why a reply goes out although it holds personal data: it is the writer's and needed; an office's; or none at all. */
export const PERSONAL_DATA_REASONS = ['own', 'office', 'mistaken'] as const;
export type PersonalDataReason = (typeof PERSONAL_DATA_REASONS)[number];

/** By which rate tenants are ranked. */
export const RANKED_BY = ['on-time-rate', 'reply-rate', 'satisfaction', 'solved-rate'] as const;
export type RankedBy = (typeof RANKED_BY)[number];

export const PROMISE_STATES = ['open', 'kept'] as const;

/** What somebody says of an item of the self-check. */
export const TICK_ANSWERS = ['met', 'unmet', 'not-applicable'] as const;
export type TickAnswer = (typeof TICK_ANSWERS)[number];

/** `reopened` counts calendar days, the others working days. */
export const CLOCK_RULES = [
  'accept',
  ...KINDS.map((kind) => `reply-${kind}` as const),
  'extension',
  'objection',
  'waiting',
  'silence',
  'contact',
  'reopened',
  'order',
] as const;

/** What a final reply tells: what was found, by which rule, what was done, the next step with a telephone number. */
export const REPLY_PARTS = ['facts', 'grounds', 'result', 'next'] as const;
export type ReplyPart = (typeof REPLY_PARTS)[number];

/** Whether a part is there. */
export const MARKS = ['yes', 'partly', 'no'] as const;
export type Mark = (typeof MARKS)[number];

/** How many calendar days late: a yellow card comes at 5, a red one at 15, a demand notice at 30 (product.md §5); 3 months are the veto line. */
export const OVERDUE_AGES = ['90+', '30-89', '15-29', '5-14', '1-4'] as const;
export type OverdueAge = (typeof OVERDUE_AGES)[number];

/** The language of an answer for a BCP 47 tag or an Accept-Language header: English only where it comes before Chinese. */
export function pickLang(...wishes: (string | null | undefined)[]): Lang {
  for (const wish of wishes) {
    const found = /(?:^|[,\s])(zh|en)\b/i.exec(wish ?? '');
    if (found) return found[1]!.toLowerCase() === 'en' ? 'en' : 'zh-CN';
  }
  return 'zh-CN';
}
