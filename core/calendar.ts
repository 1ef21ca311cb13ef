/** What the clock needs to know of the days. The national calendar is in `china-calendar.ts`; a tenant abroad brings its own. */

/** A local calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

export interface Calendar {
  /** Whether people work that day: holidays out, make-up workdays (调休上班) in. Beyond `knownUntil` weekdays count as working days. */
  isWorkday(day: Day): boolean;
  /** The holiday's name where the day is an announced one (春节), for "why this date?". */
  holidayName?(day: Day): string | null;
  /** The last day whose holidays are announced. A deadline beyond it is provisional. */
  readonly knownUntil: Day;
}

/** Days that break the rhythm of the week, by name. */
export interface AnnouncedDays {
  holidays: ReadonlyMap<Day, string>;
  /** Weekend days on which people work. */
  workdays: ReadonlySet<Day>;
  knownUntil: Day;
}

export function calendarOf({ holidays, workdays, knownUntil }: AnnouncedDays): Calendar {
  return {
    isWorkday: (day) => workdays.has(day) || (!holidays.has(day) && !isWeekend(day)),
    holidayName: (day) => holidays.get(day) ?? null,
    knownUntil,
  };
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
