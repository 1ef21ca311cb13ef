import { expect, test } from 'vitest';
import { intervalName, momentName, percentName, periodName } from './bulletin.words.ts';

test.each([
  ['2011-01-01', '2011-12-31', '2011年'],
  ['2011-01-01', '2011-06-30', '2011年上半年'],
  ['2011-07-01', '2011-12-31', '2011年下半年'],
  ['2011-01-01', '2011-03-31', '2011年第一季度'],
  ['2011-10-01', '2011-12-31', '2011年第四季度'],
  ['2026-02-01', '2026-02-28', '2026年2月'],
  ['2024-02-01', '2024-02-28', '2024年2月1日至28日'],
  ['2026-02-01', '2026-04-30', '2026年2月1日至4月30日'],
  ['2026-01-05', '2026-02-03', '2026年1月5日至2月3日'],
  ['2025-12-01', '2026-01-31', '2025年12月1日至2026年1月31日'],
  ['2026-01-05', '2026-01-05', '2026年1月5日'],
])('the days from %s to %s are called %s', (from, to, name) => {
  expect(periodName(from, to)).toBe(name);
});

test('the end of a day is its 24:00, any other moment itself', () => {
  expect(momentName(Date.parse('2011-04-01T00:00:00+08:00'), 'Asia/Shanghai')).toBe('2011年3月31日24时');
  expect(momentName(Date.parse('2026-03-02T09:05:00+08:00'), 'Asia/Shanghai')).toBe('2026年3月2日9时05分');
});

test('only a whole is 100 %, only nothing is 0 %', () => {
  expect([1, 0, 0.99999, 0.00001, 0.9679].map(percentName)).toEqual([
    '100%',
    '0%',
    '99.99%',
    '0.01%',
    '96.79%',
  ]);
  expect(intervalName([0.3175, 1])).toBe('31.75%—100%');
});
