import { describe, expect, test } from 'vitest';
import vectors from '../test/vectors/clock.json' with { type: 'json' };
import { calendarOf } from './calendar.ts';
import { chinaCalendar } from './china-calendar.ts';
import {
  deadline,
  extendClock,
  isStanding,
  recountClock,
  resumeClock,
  startClock,
  stopClock,
  workingDaysBetween,
} from './clock.rules.ts';
import { at } from './test/story.ts';

const policy = { calendar: chinaCalendar, timeZone: 'Asia/Shanghai' };
/** Received Monday 2026-03-02, five working days: due 03-09. */
const clock = startClock('working', 5, at('2026-03-02'), policy);

describe('a deadline', () => {
  test.each(vectors)('$name', ({ received, unit, days, due, provisional = false }) => {
    const counted = startClock(unit as 'working' | 'calendar', days, Date.parse(received), policy).due;
    expect(counted).toMatchObject({ day: due, provisional });
  });

  test('falls at the end of its last day in the tenant’s zone', () => {
    expect(deadline('working', 1, '2026-03-02', policy).before).toBe(at('2026-03-04 00:00'));
    const urumqi = deadline('working', 1, '2026-03-02', { ...policy, timeZone: 'Asia/Urumqi' });
    expect(urumqi.before).toBe(Date.parse('2026-03-04T00:00:00+06:00'));
  });

  test('falls at the end of a day that is shorter or longer for summer time', () => {
    const plain = calendarOf({
      holidays: new Map(),
      workdays: new Set(['2026-03-08', '2026-11-01']),
      knownUntil: '9999',
    });
    const newYork = { calendar: plain, timeZone: 'America/New_York' };
    expect(deadline('calendar', 1, '2026-03-07', newYork).before).toBe(
      Date.parse('2026-03-09T00:00:00-04:00'),
    );
    expect(deadline('calendar', 1, '2026-10-31', newYork).before).toBe(
      Date.parse('2026-11-02T00:00:00-05:00'),
    );
  });

  test('is not sought for ever where nobody ever works', () => {
    const never = { ...policy, calendar: { isWorkday: () => false, knownUntil: '9999-12-31' } };
    expect(() => deadline('working', 1, '2026-03-02', never)).toThrow(RangeError);
    expect(() => deadline('calendar', 1, '2026-03-02', never)).toThrow(RangeError);
    expect(() => deadline('calendar', 1e9, '2026-03-02', policy)).toThrow(RangeError);
    expect(() => deadline('working', Infinity, '2026-03-02', policy)).toThrow(RangeError);
  });
});

describe('stopping and resuming', () => {
  test('counts the day it stopped and leaves out the day it resumes', () => {
    const stopped = stopClock(clock, '2026-03-04', policy);
    expect(stopped).toMatchObject({ used: 2, stoppedOn: '2026-03-04', due: clock.due });
    const resumed = resumeClock(stopped, '2026-03-10', policy);
    expect(resumed).toMatchObject({
      stoppedOn: null,
      anchor: '2026-03-10',
      used: 2,
      due: { day: '2026-03-13' },
    });
  });

  test('on the day of receipt leaves the whole budget', () => {
    const stopped = stopClock(clock, '2026-03-02', policy);
    expect(stopped.used).toBe(0);
    expect(resumeClock(stopped, '2026-03-04', policy).due.day).toBe('2026-03-11');
  });

  test('within one day changes nothing', () => {
    const resumed = resumeClock(stopClock(clock, '2026-03-04', policy), '2026-03-04', policy);
    expect(resumed.due).toEqual(clock.due);
  });

  test('several times adds up', () => {
    const first = resumeClock(stopClock(clock, '2026-03-03', policy), '2026-03-05', policy);
    const second = resumeClock(stopClock(first, '2026-03-06', policy), '2026-03-11', policy);
    expect(second).toMatchObject({ used: 2, due: { day: '2026-03-16' } });
    expect(second.due.day).toBe(deadline('working', 3, '2026-03-11', policy).day);
  });

  test('again on the day it resumed uses nothing more', () => {
    const first = resumeClock(stopClock(clock, '2026-03-03', policy), '2026-03-05', policy);
    const again = stopClock(first, '2026-03-05', policy);
    expect(again.used).toBe(1);
  });

  test('on the due day leaves nothing: due at the end of the day it resumes', () => {
    const stopped = stopClock(clock, '2026-03-09', policy);
    expect(stopped.used).toBe(5);
    expect(isStanding(stopped)).toBe(true);
    expect(resumeClock(stopped, '2026-03-16', policy).due.day).toBe('2026-03-16');
  });

  test('doesn’t help once the deadline has passed', () => {
    const stopped = stopClock(clock, '2026-03-10', policy);
    expect(isStanding(stopped)).toBe(false);
    expect(resumeClock(stopped, '2026-03-20', policy)).toEqual(clock);
  });

  test('twice is once', () => {
    const stopped = stopClock(clock, '2026-03-04', policy);
    expect(stopClock(stopped, '2026-03-06', policy)).toBe(stopped);
    expect(resumeClock(clock, '2026-03-06', policy)).toBe(clock);
  });

  test('in calendar days counts days off before the stop, and rolls the end', () => {
    const calendar = startClock('calendar', 15, at('2026-03-05'), policy);
    expect(calendar.due.day).toBe('2026-03-20');
    const resumed = resumeClock(stopClock(calendar, '2026-03-10', policy), '2026-03-12', policy);
    expect(resumed).toMatchObject({ used: 5, due: { day: '2026-03-23' } });
  });
});

describe('an extension', () => {
  test('is counted on from the deadline', () => {
    expect(extendClock(clock, 15, policy).due.day).toBe('2026-03-30');
  });

  test('after a stop keeps the days already used', () => {
    const resumed = resumeClock(stopClock(clock, '2026-03-04', policy), '2026-03-10', policy);
    expect(extendClock(resumed, 2, policy).due.day).toBe('2026-03-17');
  });
});

describe('a new calendar', () => {
  const guess = {
    ...policy,
    calendar: calendarOf({ holidays: new Map(), workdays: new Set(), knownUntil: '2025-12-31' }),
  };

  test('moves a provisional deadline', () => {
    const provisional = startClock('working', 5, at('2026-02-13'), guess);
    expect(provisional.due).toMatchObject({ day: '2026-02-20', provisional: true });
    expect(recountClock(provisional, [], policy).due).toMatchObject({
      day: '2026-02-27',
      provisional: false,
    });
  });

  test('counts the stretches before a stop again', () => {
    const stopped = stopClock(startClock('working', 15, at('2026-02-13'), guess), '2026-02-24', guess);
    const resumed = resumeClock(stopped, '2026-02-26', guess);
    expect(resumed.used).toBe(7);
    const recounted = recountClock(resumed, [{ from: '2026-02-13', to: '2026-02-24' }], policy);
    expect(recounted).toMatchObject({ used: 2, due: deadline('working', 13, '2026-02-26', policy) });
  });

  test('leaves a stopped clock the deadline that it would have had', () => {
    const stopped = stopClock(startClock('working', 15, at('2026-02-13'), guess), '2026-02-24', guess);
    const recounted = recountClock(stopped, [], policy);
    expect(recounted).toMatchObject({ used: 2, stoppedOn: '2026-02-24', due: { day: '2026-03-12' } });
  });
});

describe('a stop judged anew', () => {
  test('by the announced calendar may have come in time after all', () => {
    const guess = {
      ...policy,
      calendar: calendarOf({ holidays: new Map(), workdays: new Set(), knownUntil: '2025-12-31' }),
    };
    const late = stopClock(startClock('working', 5, at('2026-02-13'), guess), '2026-02-24', guess);
    expect(isStanding(late)).toBe(false);
    const judged = recountClock(late, [], policy);
    expect(judged).toMatchObject({ used: 2, due: { day: '2026-02-27' } });
    expect(isStanding(judged)).toBe(true);
  });
});

describe('working days between', () => {
  test.each([
    ['the same day is 0', '2026-03-02', '2026-03-02', 0],
    ['the next working day is 1', '2026-03-02', '2026-03-03', 1],
    ['a weekend adds nothing', '2026-03-06', '2026-03-08', 0],
    ['a make-up workday adds one', '2026-02-13', '2026-02-14', 1],
    ['backwards is 0', '2026-03-03', '2026-03-02', 0],
    ['a year', '2025-12-31', '2026-12-31', 248],
  ])('%s', (_name, from, to, days) => {
    expect(workingDaysBetween(from, to, policy)).toBe(days);
  });

  test('a century is too far', () => {
    expect(() => workingDaysBetween('1900-01-01', '2026-01-01', policy)).toThrow(RangeError);
  });
});
