import { type TemplateResult, html } from 'lit';
import type { Figures, Stats } from '../../contract/stats.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { daysNumber, fault, rateOf, whole } from '../components/rates.ts';
import '../components/stats-charts.ts';
import { statsSigns } from '../components/stats-signs.ts';
import { getStats } from '../lib/calls.ts';
import { addDays, dayFull, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { tableHead } from '../components/table.ts';

const PERIODS = ['year', 'thisYear', 'quarter', 'month'] as const;
type Period = (typeof PERIODS)[number];

/** First and last day of a period that ends today. */
function spanOf(period: Period, today: string): [string, string] {
  const [year = '', month = '01'] = today.split('-');
  if (period === 'year') return [addDays(today, -364), today];
  if (period === 'thisYear') return [`${year}-01-01`, today];
  if (period === 'month') return [`${year}-${month}-01`, today];
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return [`${year}-${String(first).padStart(2, '0')}-01`, today];
}

/** The figures of product.md §6 for a tenant and its departments, counts always beside the rates. */
export class StatsPage extends ConsoleElement {
  static override properties = { tenant: {}, period: { state: true } };
  /** Empty: the member's own. */
  declare tenant: string;
  declare period: Period;
  readonly #stats = new Loader<Stats>(this);

  constructor() {
    super();
    this.tenant = '';
    this.period = 'year';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('tenant') || changed.has('period')) void this.#load();
  }

  /** Days are reckoned in the country's one time zone; the service corrects nothing of it. */
  #load = (): Promise<void> => {
    const [from, to] = spanOf(this.period, todayAt('+08:00'));
    return this.#stats.run(() => getStats(this.tenant || (role()?.tenant ?? ''), from, to));
  };

  override render() {
    const words = t().manage.stats;
    const { value, error } = this.#stats;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${value ? words.lead(dayFull(value.from), dayFull(value.to)) : ''}&nbsp;</p>
      </header>
      <div class="tools">
        <div class="tool">
          <label for="period">${words.period}</label>
          <select
            id="period"
            @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value)}
          >
            ${PERIODS.map((period) => html`<option value=${period} ?selected=${period === this.period}>${words.periods[period]}</option>`)}
          </select>
        </div>
      </div>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#figures(value) : loadingLines(6)}`;
  }

  #pick(value: string): void {
    this.period = PERIODS.find((period) => period === value) ?? 'year';
  }

  #figures(stats: Stats): TemplateResult {
    const words = t().manage.stats;
    if (stats.received === 0 && stats.byDepartment.length === 0)
      return html`<p class="state">${words.empty}</p>`;
    return html`<p class="sentence">${words.sentence(stats.received, stats.due)}</p>
      ${headline(stats)}
      <hx-stats-charts tenant=${stats.tenant} from=${stats.from} to=${stats.to}></hx-stats-charts>
      ${departmentTable(stats)} ${statsSigns(stats)}
      <p class="quiet">${words.asOf(dayFull(stats.asOf))}</p>`;
  }
}

function headline(stats: Figures): TemplateResult {
  const words = t().manage.stats.headline;
  const figures: [string, TemplateResult][] = [
    [words.onTime, rateOf(stats.onTimeRate, stats.repliedOnTime, stats.due)],
    [words.unanswered, fault(stats.unanswered)],
    [words.overdue, fault(stats.overdue)],
    [words.satisfaction, rateOf(stats.satisfaction, stats.satisfied, stats.rated)],
  ];
  return html`<dl class="headline">
    ${figures.map(
      ([name, figure]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${figure}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Departments that owe answers first. */
function departmentTable(stats: Stats): TemplateResult {
  const words = t().manage.stats;
  const worst = [...stats.byDepartment].sort(
    (a, b) => b.overdue - a.overdue || b.unanswered - a.unanswered || b.received - a.received,
  );
  return html`<table class="figures" role="table">
    <caption>
      ${words.caption}
    </caption>
    ${tableHead(Object.values(words.columns))}
    <tbody role="rowgroup">
      ${worst.map((row) => figuresRow(row.id === 'unassigned' ? words.unassigned : row.name, row))}
      ${figuresRow(words.total, stats, 'total')}
    </tbody>
  </table>`;
}

function figuresRow(name: string, row: Figures, kind = ''): TemplateResult {
  const { columns } = t().manage.stats;
  const cells: [string, TemplateResult | string][] = [
    [columns.received, whole(row.received)],
    [columns.unanswered, fault(row.unanswered)],
    [columns.overdue, fault(row.overdue)],
    [columns.replied, whole(row.replied)],
    [columns.onTime, rateOf(row.onTimeRate, row.repliedOnTime, row.due)],
    [columns.days, daysNumber(row.meanDays)],
    [columns.satisfaction, rateOf(row.satisfaction, row.satisfied, row.rated)],
    [columns.solved, rateOf(row.solvedRate, row.solvedYes, row.rated)],
    [columns.reopened, whole(row.reopened)],
  ];
  return html`<tr role="row" class=${kind}>
    <th role="rowheader" scope="row" lang=${langOf(name)}>${name}</th>
    ${cells.map(([head, cell]) => html`<td role="cell"><span class="cell-head" aria-hidden="true">${head}</span><span>${cell}</span></td>`)}
  </tr>`;
}

customElements.define('hx-stats-page', StatsPage);
