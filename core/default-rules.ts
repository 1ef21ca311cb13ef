/** The durations of product.md §5 that a tenant starts with, and the bounds within which it may set its own. */
import type { Rules } from './letter.ts';

export const defaultRules: Rules = {
  version: 1,
  acceptDays: 1,
  replyDays: { inquiry: 5, suggestion: 7, complaint: 7, help: 7, report: 15 },
  extensionDaysMax: 15,
  objectionDays: 5,
  waitingDaysMax: 10,
  silenceDays: 15,
  contactDays: 1,
  reopenDays: 15,
  escalationDays: { yellow: 5, red: 15, demand: 30 },
  orderDays: 5,
  signOff: false,
};

/** Smallest and largest value a tenant may choose, in days; the central admin may narrow them (core/rule-bounds.ts). */
export const ruleBounds = {
  acceptDays: [1, 5],
  replyDays: [1, 60],
  extensionDaysMax: [0, 15],
  objectionDays: [1, 5],
  waitingDaysMax: [1, 10],
  silenceDays: [7, 60],
  contactDays: [1, 3],
  reopenDays: [1, 30],
  escalationDays: [1, 60],
  orderDays: [1, 15],
} as const satisfies Partial<Record<keyof Rules, readonly [number, number]>>;
