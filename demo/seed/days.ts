/** Days and office hours in Asia/Shanghai, where every tenant of the demo lies. */
import type { Day } from '../../core/calendar.ts';
import { chinaCalendar } from '../../core/china-calendar.ts';
import type { Instant } from '../../core/events.ts';
import { addDays, dayOf, startOfDay } from '../../core/local-time.ts';
import type { Random } from './random.ts';

export const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;

export const dayIn = (instant: Instant): Day => dayOf(instant, ZONE);
/** RFC 3339; the zone has had this offset, without summer time, since 1991. */
export const stampOf = (instant: Instant): string =>
  `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
export const endOf = (day: Day): Instant => startOfDay(addDays(day, 1), ZONE);
export const isWorkday = (day: Day): boolean => chinaCalendar.isWorkday(day);

export function timeOn(day: Day, hour: number, minute: number, second = 0): Instant {
  return startOfDay(day, ZONE) + (hour * 60 + minute) * MINUTE + second * 1000;
}

/** The n-th working day after a day; the day itself for 0. */
export function workdayAfter(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkday(at)) left--;
  }
  return at;
}

/** The day itself or the first working day after it. */
export const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : workdayAfter(day, 1));

/** A moment of the day's office hours, after `after` where both fall on one day. */
export function officeTime(day: Day, random: Random, after: Instant = 0): Instant {
  const hour = random.weighed([
    [8, 2],
    [9, 4],
    [10, 5],
    [11, 3],
    [14, 2],
    [15, 5],
    [16, 5],
    [17, 2],
  ]);
  const at = timeOn(
    day,
    hour,
    hour === 8 ? random.int(32, 59) : random.int(0, hour === 17 ? 25 : 59),
    random.int(0, 59),
  );
  return at > after ? at : after + random.int(20, 90) * MINUTE;
}

/** A moment at which people write: evenings and lunch breaks more than office hours. */
export function writingTime(day: Day, random: Random): Instant {
  const hour = random.weighed([
    [7, 2],
    [8, 4],
    [9, 7],
    [10, 8],
    [11, 6],
    [12, 6],
    [13, 4],
    [14, 5],
    [15, 6],
    [16, 6],
    [17, 4],
    [19, 5],
    [20, 7],
    [21, 6],
    [22, 4],
    [23, 1],
  ]);
  return timeOn(day, hour, random.int(0, 59), random.int(0, 59));
}

/** `11月3日`, with its year where that isn't the year of `beside`. */
export function spoken(day: Day, beside: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  const short = `${month}月${date}日`;
  return day.slice(0, 4) === beside.slice(0, 4) ? short : `${year}年${short}`;
}
