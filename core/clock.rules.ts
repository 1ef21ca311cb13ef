/**
 * Counting days the civil-law way (民法典 第201–203条; product.md §5): the day something happened doesn't count, a deadline
 * falls at the end of its last day, a deadline in calendar days that ends on a day off moves to the next working day.
 * Days used before a stop are those up to and including the day it stopped; the rest is counted after the day it resumes.
 */
import type { Day } from './calendar.ts';
import type { Clock, Deadline, Instant } from './events.ts';
import type { Policy, Stretch } from './letter.ts';
import { addDays, dayOf, daysApart, startOfDay } from './local-time.ts';

export type Unit = Clock['unit'];
/** What counting needs of a policy. */
export type Days = Pick<Policy, 'calendar' | 'timeZone'>;

/** No rule counts further; a calendar without working days must not hang the service. */
const DEADLINE_DAYS_MAX = 3_660;
const SPAN_DAYS_MAX = 36_600;

/** The deadline `days` after a day. @throws RangeError beyond ten years */
export function deadline(unit: Unit, days: number, after: Day, policy: Days): Deadline {
  return endOf(
    unit === 'working' ? nthWorkday(days, after, policy) : nthCalendarDay(days, after, policy),
    policy,
  );
}

export function startClock(unit: Unit, days: number, from: Instant, policy: Days): Clock {
  const anchor = dayOf(from, policy.timeZone);
  return { unit, anchor, budget: days, used: 0, stoppedOn: null, due: deadline(unit, days, anchor, policy) };
}

/** Days up to and including `today` are used up. A clock whose deadline has passed isn't helped by it. */
export function stopClock(clock: Clock, today: Day, policy: Days): Clock {
  if (clock.stoppedOn !== null) return clock;
  if (today > clock.due.day) return { ...clock, stoppedOn: today };
  return {
    ...clock,
    stoppedOn: today,
    used: clock.used + countDays(clock.unit, clock.anchor, today, policy),
  };
}

/** The rest is counted after `today`; with nothing left the deadline is the end of today. */
export function resumeClock(clock: Clock, today: Day, policy: Days): Clock {
  if (clock.stoppedOn === null) return clock;
  if (!isStanding(clock)) return { ...clock, stoppedOn: null };
  return withDue({ ...clock, stoppedOn: null, anchor: today }, policy);
}

/** A running clock with more days. */
export function extendClock(clock: Clock, days: number, policy: Days): Clock {
  return withDue({ ...clock, budget: clock.budget + days }, policy);
}

/** The same clock, counted again because the calendar became known; `stretches` are those before its present anchor. */
export function recountClock(clock: Clock, stretches: readonly Stretch[], policy: Days): Clock {
  const used = stretches.reduce((sum, { from, to }) => sum + countDays(clock.unit, from, to, policy), 0);
  const running = withDue({ ...clock, stoppedOn: null, used }, policy);
  return clock.stoppedOn === null ? running : stopClock(running, clock.stoppedOn, policy);
}

/** Stopped before its deadline, so that it cannot run out now. */
export function isStanding(clock: Clock): boolean {
  return clock.stoppedOn !== null && clock.stoppedOn <= clock.due.day;
}

export function hasPassed(due: Deadline, now: Instant): boolean {
  return now >= due.before;
}

/** Working days after `from` up to and including `to`: 0 for the same day. @throws RangeError beyond a century */
export function workingDaysBetween(from: Day, to: Day, policy: Pick<Policy, 'calendar'>): number {
  if (daysApart(from, to) > SPAN_DAYS_MAX)
    throw new RangeError(`cannot count working days from ${from} to ${to}`);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (policy.calendar.isWorkday(day)) count++;
  return count;
}

function countDays(unit: Unit, from: Day, to: Day, policy: Days): number {
  return unit === 'working' ? workingDaysBetween(from, to, policy) : Math.max(0, daysApart(from, to));
}

function withDue(clock: Clock, policy: Days): Clock {
  const rest = Math.max(0, clock.budget - clock.used);
  return { ...clock, due: deadline(clock.unit, rest, clock.anchor, policy) };
}

function nthWorkday(days: number, after: Day, policy: Days): Day {
  let day = after;
  for (let left = days, steps = 0; left > 0; steps++) {
    if (steps >= DEADLINE_DAYS_MAX) throw new RangeError(`no deadline ${days} working days after ${after}`);
    day = addDays(day, 1);
    if (policy.calendar.isWorkday(day)) left--;
  }
  return day;
}

function nthCalendarDay(days: number, after: Day, policy: Days): Day {
  if (days > DEADLINE_DAYS_MAX) throw new RangeError(`no deadline ${days} calendar days after ${after}`);
  const last = addDays(after, days);
  return policy.calendar.isWorkday(last) ? last : nthWorkday(1, last, policy);
}

function endOf(day: Day, policy: Days): Deadline {
  return {
    day,
    before: startOfDay(addDays(day, 1), policy.timeZone),
    provisional: day > policy.calendar.knownUntil,
  };
}
