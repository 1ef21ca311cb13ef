import { expect, test } from 'vitest';
import { addMonths, monthCount, monthsBefore, monthsIn } from './roll-up.months.ts';

test('months go over the turn of the year, forwards and backwards', () => {
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect(addMonths('2026-03', -3)).toBe('2025-12');
  expect(addMonths('2026-12', 0)).toBe('2026-12');
  expect(monthsIn({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

test('the period before is as long, and ends where the period begins', () => {
  expect(monthsBefore({ from: '2026-01', to: '2026-03' })).toEqual({ from: '2025-10', to: '2025-12' });
  expect(monthsBefore({ from: '2026-05', to: '2026-05' })).toEqual({ from: '2026-04', to: '2026-04' });
});

test('a period that ends before it begins has no months', () => {
  expect(monthCount({ from: '2026-03', to: '2026-02' })).toBe(0);
  expect(monthsIn({ from: '2026-03', to: '2025-02' })).toEqual([]);
});
