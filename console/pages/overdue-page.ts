import { type TemplateResult, html, nothing } from 'lit';
import type { OverdueLetter, OverduePage as Page } from '../../contract/orders.ts';
import type { Profile, TenantPage } from '../../contract/tenants.ts';
import { kindWords, statusWords } from '../../contract/words.ts';
import { colourMark, dueShape } from '../components/due-mark.ts';
import { moreButton } from '../components/more-button.ts';
import { letterLink, orderTable } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getTenants } from '../lib/calls.ts';
import { getOverdue, getProfile } from '../lib/centre-calls.ts';
import { dayOf, dayShort, momentWords, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { saveAs } from '../lib/files.ts';
import { Loader } from '../lib/loader.ts';
import { allOverdue, overdueCsv } from '../lib/overdue-table.ts';
import { Paged } from '../lib/paged.ts';
import { replace, route, to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { OVERDUE_AGES, type OverdueAge } from '../../contract/vocabulary.ts';
import { tableHead } from '../components/table.ts';

const FILTERS = ['age', 'tenant', 'department'] as const;
type Filter = (typeof FILTERS)[number];
const asAge = (value: string): OverdueAge | '' => OVERDUE_AGES.find((age) => age === value) ?? '';

/** The overdue annex (product.md §7): every letter below the centre that waits for its reply beyond the deadline. */
export class OverdueListPage extends ConsoleElement {
  static override properties = { csv: { state: true } };
  /** How the download stands, in words. */
  declare csv: string;
  readonly #letters = new Paged<OverdueLetter, Page>(this);
  readonly #tenants = new Loader<TenantPage>(this);
  readonly #profile = new Loader<Profile>(this);
  #asked: string | null = null;
  #profileOf = '';

  constructor() {
    super();
    this.csv = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    this.#asked = null;
    void this.#tenants.run(getTenants);
  }

  #filter(name: Filter): string {
    const value = route.value.query.get(name) ?? '';
    return name === 'age' ? asAge(value) : value;
  }

  override willUpdate(): void {
    // On the way to another page the address is already that page's.
    if (route.value.path[0] !== 'overdue') return;
    const asked = FILTERS.map((name) => this.#filter(name)).join('\n');
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.csv = '';
      void this.#load();
    }
    const tenant = this.#filter('tenant');
    if (tenant === this.#profileOf) return;
    this.#profileOf = tenant;
    this.#profile.clear();
    if (tenant) void this.#profile.run(() => getProfile(tenant));
  }

  #query(): Record<string, string> {
    return Object.fromEntries(FILTERS.map((name) => [name, this.#filter(name)]));
  }

  #load = (): Promise<void> => {
    const query = this.#query();
    return this.#letters.run((cursor) => getOverdue({ ...query, ...(cursor && { cursor }) }));
  };

  override render() {
    const words = t().centre.overdue;
    const { value, error, busy } = this.#letters;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${this.#tools()}
      <p class="unseen" role="status">${value && !busy ? words.shown(value.items.length) : ''}</p>
      <div class="results" aria-busy=${busy ? 'true' : 'false'}>
        ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#page(value) : loadingLines(6)}
      </div>`;
  }

  #tools() {
    const words = t().centre.overdue;
    const ages = OVERDUE_AGES.map((age) => ({ id: age, name: words.ages[age] }));
    const tenants = (this.#tenants.value?.items ?? []).map(({ slug, name }) => ({ id: slug, name }));
    const departments = this.#profile.value?.departments ?? [];
    return html`<div class="tools">
      ${this.#select('age', words.age, words.anyAge, ages)}
      ${tenants.length > 1 ? this.#select('tenant', words.tenant, words.allTenants, tenants) : nothing}
      ${
        departments.length > 1
          ? this.#select('department', words.department, words.allDepartments, departments)
          : nothing
      }
    </div>`;
  }

  #select(filter: Filter, label: string, none: string, choices: readonly { id: string; name: string }[]) {
    const now = this.#filter(filter);
    return html`<div class="tool">
      <label for="overdue-${filter}">${label}</label>
      <select id="overdue-${filter}" @change=${(event: Event) => this.#pick(filter, event)}>
        <option value="">${none}</option>
        ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === now}>${name}</option>`)}
      </select>
    </div>`;
  }

  #pick(filter: Filter, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const next = { ...this.#query(), [filter]: value };
    replace(to('overdue', filter === 'tenant' ? { ...next, department: '' } : next));
  }

  #page(page: Page): TemplateResult {
    const words = t().centre.overdue;
    const filtered = FILTERS.some((name) => this.#filter(name) !== '');
    return html`${
        page.orders.length > 0
          ? html`${orderTable(page.orders, words.orders, true)}
            ${page.moreOrders ? html`<p class="more-link"><a href=${to('orders', { state: 'overdue' })}>${words.ordersMore}</a></p>` : nothing}`
          : nothing
      }
      ${page.items.length === 0 ? html`<p class="state">${filtered ? words.emptyFiltered : words.empty}</p>` : this.#table(page)}
      <p class="quiet as-of">${words.asOf(momentWords(localTime(page.asOf)))}</p>`;
  }

  #table(page: Page): TemplateResult {
    const words = t().centre.overdue;
    return html`<table class="figures records overdue" role="table">
        <caption>
          ${words.caption}
        </caption>
        ${tableHead(Object.values(words.columns))}
        <tbody role="rowgroup">
          ${page.items.map(overdueRow)}
        </tbody>
      </table>
      ${moreButton(this.#letters, words.failed, () => this.#more())}
      <div class="buttons">
        <button type="button" class="button" @click=${() => void this.#download()}>${words.csv}</button>
        <p class="quiet" role="status">${this.csv}</p>
      </div>`;
  }

  async #more(): Promise<void> {
    const before = await this.#letters.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.overdue tbody tr')[before]?.focus();
  }

  async #download(): Promise<void> {
    const words = t().centre.overdue;
    const query = this.#query();
    try {
      const { items, cut } = await allOverdue(
        (cursor) => getOverdue({ ...query, limit: '100', ...(cursor && { cursor }) }),
        (count) => (this.csv = words.csvBusy(count)),
      );
      const name = words.csvName(todayAt(items[0]?.replyBy ?? '+08:00'));
      saveAs(new Blob([overdueCsv(items)], { type: 'text/csv;charset=utf-8' }), name);
      this.csv = (cut ? words.csvCut : words.csvDone)(items.length);
    } catch {
      this.csv = words.csvFailed;
    }
  }
}

/** The service says when in UTC; people read it in the country's one time zone. */
const localTime = (time: string): string =>
  `${new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

function overdueRow(letter: OverdueLetter): TemplateResult {
  const words = t().centre.overdue;
  const { columns } = words;
  const department = letter.departmentName ?? words.unassigned;
  const about = { tenant: letter.tenant, letter: letter.number, department: letter.department ?? '' };
  const cell = (head: string, content: unknown, kind = '') =>
    html`<td role="cell" class=${kind}>
      <span class="cell-head" aria-hidden="true">${head}</span>${content}
    </td>`;
  return html`<tr role="row" tabindex="-1">
    ${cell(
      columns.late,
      html`<span class="due due-late">${dueShape('late')}<span>${words.late(letter.daysLate)}</span></span>
        ${colourMark(letter.colour)}
        <span class="quiet date">${words.since(dayShort(dayOf(letter.replyBy)))}</span>`,
      'cell-due',
    )}
    <th role="rowheader" scope="row">
      ${letterLink(letter.number)}
      <p class="quiet meta">
        <span>${kindWords[lang.value][letter.kind]}</span>
        <span>${words.received(dayShort(dayOf(letter.receivedAt)), letter.daysOld)}</span>
      </p>
    </th>
    ${cell(
      columns.tenant,
      html`<span lang=${langOf(letter.tenantName)}>${letter.tenantName}</span>
        <span class="quiet" lang=${langOf(department)}>${department}</span>`,
      'cell-to',
    )}
    ${cell(
      columns.step,
      html`<span>${statusWords[lang.value][letter.status]}</span>
        ${letter.interim ? html`<span class="flag">${words.interim}</span>` : nothing}
        ${letter.round > 1 ? html`<span class="flag">${words.round}</span>` : nothing}`,
      'cell-to',
    )}
    ${cell(
      columns.act,
      html`<a
        class="act"
        href=${to(['orders', 'new'], { ...about, late: String(letter.daysLate) })}
        aria-label=${words.orderNamed(letter.number)}
        >${words.order}</a
      >`,
    )}
  </tr>`;
}

customElements.define('hx-overdue-page', OverdueListPage);
