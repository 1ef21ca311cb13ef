/** What stands beside an order wherever it is listed: by when it is due, to whom it went, what has come of it. */
import { type TemplateResult, html, nothing } from 'lit';
import type { OrderView } from '../../contract/orders.ts';
import { dayOf, dayShort, daysApart, todayAt } from '../lib/dates.ts';
import { to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';
import { dueShape } from './due-mark.ts';

type Kind = 'late' | 'today' | 'later' | 'none';

/** Days are calendar days where the tenant is, as its letters' are. */
function dueOf(order: OrderView): [Kind, string] {
  const words = t().orders;
  if (order.state !== 'open') return ['none', words.stateWords[order.state]];
  const left = daysApart(todayAt(order.dueAt), dayOf(order.dueAt));
  if (order.overdue) return ['late', words.overdueBy(-left)];
  return left === 0 ? ['today', words.dueToday] : ['later', words.left(left)];
}

export function orderDue(order: OrderView): TemplateResult {
  const [kind, words] = dueOf(order);
  return html`<span class="due due-${kind}">${dueShape(kind)}<span>${words}</span></span> ${
      order.state === 'open'
        ? html`<span class="quiet date"
            >${t().orders.dueOn(dayShort(dayOf(order.dueAt)))}${order.provisional ? t().orders.provisional : nothing}</span
          >`
        : nothing
    }`;
}

/** The tenant and its department; of a tenant's own orders the department alone. */
export function orderTo(order: OrderView, central: boolean): TemplateResult {
  const name = central ? order.tenantName : (order.departmentName ?? t().orders.whole);
  return html`<span lang=${langOf(name)}>${name}</span> ${
      central && order.departmentName
        ? html`<span class="quiet" lang=${langOf(order.departmentName)}>${order.departmentName}</span>`
        : nothing
    }`;
}

export const letterLink = (number: string): TemplateResult =>
  html`<a class="number" href=${to(['letters', number])}>${number}</a>`;

const cell = (head: string, content: unknown, kind = '') =>
  html`<td role="cell" class=${kind}>
    <span class="cell-head" aria-hidden="true">${head}</span>${content}
  </td>`;

/** Orders as rows; as cards on a phone, where the roles would be lost with the table's display. */
export function orderTable(items: readonly OrderView[], caption: string, central: boolean): TemplateResult {
  const { columns } = t().orders;
  return html`<table class="figures records" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[columns.order, columns.due, columns.to, columns.state].map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map((order) => orderRow(order, central))}
    </tbody>
  </table>`;
}

function orderRow(order: OrderView, central: boolean): TemplateResult {
  const words = t().orders;
  const { columns } = words;
  return html`<tr role="row" tabindex="-1">
    <th role="rowheader" scope="row">
      <a class="number" href=${to(['orders', order.number])}>${order.number}</a>
      <p class="quiet meta">
        <span>${words.issuedOn(dayShort(dayOf(order.issuedAt)))}</span>
        <span>${words.causes[order.cause]}</span>
        ${order.letter ? html`<span>${words.about} ${letterLink(order.letter)}</span>` : nothing}
      </p>
    </th>
    ${cell(columns.due, order.state === 'open' ? orderDue(order) : t().common.none, 'cell-due')}
    ${cell(columns.to, orderTo(order, central), 'cell-to')}
    ${cell(
      columns.state,
      html`${words.stateWords[order.state]}
      ${order.answeredAt && order.state !== 'open' ? html`<span class="quiet">${words.answeredOn(dayShort(dayOf(order.answeredAt)))}</span>` : nothing}`,
      'cell-to',
    )}
  </tr>`;
}
