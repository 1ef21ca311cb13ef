import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../letter.ts';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  interimReply,
  officer,
  rating,
  reopened,
  replied,
  Story,
  submitted,
  system,
  writer,
} from '../test/story.ts';

const merge: CommandOf<'merge'> = {
  name: 'merge',
  into: 'other',
  self: 'this',
  targetStatus: 'accepted',
  children: 0,
};
const answer: CommandOf<'answer-merged'> = { name: 'answer-merged', outcome: 'resolved', promisedFor: null };

function merged(story = accepted()): Story {
  story.does(coordinator, merge, '2026-03-04');
  return story;
}

describe('merging', () => {
  test('lets the clock go on', () => {
    const { clock } = accepted().letter;
    expect(merged().letter).toMatchObject({ status: 'merged', mergedInto: 'other', clock });
  });

  test('makes a stopped clock run again', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-03');
    expect(story.does(coordinator, merge, '2026-03-04')).toEqual(['resumed', 'merged']);
    expect(story.letter).toMatchObject({ clock: { stoppedOn: null }, waitUntil: null });
  });

  test.each(['withdrawn', 'spam', 'declined', 'merged'] as const)(
    'into a letter that is %s is refused',
    (targetStatus) => {
      expect(accepted().refuses(coordinator, { ...merge, targetStatus }, '2026-03-04')).toBe('merge_target');
    },
  );

  test('into itself is refused', () => {
    expect(accepted().refuses(coordinator, { ...merge, into: 'this' }, '2026-03-04')).toBe('merge_target');
  });

  test('is for letters without a final reply', () => {
    expect(submitted().refuses(coordinator, merge, '2026-03-02')).toBeNull();
    expect(replied().refuses(coordinator, merge, '2026-03-05')).toBe('already_replied');
    expect(reopened().refuses(coordinator, merge, '2026-03-06')).toBe('already_replied');
    const drafted = accepted({}, aPolicy({ signOff: true }));
    drafted.does(officer, interimReply, '2026-03-04');
    expect(drafted.refuses(coordinator, merge, '2026-03-05')).toBe('reply_pending');
  });

  test('is for coordinators', () => {
    expect(accepted().refuses(officer, merge, '2026-03-04')).toBe('forbidden');
  });
});

describe('a merged letter', () => {
  test('gets the other’s reply and is rated as its own', () => {
    const story = merged();
    expect(story.does(system, answer, '2026-03-06')).toEqual(['replied']);
    expect(story.events.at(-1)).toMatchObject({ merged: true, type: 'final', outcome: 'resolved', days: 4 });
    expect(story.letter).toMatchObject({
      status: 'replied',
      outcome: 'resolved',
      finalReplyAt: at('2026-03-06'),
    });
    expect(story.does(writer, rating(5), '2026-03-09')).toEqual(['rated', 'closed']);
  });

  test('shares a promise, even one whose day has come', () => {
    const story = merged();
    story.does(system, { ...answer, outcome: 'promised', promisedFor: '2026-03-05' }, '2026-03-06');
    expect(story.letter.promise).toEqual({ for: '2026-03-05', done: false });
  });

  test('reopened, is an ordinary letter of its department again', () => {
    const story = merged();
    story.does(system, answer, '2026-03-06');
    story.does(writer, rating(1), '2026-03-09');
    expect(story.does(officer, finalReply(), '2026-03-10')).toEqual(['replied']);
  });

  test('reopened without a department waits for the coordinator to assign it', () => {
    const story = merged(submitted({ department: null }));
    story.does(system, answer, '2026-03-06');
    story.does(writer, rating(1), '2026-03-09');
    expect(story.letter).toMatchObject({ status: 'accepted', department: null });
    expect(story.refuses(officer, finalReply(), '2026-03-10')).toBe('not_yours');
    story.does(coordinator, { name: 'assign', department: 'a' }, '2026-03-10');
    expect(story.does(officer, finalReply(), '2026-03-10')).toEqual(['replied']);
  });

  test('may be withdrawn, and escalates like any other', () => {
    expect(merged().does(writer, { name: 'withdraw' }, '2026-03-05')).toEqual(['withdrawn']);
    expect(merged().does(system, { name: 'elapse' }, '2026-03-15')).toEqual(['escalated']);
  });

  test('is taken out again by assigning it, as far along as it was', () => {
    const taken = merged();
    taken.does(coordinator, { name: 'assign', department: 'a' }, '2026-03-05');
    expect(taken.letter).toMatchObject({ status: 'accepted', mergedInto: null });
    const fresh = merged(submitted());
    fresh.does(coordinator, { name: 'assign', department: 'b' }, '2026-03-05');
    expect(fresh.letter).toMatchObject({ status: 'submitted', department: 'b' });
  });

  test('takes no answer before it is merged, and no reply of its own while it is', () => {
    expect(accepted().refuses(system, answer, '2026-03-06')).toBe('wrong_status');
    expect(merged().refuses(coordinator, finalReply(), '2026-03-06')).toBe('wrong_status');
    expect(merged().refuses(coordinator, answer, '2026-03-06')).toBe('forbidden');
  });
});

describe('letters that share an answer', () => {
  test('are one step deep: one that others were merged into stays what it is', () => {
    expect(accepted().refuses(coordinator, { ...merge, children: 1 }, '2026-03-04')).toBe('has_merged');
  });

  test('part when the other gets no reply, each with the status and the clock it had', () => {
    for (const [story, status] of [
      [merged(), 'accepted'],
      [merged(submitted()), 'submitted'],
    ] as const) {
      const { clock } = story.letter;
      expect(story.does(system, { name: 'part' }, '2026-03-05')).toEqual(['parted']);
      expect(story.letter).toMatchObject({ status, mergedInto: null, clock });
    }
  });

  test('leave a trace on the one they were merged into', () => {
    expect(accepted().does(system, { name: 'join' }, '2026-03-05')).toEqual(['joined']);
  });
});
