/** Months by which roll-ups are kept, and periods of them. */

/** `YYYY-MM`. */
export type Month = string;

export interface MonthRange {
  from: Month;
  /** Belongs to it. */
  to: Month;
}

const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export function addMonths(month: Month, count: number): Month {
  const number = numberOf(month) + count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months a period has; 0 or fewer where it ends before it begins. */
export const monthCount = ({ from, to }: MonthRange): number => numberOf(to) - numberOf(from) + 1;

export function monthsIn(range: MonthRange): Month[] {
  return Array.from({ length: Math.max(0, monthCount(range)) }, (_none, index) =>
    addMonths(range.from, index),
  );
}

/** The period before, equally long. */
export function monthsBefore(range: MonthRange): MonthRange {
  return { from: addMonths(range.from, -monthCount(range)), to: addMonths(range.from, -1) };
}
