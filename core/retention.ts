/**
 * How long a writer's contact details and attachments are kept after the letter came to rest (product.md §9): so many months
 * by the calendar, to the end of the last day in the tenant's time zone.
 */
import type { Instant } from './events.ts';
import { addCalendarMonths, addDays, dayOf, startOfDay } from './local-time.ts';

/** The first instant at which they must be gone. */
export function retainedUntil(closedAt: Instant, months: number, timeZone: string): Instant {
  return startOfDay(addDays(addCalendarMonths(dayOf(closedAt, timeZone), months), 1), timeZone);
}

/** Of letters closed before this, and of no others, they must be gone: `retainedUntil(closedAt) <= now` for an index. */
export function closedBefore(now: Instant, months: number, timeZone: string): Instant {
  const today = dayOf(now, timeZone);
  const then = addCalendarMonths(today, -months);
  // Where that month has no such day, all of it is over.
  return startOfDay(then.slice(8) === today.slice(8) ? then : addDays(then, 1), timeZone);
}
