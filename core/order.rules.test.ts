import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';
import {
  decideOrder,
  evolveOrder,
  isOverdue,
  openOrder,
  type Order,
  type OrderCommand,
} from './order.rules.ts';
import { at, aPolicy } from './test/story.ts';

const policy = aPolicy();
const opened = (time = '2026-04-30', under = policy): Order =>
  evolveOrder(null, openOrder(5, at(time), under));
const after = (
  order: Order,
  role: 'coordinator' | 'central' | 'system',
  command: OrderCommand,
  time: string,
) => {
  const decided = decideOrder(order, command, role, at(time), policy);
  if (!decided.ok) throw new Error(decided.reason);
  return evolveOrder(order, decided.event);
};
const refused = (
  order: Order,
  role: 'coordinator' | 'officer' | 'central' | 'system',
  command: OrderCommand,
) => {
  const decided = decideOrder(order, command, role, at('2026-05-06'), policy);
  return decided.ok ? null : decided.reason;
};

test('is to be answered within its working days, holidays left out', () => {
  expect(opened().due).toMatchObject({ day: '2026-05-11', provisional: false });
});

test('is answered by the tenant, then accepted by the centre, once each', () => {
  const answered = after(opened(), 'coordinator', { name: 'answer' }, '2026-05-07');
  expect(answered).toMatchObject({ state: 'answered', answeredAt: at('2026-05-07') });
  expect(refused(answered, 'coordinator', { name: 'answer' })).toBe('order_answered');
  const accepted = after(answered, 'central', { name: 'accept' }, '2026-05-08');
  expect(accepted).toMatchObject({ state: 'accepted', closedAt: at('2026-05-08') });
  for (const name of ['answer', 'accept'] as const)
    expect(refused(accepted, name === 'answer' ? 'coordinator' : 'central', { name })).toBe('order_closed');
});

test('sent back, it has a new deadline counted from that day, and is answered again', () => {
  const answered = after(opened(), 'coordinator', { name: 'answer' }, '2026-05-07');
  const back = after(answered, 'central', { name: 'return', days: 3 }, '2026-05-08');
  expect(back).toMatchObject({ state: 'open', days: 3, due: { day: '2026-05-12' } });
  expect(after(back, 'coordinator', { name: 'answer' }, '2026-05-11').state).toBe('answered');
});

test('an answer after the deadline says that it is late', () => {
  const decided = decideOrder(opened(), { name: 'answer' }, 'coordinator', at('2026-05-12 00:00'), policy);
  expect(decided).toMatchObject({ ok: true, event: { late: true } });
});

test('is withdrawn by the centre until it is accepted, and then is over', () => {
  const answered = after(opened(), 'coordinator', { name: 'answer' }, '2026-05-07');
  for (const order of [opened(), answered]) {
    const gone = after(order, 'central', { name: 'withdraw' }, '2026-05-08');
    expect(gone).toMatchObject({ state: 'withdrawn', closedAt: at('2026-05-08') });
    expect(isOverdue(gone, at('2026-06-01'))).toBe(false);
    expect(refused(gone, 'coordinator', { name: 'answer' })).toBe('order_closed');
    expect(refused(gone, 'central', { name: 'withdraw' })).toBe('order_closed');
  }
  expect(refused(opened(), 'coordinator', { name: 'withdraw' })).toBe('forbidden');
  const accepted = after(answered, 'central', { name: 'accept' }, '2026-05-08');
  expect(refused(accepted, 'central', { name: 'withdraw' })).toBe('order_closed');
});

test('is overdue from the end of its last day until it is answered', () => {
  const order = opened();
  expect(isOverdue(order, at('2026-05-11 23:59'))).toBe(false);
  expect(isOverdue(order, at('2026-05-12 00:00'))).toBe(true);
  expect(isOverdue(after(order, 'coordinator', { name: 'answer' }, '2026-05-13'), at('2026-06-01'))).toBe(
    false,
  );
});

test('nobody answers for the tenant, nor judges for the centre; nothing is judged unanswered', () => {
  expect(refused(opened(), 'central', { name: 'answer' })).toBe('forbidden');
  expect(refused(opened(), 'officer', { name: 'answer' })).toBe('forbidden');
  expect(refused(opened(), 'coordinator', { name: 'accept' })).toBe('forbidden');
  expect(refused(opened(), 'central', { name: 'accept' })).toBe('order_unanswered');
  expect(refused(opened(), 'central', { name: 'return', days: 5 })).toBe('order_unanswered');
});

test('a provisional deadline is counted again when the calendar is known, once', () => {
  const guessing = aPolicy(
    {},
    { calendar: calendarOf({ holidays: new Map(), workdays: new Set(), knownUntil: '2025-12-31' }) },
  );
  const order = opened('2026-02-13', guessing);
  expect(order.due).toMatchObject({ day: '2026-02-20', provisional: true });
  const counted = after(order, 'system', { name: 'recompute' }, '2026-02-24');
  expect(counted.due).toMatchObject({ day: '2026-02-27', provisional: false });
  expect(refused(counted, 'system', { name: 'recompute' })).toBe('unchanged');
});

test('a record that doesn’t begin with its opening is refused', () => {
  expect(() => evolveOrder(null, { kind: 'accepted', seq: 1, at: 0 })).toThrow(TypeError);
});
