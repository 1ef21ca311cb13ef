/** Periods that bulletins are made of, and what of them has passed. Days are `YYYY-MM-DD`, months count from 1. */
import { addDays } from './dates.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'any'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface Days {
  from: string;
  to: string;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The first and the last day of whole months. */
function months(year: number, first: number, last: number): Days {
  const next = last === 12 ? `${year + 1}-01-01` : `${year}-${two(last + 1)}-01`;
  return { from: `${year}-${two(first)}-01`, to: addDays(next, -1) };
}

/** @param part the month or the quarter, from 1 */
export function periodOf(kind: Exclude<PeriodKind, 'any'>, year: number, part: number): Days {
  if (kind === 'month') return months(year, part, part);
  if (kind === 'quarter') return months(year, part * 3 - 2, part * 3);
  return months(year, 1, 12);
}

/** What of a period has passed by `today`; null where it hasn't begun. */
export function passed({ from, to }: Days, today: string): Days | null {
  if (from > today) return null;
  return { from, to: to > today ? today : to };
}

/** The last whole period before `today`: that is what bulletins are made of. */
export function lastWhole(kind: 'month' | 'quarter' | 'year', today: string): { year: number; part: number } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const perYear = { month: 12, quarter: 4, year: 1 }[kind];
  const now = Math.ceil((month * perYear) / 12);
  return now > 1 ? { year, part: now - 1 } : { year: year - 1, part: perYear };
}
