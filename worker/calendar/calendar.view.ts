/** Calendars, moved deadlines and counted days, as they are told. */
import type { CalendarView, ClockAnswer, PreviewPage } from '../../contract/calendar.ts';
import {
  addDays,
  formatDeadline,
  formatInstant,
  isWeekend,
  type Calendar,
  type Deadline,
  type EventOf,
  type Explanation,
  type Letter,
  type Unit,
  type YearDays,
} from '../../core/index.ts';
import { nameOf } from '../letters/timeline.view.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

/** @param local the place's own days of that year, for a tenant */
export function toCalendar(
  year: number,
  calendar: Calendar,
  local: YearDays | undefined,
  rest: Pick<CalendarView, 'localDaysMax' | 'recounting'>,
): CalendarView {
  const holidays: CalendarView['holidays'] = [];
  const workdays: CalendarView['workdays'] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const name = calendar.holidayName?.(day) ?? null;
    if (name !== null)
      holidays.push({ day, name, local: local !== undefined && Object.hasOwn(local.holidays, day) });
    else if (isWeekend(day) && calendar.isWorkday(day))
      workdays.push({ day, local: local?.workdays.includes(day) ?? false });
  }
  const announced = `${year}-12-31` <= calendar.knownUntil;
  return { year, knownUntil: calendar.knownUntil, announced, holidays, workdays, ...rest };
}

type Move = PreviewPage['items'][number];

/** The deadlines that differ between a letter and what counting it again would leave. */
export function toMoves(
  row: LetterRow,
  letter: Letter,
  moved: EventOf<'recomputed'>,
  tenant: Tenant,
): Move[] {
  const pairs: [Move['deadline'], Deadline | null, Deadline | null][] = [
    ['accept', letter.acceptBy, moved.acceptBy],
    ['reply', letter.clock.due, moved.clock.due],
    ['wait', letter.waitUntil, moved.waitUntil],
    ['contact', letter.contactBy, moved.contactBy],
  ];
  return pairs.flatMap(([deadline, from, to]) =>
    from && to && (from.before !== to.before || from.provisional !== to.provisional)
      ? [
          {
            number: row.number,
            department: letter.department,
            departmentName: nameOf(tenant, letter.department),
            deadline,
            from: formatDeadline(from, tenant.timeZone),
            to: formatDeadline(to, tenant.timeZone),
            provisional: from.provisional,
            stillProvisional: to.provisional,
          },
        ]
      : [],
  );
}

export interface Counted {
  rule: string;
  unit: Unit;
  days: number;
  at: number;
  counted: Explanation;
  tenant: Tenant;
  calendar: Calendar;
}

export function toClockAnswer({ rule, unit, days, at, counted, tenant, calendar }: Counted): ClockAnswer {
  return {
    rule,
    days,
    unit,
    counted: counted.counted,
    leftOut: counted.left,
    due: formatDeadline(counted.due, tenant.timeZone),
    provisional: counted.provisional,
    at: formatInstant(at, tenant.timeZone),
    ruleVersion: tenant.rules.version,
    knownUntil: calendar.knownUntil,
  };
}
