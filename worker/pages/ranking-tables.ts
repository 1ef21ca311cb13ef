/** Bodies in the order of a rate, band by band, and those with too few letters. */
import { html } from 'hono/html';
import type { Ranking } from '../../contract/ranking.ts';
import { grouped, oneDecimal } from './numbers.ts';
import { rateCell } from './rate-cell.ts';
import { address, choices, named, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { rankingWords } from './words.ranking.ts';
import type { RateRow } from './words.stats.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

type Item = Ranking['bands'][number]['items'][number];

const rates: Record<RankedBy, RateRow> = {
  'on-time-rate': 'onTimeRate',
  'reply-rate': 'replyRate',
  satisfaction: 'satisfaction',
  'solved-rate': 'solvedRate',
};

export function rankedTables(view: View, ranking: Ranking): Html | Html[] {
  const words = rankingWords[view.lang];
  if (ranking.bands.length === 0) return html`<p>${words.nobody}</p>`;
  return ranking.bands.map(
    ({ band, items }, at) =>
      html`<section class="tight">
        <table class="table">
          <caption>
            ${words.bands[band]}${at === 0 ? html`<small>${words.bandLead}</small>` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">${words.rank}</th>
              <th scope="col">${words.body}</th>
              <th class="number" scope="col">${words.rates[ranking.by]}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map((item) => row(view, item, ranking.by))}
          </tbody>
        </table>
      </section>`,
  );
}

function row(view: View, item: Item, by: RankedBy): Html {
  const words = rankingWords[view.lang];
  const { figures, rank, between } = item;
  const { overdue, unanswered, medianDays } = figures;
  const open = [
    overdue === 0 ? words.noneLate : words.late(grouped(overdue)),
    ...(unanswered === 0 ? [] : [words.silent(grouped(unanswered))]),
  ];
  return html`<tr>
    <td>${rank}<small>${words.between(...between)}</small></td>
    <th scope="row">
      ${body(view, item)}
      <small>${open.join(view.lang === 'en' ? ', ' : '，')}</small>
      ${medianDays === null ? '' : html`<small>${words.days(oneDecimal(medianDays))}</small>`}
      ${trend(view, item)} ${comment(view, item)}
    </th>
    <td class="number value">${rateCell(view, figures, rates[by])}</td>
  </tr>`;
}

const body = (view: View, { tenant, name }: { tenant: string; name: string }): Html =>
  html`<a href="${address(`/s/${tenant}/stats`, choices(view))}">${named(view, name)}</a>`;

function trend(view: View, { trend: { sure, change } }: Item): Html | '' {
  const { trend: words } = rankingWords[view.lang];
  if (sure === null || change === null) return '';
  if (sure === 'unsure') return html`<small>${words.unsure}</small>`;
  return html`<small>${words[sure](oneDecimal(Math.abs(change) * 100))}</small>`;
}

/** The body's own words, as they are: text, never markup. */
function comment(view: View, { comment: said }: Pick<Item, 'comment'>): Html | '' {
  if (!said) return '';
  return html`<small>${rankingWords[view.lang].says(said.at.slice(0, 10))}${named(view, said.text)}</small>`;
}

export function belowTable(view: View, { below }: Ranking): Html | '' {
  const words = rankingWords[view.lang];
  if (below.length === 0) return '';
  const rows = below.map((item) => {
    const { received, replied, due, overdue } = item.counts;
    return html`<tr>
      <th scope="row">${body(view, item)} ${comment(view, item)}</th>
      <td class="number">${grouped(received)}</td>
      <td class="number">
        ${due === 0 ? commonWords[view.lang].none : html`${grouped(replied)} / ${grouped(due)}`}
      </td>
      <td class="number">${grouped(overdue)}</td>
    </tr>`;
  });
  const { columns } = words;
  return html`<section class="tight">
    <table class="table">
      <caption>
        ${words.below}<small>${words.belowLead}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.body}</th>
          <th class="number" scope="col">${columns.received}</th>
          <th class="number" scope="col">${columns.replied}</th>
          <th class="number" scope="col">${columns.overdue}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
