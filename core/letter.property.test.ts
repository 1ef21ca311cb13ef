/** What holds for every life of a letter, whatever anybody asks. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { explain } from './clock.explain.ts';
import { ledger } from './clock.ledger.ts';
import { isStanding } from './clock.rules.ts';
import type { LetterEvent } from './events.ts';
import { allowed, decide, evolve, isOpen, replay } from './letter.rules.ts';
import type { Letter } from './letter.ts';
import { when } from './rules/when.ts';
import { mayAct } from './rules/who.ts';
import { life, live, type Step } from './test/arbitrary-life.ts';
import { aPolicy, everybody, system } from './test/story.ts';

// Many lives take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const policies = fc.boolean().map((signOff) => aPolicy({ signOff }));
const everyLife = (claim: (steps: Step[], policy: ReturnType<typeof aPolicy>) => void, numRuns = 200) =>
  fc.assert(fc.property(life, policies, claim), { numRuns });

/** What must be true of a letter at all times. */
function expectSound(letter: Letter): void {
  const { status, waitUntil, clock, draft, closedAt, round, ratings, transfers, forced, release, consent } =
    letter;
  expect(waitUntil !== null).toBe(status === 'awaiting_citizen');
  if (status === 'awaiting_citizen') expect(clock.stoppedOn).not.toBeNull();
  else if (isOpen(letter) || status === 'replied') expect(clock.stoppedOn).toBeNull();
  expect(closedAt !== null).toBe(['closed', 'declined', 'withdrawn', 'spam'].includes(status));
  if (draft) expect(status).toBe('accepted');
  if (round === 2) expect(ratings[0]!.level).toBeLessThanOrEqual(2);
  expect(ratings.map((rating) => rating.round)).toEqual([1, 2].slice(0, ratings.length));
  expect(transfers).toBeLessThanOrEqual(2);
  if (forced) expect(transfers).toBe(2);
  if (release === 'published') expect(consent).toBe(true);
  if (status === 'replied') expect(letter.finalReplyAt).not.toBeNull();
  if (['withdrawn', 'spam', 'declined'].includes(status)) expect(letter.finalReplyAt).toBeNull();
  if (status === 'merged') expect(letter.mergedInto).not.toBeNull();
  expect(Object.values(letter)).not.toContain(undefined);
}

describe('every life', () => {
  test('keeps the letter sound, asks nobody for more than they may, and never throws', () => {
    everyLife((steps, policy) => {
      live(steps, policy, (before, { command, actor }, _events, after) => {
        expectSound(after);
        expect(mayAct(before, command.name, actor)).toBeNull();
      });
    });
  });

  test('numbers its events one by one, and time never goes back', () => {
    everyLife((steps, policy) => {
      const events = live(steps, policy);
      events.forEach((event, index) => {
        expect(event.seq).toBe(index + 1);
        expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? event.at);
      });
    });
  });

  test('is told by its events alone', () => {
    everyLife((steps, policy) => {
      let last: Letter | null = null;
      const events = live(steps, policy, (_before, _step, _events, after) => (last = after));
      if (last) expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(last);
    });
  });

  test('never restarts the clock on a transfer, an assignment or an objection', () => {
    everyLife((steps, policy) => {
      let letter: Letter | null = null;
      for (const event of live(steps, policy)) {
        const after: Letter = evolve(letter, event);
        if (letter && ['transferred', 'assigned', 'objected', 'accepted', 'merged'].includes(event.kind)) {
          expect(after.clock).toEqual(letter.clock);
          expect(after.acceptBy).toEqual(letter.acceptBy);
        }
        letter = after;
      }
    });
  });

  test('is the same whether time was watched closely or not at all', () => {
    everyLife((life, policy) => {
      const seen = life.filter(({ actor }) => actor.role !== 'import');
      const steps = seen.map((step) => ({ ...step, minutes: Math.abs(step.minutes) }));
      const end: Step = { minutes: 300 * 1440, actor: system, command: { name: 'elapse' } };
      const watched = steps.flatMap((step) => {
        const half = Math.trunc(step.minutes / 2);
        const sweep: Step = { minutes: half, actor: system, command: { name: 'elapse' } };
        const onTime: Step = { minutes: step.minutes - half, actor: system, command: { name: 'elapse' } };
        return [sweep, onTime, { ...step, minutes: 0 }];
      });
      expect(live([...watched, end], policy)).toEqual(live([...steps, end], policy));
    });
  });

  test('escalates each round in order, once, and only an open one', () => {
    everyLife((steps, policy) => {
      const order = { yellow: 1, red: 2, demand: 3 };
      let rank = 0;
      let letter: Letter | null = null;
      for (const event of live(steps, policy)) {
        if (event.kind === 'reopened') rank = 0;
        if (event.kind === 'escalated') {
          expect(isOpen(letter!) && !isStanding(letter!.clock)).toBe(true);
          expect(order[event.colour]).toBe(++rank);
          expect(event.at).toBeGreaterThan(letter!.clock.due.before);
        }
        letter = evolve(letter, event);
      }
    });
  });

  test('explains a running count completely: as many days as the budget', () => {
    everyLife((steps, policy) => {
      const events = live(steps, policy);
      if (events.length === 0) return;
      const { clock } = replay(events);
      const { reply, again } = explain(events, policy);
      const { counted, left, due } = again ?? reply;
      expect(due).toEqual(clock.due);
      expect(new Set([...counted, ...left.map(({ day }) => day)]).size).toBe(counted.length + left.length);
      if (clock.stoppedOn === null && clock.budget > clock.used) expect(counted).toHaveLength(clock.budget);
      expect(ledger(events).at(-1)!.due ?? clock.due).toEqual(clock.due);
    });
  });

  test('offers exactly what would be granted', () => {
    everyLife((steps, policy) => {
      live(steps, policy, (before, { command, actor }, _events, _after, now) => {
        if (before) expect([...allowed(before, actor, now, policy), 'submit']).toContain(command.name);
      });
    }, 40);
  });
});

test('a command outside its statuses is refused, whoever asks', () => {
  everyLife((steps, policy) => {
    let letter: Letter | null = null;
    const events: LetterEvent[] = live(steps, policy);
    for (const event of events) letter = evolve(letter, event);
    if (!letter) return;
    for (const { command } of steps)
      for (const actor of everybody) {
        const decision = decide(letter, command, actor, letter.lastAt, policy);
        if (!when[command.name].includes(letter.status) && decision.ok)
          expect(decision.events.some(({ role }) => role === 'system')).toBe(true);
      }
  }, 40);
});
