/** Days of a year as somebody is changing them: what the year holds, what they put in, and what differs. */
import type { CalendarView, YearDaysInput } from '../../contract/calendar.ts';
import { addDays, weekdayOf } from './dates.ts';

export type DayKind = 'holiday' | 'workday';

export interface DayMark {
  kind: DayKind;
  /** Of a holiday. */
  name: string;
  /** The place's own. */
  local: boolean;
  /** Not applied yet; a day that goes is marked `gone`. */
  change: 'none' | 'new' | 'gone';
}

const DAYS_AT_ONCE_MAX = 31;
const isWeekend = (day: string) => weekdayOf(day) >= 5;

/**
 * The days that can be changed: the place's own, or all of a nation's year. A nation's holidays are told with their weekends, which is
 * as well: those stay days off.
 */
export function daysOf(view: CalendarView, local: boolean): YearDaysInput {
  const own = <T extends { local: boolean }>(days: readonly T[]) => days.filter((day) => !local || day.local);
  return {
    year: view.year,
    holidays: Object.fromEntries(own(view.holidays).map(({ day, name }) => [day, name])),
    workdays: own(view.workdays).map(({ day }) => day),
  };
}

/** @returns the days from one to another, both included; empty where there are none, or more than a month of them */
export function range(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= DAYS_AT_ONCE_MAX; day = addDays(day, 1)) days.push(day);
  return days.length > DAYS_AT_ONCE_MAX ? [] : days;
}

export function put(
  draft: YearDaysInput,
  kind: DayKind,
  days: readonly string[],
  name: string,
): YearDaysInput {
  const rest = without(draft, days);
  if (kind === 'workday')
    return { ...rest, workdays: [...rest.workdays, ...days.filter((day) => isWeekend(day))].sort() };
  return { ...rest, holidays: { ...rest.holidays, ...Object.fromEntries(days.map((day) => [day, name])) } };
}

export function without({ year, holidays, workdays }: YearDaysInput, days: readonly string[]): YearDaysInput {
  return {
    year,
    holidays: Object.fromEntries(Object.entries(holidays).filter(([day]) => !days.includes(day))),
    workdays: workdays.filter((day) => !days.includes(day)),
  };
}

export const countOf = ({ holidays, workdays }: YearDaysInput): number =>
  Object.keys(holidays).length + workdays.length;

/** Days that differ, in order; a holiday that only changed its name too. */
export function changedDays(before: YearDaysInput, after: YearDaysInput): string[] {
  const said = ({ holidays, workdays }: YearDaysInput) =>
    new Map([...Object.entries(holidays), ...workdays.map((day) => [day, ''] as const)]);
  const [old, now] = [said(before), said(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((day) => old.get(day) !== now.get(day)).sort();
}

/** Each day of the year that breaks the week's rhythm, with what is being done to it. */
export function marksOf(view: CalendarView, draft: YearDaysInput, local: boolean): Map<string, DayMark> {
  const marks = new Map<string, DayMark>();
  for (const { day, name, local: own } of view.holidays)
    marks.set(day, { kind: 'holiday', name, local: own, change: 'none' });
  for (const { day, local: own } of view.workdays)
    marks.set(day, { kind: 'workday', name: '', local: own, change: 'none' });
  for (const day of changedDays(daysOf(view, local), draft)) {
    const name = draft.holidays[day];
    if (name !== undefined) marks.set(day, { kind: 'holiday', name, local, change: 'new' });
    else if (draft.workdays.includes(day))
      marks.set(day, { kind: 'workday', name: '', local, change: 'new' });
    else marks.set(day, { ...marks.get(day)!, change: 'gone' });
  }
  return marks;
}

export interface Span {
  from: string;
  to: string;
  mark: DayMark;
}

/** Days in a row of one kind and name, as people say them: 国庆节 10-01 – 10-07. */
export function spansOf(marks: ReadonlyMap<string, DayMark>): Span[] {
  const spans: Span[] = [];
  for (const [day, mark] of [...marks].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const last = spans.at(-1);
    const same =
      last &&
      addDays(last.to, 1) === day &&
      (['kind', 'name', 'local', 'change'] as const).every((key) => last.mark[key] === mark[key]);
    if (same) last.to = day;
    else spans.push({ from: day, to: day, mark });
  }
  return spans;
}
