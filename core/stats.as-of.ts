/** One letter as it was known at a cut-off. */
import type { Instant } from './events.ts';
import type { DueEntry, Facts, FinalReply, Seconds } from './facts.ts';

export interface Known {
  /** The cut-off in the letter's own time. */
  asOf: Seconds;
  holder: string | null;
  accepted: Seconds | null;
  declined: Seconds | null;
  interim: Seconds | null;
  flagged: Seconds | null;
  copied: Seconds | null;
  acknowledged: Seconds | null;
  extended: Seconds | null;
  contested: Seconds | null;
  spam: Seconds | null;
  withdrawn: Seconds | null;
  acceptBy: Facts['acceptBy'];
  rounds: DueEntry[][];
  replies: FinalReply[];
  ratings: NonNullable<Facts['ratings']>;
  done: Seconds[];
  transfers: number;
}

/** What had happened before the cut-off; null where the letter hadn't been received, or was in another tenant's hands. */
export function asOfCutOff(facts: Facts, asOf: Instant): Known | null {
  const until = Math.ceil(asOf / 1000) - facts.received;
  if (until <= 0) return null;
  const then = (at: Seconds | undefined) => (at !== undefined && at < until ? at : null);
  const past = <T extends readonly [Seconds, ...unknown[]]>(entries: T[] = []) =>
    entries.filter(([at]) => at < until);
  const times = (entries: Seconds[] = []) => entries.filter((at) => at < until);
  const [, holder, elsewhere] = past(facts.holders).at(-1)!;
  if (elsewhere !== undefined) return null;
  return {
    asOf: until,
    holder,
    accepted: then(facts.accepted),
    declined: then(facts.declined),
    interim: then(facts.interim),
    flagged: then(facts.flagged),
    copied: then(facts.copied),
    acknowledged: then(facts.acknowledged),
    extended: then(facts.extended),
    contested: then(facts.contested),
    spam: then(facts.spam),
    withdrawn: then(facts.withdrawn),
    acceptBy: past(facts.acceptBy),
    rounds: facts.rounds.map((round) => past(round)).filter((round) => round.length > 0),
    replies: past(facts.replies),
    ratings: past(facts.ratings),
    done: times(facts.done),
    transfers: times(facts.transfers).length,
  };
}

/** The deadline in force at a moment: the last that came into force by then. */
export function inForce<T extends readonly [Seconds, Seconds, ...unknown[]]>(
  entries: readonly T[],
  at: Seconds,
): T {
  return entries.findLast(([since]) => since <= at) ?? entries[0]!;
}

/** Whether a deadline had lapsed by the cut-off. A clock stopped before its deadline stands: it can't have. */
export function hasLapsed([since, before, stopped]: DueEntry, asOf: Seconds): boolean {
  return before <= asOf && !(stopped && since < before);
}
