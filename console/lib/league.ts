/** The league table's periods and rates, as the console asks for them and shows them. */
import type { Band, Ranking } from '../../contract/ranking.ts';
import type { Figures } from '../../contract/stats.ts';
import { RANKED_BY, type RankedBy } from '../../contract/vocabulary.ts';

export const RANKING_PERIODS = ['months', 'quarter', 'year', 'lastYear'] as const;
export type RankingPeriod = (typeof RANKING_PERIODS)[number];

export const asRankingPeriod = (value: string | null): RankingPeriod =>
  RANKING_PERIODS.find((period) => period === value) ?? 'months';
export const asRankedBy = (value: string | null): RankedBy =>
  RANKED_BY.find((by) => by === value) ?? RANKED_BY[0];

/** Whole months, `YYYY-MM`, the last of them still running. */
export function monthsOf(period: RankingPeriod, today: string): { from: string; to: string } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const back = (count: number) => {
    const at = year * 12 + (month - 1) - count;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  };
  if (period === 'months') return { from: back(11), to: back(0) };
  if (period === 'quarter') return { from: back(2), to: back(0) };
  if (period === 'year') return { from: `${year}-01`, to: back(0) };
  return { from: `${year - 1}-01`, to: `${year - 1}-12` };
}

export interface Rate {
  part: number;
  of: number;
  rate: number | null;
  interval: [number, number] | null;
}

export function rateBy(by: RankedBy, figures: Figures): Rate {
  const { due, rated } = figures;
  switch (by) {
    case 'on-time-rate':
      return {
        part: figures.repliedOnTime,
        of: due,
        rate: figures.onTimeRate,
        interval: figures.onTimeRateInterval,
      };
    case 'reply-rate':
      return { part: figures.replied, of: due, rate: figures.replyRate, interval: figures.replyRateInterval };
    case 'satisfaction':
      return {
        part: figures.satisfied,
        of: rated,
        rate: figures.satisfaction,
        interval: figures.satisfactionInterval,
      };
    case 'solved-rate':
      return {
        part: figures.solvedYes,
        of: rated,
        rate: figures.solvedRate,
        interval: figures.solvedRateInterval,
      };
  }
}

export type RankedItem = Ranking['bands'][number]['items'][number];

/** Where a tenant stands; null where it has no rank. */
export function placeOf(
  ranking: Ranking,
  tenant: string,
): { band: Band; item: RankedItem; items: readonly RankedItem[] } | null {
  for (const { band, items } of ranking.bands) {
    const item = items.find((one) => one.tenant === tenant);
    if (item) return { band, item, items };
  }
  return null;
}

/** What tenants say about their figures, in the order in which they are listed. */
export function commentsIn({ bands, below }: Ranking): { name: string; text: string; at: string }[] {
  const all = [...bands.flatMap(({ items }) => items), ...below];
  return all.flatMap(({ name, comment }) => (comment ? [{ name, ...comment }] : []));
}
