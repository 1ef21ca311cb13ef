/** The figures in tables: rates with their sample and how sure they are, counts, and the departments side by side. */
import { html } from 'hono/html';
import type { Stats } from '../../contract/stats.ts';
import { UNASSIGNED } from '../../core/index.ts';
import { grouped, oneDecimal } from './numbers.ts';
import { rateCell, rateNames, shortRate } from './rate-cell.ts';
import { named, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { statsWords, type CountRow } from './words.stats.ts';

export function figureTables(view: View, stats: Stats): Html {
  const words = statsWords[view.lang];
  return html`
    ${table(view, words.groups.rates, rateRows(view, stats))}
    ${table(view, words.groups.days, dayRows(view, stats))}
    ${table(view, words.groups.counts, countRows(view, stats, plainCounts))}
    ${table(view, words.groups.checks, countRows(view, stats, checks), words.checksLead)}
  `;
}

function table(view: View, caption: string, rows: Html[], lead?: string): Html {
  const words = statsWords[view.lang];
  return html`<section class="tight">
    <table class="table">
      <caption>
        ${caption}${lead ? html`<small>${lead}</small>` : ''}
      </caption>
      <thead class="out-of-sight">
        <tr>
          <th scope="col">${words.figure}</th>
          <th scope="col">${words.value}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

const row = ([name, meaning]: readonly [string, string], value: Html | string): Html =>
  html`<tr>
    <th scope="row">${name}<small>${meaning}</small></th>
    <td class="number value">${value}</td>
  </tr>`;

const rateRows = (view: View, stats: Stats): Html[] =>
  rateNames.map((name) => row(statsWords[view.lang].rates[name], rateCell(view, stats, name)));

function dayRows(view: View, { medianDays, meanDays, promisesKept, promisesDue }: Stats): Html[] {
  const words = statsWords[view.lang];
  const { none } = commonWords[view.lang];
  const days = (value: number | null) => (value === null ? none : words.workingDays(oneDecimal(value)));
  return [
    row(words.other.medianDays, days(medianDays)),
    row(words.other.meanDays, days(meanDays)),
    row(
      words.other.promises,
      promisesDue === 0 ? none : words.of(grouped(promisesKept), grouped(promisesDue)),
    ),
  ];
}

const plainCounts = [
  'received', 'acceptedOnTime', 'due', 'replied', 'repliedOnTime', 'overdue', 'unanswered', 'declined', 'rated', 'reopened',
  'contested', 'transfers', 'extended', 'notices', 'spam', 'withdrawn',
] as const satisfies readonly CountRow[]; // prettier-ignore
const checks = [
  'lastHourReplies',
  'lastDayStops',
  'closedThenReopened',
  'resolvedButNotSolved',
  'qualityFlags',
  'nearCopies',
  'acknowledgements',
] as const satisfies readonly CountRow[];

const countRows = (view: View, stats: Stats, names: readonly CountRow[]): Html[] =>
  names.map((name) => row(statsWords[view.lang].counts[name], grouped(stats[name])));

export function departments(view: View, stats: Stats): Html {
  const words = statsWords[view.lang];
  const { columns } = words;
  const title = html`<h2 id="departments">${words.departments}</h2>`;
  if (stats.byDepartment.length === 0)
    return html`<section class="stack">
      ${title}
      <p>${words.noDepartments}</p>
    </section>`;
  const rows = stats.byDepartment.map(
    (figures) =>
      html`<tr>
        <th scope="row">${figures.id === UNASSIGNED ? words.unassigned : named(view, figures.name)}</th>
        <td class="number">${grouped(figures.received)}</td>
        <td class="number">${grouped(figures.replied)} / ${grouped(figures.due)}</td>
        <td class="number">${shortRate(view, figures, 'replyRate')}</td>
        <td class="number">${shortRate(view, figures, 'onTimeRate')}</td>
        <td class="number">${grouped(figures.overdue)}</td>
        <td class="number">${shortRate(view, figures, 'satisfaction')}</td>
      </tr>`,
  );
  const heads = [
    columns.received,
    columns.replied,
    columns.rate,
    columns.onTime,
    columns.overdue,
    columns.satisfaction,
  ];
  return html`<section class="stack">
    ${title}
    <div class="scroll" role="region" aria-labelledby="departments" tabindex="0">
      <table class="table wide">
        <thead>
          <tr>
            <th scope="col">${words.department}</th>
            ${heads.map((head) => html`<th class="number" scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}
