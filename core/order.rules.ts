/**
 * The life of an order (督办; product.md §7): opened with a deadline, answered in writing, accepted or sent back with a new one;
 * or withdrawn by the centre before it is accepted.
 * Pure like the letter's: `(order, command, role, now, policy) → event | refusal`.
 */
import type { Role } from '../contract/vocabulary.ts';
import { deadline, hasPassed } from './clock.rules.ts';
import type { Deadline, Instant } from './events.ts';
import type { Policy } from './letter.ts';
import { dayOf } from './local-time.ts';

export type OrderState = 'open' | 'answered' | 'accepted' | 'withdrawn';

export interface Order {
  state: OrderState;
  seq: number;
  /** The answer is counted from the day of this; it doesn't count itself. */
  since: Instant;
  /** Working days for the answer. */
  days: number;
  due: Deadline;
  answeredAt: Instant | null;
  closedAt: Instant | null;
}

export type OrderEventBody =
  | { kind: 'opened' | 'returned'; days: number; due: Deadline }
  /** `late`: the deadline had passed. */
  | { kind: 'answered'; late: boolean }
  | { kind: 'accepted' | 'withdrawn' }
  /** The calendar changed. */
  | { kind: 'recomputed'; due: Deadline };

export type OrderEvent = OrderEventBody & { seq: number; at: Instant };
export type OrderCommand =
  { name: 'answer' | 'accept' | 'withdraw' | 'recompute' } | { name: 'return'; days: number };
export type OrderRefusal = 'forbidden' | 'order_answered' | 'order_unanswered' | 'order_closed' | 'unchanged';

type Days = Pick<Policy, 'calendar' | 'timeZone'>;

const who: Record<OrderCommand['name'], Role> = {
  answer: 'coordinator',
  accept: 'central',
  return: 'central',
  withdraw: 'central',
  recompute: 'system',
};

export function openOrder(days: number, at: Instant, policy: Days): OrderEvent {
  return { kind: 'opened', seq: 1, at, days, due: dueAfter(days, at, policy) };
}

export function decideOrder(
  order: Order,
  command: OrderCommand,
  role: Role,
  now: Instant,
  policy: Days,
): { ok: true; event: OrderEvent } | { ok: false; reason: OrderRefusal } {
  const verdict = who[command.name] === role ? bodyOf(order, command, now, policy) : 'forbidden';
  if (typeof verdict === 'string') return { ok: false, reason: verdict };
  return { ok: true, event: { ...verdict, seq: order.seq + 1, at: now } };
}

function bodyOf(
  order: Order,
  command: OrderCommand,
  now: Instant,
  policy: Days,
): OrderEventBody | OrderRefusal {
  if (order.closedAt !== null) return 'order_closed';
  switch (command.name) {
    case 'answer':
      return order.state === 'open'
        ? { kind: 'answered', late: hasPassed(order.due, now) }
        : 'order_answered';
    case 'accept':
      return order.state === 'answered' ? { kind: 'accepted' } : 'order_unanswered';
    case 'return':
      return order.state === 'answered'
        ? { kind: 'returned', days: command.days, due: dueAfter(command.days, now, policy) }
        : 'order_unanswered';
    case 'withdraw':
      return { kind: 'withdrawn' };
    case 'recompute':
      return recompute(order, now, policy);
  }
}

/** As a letter's: what is provisional, or still ahead. */
function recompute(order: Order, now: Instant, policy: Days): OrderEventBody | OrderRefusal {
  const fixed = !order.due.provisional && hasPassed(order.due, now);
  if (order.state !== 'open' || fixed) return 'unchanged';
  const due = dueAfter(order.days, order.since, policy);
  const same = due.before === order.due.before && due.provisional === order.due.provisional;
  return same ? 'unchanged' : { kind: 'recomputed', due };
}

/** @throws TypeError where it doesn't begin with its opening */
export function evolveOrder(order: Order | null, event: OrderEvent): Order {
  const { seq, at } = event;
  if (event.kind === 'opened') {
    const { days, due } = event;
    return { state: 'open', seq, since: at, days, due, answeredAt: null, closedAt: null };
  }
  if (!order) throw new TypeError(`an order begins with its opening, not with ${event.kind}`);
  switch (event.kind) {
    case 'answered':
      return { ...order, seq, state: 'answered', answeredAt: at };
    case 'accepted':
    case 'withdrawn':
      return { ...order, seq, state: event.kind, closedAt: at };
    case 'returned':
      return { ...order, seq, state: 'open', since: at, days: event.days, due: event.due };
    case 'recomputed':
      return { ...order, seq, due: event.due };
  }
}

/** An open order whose deadline has passed is overdue; an answer that waits for the centre isn't. */
export function isOverdue(
  order: Pick<Order, 'state'> & { due: Pick<Deadline, 'before'> },
  now: Instant,
): boolean {
  return order.state === 'open' && now >= order.due.before;
}

function dueAfter(days: number, at: Instant, policy: Days): Deadline {
  return deadline('working', days, dayOf(at, policy.timeZone), policy);
}
