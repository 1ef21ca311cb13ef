import { describe, expect, it } from 'vitest';
import { day } from './primitives.ts';

describe('a day', () => {
  it('is one that exists', () => {
    expect(day.safeParse('2028-02-29').success).toBe(true);
    expect(day.safeParse('2026-02-29').success).toBe(false);
  });

  it('is one that can be reckoned with: the day before and the day after have four-digit years too', () => {
    for (const beyond of ['0000-01-01', '0001-01-01', '9999-12-31'])
      expect(day.safeParse(beyond).success).toBe(false);
  });
});
