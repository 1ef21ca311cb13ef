import { type TemplateResult, html, nothing } from 'lit';
import type { BulletinPage, BulletinSummary } from '../../contract/bulletins.ts';
import { moreButton } from '../components/more-button.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getBulletins } from '../lib/centre-calls.ts';
import { dayFull, dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';
import { tableHead } from '../components/table.ts';

/** Bulletins of the centre's jurisdictions, those being made with how far they are. */
export class BulletinsPage extends ConsoleElement {
  readonly #list = new Paged<BulletinSummary, BulletinPage>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#list.run((cursor) => getBulletins(cursor ? { cursor } : {}));

  override render() {
    const words = t().bulletins;
    const { value, error } = this.#list;
    return html`<header class="page-head with-action">
        <div>
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <a class="button primary" href=${to(['bulletins', 'new'])}>${words.make}</a>
      </header>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#table(value) : loadingLines(5)}`;
  }

  #table({ items }: BulletinPage): TemplateResult {
    const words = t().bulletins;
    if (items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`<table class="figures records" role="table">
        <caption>
          ${words.caption}
        </caption>
        ${tableHead(Object.values(words.columns))}
        <tbody role="rowgroup">
          ${items.map(row)}
        </tbody>
      </table>
      ${moreButton(this.#list, words.failed, () => this.#more())}`;
  }

  async #more(): Promise<void> {
    const before = await this.#list.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.records tbody tr')[before]?.focus();
  }
}

function row(one: BulletinSummary): TemplateResult {
  const words = t().bulletins;
  const { columns } = words;
  const cell = (head: string, content: unknown) =>
    html`<td role="cell" class="cell-to">
      <span class="cell-head" aria-hidden="true">${head}</span>${content}
    </td>`;
  const state = one.state === 'making' ? words.making(one.done, one.of) : words.states[one.state];
  return html`<tr role="row" tabindex="-1">
    <th role="rowheader" scope="row">
      <a href=${to(['bulletins', one.id ?? ''])} lang=${langOf(one.title)}>${one.title}</a>
      <p class="quiet meta">
        <span class="number" lang="zh-CN">${one.label ?? words.unnumbered}</span>
        ${one.corrects ? html`<span>${words.corrects(one.corrects.label)}</span>` : nothing}
      </p>
    </th>
    ${cell(columns.period, html`<span class="number">${words.period(dayFull(one.from), dayFull(one.to))}</span>`)}
    ${cell(
      columns.state,
      html`<span>${state}</span>
        ${one.state === 'frozen' ? html`<span class="quiet">${one.public ? words.public : words.notPublic}</span>` : nothing}`,
    )}
    ${cell(columns.frozen, one.frozenAt ? dayShort(dayOf(one.frozenAt)) : t().common.none)}
  </tr>`;
}

customElements.define('hx-bulletins-page', BulletinsPage);
