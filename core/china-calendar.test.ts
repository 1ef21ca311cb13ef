import { expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.ts';
import { addDays } from './local-time.ts';

const { isWorkday, holidayName, knownUntil } = chinaCalendar;

test.each([
  ['a holiday', '2026-02-17', false],
  ['the Friday before the Spring Festival', '2026-02-13', true],
  ['a make-up Saturday', '2026-02-14', true],
  ['a make-up Sunday', '2026-09-20', true],
  ['a plain Saturday', '2026-03-07', false],
  ['a plain Monday', '2026-03-09', true],
  ['a holiday of the first year of the data', '2004-01-22', false],
  ['a weekday before the data', '2003-10-01', true],
  ['a weekend before the data', '2003-10-04', false],
])('%s', (_name, day, works) => {
  expect(isWorkday(day)).toBe(works);
});

test('names the holiday', () => {
  expect(holidayName!('2026-02-17')).toBe('春节');
  expect(holidayName!('2026-03-07')).toBeNull();
});

test('is known to the end of the last announced year', () => {
  expect(knownUntil).toMatch(/^20\d\d-12-31$/);
  expect(knownUntil >= '2026-12-31').toBe(true);
});

test('invents no holidays for a year without a notice', () => {
  const first = addDays(knownUntil, 1);
  for (let day = first; day < addDays(first, 366); day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    expect([day, isWorkday(day)]).toEqual([day, weekday >= 1 && weekday <= 5]);
  }
});
