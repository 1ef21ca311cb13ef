/**
 * Roll-ups: counts per department and month, kept by adding what a letter adds now and taking away what it added before, so
 * that a change of one letter needs no other. Which counts these are, stats.rules.ts alone says.
 */
import type { Instant } from './events.ts';
import type { Facts, Seconds } from './facts.ts';
import { emptyTally, figuresOf, tallyByDepartment, type Figures, type Tally } from './stats.rules.ts';

type SumName = Exclude<keyof Tally, 'days'> | 'notices';

/** Counts without those that are 0, and the histogram of working days to the first final reply. Plain JSON, to be kept. */
export type Sums = { [K in SumName]?: number } & { days?: Record<string, number> };

/** Whose sums count notices that name no department; no department's id is that. */
export const NO_DEPARTMENT = '-';

/** What one letter adds, and to whom. */
export interface Share {
  department: string;
  sums: Sums;
}

/** As of a cut-off; null where the letter hadn't been received. */
export function shareOf(facts: Facts, asOf: Instant): Share | null {
  const [entry] = tallyByDepartment([facts], asOf);
  if (!entry) return null;
  const [department, { days, ...counts }] = entry;
  const sums: Sums = {};
  addSums(sums, { ...counts, days });
  return { department, sums };
}

/**
 * The first cut-off after `asOf` by which the letter adds something else without anything being done: a deadline has lapsed,
 * a promise has come due. Null where time alone changes nothing any more.
 */
export function nextShareAt(facts: Facts, asOf: Instant): Instant | null {
  const present = JSON.stringify(shareOf(facts, asOf));
  const later = momentsOf(facts).filter((moment) => moment > asOf);
  for (const moment of [...new Set(later)].sort((one, other) => one - other))
    if (JSON.stringify(shareOf(facts, moment)) !== present) return moment;
  return null;
}

/** Cut-offs at which something of the letter comes to be known, or a time of it is over. */
function momentsOf(facts: Facts): Instant[] {
  const { accepted, declined, interim, extended, contested, spam, withdrawn, rounds, replies = [] } = facts;
  const { flagged, copied, acknowledged } = facts;
  const entries = [
    ...facts.holders,
    ...facts.acceptBy,
    ...rounds.flat(),
    ...replies,
    ...(facts.ratings ?? []),
  ];
  const single = [
    ...[0, accepted, declined, interim, extended, contested, spam, withdrawn],
    ...[flagged, copied, acknowledged],
  ].flatMap((at) => at ?? []);
  const happened: Seconds[] = [
    ...single,
    ...entries.map(([at]) => at),
    ...(facts.done ?? []),
    ...(facts.transfers ?? []),
  ];
  const lapses: Seconds[] = [
    ...rounds.flat().map(([, before]) => before),
    ...replies.flatMap(([, , , promiseBefore]) => promiseBefore ?? []),
  ];
  return [...happened.map((at) => at + 1), ...lapses].map((at) => (facts.received + at) * 1000);
}

/** @param sign -1 takes away what was added before */
export function addSums(into: Sums, { days, ...counts }: Sums, sign: 1 | -1 = 1): void {
  addCounts(into as Record<string, number>, counts, sign);
  if (!days || Object.keys(days).length === 0) return;
  const own = (into.days ??= {});
  addCounts(own, days, sign);
  if (Object.keys(own).length === 0) delete into.days;
}

function addCounts(into: Record<string, number>, counts: Record<string, number>, sign: 1 | -1): void {
  for (const [name, count] of Object.entries(counts)) {
    const sum = (into[name] ?? 0) + sign * count;
    if (sum === 0) delete into[name];
    else into[name] = sum;
  }
}

/** Rates, intervals and days from sums of any months, departments or tenants, added up. */
export function figuresOfSums({ days = {}, notices = 0, ...counts }: Sums): Figures {
  return figuresOf({ ...emptyTally(), ...counts, days }, notices);
}
