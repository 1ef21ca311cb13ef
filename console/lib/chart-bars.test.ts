import { expect, test } from 'vitest';
import { axisEnd, stacked } from './chart-bars.ts';

test('an axis ends with a round number that no bar goes beyond', () => {
  expect(axisEnd([])).toBe(1);
  expect(axisEnd([0, 0])).toBe(1);
  expect([1, 2, 3, 7, 10, 11, 24, 60, 100, 101].map((most) => axisEnd([0, most]))).toEqual([
    1, 2, 3, 8, 10, 20, 30, 60, 100, 200,
  ]);
});

test('parts stand one behind the other, and add up to the whole', () => {
  expect(stacked([3, 0, 1], 4)).toEqual([
    { at: 0, size: 75 },
    { at: 75, size: 0 },
    { at: 75, size: 25 },
  ]);
});
