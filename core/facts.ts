/**
 * What the figures need of a letter, small enough to keep beside each: every fact with its time, so that they can be
 * computed as of any cut-off. Made of public fields of events only; an auditor makes the same from the public log.
 */
import type { Outcome, Level, Solved } from '../contract/vocabulary.ts';
import type { EventKind, EventOf, Instant, LetterEvent } from './events.ts';

/**
 * Seconds since the letter's receipt, so that a record stays short. Times are cut to the second; deadlines and cut-offs
 * fall on full seconds, so "before" means the same as with milliseconds.
 */
export type Seconds = number;

/** A deadline that came into force at `since` and lapses at `before`; with a 1 the clock was stopped at `since`. */
export type DueEntry = [since: Seconds, before: Seconds] | [since: Seconds, before: Seconds, stopped: 1];

export type FinalReply = [at: Seconds, days: number, outcome: Outcome, promiseBefore?: Seconds];

export interface Facts {
  /** Seconds since the epoch. */
  received: number;
  /** Who held it since when; first the department its writer or file named. */
  holders: [since: Seconds, department: string | null][];
  acceptBy: [since: Seconds, before: Seconds][];
  /** Reply deadlines of the first round, then of the reopened one. */
  rounds: DueEntry[][];
  accepted?: Seconds;
  declined?: Seconds;
  /** First interim reply. */
  interim?: Seconds;
  /** The final reply of each round. */
  replies?: FinalReply[];
  /** The rating of each final reply. */
  ratings?: [at: Seconds, level: Level, solved: Solved][];
  /** Follow-ups that say a promise was carried out. */
  done?: Seconds[];
  transfers?: Seconds[];
  extended?: Seconds;
  contested?: Seconds;
  spam?: Seconds;
  withdrawn?: Seconds;
}

/** @throws TypeError where the events don't begin with a submission */
export function factsOf(events: readonly LetterEvent[]): Facts {
  const [first, ...later] = events;
  if (first?.kind !== 'submitted') throw new TypeError('a letter needs at least its submission');
  const received = secondsOf(first.at);
  const facts: Facts = {
    received,
    holders: [[0, first.department]],
    acceptBy: [[0, secondsOf(first.acceptBy.before) - received]],
    rounds: [[[0, secondsOf(first.clock.due.before) - received]]],
  };
  for (const event of later) {
    add(facts, event, secondsOf(event.at) - received, (instant) => secondsOf(instant) - received);
  }
  return facts;
}

function secondsOf(instant: Instant): number {
  return Math.floor(instant / 1000);
}

type Since = (instant: Instant) => Seconds;
type Adds = { [K in EventKind]?: (facts: Facts, at: Seconds, event: EventOf<K>, since: Since) => void };

function add<K extends EventKind>(facts: Facts, event: EventOf<K>, at: Seconds, since: Since): void {
  const adds: Adds[K] = ADDS[event.kind];
  adds?.(facts, at, event, since);
}

/** What each event adds; the kinds left out bear on no figure. */
const ADDS: Adds = {
  accepted: (facts, at, { department }) => {
    facts.accepted ??= at;
    hold(facts, at, department);
  },
  assigned: (facts, at, { department }) => hold(facts, at, department),
  transferred: (facts, at, { department }) => {
    (facts.transfers ??= []).push(at);
    hold(facts, at, department);
  },
  declined: (facts, at) => void (facts.declined = at),
  marked_spam: (facts, at) => void (facts.spam = at),
  withdrawn: (facts, at) => void (facts.withdrawn = at),
  info_requested: (facts, at, { clock }, since) => void duesOf(facts).push([at, since(clock.due.before), 1]),
  supplemented: runs,
  resumed: runs,
  extended: (facts, at, event, since) => {
    facts.extended = at;
    runs(facts, at, event, since);
  },
  recomputed: (facts, at, event, since) => {
    const acceptBefore = since(event.acceptBy.before);
    if (facts.acceptBy.at(-1)![1] !== acceptBefore) facts.acceptBy.push([at, acceptBefore]);
    runs(facts, at, event, since);
  },
  reopened: (facts, at, { clock }, since) => void facts.rounds.push([[at, since(clock.due.before)]]),
  replied: (facts, at, { type, outcome, days, promiseBefore }, since) => {
    if (type === 'interim' || outcome === null) return void (facts.interim ??= at);
    const promise: [Seconds?] = promiseBefore === null ? [] : [since(promiseBefore)];
    (facts.replies ??= []).push([at, days, outcome, ...promise]);
  },
  rated: (facts, at, { level, solved }) => void (facts.ratings ??= []).push([at, level, solved]),
  closed: (facts, at, { reason }) => void (reason === 'contested' && (facts.contested = at)),
  followed_up: (facts, at, { done }) => void (done && (facts.done ??= []).push(at)),
};

function hold(facts: Facts, at: Seconds, department: string | null): void {
  if (facts.holders.at(-1)![1] !== department) facts.holders.push([at, department]);
}

/** The clock has this deadline from now on; nothing to note where it is the one in force. */
function runs(facts: Facts, at: Seconds, { clock }: Pick<EventOf<'extended'>, 'clock'>, since: Since): void {
  const before = since(clock.due.before);
  const stopped = clock.stoppedOn !== null;
  const [, last, wasStopped] = duesOf(facts).at(-1)!;
  if (last === before && (wasStopped === 1) === stopped) return;
  duesOf(facts).push(stopped ? [at, before, 1] : [at, before]);
}

function duesOf(facts: Facts): DueEntry[] {
  return facts.rounds.at(-1)!;
}
