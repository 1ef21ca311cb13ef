import { type TemplateResult, html, nothing } from 'lit';
import type { PromisePage, PromiseView } from '../../contract/promises.ts';
import type { TenantPage } from '../../contract/tenants.ts';
import { kindWords } from '../../contract/words.ts';
import { moreButton } from '../components/more-button.ts';
import { letterLink } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { asState, promiseDue, promiseFilters } from '../components/promise-mark.ts';
import { getTenants } from '../lib/calls.ts';
import { getPromises } from '../lib/spot-check-calls.ts';
import { dayOf, dayShort, momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { Paged } from '../lib/paged.ts';
import { replace, route, to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { tableCell, tableHead } from '../components/table.ts';

/** What the tenants below have promised, the late ones first; and what they kept. */
export class CentralPromisesPage extends ConsoleElement {
  readonly #list = new Paged<PromiseView, PromisePage>(this);
  readonly #tenants = new Loader<TenantPage>(this);
  #asked: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    this.#asked = null;
    void this.#tenants.run(getTenants);
  }

  get #tenant(): string {
    return route.value.query.get('tenant') ?? '';
  }
  get #state() {
    return asState(route.value.query.get('state'));
  }

  override willUpdate(): void {
    if (route.value.path[0] !== 'promises') return;
    const asked = `${this.#state}/${this.#tenant}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#list.clear();
    void this.#load();
  }

  #load = (): Promise<void> => {
    const query = { state: this.#state, tenant: this.#tenant };
    return this.#list.run((cursor) => getPromises({ ...query, cursor }));
  };

  override render() {
    const words = t().promises;
    const { value, error } = this.#list;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.leadCentral}</p>
      </header>
      ${promiseFilters(this.#state, this.#tenant)} ${this.#choice()}
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#page(value) : loadingLines(6)}`;
  }

  #choice(): TemplateResult | typeof nothing {
    const words = t().promises;
    const tenants = this.#tenants.value?.items ?? [];
    if (tenants.length < 2) return nothing;
    const pick = (event: Event) => {
      const tenant = (event.target as HTMLSelectElement).value;
      replace(to('promises', { state: this.#state === 'open' ? '' : this.#state, tenant }));
    };
    return html`<div class="tools">
      <div class="tool">
        <label for="promises-tenant">${words.tenant}</label>
        <select id="promises-tenant" @change=${pick}>
          <option value="">${words.allTenants}</option>
          ${tenants.map(({ slug, name }) => html`<option value=${slug} ?selected=${slug === this.#tenant}>${name}</option>`)}
        </select>
      </div>
    </div>`;
  }

  #page({ items, asOf }: PromisePage): TemplateResult {
    const words = t().promises;
    const { columns } = words;
    if (items.length === 0) return html`<p class="state">${words.empty[this.#state]}</p>`;
    return html`<table class="figures records" role="table">
        <caption>
          ${words.captions[this.#state]}
        </caption>
        ${tableHead([this.#state === 'open' ? columns.due : columns.kept, columns.letter, columns.to])}
        <tbody role="rowgroup">
          ${items.map(row)}
        </tbody>
      </table>
      ${moreButton(this.#list, words.failed, () => this.#more())}
      <p class="quiet as-of">${words.asOf(momentWords(asOf))}</p>`;
  }

  async #more(): Promise<void> {
    const before = await this.#list.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.records tbody tr')[before]?.focus();
  }
}

function row(one: PromiseView): TemplateResult {
  const words = t().promises;
  const { columns } = words;
  const department = one.departmentName ?? words.unassigned;
  return html`<tr role="row" tabindex="-1">
    ${tableCell(one.keptAt ? columns.kept : columns.due, promiseDue(one), 'cell-due')}
    <th role="rowheader" scope="row">
      ${letterLink(one.number)}
      <p class="quiet meta">
        <span>${kindWords[lang.value][one.kind]}</span>
        <span>${words.promised(dayShort(dayOf(one.promisedAt)))}</span>
      </p>
    </th>
    ${tableCell(
      columns.to,
      html`<span lang=${langOf(one.tenantName)}>${one.tenantName}</span>
        <span class="quiet" lang=${langOf(department)}>${department}</span>`,
      'cell-to',
    )}
  </tr>`;
}

customElements.define('hx-central-promises-page', CentralPromisesPage);
