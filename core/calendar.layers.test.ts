import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';
import { faultOfLocal, faultOfYear, withLocalDays, withYear, type YearDays } from './calendar.layers.ts';

const base = calendarOf({
  holidays: new Map([['2026-10-01', '国庆节']]),
  workdays: new Set(['2026-09-20']),
  knownUntil: '2026-12-31',
});
const next: YearDays = {
  year: 2027,
  holidays: { '2026-12-31': '元旦', '2027-01-01': '元旦', '2027-02-08': '春节', '2027-10-01': '国庆节' },
  workdays: ['2027-02-06'],
};

test('an announced year brings its days, and is known to its end', () => {
  const calendar = withYear(base, next);
  expect(calendar.knownUntil).toBe('2027-12-31');
  expect(calendar.isWorkday('2027-02-06')).toBe(true);
  expect(calendar.isWorkday('2027-02-08')).toBe(false);
  expect(calendar.holidayName!('2027-02-08')).toBe('春节');
});

test('its notice may speak of the last days of the year before, and leaves the others as they were', () => {
  const calendar = withYear(base, next);
  expect(calendar.isWorkday('2026-12-31')).toBe(false);
  expect(calendar.isWorkday('2026-10-01')).toBe(false);
  expect(calendar.isWorkday('2026-09-20')).toBe(true);
});

test('a year entered again stands alone: days taken back are plain days', () => {
  const again: YearDays = { year: 2026, holidays: { '2026-01-01': '元旦' }, workdays: [] };
  const calendar = withYear(base, again);
  expect(calendar.isWorkday('2026-10-01')).toBe(true);
  expect(calendar.holidayName!('2026-10-01')).toBeNull();
  expect(calendar.isWorkday('2026-09-20')).toBe(false);
  expect(calendar.knownUntil).toBe('2026-12-31');
});

test('local days make no year known', () => {
  const calendar = withLocalDays(base, { year: 2027, holidays: { '2027-04-09': '三月三' }, workdays: [] });
  expect(calendar.isWorkday('2027-04-09')).toBe(false);
  expect(calendar.isWorkday('2026-09-20')).toBe(true);
  expect(calendar.knownUntil).toBe('2026-12-31');
});

test.each([
  ['the year is past', { ...next, year: 2025 }, 'day_past'],
  ['a year is left out', { ...next, year: 2028 }, 'year_not_next'],
  ['a day belongs to another year', { ...next, workdays: ['2028-01-01'] }, 'day_out_of_year'],
  ['the National Day is missing', { ...next, holidays: { '2027-01-01': '元旦' } }, 'incomplete'],
  ['a make-up day is a weekday', { ...next, workdays: ['2027-02-05'] }, 'not_a_weekend'],
  ['a day is both', { ...next, holidays: { ...next.holidays, '2027-02-06': '春节' } }, 'both'],
])('a national year is refused where %s', (_name, year, code) => {
  expect(faultOfYear(year, base, '2026-11-05')).toMatchObject({ code });
});

test('a complete next year, and one that is known already, are taken', () => {
  expect(faultOfYear(next, base, '2026-11-05')).toBeNull();
  expect(
    faultOfYear(
      { year: 2026, holidays: { '2026-01-01': '元旦', '2026-10-01': '国庆节' }, workdays: [] },
      base,
      '2026-11-05',
    ),
  ).toBeNull();
});

const bounds = { localDaysMax: 2, today: '2026-04-01' };
const local = (...days: string[]): YearDays => ({
  year: 2026,
  holidays: Object.fromEntries(days.map((day) => [day, '三月三'])),
  workdays: [],
});

test.each([
  ['the year isn’t announced', { ...local('2027-04-09'), year: 2027 }, 'year_not_next'],
  ['there are more than the centre allows', local('2026-04-20', '2026-04-21', '2026-04-22'), 'too_many'],
  ['a day is past or has begun', local('2026-04-01'), 'day_past'],
  ['a day lies in another year', local('2027-04-01'), 'day_out_of_year'],
])('local days are refused where %s', (_name, days, code) => {
  expect(faultOfLocal(days, null, base, bounds)).toMatchObject({ code });
});

test('a local day that is past can’t be taken back, and is no obstacle to others', () => {
  expect(faultOfLocal(local(), local('2026-03-20'), base, bounds)).toMatchObject({ code: 'day_past' });
  expect(faultOfLocal(local('2026-03-20', '2026-04-20'), local('2026-03-20'), base, bounds)).toBeNull();
});
