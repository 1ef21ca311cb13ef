/**
 * How long a writer's contact details and attachments are kept after the letter came to rest (product.md §9): so many months
 * by the calendar, to the end of the last day in the tenant's time zone.
 */
import type { Day } from './calendar.ts';
import type { Instant } from './events.ts';
import { addDays, dayOf, startOfDay } from './local-time.ts';

/** The same day so many months on, or that month's last. */
function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** The first instant at which they must be gone. */
export function retainedUntil(closedAt: Instant, months: number, timeZone: string): Instant {
  return startOfDay(addDays(addMonths(dayOf(closedAt, timeZone), months), 1), timeZone);
}

/** Of letters closed before this, and of no others, they must be gone: `retainedUntil(closedAt) <= now` for an index. */
export function closedBefore(now: Instant, months: number, timeZone: string): Instant {
  const today = dayOf(now, timeZone);
  const then = addMonths(today, -months);
  // Where that month has no such day, all of it is over.
  return startOfDay(then.slice(8) === today.slice(8) ? then : addDays(then, 1), timeZone);
}
