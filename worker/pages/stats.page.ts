/** Every figure with its plain definition, its sample beside it, and the way to the data itself. */
import { html } from 'hono/html';
import type { FeedPage } from '../../contract/letters.ts';
import type { Figures, Stats } from '../../contract/stats.ts';
import { UNASSIGNED } from '../../core/index.ts';
import { layout } from './layout.ts';
import { grouped, isSmall, oneDecimal, percent } from './numbers.ts';
import { address, link, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { statsWords, type CountRow, type RateRow, type StatsWords } from './words.stats.ts';

export type PeriodName = keyof StatsWords['periods'];

export interface StatsPage {
  stats: Stats;
  period: PeriodName;
  counts: FeedPage['counts'];
}

export function statsPage(view: View, { stats, period, counts }: StatsPage): Html {
  const words = statsWords[view.lang];
  const main = html`<div class="stack">
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${tabs(view, period)}
    <p class="meta">${words.range(stats.from, stats.to)} · ${words.asOf(stats.asOf)}</p>
    ${table(view, words.groups.rates, rateRows(view, stats))}
    ${table(view, words.groups.days, dayRows(view, stats))}
    ${table(view, words.groups.counts, countRows(view, stats, plainCounts))}
    ${table(view, words.groups.checks, countRows(view, stats, checks), words.checksLead)}
    <section class="stack" aria-labelledby="departments"><h2 id="departments">${words.departments}</h2>${departments(view, stats)}</section>
    ${publication(view, counts)}
    ${data(view, stats)}
  </div>`;
  return layout(view, { title: words.title, section: 'stats', main });
}

function tabs(view: View, period: PeriodName): Html {
  const words = statsWords[view.lang];
  const names = Object.keys(words.periods) as PeriodName[];
  const items = names.map((name) => {
    const query = name === 'days' ? {} : { period: name };
    return html`<li><a href="${link(view, '/stats', query)}"${name === period ? html` aria-current="page"` : ''}>${words.periods[name]}</a></li>`;
  });
  return html`<nav aria-label="${words.period}"><ul class="tabs">${items}</ul></nav>`;
}

function table(view: View, caption: string, rows: Html[], lead?: string): Html {
  const words = statsWords[view.lang];
  return html`<section class="tight">
    <table class="table">
      <caption>${caption}${lead ? html`<small>${lead}</small>` : ''}</caption>
      <thead class="out-of-sight"><tr><th scope="col">${words.figure}</th><th scope="col">${words.value}</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </section>`;
}

const row = ([name, meaning]: readonly [string, string], value: Html | string): Html =>
  html`<tr><th scope="row">${name}<small>${meaning}</small></th><td class="number value">${value}</td></tr>`;

/** The parts of each rate: how many of how many. */
const fractions: Record<RateRow, [of: (figures: Figures) => [part: number, of: number], interval?: (figures: Figures) => [number, number] | null]> = {
  replyRate: [({ replied, due }) => [replied, due], (figures) => figures.replyRateInterval],
  onTimeRate: [({ repliedOnTime, due }) => [repliedOnTime, due], (figures) => figures.onTimeRateInterval],
  satisfaction: [({ satisfied, rated }) => [satisfied, rated], (figures) => figures.satisfactionInterval],
  solvedRate: [({ solvedYes, rated }) => [solvedYes, rated], (figures) => figures.solvedRateInterval],
  resolvedRate: [({ resolved, replied }) => [resolved, replied]],
};

/** Nothing to divide by: "—". Too few: the counts only. Else the rate, its sample and how sure it is. */
function rateCell(view: View, figures: Figures, name: RateRow): Html | string {
  const words = statsWords[view.lang];
  const [fraction, intervalOf] = fractions[name];
  const [part, of] = fraction(figures);
  const rate = figures[name];
  if (rate === null) return commonWords[view.lang].none;
  if (isSmall(of)) return html`<small>${words.small(grouped(part), grouped(of))}</small>`;
  const interval = intervalOf?.(figures);
  const sure = interval ? html`<small>${words.interval(`${percent(interval[0]).replace(' %', '')}–${percent(interval[1])}`)}</small>` : '';
  return html`${percent(rate)}<small>${words.of(grouped(part), grouped(of))}</small>${sure}`;
}

const rateRows = (view: View, stats: Stats): Html[] =>
  (Object.keys(fractions) as RateRow[]).map((name) => row(statsWords[view.lang].rates[name], rateCell(view, stats, name)));

function dayRows(view: View, { medianDays, meanDays, promisesKept, promisesDue }: Stats): Html[] {
  const words = statsWords[view.lang];
  const { none } = commonWords[view.lang];
  const days = (value: number | null) => (value === null ? none : words.workingDays(oneDecimal(value)));
  return [
    row(words.other.medianDays, days(medianDays)),
    row(words.other.meanDays, days(meanDays)),
    row(words.other.promises, promisesDue === 0 ? none : words.of(grouped(promisesKept), grouped(promisesDue))),
  ];
}

const plainCounts = [
  'received', 'acceptedOnTime', 'due', 'replied', 'repliedOnTime', 'overdue', 'unanswered', 'declined', 'rated', 'reopened',
  'contested', 'transfers', 'extended', 'notices', 'spam', 'withdrawn',
] as const satisfies readonly CountRow[]; // prettier-ignore
const checks = ['lastHourReplies', 'lastDayStops', 'closedThenReopened', 'resolvedButNotSolved'] as const satisfies readonly CountRow[];

const countRows = (view: View, stats: Stats, names: readonly CountRow[]): Html[] =>
  names.map((name) => row(statsWords[view.lang].counts[name], grouped(stats[name])));

function departments(view: View, stats: Stats): Html {
  const words = statsWords[view.lang];
  const { columns } = words;
  if (stats.byDepartment.length === 0) return html`<p>${words.noDepartments}</p>`;
  const short = (figures: Figures, name: RateRow) => {
    const [, of] = fractions[name][0](figures);
    const rate = figures[name];
    return rate === null || isSmall(of) ? commonWords[view.lang].none : percent(rate);
  };
  const rows = stats.byDepartment.map(
    (figures) => html`<tr>
      <th scope="row">${figures.id === UNASSIGNED ? words.unassigned : figures.name}</th>
      <td class="number">${grouped(figures.received)}</td><td class="number">${grouped(figures.replied)} / ${grouped(figures.due)}</td>
      <td class="number">${short(figures, 'replyRate')}</td><td class="number">${short(figures, 'onTimeRate')}</td>
      <td class="number">${grouped(figures.overdue)}</td><td class="number">${short(figures, 'satisfaction')}</td>
    </tr>`,
  );
  const heads = [columns.received, columns.replied, columns.rate, columns.onTime, columns.overdue, columns.satisfaction];
  return html`<div class="scroll" role="region" aria-label="${words.departments}" tabindex="0"><table class="table wide">
    <thead><tr><th scope="col">${words.department}</th>${heads.map((head) => html`<th class="number" scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`;
}

/** Numbers are gap-free, so what isn't published can be counted. */
function publication(view: View, { received, published, withoutConsent, withheld, spam }: FeedPage['counts']): Html {
  const words = statsWords[view.lang];
  const pending = Math.max(0, received - published - withoutConsent - withheld - spam);
  const reasons = [
    [withoutConsent, words.withoutConsent], [withheld, words.withheld], [spam, words.spam], [pending, words.pending],
  ] as const; // prettier-ignore
  const rest = received - published;
  return html`<section class="tight" aria-labelledby="publication">
    <h2 id="publication">${words.publication}</h2>
    <p class="narrow">${rest === 0 ? words.publishedAll(grouped(received)) : words.published(grouped(published), grouped(received), grouped(rest))}</p>
    <ul>${reasons.filter(([count]) => count > 0).map(([count, say]) => html`<li>${say(grouped(count))}</li>`)}</ul>
    <p class="hint narrow">${words.publicationHint}</p>
  </section>`;
}

function data(view: View, { tenant, from, to }: Stats): Html {
  const words = statsWords[view.lang];
  const api = `/v1/tenants/${tenant}`;
  const files = {
    stats: address(`${api}/stats`, { from, to }), badge: `${api}/badge.json`, svg: `${api}/badge.svg`, atom: `${api}/feed.atom`, json: `${api}/feed.json`,
  }; // prettier-ignore
  const items = (Object.keys(files) as (keyof typeof files)[]).map((name) => html`<li><a href="${files[name]}">${words.files[name]}</a></li>`);
  return html`<section class="tight no-print" aria-labelledby="data"><h2 id="data">${words.data}</h2><p>${words.dataLead}</p><ul class="links">${items}</ul></section>`;
}
