import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StaffPromise, StaffPromisePage } from '../../contract/promises.ts';
import { moreButton } from '../components/more-button.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import '../components/promise-item.ts';
import { asState, promiseFilters } from '../components/promise-mark.ts';
import { getOwnPromises } from '../lib/spot-check-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { route } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** What one's own replies have promised, the late first, each with its follow-up. */
export class PromisesPage extends ConsoleElement {
  static override properties = { message: { state: true } };
  declare message: string;
  readonly #list = new Paged<StaffPromise, StaffPromisePage>(this);
  #asked: string | null = null;

  constructor() {
    super();
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    this.watch(roleChoice);
    this.addEventListener('followed-up', this.#onFollowed);
    this.until(() => this.removeEventListener('followed-up', this.#onFollowed));
    this.#asked = null;
  }

  get #state() {
    return asState(route.value.query.get('state'));
  }

  override willUpdate(): void {
    if (route.value.path[0] !== 'promises') return;
    const asked = `${role()?.tenant ?? ''}/${this.#state}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.message = '';
    this.#list.clear();
    void this.#load();
  }

  #load = (): Promise<void> => {
    const [tenant, state] = [role()?.tenant ?? '', this.#state];
    return this.#list.run((cursor) => getOwnPromises(tenant, { state, cursor }));
  };

  #onFollowed = (event: Event): void => {
    const { number, done } = (event as CustomEvent<{ number: string; done: boolean }>).detail;
    this.message = t().promises.recorded(number, done);
    void this.#load();
    this.closest('main')?.focus();
  };

  override render() {
    const words = t().promises;
    const { value, error } = this.#list;
    const late = value?.late ?? 0;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${late > 0 ? html`<p class="bad">${words.lateCount(late)}</p>` : nothing}
      </header>
      ${promiseFilters(this.#state, '')}
      <p class="done" role="status">${this.message}</p>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#page(value) : loadingLines(5)}`;
  }

  #page({ items }: StaffPromisePage) {
    const words = t().promises;
    if (items.length === 0) return html`<p class="state">${words.empty[this.#state]}</p>`;
    return html`<ul class="promise-list" aria-label=${words.captions[this.#state]}>
        ${repeat(
          items,
          ({ number }) => number,
          (one) => html`<li tabindex="-1"><hx-promise .promise=${one}></hx-promise></li>`,
        )}
      </ul>
      ${moreButton(this.#list, words.failed, () => this.#more())}`;
  }

  async #more(): Promise<void> {
    const before = await this.#list.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.promise-list > li')[before]?.focus();
  }
}

customElements.define('hx-promises-page', PromisesPage);
