import type { Level } from '../../contract/vocabulary.ts';
import { type TemplateResult, html, nothing } from 'lit';
import type { Charts } from '../../contract/charts.ts';
import { limits } from '../../contract/limits.ts';
import { levelWords } from '../../contract/words.ts';
import { call } from '../lib/api.ts';
import { dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { lang, t } from '../words/index.ts';
import { type Bar, bars, chart, columns, legend } from './chart-parts.ts';
import { loadFailure, loadingLines } from './problems.ts';
import { percent, whole } from './rates.ts';

const getCharts = (tenant: string, from: string, to: string) =>
  call<Charts>(`/v1/tenants/${encodeURIComponent(tenant)}/charts`, { query: { from, to } });

/** A tenant's figures where people look rather than read: by week, by age, step by step, by rating. */
export class StatsCharts extends ConsoleElement {
  static override properties = { tenant: {}, from: {}, to: {} };
  declare tenant: string;
  declare from: string;
  declare to: string;
  readonly #charts = new Loader<Charts>(this);

  override willUpdate(changed: Map<string, unknown>): void {
    if (['tenant', 'from', 'to'].some((name) => changed.has(name))) void this.#load();
  }

  #load = (): Promise<void> => this.#charts.run(() => getCharts(this.tenant, this.from, this.to));

  override render() {
    const words = t().charts;
    const { value, error } = this.#charts;
    return html`<section class="charts" aria-labelledby="charts-title">
      <h2 id="charts-title">${words.title}</h2>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? drawn(value) : loadingLines(4)}
    </section>`;
  }
}

function drawn(charts: Charts): TemplateResult {
  if (charts.flow.received === 0) return html`<p class="state">${t().charts.none}</p>`;
  return html`${weekly(charts)}
    <div class="chart-pair">${waiting(charts)} ${flow(charts)}</div>
    ${ratings(charts)}`;
}

function weekly({ weeks }: Charts): TemplateResult {
  const words = t().charts.weeks;
  const most = weeks.reduce((best, week) => (week.received > best.received ? week : best));
  const weekWords = ({ from, to }: (typeof weeks)[number]) => t().charts.week(dayShort(from), dayShort(to));
  const late = ({ due, repliedOnTime }: (typeof weeks)[number]) => due - repliedOnTime;
  const labels = [weeks[0], weeks[weeks.length >> 1], weeks.at(-1)].filter((week) => week !== undefined);
  const parts = weeks.map(
    (week) =>
      [
        ['good', week.repliedOnTime],
        ['late', late(week)],
        ['open', week.received - week.due],
      ] as const,
  );
  return chart({
    id: 'weeks',
    title: words.title,
    says: words.says(weeks.length, whole(most.received), weekWords(most)),
    drawing: html`${legend('weeks', [
      ['good', words.onTime],
      ['late', words.late],
      ['open', words.notDue],
    ])}
    ${columns(
      'weeks-columns',
      parts,
      [...new Set(labels)].map(({ from }) => dayShort(from)),
    )}`,
    table: {
      columns: Object.values(words.columns),
      rows: weeks.map((week) => [
        weekWords(week),
        ...[week.received, week.repliedOnTime, late(week), week.received - week.due].map(whole),
        // Too few for a rate: the counts say it.
        week.onTimeRate === null || week.due < limits.smallSample
          ? t().common.none
          : percent(week.onTimeRate),
      ]),
    },
  });
}

function waiting({ open }: Charts): TemplateResult {
  const words = t().charts.open;
  const all = open.reduce((sum, { count }) => sum + count, 0);
  const old = open.find(({ age }) => age === '90+')?.count ?? 0;
  const list = open.map(({ age, count, overdue }): Bar => ({
    name: words.ages[age],
    parts: [
      ['open', count - overdue],
      ['late', overdue],
    ],
    value: whole(count),
  }));
  return chart({
    id: 'open',
    title: words.title,
    says: all === 0 ? words.saysNone : words.says(whole(all), whole(old)),
    drawing:
      all === 0
        ? nothing
        : html`${legend('open', [
            ['open', words.inTime],
            ['late', words.late],
          ])}
          ${bars('open-bars', list)}`,
    table:
      all === 0
        ? null
        : {
            columns: Object.values(words.columns),
            rows: open.map(({ age, count, overdue }) => [words.ages[age], whole(count), whole(overdue)]),
          },
  });
}

const share = (part: number, all: number) =>
  all < limits.smallSample ? t().common.none : percent(part / all);

function flow({ flow: steps }: Charts): TemplateResult {
  const words = t().charts.flow;
  const names = ['received', 'accepted', 'replied', 'rated', 'solved'] as const;
  const list = names.map((name): Bar => ({
    name: words.steps[name],
    parts: [['good', steps[name]]],
    value: whole(steps[name]),
  }));
  return chart({
    id: 'flow',
    title: words.title,
    says: words.says(whole(steps.received), whole(steps.replied), whole(steps.solved)),
    drawing: bars('flow-bars', list),
    table: {
      columns: Object.values(words.columns),
      rows: names.map((name) => [words.steps[name], whole(steps[name]), share(steps[name], steps.received)]),
    },
  });
}

function ratings({ ratings: levels }: Charts): TemplateResult {
  const words = t().charts.ratings;
  const all = levels.reduce((sum, { count }) => sum + count, 0);
  const content = levels.reduce((sum, { level, count }) => sum + (level >= 3 ? count : 0), 0);
  const nameOf = (level: number) => levelWords[lang.value][level as Level];
  const list = levels.map(({ level, count }): Bar => ({
    name: nameOf(level),
    parts: [[level >= 3 ? 'good' : 'open', count]],
    value: whole(count),
  }));
  return chart({
    id: 'ratings',
    title: words.title,
    says: all === 0 ? words.saysNone : words.says(whole(all), whole(content)),
    drawing: all === 0 ? nothing : bars('ratings-bars', list),
    table:
      all === 0
        ? null
        : {
            columns: Object.values(words.columns),
            rows: levels.map(({ level, count }) => [nameOf(level), whole(count), share(count, all)]),
          },
  });
}

customElements.define('hx-stats-charts', StatsCharts);
