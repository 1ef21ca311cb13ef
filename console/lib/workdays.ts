/** The national calendar, apart from the rest so that it is loaded only where days are counted ahead. */
import { chinaCalendar } from '../../core/china-calendar.ts';
import { addDays } from './dates.ts';

/** The working day `count` working days after `day`. */
export function workdayAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (chinaCalendar.isWorkday(at)) left--;
  }
  return at;
}
