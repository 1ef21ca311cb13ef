import { html, nothing } from 'lit';
import type { Template } from '../../contract/templates.ts';
import { placeholdersIn } from '../../core/placeholders.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role } from '../lib/session.ts';
import { getTemplates } from '../lib/template-calls.ts';
import { langOf, t } from '../words/index.ts';
import { gapText } from './gap-text.ts';

const SEARCH_AFTER_MS = 250;
const SHOWN_MAX = 20;

/** Finds a text and hands it over: fires `text-chosen` with the text and what to say. */
export class TemplatePicker extends ConsoleElement {
  static override properties = { letter: { attribute: false }, field: {}, q: { state: true } };
  declare letter: Pick<StaffLetter, 'tenant' | 'kind' | 'department'>;
  /** Id of the text area; ids here begin with it. */
  declare field: string;
  declare q: string;
  readonly #found = new Loader<Template[]>(this);
  #timer = 0;

  constructor() {
    super();
    this.field = '';
    this.q = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => window.clearTimeout(this.#timer));
    void this.#load();
  }

  #load = (): Promise<void> =>
    this.#found.run(async () => {
      // A letter may have been handed over: the texts are those of whoever replies.
      const tenant = role()?.tenant ?? this.letter.tenant;
      const { items } = await getTemplates(tenant, { q: this.q.trim(), limit: '50' });
      return items.sort((one, other) => this.#rank(one) - this.#rank(other));
    });

  /** What is meant for this kind first, what is for any next; what is for others, or another department's, is still there. */
  #rank({ kinds, department }: Template): number {
    const elsewhere = department !== null && department !== this.letter.department;
    return (kinds.includes(this.letter.kind) ? 0 : kinds.length === 0 ? 1 : 2) + (elsewhere ? 3 : 0);
  }

  #search = (event: Event): void => {
    this.q = (event.target as HTMLInputElement).value;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#load(), SEARCH_AFTER_MS);
  };

  override render() {
    const words = t().templates;
    const id = `${this.field}-find`;
    return html`<div class="field find">
        <label for=${id}>${words.search}</label>
        <input
          id=${id}
          type="search"
          autocomplete="off"
          maxlength="50"
          placeholder=${words.searchHint}
          .value=${this.q}
          @input=${this.#search}
          @keydown=${this.#keep}
        />
      </div>
      ${this.#list()}`;
  }

  /** Enter in here searches; it doesn't send the reply. */
  #keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    window.clearTimeout(this.#timer);
    void this.#load();
  };

  #list() {
    const words = t().templates;
    const { value, error } = this.#found;
    if (error)
      return html`<p role="alert">
        ${words.pickerFailed}
        <button type="button" class="link" @click=${this.#load}>${t().common.retry}</button>
      </p>`;
    if (!value) return html`<p class="quiet" role="status">${t().common.loading}</p>`;
    if (value.length === 0)
      return html`<p class="quiet" role="status">
        ${this.q.trim() ? words.emptySearch(this.q.trim()) : words.pickerEmpty}
      </p>`;
    return html`<ul class="found">
      ${value.slice(0, SHOWN_MAX).map((one) => this.#item(one))}
    </ul>`;
  }

  #item(one: Template) {
    const words = t().templates;
    const gaps = placeholdersIn(one.body).length;
    return html`<li>
      <details>
        <summary lang=${langOf(one.title)}>${one.title}</summary>
        <div lang=${langOf(one.body)}>${gapText(one.body)}</div>
      </details>
      <p class="quiet meta">
        ${one.kinds.includes(this.letter.kind) ? html`<span>${words.forThis}</span>` : nothing}
        ${gaps > 0 ? html`<span>${words.gaps(gaps)}</span>` : nothing}
      </p>
      <button
        type="button"
        class="button"
        aria-label=${words.insertNamed(one.title)}
        @click=${() => this.#choose(one)}
      >
        ${words.insert}
      </button>
    </li>`;
  }

  #choose({ title, body }: Template): void {
    const detail = { text: body, says: t().templates.inserted(title) };
    this.dispatchEvent(new CustomEvent('text-chosen', { bubbles: true, detail }));
  }
}

customElements.define('hx-template-picker', TemplatePicker);
