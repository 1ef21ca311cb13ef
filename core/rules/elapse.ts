/**
 * What the passing of time does by itself: the wait for the writer runs out, silence closes, lateness escalates. Each has the
 * time of its boundary, not the time somebody noticed, so a late sweep writes the same history as one in time.
 */
import type { Colour } from '../../contract/vocabulary.ts';
import { deadline, isStanding, resumeClock } from '../clock.rules.ts';
import type { EventBody, Instant, LetterEvent } from '../events.ts';
import type { Letter, Policy } from '../letter.ts';
import { evolve } from '../letter.evolve.ts';
import { addDays, dayOf, startOfDay } from '../local-time.ts';
import { isOpen } from './open.ts';
import { stamp } from './stamp.ts';

export const SYSTEM = { role: 'system', id: null } as const;

interface Boundary {
  at: Instant;
  body: EventBody;
}

/** Everything due by `now`, in order. */
export function elapsed(letter: Letter, now: Instant, policy: Policy): LetterEvent[] {
  const events: LetterEvent[] = [];
  for (let next = nextBoundary(letter, policy); next && next.at <= now; next = nextBoundary(letter, policy)) {
    const event = stamp(next.body, letter.seq + 1, next.at, SYSTEM);
    events.push(event);
    letter = evolve(letter, event);
  }
  return events;
}

/** The next thing that time alone will do, and when; null when only people can move the letter. */
export function nextBoundary(letter: Letter, policy: Policy): Boundary | null {
  const boundaries = [waitEnds(letter, policy), silenceEnds(letter, policy), escalates(letter, policy)];
  const [next] = boundaries.filter((boundary) => boundary !== null).sort((one, other) => one.at - other.at);
  return next ? { ...next, at: Math.max(next.at, letter.lastAt) } : null;
}

/** The wait ends with its last day, so that the next working day counts again. */
function waitEnds(letter: Letter, policy: Policy): Boundary | null {
  if (letter.status !== 'awaiting_citizen' || !letter.waitUntil) return null;
  const { day, before } = letter.waitUntil;
  return { at: before, body: { kind: 'resumed', clock: resumeClock(letter.clock, day, policy) } };
}

function silenceEnds(letter: Letter, policy: Policy): Boundary | null {
  if (letter.status !== 'replied' || letter.finalReplyAt === null) return null;
  const replied = dayOf(letter.finalReplyAt, policy.timeZone);
  const { before } = deadline('calendar', policy.rules.silenceDays, replied, policy);
  return { at: before, body: { kind: 'closed', reason: 'silence' } };
}

const NEXT_COLOUR = { none: 'yellow', yellow: 'red', red: 'demand', demand: null } as const;

/** Full calendar days after the deadline. Nothing is escalated that an import brought: it is history. */
function escalates(letter: Letter, policy: Policy): Boundary | null {
  if (!isOpen(letter) || isStanding(letter.clock) || letter.channel === 'import') return null;
  const colour: Colour | null = NEXT_COLOUR[letter.colour ?? 'none'];
  if (colour === null) return null;
  const late = addDays(letter.clock.due.day, policy.rules.escalationDays[colour] + 1);
  return { at: startOfDay(late, policy.timeZone), body: { kind: 'escalated', colour } };
}
