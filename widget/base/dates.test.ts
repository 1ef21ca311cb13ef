import { describe, expect, test } from 'vitest';
import { clockTime, longDay, monthName, shiftDay } from './dates.ts';

describe('days in words', () => {
  test('carry their weekday, and the year only where it is another one', () => {
    expect(longDay('2026-11-27T23:59:59+08:00', 'zh-CN', '2026')).toBe('11月27日（星期五）');
    expect(longDay('2026-11-27', 'zh-CN', '2025')).toBe('2026年11月27日（星期五）');
    expect(longDay('2026-11-27', 'en', '2026')).toBe('Friday 27 November');
    expect(longDay('2027-01-03', 'en', '2026')).toBe('Sunday 3 January 2027');
  });

  test('are those of the offset they were sent with', () => {
    expect(clockTime('2026-11-27T00:05:00+08:00')).toBe('2026-11-27 00:05');
    expect(longDay('2026-11-27T00:05:00+08:00', 'zh-CN', '2026')).toBe('11月27日（星期五）');
  });

  test('are counted over the ends of months and years', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
    expect([monthName('2026-11-01', 'zh-CN'), monthName('2026-11-01', 'en')]).toEqual([
      '2026年11月',
      'November 2026',
    ]);
  });
});
