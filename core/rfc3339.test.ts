import { describe, expect, test } from 'vitest';
import { deadline } from './clock.rules.ts';
import { formatDeadline, formatInstant, parseMoment } from './rfc3339.ts';
import { aPolicy } from './test/story.ts';

const zone = 'Asia/Shanghai';

describe('times as they travel', () => {
  test.each([
    ['Asia/Shanghai', '2026-02-27T09:30:00+08:00'],
    ['America/New_York', '2026-03-08T12:00:00-04:00'],
    ['America/New_York', '2026-03-08T01:59:59-05:00'],
    ['America/St_Johns', '2026-01-01T00:00:00-03:30'],
    ['UTC', '2026-01-01T00:00:00+00:00'],
  ])('carry the offset of %s: %s', (timeZone, text) => {
    expect(formatInstant(Date.parse(text), timeZone)).toBe(text);
  });

  test('a deadline is the last second of its day', () => {
    expect(formatDeadline(deadline('working', 5, '2026-02-13', aPolicy()), zone)).toBe(
      '2026-02-27T23:59:59+08:00',
    );
  });
});

describe('times of a file', () => {
  test.each([
    ['2011-01-05', '2011-01-05T00:00:00+08:00'],
    ['2011-01-05 09:30', '2011-01-05T09:30:00+08:00'],
    ['2011-01-05T09:30:15.5', '2011-01-05T09:30:15.500+08:00'],
    ['2011-01-05T09:30Z', '2011-01-05T09:30:00Z'],
    ['2011-01-05T09:30:00+01:00', '2011-01-05T09:30:00+01:00'],
  ])('%s', (text, time) => {
    expect(parseMoment(text, zone)).toBe(Date.parse(time));
  });

  test('on a day the clocks change are what the clocks showed', () => {
    expect(parseMoment('2026-03-08 12:00', 'America/New_York')).toBe(Date.parse('2026-03-08T12:00:00-04:00'));
  });

  test.each([
    '',
    '2011-02-30',
    '2011-13-01',
    '2011-01-05 25:00',
    '5.1.2011',
    '2011-01-05T',
    '2011-01-05T09:30+99:99',
  ])('not %j', (text) => {
    expect(parseMoment(text, zone)).toBeNull();
  });
});
