import { describe, expect, test } from 'vitest';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  officer,
  reopened,
  replied,
  submitted,
  writer,
} from '../test/story.ts';

const ask = { name: 'request-info' } as const;
const supplement = { name: 'supplement' } as const;

describe('asking the writer', () => {
  test('stops the clock for ten working days at most', () => {
    const story = accepted();
    expect(story.does(officer, ask, '2026-03-04')).toEqual(['info_requested']);
    expect(story.letter).toMatchObject({
      status: 'awaiting_citizen',
      asked: 1,
      waitUntil: { day: '2026-03-18' },
      clock: { stoppedOn: '2026-03-04', used: 2 },
    });
  });

  test('a supplement makes it run again', () => {
    const story = accepted();
    story.does(officer, ask, '2026-03-04');
    expect(story.does(writer, supplement, '2026-03-10')).toEqual(['supplemented']);
    expect(story.letter).toMatchObject({
      status: 'accepted',
      waitUntil: null,
      clock: { due: { day: '2026-03-13' } },
    });
  });

  test('may be asked several times', () => {
    const story = accepted();
    story.does(officer, ask, '2026-03-04');
    expect(story.refuses(officer, ask, '2026-03-05')).toBe('wrong_status');
    story.does(writer, supplement, '2026-03-05');
    story.does(officer, ask, '2026-03-06');
    expect(story.letter).toMatchObject({ asked: 2, clock: { used: 3 } });
    story.does(writer, supplement, '2026-03-09');
    expect(story.letter.stretches).toEqual([
      { from: '2026-03-02', to: '2026-03-04' },
      { from: '2026-03-05', to: '2026-03-06' },
    ]);
  });

  test('after the deadline gives no new one', () => {
    const story = accepted();
    story.does(officer, ask, '2026-03-10');
    story.does(writer, supplement, '2026-03-12');
    expect(story.letter.clock.due.day).toBe('2026-03-09');
  });

  test('works in a reopened round too, in its calendar days', () => {
    const story = reopened();
    story.does(officer, ask, '2026-03-10');
    story.does(writer, supplement, '2026-03-12');
    expect(story.letter.clock).toMatchObject({ unit: 'calendar', used: 5, due: { day: '2026-03-23' } });
  });

  test('needs an accepted letter', () => {
    expect(submitted().refuses(officer, ask, '2026-03-02')).toBe('wrong_status');
    expect(replied().refuses(officer, ask, '2026-03-05')).toBe('wrong_status');
  });
});

describe('waiting in all', () => {
  test('is ten working days a round, however often the writer is asked', () => {
    const story = accepted();
    story.does(officer, ask, '2026-03-04');
    story.does(writer, supplement, '2026-03-10');
    story.does(officer, ask, '2026-03-10');
    expect(story.letter.waitUntil).toMatchObject({ day: '2026-03-18' });
  });

  test('is over when a wait ran out: the officer answers with what is known', () => {
    const story = accepted();
    story.does(officer, ask, '2026-03-04');
    expect(story.refuses(officer, ask, '2026-03-19')).toBe('waited_enough');
    expect(story.does(officer, finalReply(), '2026-03-19')).toEqual(['resumed', 'replied']);
  });
});

describe('an unasked supplement', () => {
  test.each([
    ['new', submitted()],
    ['accepted', accepted()],
  ])('to a letter that is %s leaves status and clock alone', (_name, story) => {
    const { clock, status } = story.letter;
    story.does(writer, supplement, '2026-03-04');
    expect(story.letter).toMatchObject({ clock, status });
  });

  test('comes too late after the reply', () => {
    expect(replied().refuses(writer, supplement, '2026-03-05')).toBe('wrong_status');
  });
});

describe('extending', () => {
  const extend = (days: number) => ({ name: 'extend', days }) as const;

  test('moves the deadline once', () => {
    const story = accepted();
    story.does(officer, extend(15), '2026-03-09 23:59');
    expect(story.letter).toMatchObject({ extended: true, clock: { budget: 20, due: { day: '2026-03-30' } } });
    expect(story.refuses(officer, extend(1), '2026-03-10')).toBe('already_extended');
  });

  test('is bounded by the rules', () => {
    expect(accepted().refuses(officer, extend(16), '2026-03-04')).toBe('extension_too_long');
    expect(accepted().refuses(officer, extend(0), '2026-03-04')).toBe('extension_too_long');
    expect(accepted().refuses(officer, extend(Number.NaN), '2026-03-04')).toBe('extension_too_long');
    expect(accepted({}, aPolicy({ extensionDaysMax: 5 })).refuses(officer, extend(6), '2026-03-04')).toBe(
      'extension_too_long',
    );
  });

  test('comes before the deadline, in the first round, of an accepted letter', () => {
    expect(accepted().refuses(officer, extend(5), '2026-03-10 00:00')).toBe('deadline_passed');
    expect(reopened().refuses(officer, extend(5), '2026-03-06')).toBe('already_replied');
    expect(submitted().refuses(coordinator, extend(5), '2026-03-02')).toBe('wrong_status');
    expect(replied().refuses(officer, extend(5), '2026-03-05')).toBe('wrong_status');
  });
});

describe('withdrawing', () => {
  const withdraw = { name: 'withdraw' } as const;

  test('is the writer’s right until the final reply', () => {
    const story = accepted();
    story.does(writer, withdraw, '2026-03-04');
    expect(story.letter).toMatchObject({ status: 'withdrawn', closedAt: at('2026-03-04') });
    expect(story.refuses(coordinator, finalReply(), '2026-03-05')).toBe('wrong_status');
    expect(replied().refuses(writer, withdraw, '2026-03-05')).toBe('already_replied');
    expect(reopened().refuses(writer, withdraw, '2026-03-06')).toBe('already_replied');
    expect(accepted().refuses(coordinator, withdraw, '2026-03-05')).toBe('forbidden');
  });
});
