import { type TemplateResult, html } from 'lit';
import type { InspectionTable } from '../../contract/inspection.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { fault, whole } from '../components/rates.ts';
import { thisYear, yearTools } from '../components/year-tools.ts';
import { getInspections } from '../lib/check-calls.ts';
import { dayOf, dayShort, momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { to } from '../lib/router.ts';
import { roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { tableHead } from '../components/table.ts';

type Row = InspectionTable['items'][number];

/** Where the tenants below the centre stand with their self-checks; each opens with its evidence. */
export class InspectionsPage extends ConsoleElement {
  static override properties = { year: { state: true } };
  declare year: number;
  readonly #table = new Loader<InspectionTable>(this);

  constructor() {
    super();
    this.year = thisYear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('year')) void this.#load();
  }

  #load = (): Promise<void> => this.#table.run(() => getInspections(this.year));

  override render() {
    const words = t().life.inspection;
    const { value, error } = this.#table;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.centralLead}</p>
      </header>
      ${yearTools(this.year, (year) => (this.year = year))}
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#rows(value) : loadingLines(6)}`;
  }

  #rows({ items, asOf }: InspectionTable): TemplateResult {
    const words = t().life.inspection;
    if (items.length === 0) return html`<p class="state">${words.empty}</p>`;
    const worst = [...items].sort(
      (a, b) => b.unanswered - a.unanswered || b.overdue - a.overdue || a.ticked - b.ticked,
    );
    return html`<table class="figures" role="table">
        <caption>
          ${words.caption}
        </caption>
        ${tableHead(Object.values(words.columns))}
        <tbody role="rowgroup">
          ${worst.map(tenantRow)}
        </tbody>
      </table>
      ${asOf ? html`<p class="quiet as-of">${words.asOf(momentWords(asOf))}</p>` : ''}`;
  }
}

function tenantRow(row: Row): TemplateResult {
  const words = t().life.inspection;
  const { columns } = words;
  const cells: [string, TemplateResult | string][] = [
    [columns.unanswered, fault(row.unanswered)],
    [columns.overdue, fault(row.overdue)],
    [columns.received, whole(row.received)],
    [columns.published, whole(row.published)],
    [columns.ticked, whole(row.ticked)],
    [columns.unmet, fault(row.unmet)],
    [columns.last, row.tickedAt ? dayShort(dayOf(row.tickedAt)) : words.never],
  ];
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <a href=${to(['inspection', row.tenant])} lang=${langOf(row.name)}>${row.name}</a>
    </th>
    ${cells.map(([head, cell]) => html`<td role="cell"><span class="cell-head" aria-hidden="true">${head}</span><span>${cell}</span></td>`)}
  </tr>`;
}

customElements.define('hx-inspections-page', InspectionsPage);
