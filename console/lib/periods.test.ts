import { expect, test } from 'vitest';
import { lastWhole, passed, periodOf } from './periods.ts';

test('months, quarters and years begin and end with their own days', () => {
  expect(periodOf('month', 2024, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodOf('month', 2026, 12)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodOf('quarter', 2011, 1)).toEqual({ from: '2011-01-01', to: '2011-03-31' });
  expect(periodOf('quarter', 2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('year', 2026, 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

test('a period that still runs ends today, and one that has not begun is none', () => {
  expect(passed({ from: '2026-10-01', to: '2026-12-31' }, '2026-11-20')).toEqual({
    from: '2026-10-01',
    to: '2026-11-20',
  });
  expect(passed({ from: '2026-12-01', to: '2026-12-31' }, '2026-11-30')).toBeNull();
  expect(passed({ from: '2026-07-01', to: '2026-09-30' }, '2026-11-20')?.to).toBe('2026-09-30');
});

test('the last whole period lies before today, across the turn of the year too', () => {
  expect(lastWhole('month', '2026-11-20')).toEqual({ year: 2026, part: 10 });
  expect(lastWhole('month', '2026-01-03')).toEqual({ year: 2025, part: 12 });
  expect(lastWhole('quarter', '2026-11-20')).toEqual({ year: 2026, part: 3 });
  expect(lastWhole('quarter', '2026-03-31')).toEqual({ year: 2025, part: 4 });
  expect(lastWhole('year', '2026-11-20')).toEqual({ year: 2025, part: 1 });
});
