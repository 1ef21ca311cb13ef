/**
 * Deadlines counted again when the calendar changed: those that were provisional, and those that are still ahead. What has
 * passed under an announced calendar stays as it was. Nothing to change: no event.
 */
import { deadline, hasPassed, isStanding, recountClock } from '../clock.rules.ts';
import type { Deadline } from '../events.ts';
import type { Letter } from '../letter.ts';
import { dayOf } from '../local-time.ts';
import { isOpen } from './open.ts';
import type { Context, Rule } from './rule.ts';
import { waitDaysLeft } from './waiting.ts';

export const recompute: Rule<'recompute'> = (letter, _command, context) => {
  if (!isOpen(letter)) return [];
  const before = { acceptBy: letter.acceptBy, waitUntil: letter.waitUntil, contactBy: letter.contactBy };
  const after = {
    acceptBy: acceptBy(letter, context),
    waitUntil: waitUntil(letter, context),
    contactBy: contactBy(letter, context),
  };
  const ranOut = !isStanding(letter.clock) && isFixed(letter.clock.due, context);
  const clock = ranOut ? letter.clock : recountClock(letter.clock, letter.stretches, context.policy);
  const changed = (['acceptBy', 'waitUntil', 'contactBy'] as const).some(
    (key) => !same(before[key], after[key]),
  );
  const moved = !same(letter.clock.due, clock.due) || letter.clock.used !== clock.used;
  return changed || moved ? [{ kind: 'recomputed', clock, ...after }] : [];
};

function isFixed(due: Deadline, { now }: Context): boolean {
  return !due.provisional && hasPassed(due, now);
}

function acceptBy(letter: Letter, context: Context): Deadline {
  const { policy } = context;
  if (letter.acceptedAt !== null || isFixed(letter.acceptBy, context)) return letter.acceptBy;
  return deadline('working', policy.rules.acceptDays, dayOf(letter.receivedAt, policy.timeZone), policy);
}

function waitUntil(letter: Letter, context: Context): Deadline | null {
  const { waitUntil: until, clock } = letter;
  if (!until || clock.stoppedOn === null || isFixed(until, context)) return until;
  return deadline('working', waitDaysLeft(letter, context.policy), clock.stoppedOn, context.policy);
}

function contactBy(letter: Letter, context: Context): Deadline | null {
  const { policy } = context;
  const rated = letter.ratings.at(-1);
  const settled = !letter.contactBy || !rated || letter.contactedAt !== null;
  if (settled || isFixed(letter.contactBy!, context)) return letter.contactBy;
  return deadline('working', policy.rules.contactDays, dayOf(rated!.at, policy.timeZone), policy);
}

function same(one: Deadline | null, other: Deadline | null): boolean {
  return one?.before === other?.before && one?.provisional === other?.provisional;
}
