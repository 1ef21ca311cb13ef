/**
 * Days announced after the calendar beneath them was made: a year of the national calendar entered by hand, and the few days by
 * which a tenant's own place differs (a regional holiday). Nothing is guessed: only a whole national year moves `knownUntil`.
 */
import { isWeekend, type Calendar, type Day } from './calendar.ts';

/** Of one year: holidays by day with their names, and the weekend days on which people work. */
export interface YearDays {
  year: number;
  holidays: Readonly<Record<Day, string>>;
  workdays: readonly Day[];
}

/** A national year as announced. It stands for its whole year, and for what its notice says of the days around it. */
export function withYear(base: Calendar, announced: YearDays): Calendar {
  const year = String(announced.year);
  const known = base.knownUntil.slice(0, 4);
  return layered(base, announced, (day) => day.startsWith(`${year}-`), {
    knownUntil: Number(known) + 1 === announced.year ? `${year}-12-31` : base.knownUntil,
  });
}

/** A place's own days over the national ones. What is announced of a year, they leave as it is. */
export function withLocalDays(base: Calendar, local: YearDays): Calendar {
  return layered(base, local, () => false, { knownUntil: base.knownUntil });
}

function layered(
  base: Calendar,
  { holidays, workdays }: YearDays,
  replaces: (day: Day) => boolean,
  rest: Pick<Calendar, 'knownUntil'>,
): Calendar {
  const works = new Set(workdays);
  return {
    isWorkday: (day) => {
      if (works.has(day)) return true;
      if (Object.hasOwn(holidays, day)) return false;
      return replaces(day) ? !isWeekend(day) : base.isWorkday(day);
    },
    holidayName: (day) => {
      if (Object.hasOwn(holidays, day)) return holidays[day]!;
      return works.has(day) || replaces(day) ? null : (base.holidayName?.(day) ?? null);
    },
    ...rest,
  };
}

/** Why days can't be a year's calendar; the path is the field's. */
export type YearFault = { path: 'year' | 'holidays' | 'workdays'; code: YearFaultCode; day: Day | null };
export type YearFaultCode =
  'year_not_next' | 'day_out_of_year' | 'incomplete' | 'not_a_weekend' | 'both' | 'day_past' | 'too_many';

/** The first of January and of October are in every notice of the State Council; the days around New Year may be in either year's. */
export function faultOfYear(
  { year, holidays, workdays }: YearDays,
  base: Calendar,
  today: Day,
): YearFault | null {
  if (`${year}` < today.slice(0, 4)) return { path: 'year', code: 'day_past', day: String(year) };
  if (year > Number(base.knownUntil.slice(0, 4)) + 1)
    return { path: 'year', code: 'year_not_next', day: null };
  const outside = [...Object.keys(holidays), ...workdays].find(
    (day) => day < `${year - 1}-12-20` || day > `${year}-12-31`,
  );
  if (outside) return { path: 'holidays', code: 'day_out_of_year', day: outside };
  const missing = [`${year}-01-01`, `${year}-10-01`].find((day) => !Object.hasOwn(holidays, day));
  if (missing) return { path: 'holidays', code: 'incomplete', day: missing };
  return faultOfDays({ year, holidays, workdays });
}

export interface LocalBounds {
  /** How many days a year a place may have for itself. */
  localDaysMax: number;
  today: Day;
}

/** @param before the place's days of that year so far: what is past stays as it was */
export function faultOfLocal(
  local: YearDays,
  before: YearDays | null,
  base: Calendar,
  { localDaysMax, today }: LocalBounds,
): YearFault | null {
  const { year, holidays, workdays } = local;
  if (`${year}-12-31` > base.knownUntil) return { path: 'year', code: 'year_not_next', day: null };
  const days = [...Object.keys(holidays), ...workdays];
  const outside = days.find((day) => !day.startsWith(`${year}-`));
  if (outside) return { path: 'holidays', code: 'day_out_of_year', day: outside };
  if (days.length > localDaysMax) return { path: 'holidays', code: 'too_many', day: null };
  const past = changedDays(local, before).find((day) => day <= today);
  if (past) return { path: 'holidays', code: 'day_past', day: past };
  return faultOfDays(local);
}

function faultOfDays({ holidays, workdays }: YearDays): YearFault | null {
  const both = workdays.find((day) => Object.hasOwn(holidays, day));
  if (both) return { path: 'workdays', code: 'both', day: both };
  const weekday = workdays.find((day) => !isWeekend(day));
  return weekday ? { path: 'workdays', code: 'not_a_weekend', day: weekday } : null;
}

/** Days that are a holiday, or worked, in one of the two only. */
function changedDays(now: YearDays, before: YearDays | null): Day[] {
  const kinds = (days: YearDays | null) =>
    new Map([
      ...Object.keys(days?.holidays ?? {}).map((day) => [day, 'holiday'] as const),
      ...(days?.workdays ?? []).map((day) => [day, 'workday'] as const),
    ]);
  const [one, other] = [kinds(now), kinds(before)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((day) => one.get(day) !== other.get(day))
    .sort();
}
