/**
 * What the figures need of a letter, small enough to keep beside each: every fact with its time, so that they can be
 * computed as of any cut-off. Made of public fields of events only; an auditor makes the same from the public log.
 */
import type { Outcome, Level, Solved } from '../contract/vocabulary.ts';
import type { EventKind, EventOf, Instant, LetterEvent } from './events.ts';
import { addSigns } from './facts.signs.ts';
import { holderAfter, isSameHolder } from './holder.ts';

/**
 * Seconds since the letter's receipt, so that a record stays short. Times are cut to the second; deadlines and cut-offs
 * fall on full seconds, so "before" means the same as with milliseconds.
 */
export type Seconds = number;

/** A deadline that came into force at `since` and lapses at `before`; with a 1 the clock was stopped at `since`. */
export type DueEntry = [since: Seconds, before: Seconds] | [since: Seconds, before: Seconds, stopped: 1];

export type FinalReply = [at: Seconds, days: number, outcome: Outcome, promiseBefore?: Seconds];

export type HolderEntry = [since: Seconds, department: string | null, tenant?: string];

export interface Facts {
  /** Seconds since the epoch. */
  received: number;
  /** Who held it since when; first the department its writer or file named. With a `tenant` it was in another tenant's hands. */
  holders: HolderEntry[];
  acceptBy: [since: Seconds, before: Seconds][];
  /** Reply deadlines of the first round, then of the reopened one. */
  rounds: DueEntry[][];
  accepted?: Seconds;
  declined?: Seconds;
  /** First interim reply. */
  interim?: Seconds;
  /** The first reply with a sign of the reply check; with the sign `near-copy`; an interim one that only acknowledges. */
  flagged?: Seconds;
  copied?: Seconds;
  acknowledged?: Seconds;
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
  accepted: (facts, at, event) => {
    facts.accepted ??= at;
    hold(facts, at, event);
  },
  assigned: hold,
  transferred: (facts, at, event) => {
    (facts.transfers ??= []).push(at);
    hold(facts, at, event);
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
  replied: (facts, at, event, since) => {
    const { type, outcome, days, promiseBefore } = event;
    addSigns(facts, at, event);
    if (type === 'interim' || outcome === null) return void (facts.interim ??= at);
    const promise: [Seconds?] = promiseBefore === null ? [] : [since(promiseBefore)];
    (facts.replies ??= []).push([at, days, outcome, ...promise]);
  },
  rated: (facts, at, { level, solved }) => void (facts.ratings ??= []).push([at, level, solved]),
  closed: (facts, at, { reason }) => void (reason === 'contested' && (facts.contested = at)),
  followed_up: (facts, at, { done }) => void (done && (facts.done ??= []).push(at)),
};

function hold(facts: Facts, at: Seconds, event: LetterEvent): void {
  const [, department, tenant = null] = facts.holders.at(-1)!;
  const after = holderAfter({ department, tenant }, event);
  if (isSameHolder(after, { department, tenant })) return;
  facts.holders.push([
    at,
    after.department,
    ...(after.tenant === null ? ([] as const) : ([after.tenant] as const)),
  ]);
}

/**
 * The same letter as another tenant that held it counts it: while that tenant held it, it is its own, and before and after it
 * was in others' hands. So each tenant counts by its own facts, and no letter counts in two.
 * @param home whose letter it is; @param tenant whose facts these are to be
 */
export function factsFor(facts: Facts, home: string, tenant: string): Facts {
  const seen = ([since, department, holder]: HolderEntry): HolderEntry =>
    holder === tenant ? [since, department] : [since, null, holder ?? home];
  return { ...facts, holders: facts.holders.map(seen) };
}

/** Other tenants that held it, now or before. */
export function otherHolders({ holders }: Facts): string[] {
  return [...new Set(holders.flatMap(([, , tenant]) => tenant ?? []))];
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
