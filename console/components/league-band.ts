/** One band of the league table: rates with their intervals, the table behind them, and those too few for a rate. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Band, Ranking } from '../../contract/ranking.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { type RankedItem, commentsIn, rateBy } from '../lib/league.ts';
import { langOf, t } from '../words/index.ts';
import { chart, intervals } from './chart-parts.ts';
import { prose } from './prose.ts';
import { daysNumber, fault, percent, whole } from './rates.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

/** @param own whose line stands out */
export function leagueBand(
  { band, items }: { band: Band; items: readonly RankedItem[] },
  by: RankedBy,
  own?: string,
  level: 2 | 3 = 2,
): TemplateResult {
  const words = t().ranking;
  const rows = items.map((item) => {
    const { part, of, rate, interval } = rateBy(by, item.figures);
    return { item, part, of, rate: rate ?? 0, interval: interval ?? ([0, 1] as const) };
  });
  const columns = { ...words.columns, rate: words.rates[by] };
  return chart({
    id: `band-${band.replace('+', 'up')}`,
    level,
    title: words.bands[band],
    says: words.bandSays(items.length),
    drawing: intervals(
      rows.map(({ item, rate, interval: [low, high] }) => ({
        ...{ name: `${item.rank} ${item.name}`, rate, low, high, value: percent(rate) },
        own: item.tenant === own,
      })),
    ),
    table: {
      columns: [
        ...[columns.body, columns.rank, columns.rate, columns.interval, columns.trend, columns.overdue],
        columns.median,
      ],
      rows: rows.map(({ item, part, of, rate, interval: [low, high] }) => [
        html`<span lang=${langOf(item.name)}>${item.name}</span>`,
        words.rank(item.rank, ...item.between),
        `${percent(rate)}　${t().manage.stats.of(whole(part), whole(of))}`,
        `${percent(low)}–${percent(high)}`,
        trendWords(item),
        html`${fault(item.figures.overdue)}`,
        item.figures.medianDays === null ? t().common.none : words.days(daysNumber(item.figures.medianDays)),
      ]),
    },
  });
}

function trendWords({ trend: { sure, change } }: RankedItem): string {
  const { trend } = t().ranking;
  if (sure === null || change === null) return t().common.none;
  return sure === 'unsure' ? trend.unsure : trend[sure](daysNumber(Math.abs(change) * 100));
}

export function tooFew({ below }: Ranking): TemplateResult | typeof nothing {
  const words = t().ranking;
  const { belowColumns: columns } = words;
  if (below.length === 0) return nothing;
  const cell = (head: string, content: unknown) =>
    html`<td role="cell">
      <span class="cell-head" aria-hidden="true">${head}</span><span>${content}</span>
    </td>`;
  return html`<section aria-labelledby="below-title">
    <h2 id="below-title">${words.below}</h2>
    <p class="lead">${words.belowLead}</p>
    <table class="figures" role="table" aria-labelledby="below-title">
      <thead role="rowgroup">
        <tr role="row">
          ${Object.values(columns).map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${below.map(
          ({ name, counts: { received, replied, due, overdue } }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" lang=${langOf(name)}>${name}</th>
              ${cell(columns.received, whole(received))}
              ${cell(columns.replied, due === 0 ? t().common.none : t().manage.stats.of(whole(replied), whole(due)))}
              ${cell(columns.overdue, fault(overdue))}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function leagueComments(ranking: Ranking): TemplateResult | typeof nothing {
  const words = t().ranking;
  const said = commentsIn(ranking);
  if (said.length === 0) return nothing;
  return html`<section aria-labelledby="said-title">
    <h2 id="said-title">${words.comments}</h2>
    <ul class="plain-list">
      ${said.map(
        ({ name, text, at }) =>
          html`<li>
            <p>
              <strong lang=${langOf(name)}>${name}</strong>
              <span class="quiet">${words.says(dayFull(dayOf(at)))}</span>
            </p>
            ${prose(text)}
          </li>`,
      )}
    </ul>
  </section>`;
}
