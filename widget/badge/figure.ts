import type { Stats } from '../../contract/stats.ts';
import type { Lang, Metric } from '../../contract/vocabulary.ts';
import { grouped } from '../base/grouped.ts';
import { badgeWords } from '../locales/badge.ts';

/** What a badge says: "92 %" with "近一年 1,024 件"; honest when there is little or nothing to say. */
export interface BadgeText {
  figure: string;
  sample: string;
}

type Shown = Pick<
  Stats,
  | 'due'
  | 'replied'
  | 'repliedOnTime'
  | 'rated'
  | 'satisfied'
  | 'solvedYes'
  | 'meanDays'
  | 'replyRate'
  | 'onTimeRate'
  | 'satisfaction'
  | 'solvedRate'
  | 'small'
>;

export function badgeText(stats: Shown, metric: Metric, lang: Lang, smallBelow: number): BadgeText {
  const words = badgeWords[lang];
  const { part, whole, rate } = sharesOf(stats, metric);
  if (!whole || rate === null)
    return { figure: words.none, sample: rated(metric) ? words.noneRated : words.noneSample };
  if (metric === 'days') return { figure: words.days(rate.toFixed(1)), sample: words.sample(grouped(whole)) };
  if (whole < smallBelow) return { figure: words.of(grouped(part), grouped(whole)), sample: words.small };
  // Rounded down: 99.9 % must not read as 100 %.
  return { figure: `${Math.floor(rate * 100)} %`, sample: words.sample(grouped(whole)) };
}

const rated = (metric: Metric) => metric === 'satisfaction' || metric === 'solved-rate';

function sharesOf(stats: Shown, metric: Metric): { part: number; whole: number; rate: number | null } {
  switch (metric) {
    case 'reply-rate':
      return { part: stats.replied, whole: stats.due, rate: stats.replyRate };
    case 'on-time-rate':
      return { part: stats.repliedOnTime, whole: stats.due, rate: stats.onTimeRate };
    case 'days':
      return { part: stats.replied, whole: stats.replied, rate: stats.meanDays };
    case 'satisfaction':
      return { part: stats.satisfied, whole: stats.rated, rate: stats.satisfaction };
    case 'solved-rate':
      return { part: stats.solvedYes, whole: stats.rated, rate: stats.solvedRate };
  }
}
