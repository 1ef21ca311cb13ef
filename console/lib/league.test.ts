import { expect, test } from 'vitest';
import { monthsOf } from './league.ts';

test('periods are whole months, the present one among them', () => {
  expect(monthsOf('months', '2026-11-20')).toEqual({ from: '2025-12', to: '2026-11' });
  expect(monthsOf('quarter', '2026-02-28')).toEqual({ from: '2025-12', to: '2026-02' });
  expect(monthsOf('year', '2026-01-03')).toEqual({ from: '2026-01', to: '2026-01' });
  expect(monthsOf('lastYear', '2026-11-20')).toEqual({ from: '2025-01', to: '2025-12' });
});
