/**
 * The league table (product.md §6): tenants of like volume in the order of a rate, those below the minimum apart. A rank
 * comes with the ranks that chance alone could have given as well, so that nobody is blamed for noise.
 */
import type { Band } from '../contract/ranking.ts';
import { limits } from '../contract/limits.ts';
import { trendOf, type Trend } from './ranking.trend.ts';
import type { Figures } from './stats.rules.ts';
import type { RankedBy } from '../contract/vocabulary.ts';

export interface Entry {
  tenant: string;
  figures: Figures;
  /** Of the period before, equally long. */
  before: Figures;
}

export interface Ranked extends Entry {
  /** Equal rates share a rank; the next one is as many further. */
  rank: number;
  /** The best and the worst rank that the 95 % intervals leave possible. */
  between: [best: number, worst: number];
  trend: Trend;
}

export interface League {
  /** The largest volume first; bands in which nobody is ranked are left out. */
  bands: { band: Band; ranked: Ranked[] }[];
  /** Too few to have a rate, or none at all: by volume, the largest first. */
  below: (Entry & { band: Band | null })[];
}

const BANDS: [from: number, band: Band][] = [
  [1000, '1000+'],
  [100, '100-999'],
  [10, '10-99'],
  [1, '1-9'],
];

/** By letters received; null where there was none. */
export function bandOf(received: number): Band | null {
  return BANDS.find(([from]) => received >= from)?.[1] ?? null;
}

interface Rate {
  part: number;
  of: number;
  rate: number | null;
  interval: [low: number, high: number] | null;
}

const rates: Record<RankedBy, (figures: Figures) => Rate> = {
  'on-time-rate': ({ repliedOnTime: part, due: of, onTimeRate: rate, onTimeRateInterval: interval }) => ({
    ...{ part, of, rate, interval },
  }),
  'reply-rate': ({ replied: part, due: of, replyRate: rate, replyRateInterval: interval }) => ({
    ...{ part, of, rate, interval },
  }),
  satisfaction: ({ satisfied: part, rated: of, satisfaction: rate, satisfactionInterval: interval }) => ({
    ...{ part, of, rate, interval },
  }),
  'solved-rate': ({ solvedYes: part, rated: of, solvedRate: rate, solvedRateInterval: interval }) => ({
    ...{ part, of, rate, interval },
  }),
};

export function leagueOf(entries: readonly Entry[], by: RankedBy): League {
  const rateOf = rates[by];
  const enough = (entry: Entry) => rateOf(entry.figures).of >= limits.smallSample;
  const below = entries
    .filter((entry) => !enough(entry))
    .map((entry) => ({ ...entry, band: bandOf(entry.figures.received) }))
    .sort((one, other) => other.figures.received - one.figures.received || byName(one, other));
  const bands = BANDS.flatMap(([, band]) => {
    const own = entries.filter((entry) => enough(entry) && bandOf(entry.figures.received) === band);
    return own.length > 0 ? [{ band, ranked: rank(own, by) }] : [];
  });
  return { bands, below };
}

/** Of equal rates the one with more letters stands first. */
function rank(entries: readonly Entry[], by: RankedBy): Ranked[] {
  const known = entries.map((entry) => {
    const { rate, of, interval } = rates[by](entry.figures);
    return { entry, of, rate: rate!, low: interval![0], high: interval![1] };
  });
  known.sort((one, other) => other.rate - one.rate || other.of - one.of || byName(one.entry, other.entry));
  return known.map(({ entry, rate, low, high }) => ({
    ...entry,
    rank: 1 + known.filter((other) => other.rate > rate).length,
    between: [
      1 + known.filter((other) => other.low > high).length,
      known.length - known.filter((other) => other.high < low).length,
    ],
    trend: trendOf(rates[by](entry.figures), rates[by](entry.before)),
  }));
}

const byName = (one: Entry, other: Entry) => (one.tenant < other.tenant ? -1 : 1);
