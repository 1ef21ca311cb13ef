import { describe, expect, test } from 'vitest';
import type { Actor, Command } from '../letter.ts';
import { accepted, aPolicy, at, coordinator, officer, Story, system, writer } from '../test/story.ts';

const policy = aPolicy({}, { tenant: 'home' });
const there = (role: Actor['role'], ...departments: string[]): Actor => ({
  ...{ role, id: `${role} there`, departments },
  tenant: 't',
});
const chief = there('coordinator');
const to = (tenant: string) => ({ name: 'transfer', department: null, tenant }) as const;
const inside = (department: string) => ({ name: 'transfer', department, tenant: null }) as const;
const assign = (target: { department?: string; tenant?: string }): Command => ({
  ...{ name: 'assign', department: null, tenant: null },
  ...target,
});
const object = { name: 'object' } as const;
const accept = (department: string) => ({ name: 'accept', department }) as const;

function handedOver(): Story {
  const story = accepted({}, policy);
  story.does(officer, to('t'), '2026-03-04');
  return story;
}

describe('a letter handed over to another tenant', () => {
  test('is there, with nobody in charge, and its clock goes on', () => {
    const { clock, acceptBy } = accepted({}, policy).letter;
    expect(handedOver().letter).toMatchObject({
      ...{ tenant: 't', department: null, sentBy: 'a', status: 'accepted', transfers: 1 },
      ...{ clock, acceptBy, heldSince: at('2026-03-04') },
    });
  });

  test('is for the staff there; at home nobody acts, but the coordinator on an objection and a publication', () => {
    const story = handedOver();
    expect(story.refuses(officer, inside('b'), '2026-03-05')).toBe('handed_over');
    expect(story.refuses(coordinator, { name: 'note' }, '2026-03-05')).toBe('handed_over');
    expect(story.refuses(coordinator, assign({ department: 'b' }), '2026-03-05')).toBe('handed_over');
    expect(story.refuses(coordinator, { name: 'take-down', grounds: 'privacy' }, '2026-03-05')).toBe(
      'not_published',
    );
    expect(story.refuses(there('officer', 'a'), { name: 'note' }, '2026-03-05')).toBe('not_yours');
    expect(story.refuses({ ...chief, tenant: 'u' }, { name: 'note' }, '2026-03-05')).toBe('handed_over');
    expect(story.refuses(writer, { name: 'withdraw' }, '2026-03-05')).toBeNull();
  });

  test('is accepted there once more, by a department of theirs; when it was accepted first stays', () => {
    const story = handedOver();
    const { acceptedAt, heldSince } = story.letter;
    story.does(chief, accept('a'), '2026-03-05');
    expect(story.letter).toMatchObject({ tenant: 't', department: 'a', sentBy: 'a', acceptedAt, heldSince });
    expect(story.refuses(chief, accept('b'), '2026-03-05')).toBe('already_accepted');
    expect(story.refuses(there('officer', 'a'), { name: 'note' }, '2026-03-05')).toBeNull();
    expect(story.refuses(officer, { name: 'note' }, '2026-03-05')).toBe('handed_over');
  });

  test('is accepted there while its writer is asked, and goes on waiting', () => {
    const story = accepted({}, policy);
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    story.does(officer, to('t'), '2026-03-04');
    story.does(chief, accept('b'), '2026-03-05');
    expect(story.letter).toMatchObject({ status: 'awaiting_citizen', department: 'b' });
  });

  test('is moved there by its coordinator, and by a transfer that counts', () => {
    const story = handedOver();
    story.does(chief, accept('a'), '2026-03-05');
    story.does(chief, assign({ department: 'b' }), '2026-03-05');
    expect(story.letter).toMatchObject({ tenant: 't', department: 'b', transfers: 1, forced: false });
    story.does(there('officer', 'b'), inside('c'), '2026-03-06');
    expect(story.letter).toMatchObject({ tenant: 't', department: 'c', transfers: 2 });
    expect(story.refuses(chief, to('home'), '2026-03-06')).toBe('too_many_transfers');
  });

  test('comes back by a transfer, and its own tenant names the department', () => {
    const story = handedOver();
    expect(story.refuses(chief, to('t'), '2026-03-05')).toBe('same_tenant');
    story.does(chief, to('home'), '2026-03-05');
    expect(story.letter).toMatchObject({ tenant: null, department: null, sentBy: null, transfers: 2 });
    expect(story.refuses(chief, { name: 'note' }, '2026-03-06')).toBe('handed_over');
    story.does(coordinator, assign({ department: 'c' }), '2026-03-06');
    expect(story.letter).toMatchObject({ tenant: null, department: 'c', forced: true });
  });

  test('is not merged while it is elsewhere', () => {
    const merge = { name: 'merge', into: 'x', targetStatus: 'accepted', self: 'y', children: 0 } as const;
    expect(handedOver().refuses(chief, merge, '2026-03-05')).toBe('forbidden');
    expect(handedOver().refuses(coordinator, merge, '2026-03-05')).toBe('handed_over');
  });

  test('isn’t what a merger of departments at home moves', () => {
    const story = handedOver();
    story.does(chief, accept('a'), '2026-03-05');
    const succeed = { name: 'succeed', from: 'a', to: 'b', before: null } as const;
    expect(story.does(system, succeed, '2026-03-06')).toEqual([]);
  });
});

describe('an objection there', () => {
  test('is decided by the coordinator at home: back home, on to another, or it stays without a new time to object', () => {
    const objected = () => {
      const story = handedOver();
      story.does(chief, object, '2026-03-05');
      return story;
    };
    const back = objected();
    back.does(coordinator, assign({ department: 'b' }), '2026-03-06');
    expect(back.letter).toMatchObject({ tenant: null, department: 'b', sentBy: null, objected: false });
    const on = objected();
    on.does(coordinator, assign({ tenant: 'u' }), '2026-03-06');
    expect(on.letter).toMatchObject({ tenant: 'u', department: null, sentBy: 'a', transfers: 1 });
    const kept = objected();
    kept.does(coordinator, assign({ tenant: 't' }), '2026-03-06');
    expect(kept.letter).toMatchObject({ tenant: 't', objected: false, heldSince: at('2026-03-04') });
    expect(objected().refuses(coordinator, assign({ tenant: 'home' }), '2026-03-06')).toBe(
      'unknown_department',
    );
  });

  test('is too late five working days after the hand-over, not after the acceptance', () => {
    const story = handedOver();
    story.does(chief, accept('a'), '2026-03-10');
    expect(story.refuses(chief, object, '2026-03-11 23:59')).toBeNull();
    expect(story.refuses(chief, object, '2026-03-12 00:00')).toBe('objection_too_late');
  });
});

describe('after two transfers', () => {
  test('the coordinator at home assigns to a tenant too, and it has no way back', () => {
    const story = handedOver();
    story.does(chief, to('u'), '2026-03-05');
    const last: Actor = { ...chief, tenant: 'u' };
    expect(story.refuses(last, to('t'), '2026-03-06')).toBe('too_many_transfers');
    story.does(last, object, '2026-03-06');
    story.does(coordinator, assign({ tenant: 't' }), '2026-03-09');
    expect(story.letter).toMatchObject({ tenant: 't', forced: true });
    story.does(chief, accept('a'), '2026-03-10');
    for (const command of [object, to('u'), inside('b')] as const)
      expect(story.refuses(chief, command, '2026-03-10')).toBe('forced_assignment');
    story.does(chief, assign({ department: 'b' }), '2026-03-10');
    expect(story.letter).toMatchObject({ department: 'b', forced: true });
  });

  test('before them an assignment to a tenant would be a transfer that isn’t counted', () => {
    expect(accepted({}, policy).refuses(coordinator, assign({ tenant: 't' }), '2026-03-04')).toBe(
      'transfer_first',
    );
  });
});
