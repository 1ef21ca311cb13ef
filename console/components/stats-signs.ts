/** What is kept beside the rates, so that good ones are not made by other means than good answers (product.md §6). */
import { type TemplateResult, html } from 'lit';
import type { Figures } from '../../contract/stats.ts';
import { t } from '../words/index.ts';
import { whole } from './rates.ts';

const SIGNS = [
  'lastHourReplies',
  'lastDayStops',
  'closedThenReopened',
  'resolvedButNotSolved',
  'qualityFlags',
  'nearCopies',
  'acknowledgements',
] as const satisfies readonly (keyof Figures)[];
export type StatsSign = (typeof SIGNS)[number];

export function statsSigns(figures: Figures): TemplateResult {
  const words = t().signs;
  return html`<table class="figures" role="table">
    <caption>
      ${words.title}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[words.sign, words.letters].map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${SIGNS.map((sign) => {
        const [name, meaning] = words.names[sign];
        return html`<tr role="row">
          <th role="rowheader" scope="row">
            ${name}
            <p class="quiet">${meaning}</p>
          </th>
          <td role="cell">
            <span class="cell-head" aria-hidden="true">${words.letters}</span
            ><span>${whole(figures[sign])}</span>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
