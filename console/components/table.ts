/** Tables that become cards on a narrow page: each cell says its column's name there. */
import { type TemplateResult, html } from 'lit';

export const tableCell = (head: string, content: unknown, kind = ''): TemplateResult =>
  html`<td role="cell" class=${kind}>
    <span class="cell-head" aria-hidden="true">${head}</span>${content}
  </td>`;

export const tableHead = (heads: readonly string[]): TemplateResult =>
  html`<thead role="rowgroup">
    <tr role="row">
      ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
    </tr>
  </thead>`;
