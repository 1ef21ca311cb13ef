import { describe, expect, test } from 'vitest';
import { chinaCalendar } from './china-calendar.ts';
import { explain, explainCount } from './clock.explain.ts';
import {
  accepted,
  aPolicy,
  coordinator,
  officer,
  reopened,
  submitted,
  system,
  writer,
} from './test/story.ts';

const policy = aPolicy();
const days = (left: { day: string; why: string }[]) => left.map(({ day, why }) => `${day.slice(5)} ${why}`);

describe('why this date', () => {
  test('shows the day of receipt, the days counted, and weekends left out', () => {
    const { accept, reply, again } = explain(submitted().events, policy);
    expect(accept).toMatchObject({ counted: ['2026-03-03'], due: { day: '2026-03-03' }, provisional: false });
    expect(reply.counted).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09']);
    expect(days(reply.left)).toEqual(['03-02 received', '03-07 weekend', '03-08 weekend']);
    expect(again).toBeNull();
  });

  test('names holidays and counts make-up workdays', () => {
    const { counted, left, due } = explainCount('working', 1, '2026-02-14', policy);
    expect(counted).toEqual(['2026-02-24']);
    expect(due.day).toBe('2026-02-24');
    expect(left.slice(1).every(({ why, name }) => why === 'holiday' && name === '春节')).toBe(true);
    expect(explainCount('working', 1, '2026-02-13', policy).counted).toEqual(['2026-02-14']);
  });

  test('calls a weekday off a holiday even where the calendar has no names', () => {
    const nameless = {
      ...policy,
      calendar: { isWorkday: chinaCalendar.isWorkday, knownUntil: chinaCalendar.knownUntil },
    };
    expect(days(explainCount('working', 1, '2026-06-18', nameless).left)).toEqual([
      '06-18 received',
      '06-19 holiday',
      '06-20 weekend',
      '06-21 weekend',
    ]);
  });

  test('shows where a deadline in calendar days moved on', () => {
    const { counted, left, due } = explainCount('calendar', 15, '2026-03-07', policy);
    expect(counted).toHaveLength(15);
    expect(days(left)).toEqual(['03-07 received', '03-23 moved']);
    expect(due.day).toBe('2026-03-23');
  });

  test('says what is provisional', () => {
    expect(explainCount('working', 5, '2026-12-28', policy).provisional).toBe(true);
  });

  test('shows the days the clock stood still, and the day it resumed', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    story.does(writer, { name: 'supplement' }, '2026-03-09');
    const { reply } = explain(story.events, policy);
    expect(reply.counted).toEqual(['2026-03-03', '2026-03-04', '2026-03-10', '2026-03-11', '2026-03-12']);
    expect(days(reply.left)).toEqual([
      '03-02 received',
      '03-05 stopped',
      '03-06 stopped',
      '03-07 stopped',
      '03-08 stopped',
      '03-09 resumed',
    ]);
  });

  test('while the clock stands still ends with the day it stopped', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    const { reply } = explain(story.events, policy);
    expect(reply.counted).toEqual(['2026-03-03', '2026-03-04']);
    expect(days(reply.left)).toEqual(['03-02 received']);
    expect(reply.due.day).toBe('2026-03-09');
  });

  test('counts on the day after the wait ran out', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    story.does(system, { name: 'elapse' }, '2026-03-25');
    const { reply } = explain(story.events, policy);
    expect(reply.left.at(-1)).toMatchObject({ day: '2026-03-22', why: 'weekend' });
    expect(reply.left).toContainEqual({ day: '2026-03-18', why: 'resumed', name: null });
    expect(reply.counted.slice(2)).toEqual(['2026-03-19', '2026-03-20', '2026-03-23']);
  });

  test('follows several stops and an extension', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-03');
    story.does(writer, { name: 'supplement' }, '2026-03-05');
    story.does(officer, { name: 'request-info' }, '2026-03-06');
    story.does(writer, { name: 'supplement' }, '2026-03-06 18:00');
    story.does(officer, { name: 'extend', days: 2 }, '2026-03-09');
    const { reply } = explain(story.events, policy);
    expect(reply.counted).toHaveLength(7);
    expect(reply.counted.at(-1)).toBe(story.letter.clock.due.day);
    expect(days(reply.left)).toContain('03-04 stopped');
    expect(reply.counted).toContain('2026-03-06');
  });

  test('isn’t changed by a stop after the deadline', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-11');
    story.does(writer, { name: 'supplement' }, '2026-03-12');
    expect(explain(story.events, policy).reply).toEqual(explain(accepted().events, policy).reply);
  });

  test('tells the rounds apart', () => {
    const { reply, again } = explain(reopened().events, policy);
    expect(reply.due.day).toBe('2026-03-09');
    expect(again).toMatchObject({ due: { day: '2026-03-20' } });
    expect(again!.left[0]).toMatchObject({ day: '2026-03-05', why: 'rated' });
    expect(again!.counted).toHaveLength(15);
  });

  test('isn’t changed by a transfer', () => {
    const story = accepted();
    story.does(coordinator, { name: 'transfer', department: 'b', tenant: null }, '2026-03-05');
    expect(explain(story.events, policy)).toEqual(explain(accepted().events, policy));
  });

  test('needs a submission', () => {
    expect(() => explain([], policy)).toThrow(TypeError);
  });
});
