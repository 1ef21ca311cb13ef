import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysApart, instantOf, startOfDay } from './local-time.ts';

const instant = (time: string) => Date.parse(time);

describe('the local day of an instant', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-02T15:59:59.999Z', '2026-03-02'],
    ['Asia/Shanghai', '2026-03-02T16:00:00Z', '2026-03-03'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['Asia/Kathmandu', '2026-01-01T18:14:59Z', '2026-01-01'],
    ['Asia/Kathmandu', '2026-01-01T18:15:00Z', '2026-01-02'],
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31'],
  ])('in %s of %s is %s', (zone, time, day) => {
    expect(dayOf(instant(time), zone)).toBe(day);
  });
});

describe('the start of a local day', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-02', '2026-03-02T00:00:00+08:00'],
    ['summer time of 1988', '1988-07-01', '1988-07-01T00:00:00+09:00', 'Asia/Shanghai'],
    ['before the clocks go forward', '2026-03-08', '2026-03-08T00:00:00-05:00', 'America/New_York'],
    ['after the clocks went forward', '2026-03-09', '2026-03-09T00:00:00-04:00', 'America/New_York'],
    ['after the clocks went back', '2026-11-02', '2026-11-02T00:00:00-05:00', 'America/New_York'],
    ['where midnight is skipped', '2018-11-04', '2018-11-04T01:00:00-02:00', 'America/Sao_Paulo'],
    ['where midnight comes twice', '2018-02-18', '2018-02-18T00:00:00-03:00', 'America/Sao_Paulo'],
    ['where the hour from midnight comes twice', '2018-11-04', '2018-11-04T00:00:00-04:00', 'America/Havana'],
    ['of a day that never was', '2011-12-30', '2011-12-31T00:00:00+14:00', 'Pacific/Apia'],
  ])('%s', (zone, day, start, otherZone?: string) => {
    expect(new Date(startOfDay(day, otherZone ?? zone))).toEqual(new Date(start));
  });

  test('is the first instant of its day, all year and in every kind of zone', () => {
    for (const zone of [
      'Asia/Shanghai',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Pacific/Kiritimati',
    ])
      for (let day = '2025-12-31'; day < '2027-01-02'; day = addDays(day, 1)) {
        const start = startOfDay(day, zone);
        expect([zone, dayOf(start, zone), dayOf(start - 1, zone)]).toEqual([zone, day, addDays(day, -1)]);
      }
  });
});

test('a local time is found again, across changes of the clocks', () => {
  expect(instantOf(instant('2026-03-08T12:00:00Z'), 'America/New_York')).toBe(
    instant('2026-03-08T12:00:00-04:00'),
  );
  expect(instantOf(instant('2026-03-08T01:30:00Z'), 'America/New_York')).toBe(
    instant('2026-03-08T01:30:00-05:00'),
  );
  expect(instantOf(instant('2026-11-01T01:30:00Z'), 'America/New_York')).toBe(
    instant('2026-11-01T01:30:00-04:00'),
  );
});

test('days are added and told apart across months and leap years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysApart('2024-02-28', '2024-03-01')).toBe(2);
});

test('an unknown zone is an error, not UTC', () => {
  expect(() => dayOf(0, 'Nowhere/Land')).toThrow(RangeError);
});
