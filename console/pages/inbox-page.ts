import { html, nothing } from 'lit';
import type { QueueItem, QueuePage } from '../../contract/staff.ts';
import '../components/bulk-bar.ts';
import { inboxTools, inboxViews } from '../components/inbox-tools.ts';
import { type Picking, envelope, letterTable } from '../components/letter-rows.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import '../components/saved-filters.ts';
import { type QueueQuery, getQueue } from '../lib/calls.ts';
import { layOut } from '../lib/desk.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Narrowed, filterOf, inboxAddress, narrowedBy, search } from '../lib/inbox.ts';
import { online } from '../lib/line.ts';
import { Loader } from '../lib/loader.ts';
import { go, route, to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { setShortcuts, shortcutOf, shortcuts } from '../lib/shortcuts.ts';
import { t } from '../words/index.ts';

/** A page of the list: enough to work through before the next is fetched. */
const PAGE = '30';

/** All letters a member may see, the most urgent first. */
export class InboxPage extends ConsoleElement {
  static override properties = { moreFailed: { state: true }, chosen: { state: true } };
  declare moreFailed: boolean;
  /** Letters to do one thing to, by number. */
  declare chosen: ReadonlyMap<string, QueueItem>;
  readonly #queue = new Loader<QueuePage>(this);
  #asked = '';
  #fetching = false;

  constructor() {
    super();
    this.moreFailed = false;
    this.chosen = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const store of [route, search, shortcuts, roleChoice]) this.watch(store);
    this.until(online.subscribe(() => online.value && this.#queue.error && void this.#load()));
    this.listen('keydown', this.#onKey);
    this.#asked = '';
  }

  get #narrowed(): Narrowed {
    return narrowedBy(route.value.query);
  }
  /** As the address names it. */
  get #tenant(): string {
    return route.value.query.get('tenant') ?? '';
  }

  override willUpdate(): void {
    // On the way to another page the address is already that page's.
    if (!['', 'inbox'].includes(route.value.path[0] ?? '')) return;
    inboxAddress.set(location.hash || '#/inbox');
    const asked = JSON.stringify(this.#query());
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.chosen = new Map();
    void this.#load();
  }

  #query(): QueueQuery {
    return {
      tenant: this.#tenant || (role()?.tenant ?? ''),
      ...filterOf(this.#narrowed, search.value),
    };
  }

  async #load(): Promise<void> {
    const query = this.#query();
    await this.#queue.run(() => getQueue({ ...query, limit: PAGE }));
    this.#layOut();
  }

  /** A letter opened from here leads on along this list. */
  #layOut(): void {
    const page = this.#queue.value;
    if (page) layOut({ ...this.#query(), limit: PAGE }, page.items, page.nextCursor);
  }

  async #more(): Promise<void> {
    const before = this.#queue.value;
    if (!before?.nextCursor || this.#fetching) return;
    this.moreFailed = false;
    this.#fetching = true;
    try {
      const next = await getQueue({ ...this.#query(), limit: PAGE, cursor: before.nextCursor });
      if (this.#queue.value !== before) return;
      const known = new Set(before.items.map(({ number }) => number));
      const fresh = next.items.filter(({ number }) => !known.has(number));
      this.#queue.put({ ...next, items: [...before.items, ...fresh] });
      this.#layOut();
      await this.updateComplete;
      this.#links()[before.items.length]?.focus();
    } catch {
      this.moreFailed = true;
    } finally {
      this.#fetching = false;
    }
  }

  override render() {
    const words = t().inbox;
    const counts = this.#queue.value?.counts;
    const tenant = this.#tenant;
    const narrowed = this.#narrowed;
    return html`${tenant ? html`<p class="back"><a href=${to(['tenants', tenant])}>${tenant}</a></p>` : nothing}
      <header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${counts ? words.lead(counts.open, counts.late, counts.today) : nothing}&nbsp;</p>
      </header>
      ${inboxViews(narrowed, tenant, counts)} ${inboxTools(narrowed, tenant)}
      ${
        tenant
          ? nothing
          : html`<hx-saved-filters .tenant=${role()?.tenant ?? ''} .narrowed=${narrowed}></hx-saved-filters>`
      }
      <p class="unseen" role="status">${this.#said()}</p>
      <div class="results" aria-busy=${this.#queue.busy ? 'true' : 'false'}>${this.#results()}</div>
      <hx-bulk
        .items=${[...this.chosen.values()]}
        @bulk-done=${() => void this.#load()}
        @bulk-none=${this.#letGo}
      ></hx-bulk>
      ${this.#keys()}`;
  }

  #results() {
    const { value: page, error } = this.#queue;
    if (error) return loadFailure(t().inbox.failed, error, () => void this.#load());
    if (!page) return loadingLines(6);
    if (page.items.length === 0) return this.#empty();
    return html`${letterTable(page.items, this.#picking)}
    ${
      page.nextCursor
        ? html`<p class="more">
            <button type="button" class="button" @click=${() => void this.#more()}>${t().common.more}</button>
            ${this.moreFailed ? html`<span role="alert">${t().inbox.moreFailed}</span>` : nothing}
          </p>`
        : nothing
    }`;
  }

  /** The centre reads; letters that are done with have nothing in common to be done. */
  get #picking(): Picking | null {
    if (role()?.role === 'central' || this.#narrowed.status) return null;
    return { chosen: this.chosen, pick: this.#pick, pickAll: this.#pickAll };
  }

  #pick = (item: QueueItem): void => {
    const chosen = new Map(this.chosen);
    if (!chosen.delete(item.number)) chosen.set(item.number, item);
    this.chosen = chosen;
  };

  #pickAll = (all: boolean): void => {
    const items = all ? (this.#queue.value?.items ?? []) : [];
    this.chosen = new Map(items.map((item) => [item.number, item]));
  };

  /** The bar goes, and with it what had the focus. */
  #letGo = (): void => {
    this.chosen = new Map();
    (this.#links()[0] ?? this.closest('main'))?.focus();
  };

  /** How many letters there are now, for those who don't see the list change. */
  #said(): string {
    const { value: page, error, busy } = this.#queue;
    if (!page || error || busy) return '';
    return page.items.length > 0 ? t().inbox.shown(page.items.length) : this.#emptyWords();
  }

  #emptyWords(): string {
    const words = t().inbox;
    if (search.value) return words.emptySearch(search.value);
    return this.#narrowed.status ? words.empty.done : words.empty[this.#narrowed.view];
  }

  #empty() {
    const words = t().inbox;
    const { view, status } = this.#narrowed;
    const teach = role()?.role === 'coordinator' && view === 'open' && !status && !search.value;
    return html`<div class="state">
      ${envelope()}
      <p>${this.#emptyWords()}</p>
      ${search.value ? html`<button type="button" class="button" @click=${this.#clear}>${words.clear}</button>` : nothing}
      ${teach ? html`<p><a href=${to('embed')}>${words.emptyEmbed}</a></p>` : nothing}
    </div>`;
  }

  #clear = (): void => {
    search.set('');
    this.querySelector<HTMLElement>('#inbox-q')?.focus();
  };

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
    if (key === null || !'jkoxr'.includes(key)) return;
    const links = this.#links();
    const row = document.activeElement?.closest('.letter-row');
    const at = row ? links.findIndex((link) => row.contains(link)) : -1;
    const item = this.#queue.value?.items[at];
    if (key === 'j' && at === links.length - 1 && this.#queue.value?.nextCursor) void this.#more();
    else if (key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (key === 'k') links[Math.max(at - 1, 0)]?.focus();
    else if (key === 'o') links[at]?.click();
    else if (key === 'r' && item) go(to(['letters', item.number], { do: 'reply' }));
    else if (key === 'x' && item && this.#picking) this.#pick(item);
  };
}

customElements.define('hx-inbox-page', InboxPage);
