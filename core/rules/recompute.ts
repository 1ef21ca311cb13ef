/** Provisional deadlines of open letters, counted again when the calendar became known. Nothing to change: no event. */
import { deadline, recountClock } from '../clock.rules.ts';
import type { Deadline } from '../events.ts';
import type { Letter } from '../letter.ts';
import { dayOf } from '../local-time.ts';
import { isOpen } from './open.ts';
import type { Context, Rule } from './rule.ts';
import { waitDaysLeft } from './waiting.ts';

export const recompute: Rule<'recompute'> = (letter, _command, { policy }) => {
  if (!isOpen(letter)) return [];
  const before = { acceptBy: letter.acceptBy, waitUntil: letter.waitUntil, contactBy: letter.contactBy };
  const after = {
    acceptBy: acceptBy(letter, policy),
    waitUntil: waitUntil(letter, policy),
    contactBy: contactBy(letter, policy),
  };
  const clock = letter.clock.due.provisional
    ? recountClock(letter.clock, letter.stretches, policy)
    : letter.clock;
  const changed = (['acceptBy', 'waitUntil', 'contactBy'] as const).some(
    (key) => !same(before[key], after[key]),
  );
  return changed || !same(letter.clock.due, clock.due) ? [{ kind: 'recomputed', clock, ...after }] : [];
};

type Policy = Context['policy'];

function acceptBy(letter: Letter, policy: Policy): Deadline {
  if (letter.acceptedAt !== null || !letter.acceptBy.provisional) return letter.acceptBy;
  return deadline('working', policy.rules.acceptDays, dayOf(letter.receivedAt, policy.timeZone), policy);
}

function waitUntil(letter: Letter, policy: Policy): Deadline | null {
  if (!letter.waitUntil?.provisional || letter.clock.stoppedOn === null) return letter.waitUntil;
  return deadline('working', waitDaysLeft(letter, policy), letter.clock.stoppedOn, policy);
}

function contactBy(letter: Letter, policy: Policy): Deadline | null {
  const rated = letter.ratings.at(-1);
  if (!letter.contactBy?.provisional || !rated || letter.contactedAt !== null) return letter.contactBy;
  return deadline('working', policy.rules.contactDays, dayOf(rated.at, policy.timeZone), policy);
}

function same(one: Deadline | null, other: Deadline | null): boolean {
  return one?.before === other?.before && one?.provisional === other?.provisional;
}
