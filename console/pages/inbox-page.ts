import { type TemplateResult, html, nothing } from 'lit';
import type { QueueItem, QueuePage } from '../../contract/staff.ts';
import type { Status } from '../../contract/vocabulary.ts';
import { kindWords, statusWords } from '../../contract/words.ts';
import { colourMark, dueMark } from '../components/due-mark.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getQueue } from '../lib/calls.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import {
  DONE_WITH,
  VIEWS,
  type View,
  asDoneWith,
  asView,
  inboxAddress,
  letterNumberIn,
  viewCount,
  viewQuery,
} from '../lib/inbox.ts';
import { Loader } from '../lib/loader.ts';
import { go, replace, route, to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { setShortcuts, shortcutOf, shortcuts } from '../lib/shortcuts.ts';
import { Store } from '../lib/store.ts';
import { lang, langOf, t } from '../words/index.ts';

/** What is searched for stays when one comes back from a letter. It isn't in the address: people search for names. */
const search = new Store('');

/** All letters a member may see, the most urgent first. */
export class InboxPage extends ConsoleElement {
  static override properties = { moreFailed: { state: true } };
  declare moreFailed: boolean;
  readonly #queue = new Loader<QueuePage>(this);
  #asked = '';

  constructor() {
    super();
    this.moreFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const store of [route, search, shortcuts, roleChoice]) this.watch(store);
    this.listen('keydown', this.#onKey);
    this.#asked = '';
  }

  get #view(): View {
    return asView(route.value.query.get('view'));
  }
  /** Letters that are done with are looked up by their state instead. */
  get #status(): Status | '' {
    return asDoneWith(route.value.query.get('status'));
  }
  get #department(): string {
    return route.value.query.get('department') ?? '';
  }
  get #tenant(): string {
    return route.value.query.get('tenant') ?? role()?.tenant ?? '';
  }

  override willUpdate(): void {
    // On the way to another page the address is already that page's.
    if (!['', 'inbox'].includes(route.value.path[0] ?? '')) return;
    inboxAddress.set(location.hash || '#/');
    const asked = [this.#view, this.#status, this.#department, this.#tenant, search.value].join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#load();
  }

  #query(): Record<string, string> {
    const department =
      this.#department && this.#view !== 'unassigned' ? { department: this.#department } : {};
    const wanted = this.#status ? { status: this.#status } : viewQuery[this.#view];
    return { tenant: this.#tenant, ...wanted, ...department, q: search.value };
  }

  async #load(): Promise<void> {
    const query = this.#query();
    await this.#queue.run(() => getQueue(query));
  }

  async #more(cursor: string): Promise<void> {
    const before = this.#queue.value;
    this.moreFailed = false;
    try {
      const next = await getQueue({ ...this.#query(), cursor });
      if (before && this.#queue.value === before)
        this.#queue.put({ ...next, items: [...before.items, ...next.items] });
      await this.updateComplete;
      this.#links()[before?.items.length ?? 0]?.focus();
    } catch {
      this.moreFailed = true;
    }
  }

  override render() {
    const words = t().inbox;
    const page = this.#queue.value;
    const counts = page?.counts;
    const tenant = route.value.query.get('tenant');
    return html`${tenant ? html`<p class="back"><a href=${to(['tenants', tenant])}>${tenant}</a></p>` : nothing}
      <header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${counts ? words.lead(counts.open, counts.late, counts.today) : nothing}&nbsp;</p>
      </header>
      ${this.#filters(counts)} ${this.#tools()}
      <p class="unseen" role="status">${this.#said()}</p>
      <div class="results" aria-busy=${this.#queue.busy ? 'true' : 'false'}>${this.#results()}</div>
      ${this.#keys()}`;
  }

  #filters(counts: QueuePage['counts'] | undefined) {
    const words = t().inbox;
    const views = VIEWS.filter((view) => view !== 'unassigned' || role()?.role !== 'officer');
    return html`<nav class="filters" aria-label=${words.filters}>
      ${views.map((view) => {
        const count = counts ? counts[viewCount[view]] : null;
        const alarm = view === 'late' && count ? 'alarm' : '';
        return html`<a
          class="filter ${alarm}"
          href=${this.#address({ view: view === 'open' ? '' : view, status: '' })}
          aria-current=${view === this.#view && !this.#status ? 'true' : nothing}
          >${words.views[view]}${count === null ? nothing : html` <span class="count">${count}</span>`}</a
        >`;
      })}
    </nav>`;
  }

  #address(change: { view?: string; status?: string; department?: string }): string {
    const { query } = route.value;
    const now = {
      view: query.get('view') ?? '',
      status: this.#status,
      department: this.#department,
      tenant: query.get('tenant') ?? '',
    };
    return to(role()?.role === 'central' ? 'inbox' : '', { ...now, ...change });
  }

  #tools() {
    const words = t().inbox;
    const acting = role();
    const departments = acting?.role === 'officer' ? acting.departments : (acting?.allDepartments ?? []);
    return html`<div class="tools">
      <form role="search" @submit=${this.#search}>
        <label for="inbox-q">${words.search}</label>
        <input
          id="inbox-q"
          type="search"
          maxlength="50"
          autocomplete="off"
          placeholder=${words.searchHint}
          .value=${search.value}
          @search=${this.#search}
        />
        <button type="submit" class="button">${words.search}</button>
      </form>
      ${
        departments.length > 1 && this.#view !== 'unassigned'
          ? html`<div class="tool">
              <label for="inbox-department">${words.department}</label>
              <select id="inbox-department" @change=${this.#pick}>
                <option value="">${words.anyDepartment}</option>
                ${departments.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#department}>${name}</option>`)}
              </select>
            </div>`
          : nothing
      }
      <div class="tool">
        <label for="inbox-status">${words.state}</label>
        <select id="inbox-status" @change=${this.#pickStatus}>
          <option value="">${words.inHand}</option>
          ${DONE_WITH.map((status) => html`<option value=${status} ?selected=${status === this.#status}>${statusWords[lang.value][status]}</option>`)}
        </select>
      </div>
    </div>`;
  }

  #search = (event: Event): void => {
    event.preventDefault();
    const text = this.querySelector<HTMLInputElement>('#inbox-q')!.value.trim();
    const number = letterNumberIn(text);
    if (number) go(to(['letters', number]));
    else search.set(text);
  };

  #clear = (): void => {
    search.set('');
    this.querySelector<HTMLElement>('#inbox-q')?.focus();
  };

  #pickStatus = (event: Event): void =>
    replace(this.#address({ view: '', status: (event.target as HTMLSelectElement).value }));

  #pick = (event: Event): void =>
    replace(this.#address({ department: (event.target as HTMLSelectElement).value }));

  #results() {
    const { value: page, error } = this.#queue;
    if (error) return loadFailure(t().inbox.failed, error, () => void this.#load());
    if (!page) return loadingLines(6);
    if (page.items.length === 0) return this.#empty();
    return html`${letterTable(page.items)}
    ${
      page.nextCursor
        ? html`<p class="more">
            <button type="button" class="button" @click=${() => void this.#more(page.nextCursor!)}>
              ${t().common.more}
            </button>
            ${this.moreFailed ? html`<span role="alert">${t().inbox.failed}</span>` : nothing}
          </p>`
        : nothing
    }`;
  }

  /** How many letters there are now, for those who don't see the list change. */
  #said(): string {
    const { value: page, error, busy } = this.#queue;
    if (!page || error || busy) return '';
    return page.items.length > 0 ? t().inbox.shown(page.items.length) : this.#emptyWords();
  }

  #emptyWords(): string {
    const words = t().inbox;
    if (search.value) return words.emptySearch(search.value);
    return this.#status ? words.empty.done : words.empty[this.#view];
  }

  #empty() {
    const words = t().inbox;
    const teach = role()?.role === 'coordinator' && this.#view === 'open' && !this.#status && !search.value;
    return html`<div class="state">
      ${envelope()}
      <p>${this.#emptyWords()}</p>
      ${search.value ? html`<button type="button" class="button" @click=${this.#clear}>${words.clear}</button>` : nothing}
      ${teach ? html`<p><a href=${to('embed')}>${words.emptyEmbed}</a></p>` : nothing}
    </div>`;
  }

  #keys() {
    const words = t().inbox;
    return html`<details class="keys">
      <summary>${words.keys}</summary>
      <p>${words.keysHint}</p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${shortcuts.value}
          @change=${(event: Event) => setShortcuts((event.target as HTMLInputElement).checked)}
        />
        <span>${words.keysOn}</span>
      </label>
    </details>`;
  }

  #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('a.letter-link')];
  }

  #onKey = (event: KeyboardEvent): void => {
    const key = shortcutOf(event);
    if (key === '/') {
      event.preventDefault();
      this.querySelector<HTMLElement>('#inbox-q')?.focus();
    }
    if (key !== 'j' && key !== 'k' && key !== 'o') return;
    const links = this.#links();
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (key === 'o') links[at]?.click();
    else links[key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
  };
}

/** Roles are written out: as cards on a phone the table would lose them with its display. */
function letterTable(items: readonly QueueItem[]): TemplateResult {
  const { columns } = t().inbox;
  const heads = [columns.due, columns.letter, columns.department, columns.status];
  return html`<table class="letters" role="table" aria-label=${t().inbox.title}>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map(letterRow)}
    </tbody>
  </table>`;
}

function letterRow(item: QueueItem): TemplateResult {
  const words = t().inbox;
  return html`<tr role="row" class="letter-row">
    <td role="cell" class="cell-due">
      ${dueMark(item)}
      ${item.dueAt && item.due !== 'stopped' ? html`<span class="quiet date">${dayShort(dayOf(item.dueAt))}</span>` : nothing}
      ${colourMark(item.colour)}
    </td>
    <td role="cell" class="cell-letter">
      <a class="letter-link" href=${to(['letters', item.number])} lang=${langOf(item.title)}
        >${item.title || t().letter.erased}</a
      >
      <p class="excerpt" lang=${langOf(item.excerpt)}>${item.excerpt}</p>
      <p class="quiet meta">
        <span class="number">${item.number}</span><span>${kindWords[lang.value][item.kind]}</span
        ><span>${words.receivedOn(dayShort(dayOf(item.receivedAt)))}</span>
      </p>
    </td>
    <td role="cell" class="cell-department">
      ${item.departmentName ? html`<span lang=${langOf(item.departmentName)}>${item.departmentName}</span>` : html`<strong>${words.unassigned}</strong>`}
    </td>
    <td role="cell" class="cell-status">
      <span>${statusWords[lang.value][item.status]}</span>
      ${flags(item).map((flag) => html`<span class="flag">${flag}</span>`)}
    </td>
  </tr>`;
}

function flags(item: QueueItem): string[] {
  const words = t().inbox;
  const found = [
    item.draft && words.draft,
    item.objected && words.objected,
    item.contested && words.contested,
  ];
  const again = item.round > 1 && !item.contested && words.reopened;
  const release = item.release === 'none' ? '' : t().letter.release[item.release];
  return [again, ...found, release].filter((flag): flag is string => !!flag);
}

function envelope(): TemplateResult {
  return html`<svg class="state-mark" viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
    <path
      d="M4 6h56v38H4zM5 7l27 20L59 7"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
    />
  </svg>`;
}

customElements.define('hx-inbox-page', InboxPage);
