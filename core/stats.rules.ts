/**
 * The figures of product.md §6. The badge, the stats page, the bulletin, the league table, the annual form and the auditor
 * all ask here. The caller picks the letters by date of receipt and scope; this module knows only what was known before `asOf`.
 */
import type { Figures } from '../contract/stats.ts';
import { limits } from '../contract/limits.ts';
import type { Instant } from './events.ts';
import type { Facts } from './facts.ts';
import { asOfCutOff } from './stats.as-of.ts';
import { emptyTally, mergeTally, type Tally, tallyLetter } from './stats.tally.ts';

export type { Figures, Tally };
export { emptyTally, mergeTally };

/** The key of letters nobody holds. */
export const UNASSIGNED = 'unassigned';

export interface FiguresQuery {
  /** The end (24:00) of the cut-off day in the tenant's zone: what happened then or later is not known. */
  asOf: Instant;
  /** Notices published in the period. */
  notices: number;
}

export function figures(facts: Iterable<Facts>, { asOf, notices }: FiguresQuery): Figures {
  const tally = emptyTally();
  for (const letter of facts) {
    const known = asOfCutOff(letter, asOf);
    if (known) tallyLetter(tally, known);
  }
  return figuresOf(tally, notices);
}

export interface DepartmentQuery {
  asOf: Instant;
  /** Notices published in the period, by department. */
  notices: ReadonlyMap<string, number>;
}

export interface FiguresByDepartment {
  total: Figures;
  /** Departments that hold letters or published notices, and `unassigned` where there are such letters. */
  byDepartment: Map<string, Figures>;
}

/** All departments in one pass. */
export function figuresByDepartment(facts: Iterable<Facts>, query: DepartmentQuery): FiguresByDepartment {
  const tallies = tallyByDepartment(facts, query.asOf);
  for (const id of query.notices.keys()) if (!tallies.has(id)) tallies.set(id, emptyTally());
  const total = emptyTally();
  for (const tally of tallies.values()) mergeTally(total, tally);
  const notices = [...query.notices.values()].reduce((sum, count) => sum + count, 0);
  return {
    total: figuresOf(total, notices),
    byDepartment: new Map(
      [...tallies].map(([id, tally]) => [id, figuresOf(tally, query.notices.get(id) ?? 0)]),
    ),
  };
}

/** The counts alone, to be kept in a roll-up and merged with others. A letter belongs to its holder at the cut-off. */
export function tallyByDepartment(facts: Iterable<Facts>, asOf: Instant): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const letter of facts) {
    const known = asOfCutOff(letter, asOf);
    if (!known) continue;
    const holder = known.holder ?? UNASSIGNED;
    const tally = tallies.get(holder) ?? emptyTally();
    tallyLetter(tally, known);
    tallies.set(holder, tally);
  }
  return tallies;
}

/** Rates, intervals, median and mean from counts; counts of several periods or tenants may be merged before. */
export function figuresOf({ days, ...counted }: Tally, notices: number): Figures {
  // What was tallied before a count came into being lacks it.
  const { days: _days, ...none } = emptyTally();
  const counts = { ...none, ...counted };
  const { replied, repliedOnTime, due, rated, satisfied, solvedYes, resolved } = counts;
  return {
    ...counts,
    replyRate: rate(replied, due),
    replyRateInterval: wilson(replied, due),
    onTimeRate: rate(repliedOnTime, due),
    onTimeRateInterval: wilson(repliedOnTime, due),
    medianDays: median(days),
    meanDays: mean(days),
    satisfaction: rate(satisfied, rated),
    satisfactionInterval: wilson(satisfied, rated),
    solvedRate: rate(solvedYes, rated),
    solvedRateInterval: wilson(solvedYes, rated),
    resolvedRate: rate(resolved, replied),
    notices,
    small: due < limits.smallSample,
  };
}

/** Nothing to divide by: null, never 100 %. */
function rate(successes: number, n: number): number | null {
  return n === 0 ? null : successes / n;
}

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/** 95 % Wilson score interval (E. B. Wilson 1927) for `successes` of `n`. */
export function wilson(successes: number, n: number): [low: number, high: number] | null {
  if (n === 0) return null;
  const p = successes / n;
  const z2n = (Z * Z) / n;
  const centre = (p + z2n / 2) / (1 + z2n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + z2n / n / 4)) / (1 + z2n);
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}

function mean(days: Tally['days']): number | null {
  const entries = Object.entries(days);
  const letters = entries.reduce((sum, [, count]) => sum + count, 0);
  return rate(
    entries.reduce((sum, [day, count]) => sum + Number(day) * count, 0),
    letters,
  );
}

/** Between the two middle ones where their number is even. */
function median(days: Tally['days']): number | null {
  const entries = Object.entries(days).sort(([one], [other]) => Number(one) - Number(other));
  const letters = entries.reduce((sum, [, count]) => sum + count, 0);
  if (letters === 0) return null;
  const at = (rank: number) => {
    for (const [day, count] of entries) if ((rank -= count) < 0) return Number(day);
    throw new RangeError('rank beyond the letters counted');
  };
  return (at(Math.floor((letters - 1) / 2)) + at(Math.floor(letters / 2))) / 2;
}
