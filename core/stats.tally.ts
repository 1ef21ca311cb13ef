/** What one letter adds to the counts of product.md §6. Counts add up; rates don't, so they are made last. */
import type { Figures } from '../contract/stats.ts';
import type { DueEntry } from './facts.ts';
import { isSatisfied } from './rules/rate.ts';
import { hasLapsed, inForce, type Known } from './stats.as-of.ts';

const HOUR = 3_600;
const DAY = 86_400;

type Count = {
  [K in keyof Figures]: Figures[K] extends number ? (K extends 'notices' ? never : K) : never;
}[keyof Figures];

/** Counts, and how many first final replies took how many working days. Plain JSON, to be kept and merged. */
export type Tally = Record<Count, number> & { days: Record<number, number> };

export function emptyTally(): Tally {
  return {
    received: 0,
    acceptedOnTime: 0,
    unanswered: 0,
    replied: 0,
    repliedOnTime: 0,
    overdue: 0,
    due: 0,
    rated: 0,
    satisfied: 0,
    solvedYes: 0,
    resolved: 0,
    reopened: 0,
    contested: 0,
    transfers: 0,
    extended: 0,
    declined: 0,
    promisesDue: 0,
    promisesKept: 0,
    lastHourReplies: 0,
    lastDayStops: 0,
    closedThenReopened: 0,
    resolvedButNotSolved: 0,
    qualityFlags: 0,
    nearCopies: 0,
    acknowledgements: 0,
    spam: 0,
    withdrawn: 0,
    days: {},
  };
}

export function mergeTally(into: Tally, { days, ...counts }: Tally): void {
  for (const [count, value] of Object.entries(counts)) into[count as Count] += value;
  for (const [day, letters] of Object.entries(days)) into.days[+day] = (into.days[+day] ?? 0) + letters;
}

/** Spam and withdrawn letters are left out of every count but their own. */
export function tallyLetter(tally: Tally, letter: Known): void {
  if (letter.spam !== null) return void tally.spam++;
  if (letter.withdrawn !== null) return void tally.withdrawn++;
  tally.received++;
  tallyAnswer(tally, letter);
  tallyPath(tally, letter);
  tallyRatings(tally, letter);
  tallyPromise(tally, letter);
  tallySignsOfGaming(tally, letter);
  tallyReplyCheck(tally, letter);
}

function tallyAnswer(tally: Tally, letter: Known): void {
  const { accepted, declined, interim, replies, rounds, asOf } = letter;
  const [first] = replies;
  const taken = accepted ?? declined;
  const answered = first?.[0] ?? declined;
  if (taken !== null && taken < inForce(letter.acceptBy, taken)[1]) tally.acceptedOnTime++;
  if (answered === null && interim === null) tally.unanswered++;
  if (answered !== null) {
    tally.replied++;
    if (answered < inForce(rounds[0]!, answered)[1]) tally.repliedOnTime++;
  }
  if (answered !== null || hasLapsed(rounds[0]!.at(-1)!, asOf)) tally.due++;
  if (declined === null && replies.length < rounds.length && hasLapsed(rounds.at(-1)!.at(-1)!, asOf))
    tally.overdue++;
  if (first) tally.days[first[1]] = (tally.days[first[1]] ?? 0) + 1;
  if (replies.at(-1)?.[2] === 'resolved') tally.resolved++;
}

function tallyPath(tally: Tally, letter: Known): void {
  tally.transfers += letter.transfers;
  if (letter.declined !== null) tally.declined++;
  if (letter.extended !== null) tally.extended++;
  if (letter.rounds.length > 1) tally.reopened++;
  if (letter.contested !== null) tally.contested++;
}

/** The latest rating counts. */
function tallyRatings(tally: Tally, { ratings }: Known): void {
  const latest = ratings.at(-1);
  if (!latest) return;
  const [, level, solved] = latest;
  tally.rated++;
  if (isSatisfied(level)) tally.satisfied++;
  if (solved === 'yes') tally.solvedYes++;
}

/** The promise of the latest final reply: due once its day is over, kept if a follow-up said "done" by the end of that day. */
function tallyPromise(tally: Tally, { replies, done, asOf }: Known): void {
  const [repliedAt, , , before] = replies.at(-1) ?? [];
  if (repliedAt === undefined || before === undefined || before > asOf) return;
  tally.promisesDue++;
  if (done.some((at) => at >= repliedAt && at < before)) tally.promisesKept++;
}

/**
 * Replies in the last hour and stops in the last day before a deadline are counted in both rounds, each for itself. A final
 * reply closes a round, so "closed then reopened" is every letter with a second round.
 */
function tallySignsOfGaming(tally: Tally, { replies, ratings, rounds }: Known): void {
  const lastBefore = (at: number, [, before]: DueEntry, span: number) => at < before && at >= before - span;
  replies.forEach(([at], round) => {
    if (lastBefore(at, inForce(rounds[round]!, at), HOUR)) tally.lastHourReplies++;
  });
  for (const entry of rounds.flat()) if (entry[2] && lastBefore(entry[0], entry, DAY)) tally.lastDayStops++;
  if (rounds.length > 1) tally.closedThenReopened++;
  if (ratings.some(([, , solved], round) => solved === 'no' && replies[round]?.[2] === 'resolved'))
    tally.resolvedButNotSolved++;
}

/** Letters, not replies: a second flagged reply to the same letter adds nothing. */
function tallyReplyCheck(tally: Tally, { flagged, copied, acknowledged }: Known): void {
  if (flagged !== null) tally.qualityFlags++;
  if (copied !== null) tally.nearCopies++;
  if (acknowledged !== null) tally.acknowledgements++;
}
