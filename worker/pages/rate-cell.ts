/** A rate with its sample beside it: "—" where nothing is due, the counts only where they are few. */
import { html } from 'hono/html';
import type { Figures } from '../../contract/stats.ts';
import { grouped, isSmall, percent } from './numbers.ts';
import type { Html, View } from './view.ts';
import { commonWords } from './words.common.ts';
import { statsWords, type RateRow } from './words.stats.ts';

/** The parts of each rate: how many of how many. */
const fractions: Record<
  RateRow,
  [
    of: (figures: Figures) => [part: number, of: number],
    interval?: (figures: Figures) => [number, number] | null,
  ]
> = {
  replyRate: [({ replied, due }) => [replied, due], (figures) => figures.replyRateInterval],
  onTimeRate: [({ repliedOnTime, due }) => [repliedOnTime, due], (figures) => figures.onTimeRateInterval],
  satisfaction: [({ satisfied, rated }) => [satisfied, rated], (figures) => figures.satisfactionInterval],
  solvedRate: [({ solvedYes, rated }) => [solvedYes, rated], (figures) => figures.solvedRateInterval],
  resolvedRate: [({ resolved, replied }) => [resolved, replied]],
};

/** Nothing to divide by: "—". Too few: the counts only. Else the rate, its sample and how sure it is. */
export function rateCell(view: View, figures: Figures, name: RateRow): Html | string {
  const words = statsWords[view.lang];
  const [fraction, intervalOf] = fractions[name];
  const [part, of] = fraction(figures);
  const rate = figures[name];
  if (rate === null) return commonWords[view.lang].none;
  if (isSmall(of)) return html`<small>${words.small(grouped(part), grouped(of))}</small>`;
  const interval = intervalOf?.(figures);
  const sure = interval
    ? html`<small
        >${words.interval(`${percent(interval[0]).replace(' %', '')}–${percent(interval[1])}`)}</small
      >`
    : '';
  return html`${percent(rate)}<small>${words.of(grouped(part), grouped(of))}</small>${sure}`;
}

export const rateNames = Object.keys(fractions) as RateRow[];

/** For a column: the rate or "—". */
export function shortRate(view: View, figures: Figures, name: RateRow): string {
  const [, of] = fractions[name][0](figures);
  const rate = figures[name];
  return rate === null || isSmall(of) ? commonWords[view.lang].none : percent(rate);
}
