/**
 * The national calendar: the yearly notices of the State Council (国务院办公厅关于部分节假日安排的通知), from chinese-days.
 * Its data is read, not its functions: those ask the machine's own time zone. Nothing is invented for a year without
 * a notice; before the first year of the data (2004) the plain week holds.
 */
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { calendarOf, type Calendar, type Day } from './calendar.ts';

/** `'Spring Festival,春节,4'` by day. */
const { holidays, workdays }: Record<'holidays' | 'workdays', Record<Day, string>> = announced;

/** Knows all days to 31 December of the last year with a notice. */
export const chinaCalendar: Calendar = calendarOf({
  holidays: new Map(Object.entries(holidays).map(([day, names]) => [day, names.split(',')[1] ?? names])),
  workdays: new Set(Object.keys(workdays)),
  knownUntil: `${lastYear(Object.keys(holidays))}-12-31`,
});

/** A year counts as announced with its National Day: a New Year's Day alone may belong to the notice of the year before. */
function lastYear(days: readonly Day[]): string {
  return days
    .filter((day) => day.endsWith('-10-01'))
    .sort()
    .at(-1)!
    .slice(0, 4);
}

/** Changes when the days do: a new version of the service with other days has deadlines to count again. */
export const chinaCalendarMark = `${chinaCalendar.knownUntil} ${markOf(JSON.stringify([holidays, workdays]))}`;

/** FNV-1a, 32 bits: tells two editions apart, no more. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16);
}
