import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { canonicalEvent } from '../canonical.ts';
import { factsOf } from '../facts.ts';
import { evolve } from '../letter.rules.ts';
import type { Letter } from '../letter.ts';
import { life, live } from '../test/arbitrary-life.ts';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  officer,
  officerB,
  rating,
  replied,
  submitted,
  system,
  writer,
} from '../test/story.ts';

const succeed = (to: string, from = 'a', before: number | null = null) =>
  ({ name: 'succeed', from, to, before }) as const;
const transfer = (department: string) => ({ name: 'transfer', department, tenant: null }) as const;
const deputy = {
  ...officerB,
  departments: ['b', 'a'],
  standsInFor: [{ id: 'officer-a', departments: ['a'] }],
};

describe('when departments are merged or split', () => {
  test('an open letter passes to the successor, once, and nothing else of it changes', () => {
    const story = accepted();
    story.does(officer, { name: 'object' }, '2026-03-04');
    const before = story.letter;
    expect(story.does(system, succeed('c'), '2026-03-05')).toEqual(['assigned']);
    const { seq: _seq, lastAt: _at, ...rest } = story.letter;
    expect({ ...before, ...rest }).toEqual({ ...before, department: 'c' });
    expect(story.does(system, succeed('c'), '2026-03-05')).toEqual([]);
    expect(story.events.at(-1)).toMatchObject({ role: 'system', actor: null, succeeds: 'a' });
  });

  test('it doesn’t count against the two transfers', () => {
    const story = accepted();
    story.does(officer, transfer('b'), '2026-03-04');
    story.does(system, succeed('c', 'b'), '2026-03-05');
    story.does(coordinator, transfer('d'), '2026-03-05');
    expect(story.letter.transfers).toBe(2);
    expect(factsOf(story.events).transfers).toHaveLength(2);
    story.does(coordinator, { name: 'assign', department: 'a' }, '2026-03-06');
    story.does(system, succeed('b'), '2026-03-06');
    expect(story.letter).toMatchObject({ department: 'b', forced: true });
  });

  test('a reply that waits for sign-off, and a merged letter, stay what they were', () => {
    const drafted = accepted({}, aPolicy({ signOff: true }));
    drafted.does(officer, finalReply(), '2026-03-04');
    drafted.does(system, succeed('c'), '2026-03-05');
    expect(drafted.letter.draft).not.toBeNull();
    const merged = accepted();
    const into = { into: 'other', targetStatus: 'accepted', self: 'this', children: 0 } as const;
    merged.does(coordinator, { name: 'merge', ...into }, '2026-03-04');
    merged.does(system, succeed('c'), '2026-03-05');
    expect(merged.letter).toMatchObject({ status: 'merged', mergedInto: 'other', department: 'c' });
  });

  test('what is answered stays with whoever answered it, and opened again it is the successor’s', () => {
    const policy = aPolicy({}, { departments: ['b', 'c'], successors: { a: 'c' } });
    const story = replied();
    story.policy = policy;
    expect(story.refuses(system, succeed('c'), '2026-03-05')).toBe('wrong_status');
    expect(story.does(writer, rating(1, 'no'), '2026-03-05')).toEqual(['rated', 'reopened', 'assigned']);
    expect(story.letter).toMatchObject({ department: 'c', status: 'accepted', round: 2 });
    expect(story.events.at(-1)).toMatchObject({ role: 'system', succeeds: 'a' });
  });

  test('where the earlier one lives on, it keeps what came to it since', () => {
    const story = submitted();
    expect(story.does(system, succeed('c', 'a', at('2026-03-01')), '2026-03-05')).toEqual([]);
    expect(story.does(system, succeed('c', 'a', at('2026-03-04')), '2026-03-05')).toEqual(['assigned']);
  });

  test('is only for a department that takes letters, and only the system’s', () => {
    expect(submitted().refuses(system, succeed('x'), '2026-03-03')).toBe('unknown_department');
    expect(submitted().refuses(coordinator, succeed('b'), '2026-03-03')).toBe('forbidden');
  });

  test('no life is changed by it in anything but the holder', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let letter: Letter | null = null;
        for (const event of live(steps, aPolicy())) {
          const after: Letter = evolve(letter, event);
          if (letter && event.kind === 'assigned' && event.succeeds !== undefined)
            expect({ ...after, seq: 0, lastAt: 0 }).toEqual({
              ...letter,
              ...{ seq: 0, lastAt: 0, department: event.department },
            });
          letter = after;
        }
      }),
    );
  });
});

describe('a deputy', () => {
  test('acts for the absent colleague, and the record says for whom', () => {
    const story = accepted();
    story.does(deputy, finalReply(), '2026-03-04');
    expect(story.events.at(-1)).toMatchObject({ actor: 'officer-b', actingFor: 'officer-a' });
    expect(canonicalEvent(story.events.at(-1)!)).not.toContain('officer-');
  });

  test('acts for nobody on letters of their own departments', () => {
    const story = accepted();
    story.does(officer, transfer('b'), '2026-03-04');
    story.does(deputy, finalReply(), '2026-03-05');
    expect(story.events.at(-1)).not.toHaveProperty('actingFor');
    expect(story.events.at(-2)).not.toHaveProperty('actingFor');
  });
});
