import { describe, expect, test } from 'vitest';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  officer,
  officerB,
  Story,
  submitted,
} from '../test/story.ts';

const to = (department: string) => ({ name: 'transfer', department, tenant: null }) as const;
const assign = (department: string) => ({ name: 'assign', department }) as const;
const object = { name: 'object' } as const;

/** Went from a to b and back. */
function twiceTransferred(): Story {
  const story = accepted();
  story.does(officer, to('b'), '2026-03-04');
  story.does(officerB, to('a'), '2026-03-05');
  return story;
}

describe('transfer', () => {
  test('moves the letter and never the clock', () => {
    const story = accepted();
    const { clock, acceptBy } = story.letter;
    expect(story.does(officer, to('b'), '2026-03-05')).toEqual(['transferred']);
    expect(story.letter).toMatchObject({
      department: 'b',
      heldSince: at('2026-03-05'),
      transfers: 1,
      clock,
      acceptBy,
    });
    expect(story.refuses(officer, finalReply(), '2026-03-06')).toBe('not_yours');
  });

  test('needs another department of the tenant', () => {
    expect(accepted().refuses(officer, to('a'), '2026-03-05')).toBe('same_department');
    expect(accepted().refuses(officer, to('x'), '2026-03-05')).toBe('unknown_department');
    expect(
      accepted().refuses(officer, { name: 'transfer', department: null, tenant: null }, '2026-03-05'),
    ).toBe('unknown_department');
  });

  test('happens twice at most; then only the coordinator assigns', () => {
    const story = twiceTransferred();
    expect(story.refuses(officer, to('c'), '2026-03-06')).toBe('too_many_transfers');
    expect(story.refuses(coordinator, to('c'), '2026-03-06')).toBe('too_many_transfers');
    expect(story.does(coordinator, assign('b'), '2026-03-06')).toEqual(['assigned']);
    expect(story.letter).toMatchObject({ department: 'b', forced: true, transfers: 2 });
  });

  test('is possible while waiting for the writer, not before acceptance', () => {
    const waiting = accepted();
    waiting.does(officer, { name: 'request-info' }, '2026-03-04');
    const { clock, waitUntil } = waiting.letter;
    waiting.does(officer, to('b'), '2026-03-05');
    expect(waiting.letter).toMatchObject({ status: 'awaiting_citizen', clock, waitUntil });
    expect(submitted().refuses(officer, to('b'), '2026-03-02')).toBe('wrong_status');
  });

  test('waits until a draft is approved or returned', () => {
    const story = accepted({}, aPolicy({ signOff: true }));
    story.does(officer, finalReply(), '2026-03-04');
    for (const command of [to('b'), assign('b'), object, { name: 'request-info' }] as const)
      expect(story.refuses(coordinator, command, '2026-03-05')).toBe('reply_pending');
  });
});

describe('assign', () => {
  test('routes a new letter without accepting it', () => {
    const story = submitted({ department: null });
    story.does(coordinator, assign('b'), '2026-03-02');
    expect(story.letter).toMatchObject({
      status: 'submitted',
      department: 'b',
      acceptedAt: null,
      transfers: 0,
    });
  });

  test('moves an accepted letter without counting as a transfer', () => {
    const story = accepted();
    story.does(coordinator, assign('b'), '2026-03-04');
    expect(story.letter).toMatchObject({ status: 'accepted', department: 'b', transfers: 0, forced: false });
    expect(story.refuses(coordinator, assign('b'), '2026-03-04')).toBe('same_department');
    expect(story.refuses(coordinator, assign('x'), '2026-03-04')).toBe('unknown_department');
  });

  test('after two transfers is final', () => {
    const story = twiceTransferred();
    story.does(coordinator, assign('a'), '2026-03-06');
    expect(story.refuses(officer, to('b'), '2026-03-06')).toBe('forced_assignment');
    expect(story.refuses(officer, object, '2026-03-06')).toBe('forced_assignment');
    expect(story.refuses(coordinator, assign('a'), '2026-03-06')).toBe('same_department');
  });

  test('decides an objection, also by confirming the holder without a new time to object', () => {
    const story = accepted();
    story.does(officer, object, '2026-03-04');
    const { heldSince } = story.letter;
    story.does(coordinator, assign('a'), '2026-03-05');
    expect(story.letter).toMatchObject({ objected: false, department: 'a', heldSince });
  });

  test('is for coordinators', () => {
    expect(accepted().refuses(officer, assign('b'), '2026-03-04')).toBe('forbidden');
  });
});

describe('object', () => {
  test('leaves the letter where it is until the coordinator assigns', () => {
    const story = submitted();
    expect(story.does(officer, object, '2026-03-03')).toEqual(['objected']);
    expect(story.letter).toMatchObject({ objected: true, department: 'a', status: 'submitted' });
    expect(story.refuses(officer, object, '2026-03-03')).toBe('already_objected');
  });

  test('is possible within five working days since the department got it', () => {
    const story = accepted();
    expect(story.refuses(officer, object, '2026-03-09 23:59')).toBeNull();
    expect(story.refuses(officer, object, '2026-03-10 00:00')).toBe('objection_too_late');
    story.does(officer, to('b'), '2026-03-09');
    expect(story.refuses(officerB, object, '2026-03-16 23:59')).toBeNull();
    expect(story.refuses(officerB, object, '2026-03-17 00:00')).toBe('objection_too_late');
  });

  test('runs on where a department accepts what it held already', () => {
    const story = submitted();
    story.does(officer, { name: 'accept', department: 'a' }, '2026-03-09');
    expect(story.refuses(officer, object, '2026-03-10')).toBe('objection_too_late');
  });

  test('is settled by a transfer', () => {
    const story = accepted();
    story.does(officer, object, '2026-03-04');
    story.does(officer, to('b'), '2026-03-05');
    expect(story.letter.objected).toBe(false);
  });
});
