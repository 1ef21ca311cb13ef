import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '../calendar.ts';
import { withLocalDays } from '../calendar.layers.ts';
import { chinaCalendar } from '../china-calendar.ts';
import { factsOf } from '../facts.ts';
import { decide } from '../letter.rules.ts';
import { life, live } from '../test/arbitrary-life.ts';
import { accepted, aPolicy, at, officer, rating, replied, submitted, system, writer } from '../test/story.ts';

const recompute = { name: 'recompute' } as const;
const guessing = aPolicy(
  {},
  { calendar: calendarOf({ holidays: new Map(), workdays: new Set(), knownUntil: '2025-12-31' }) },
);
const announced = aPolicy();

test('a provisional deadline moves when the calendar becomes known, once', () => {
  const story = submitted({}, guessing, '2026-02-13');
  expect(story.letter.clock.due).toMatchObject({ day: '2026-02-20', provisional: true });
  story.policy = announced;
  expect(story.does(system, recompute, '2026-02-13')).toEqual(['recomputed']);
  expect(story.letter).toMatchObject({
    acceptBy: { day: '2026-02-14', provisional: false },
    clock: { due: { day: '2026-02-27', provisional: false } },
  });
  expect(story.does(system, recompute, '2026-02-13')).toEqual([]);
});

test('a deadline that stays is confirmed: no longer provisional', () => {
  const story = submitted({}, guessing, '2026-03-02');
  story.policy = announced;
  story.does(system, recompute, '2026-03-02');
  expect(story.letter.clock.due).toEqual(submitted().letter.clock.due);
});

test('the wait for the writer and the days used before it are counted again', () => {
  const story = submitted({ kind: 'report' }, guessing, '2026-02-12');
  story.does(officer, { name: 'accept', department: 'a' }, '2026-02-13');
  story.does(officer, { name: 'request-info' }, '2026-02-24');
  expect(story.letter).toMatchObject({ waitUntil: { day: '2026-03-10' }, clock: { used: 8 } });
  story.policy = announced;
  story.does(system, recompute, '2026-02-24');
  expect(story.letter).toMatchObject({
    waitUntil: { day: '2026-03-09' },
    clock: { used: 3, stoppedOn: '2026-02-24' },
  });
  story.does(writer, { name: 'supplement' }, '2026-02-25');
  expect(story.letter.clock.due.day).toBe('2026-03-12');
});

test('the time to contact the writer of a reopened letter is counted again', () => {
  const story = replied(undefined, guessing);
  story.does(writer, rating(1), '2026-03-05');
  expect(story.letter.contactBy).toMatchObject({ provisional: true });
  story.policy = announced;
  story.does(system, recompute, '2026-03-05');
  expect(story.letter.contactBy).toMatchObject({ day: '2026-03-06', provisional: false });
  expect(story.letter.clock).toMatchObject({
    unit: 'calendar',
    due: { day: '2026-03-20', provisional: false },
  });
});

test('a writer who was contacted needs no new date', () => {
  const story = replied(undefined, guessing);
  story.does(writer, rating(1), '2026-03-05');
  story.does(officer, { name: 'contact' }, '2026-03-06');
  story.policy = announced;
  story.does(system, recompute, '2026-03-06');
  expect(story.letter.contactBy).toMatchObject({ provisional: true });
});

test('the facts keep the deadline that held before', () => {
  const story = submitted({}, guessing, '2026-02-13');
  story.policy = announced;
  story.does(system, recompute, '2026-02-14');
  const hours = (end: string, start: string) => (at(end) - at(start)) / 1000;
  expect(factsOf(story.events)).toMatchObject({
    acceptBy: [
      [0, hours('2026-02-17 00:00', '2026-02-13')],
      [86_400, hours('2026-02-15 00:00', '2026-02-13')],
    ],
    rounds: [
      [
        [0, hours('2026-02-21 00:00', '2026-02-13')],
        [86_400, hours('2026-02-28 00:00', '2026-02-13')],
      ],
    ],
  });
});

test('an acceptance that has happened, and deadlines that were announced, stay', () => {
  const story = accepted({}, guessing);
  const { acceptBy } = story.letter;
  story.policy = announced;
  story.does(system, recompute, '2026-03-03');
  expect(story.letter.acceptBy).toEqual(acceptBy);
  expect(accepted().does(system, recompute, '2026-03-04')).toEqual([]);
});

const withHoliday = aPolicy(
  {},
  {
    calendar: withLocalDays(chinaCalendar, {
      year: 2026,
      holidays: { '2026-03-05': '三月三' },
      workdays: [],
    }),
  },
);

test('a deadline that is still ahead moves with a holiday announced later', () => {
  const story = submitted();
  story.policy = withHoliday;
  expect(story.does(system, recompute, '2026-03-03')).toEqual(['recomputed']);
  expect(story.letter.clock.due).toMatchObject({ day: '2026-03-10', provisional: false });
});

test('what has passed under an announced calendar stays as it was', () => {
  const story = submitted();
  story.policy = withHoliday;
  expect(story.does(system, recompute, '2026-03-10')).toEqual([]);
});

test('a clock that stands is counted again, whatever the day: it hasn’t run out', () => {
  const story = accepted();
  story.does(officer, { name: 'request-info' }, '2026-03-06');
  story.policy = withHoliday;
  expect(story.does(system, recompute, '2026-03-10')).toEqual(['recomputed']);
  expect(story.letter.clock).toMatchObject({ used: 3, stoppedOn: '2026-03-06' });
});

test('changes nothing in any life while the calendar is the same', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const policy = aPolicy();
      live(steps, policy, (_before, _step, _events, after) => {
        const again = decide(after, recompute, system, after.lastAt, policy);
        expect(again).toEqual({ ok: true, events: [] });
      });
    }),
  );
});

test('the past stays: letters that are answered or at rest', () => {
  const story = replied(undefined, guessing);
  story.policy = announced;
  expect(story.does(system, recompute, '2026-03-05')).toEqual([]);
});
