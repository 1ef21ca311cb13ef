import { type TemplateResult, html } from 'lit';
import type { ContestedLetter, ContestedPage } from '../../contract/promises.ts';
import type { Level } from '../../contract/vocabulary.ts';
import { kindWords, levelWords, outcomeWords } from '../../contract/words.ts';
import { moreButton } from '../components/more-button.ts';
import { letterLink } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getContested } from '../lib/spot-check-calls.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { tableCell, tableHead } from '../components/table.ts';

/** The supervisor's list: letters whose writers were dissatisfied with two answers. */
export class ContestedListPage extends ConsoleElement {
  readonly #list = new Paged<ContestedLetter, ContestedPage>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#list.run((cursor) => getContested({ cursor }));

  override render() {
    const words = t().contested;
    const { value, error } = this.#list;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#table(value) : loadingLines(5)}`;
  }

  #table({ items }: ContestedPage): TemplateResult {
    const words = t().contested;
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

function row(letter: ContestedLetter): TemplateResult {
  const words = t().contested;
  const { columns } = words;
  const department = letter.departmentName ?? t().promises.unassigned;
  const levels = letter.levels.map((level) => levelWords[lang.value][level as Level]).join(words.afterwards);
  const about = { tenant: letter.tenant, letter: letter.number, department: letter.department ?? '' };
  return html`<tr role="row" tabindex="-1">
    <th role="rowheader" scope="row">
      ${letterLink(letter.number)}
      <p class="quiet meta">
        <span>${kindWords[lang.value][letter.kind]}</span>
        <span>${words.received(dayShort(dayOf(letter.receivedAt)))}</span>
      </p>
    </th>
    ${tableCell(
      columns.to,
      html`<span lang=${langOf(letter.tenantName)}>${letter.tenantName}</span>
        <span class="quiet" lang=${langOf(department)}>${department}</span>`,
      'cell-to',
    )}
    ${tableCell(
      columns.ratings,
      html`<span>${levels}</span>
        <span class="quiet">${words.closed(dayShort(dayOf(letter.contestedAt)))}</span>`,
      'cell-to',
    )}
    ${tableCell(columns.outcome, letter.outcome ? outcomeWords[lang.value][letter.outcome] : t().common.none)}
    ${tableCell(
      columns.order,
      letter.order
        ? html`<a class="number" href=${to(['orders', letter.order])}>${letter.order}</a>`
        : html`<a
            class="act"
            href=${to(['orders', 'new'], about)}
            aria-label=${words.orderNamed(letter.number)}
            >${words.order}</a
          >`,
    )}
  </tr>`;
}

customElements.define('hx-contested-page', ContestedListPage);
