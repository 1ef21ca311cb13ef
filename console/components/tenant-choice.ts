import { html, nothing } from 'lit';
import type { TakerPage } from '../../contract/hand-over.ts';
import { call } from '../lib/api.ts';
import { ConsoleElement } from '../lib/element.ts';
import type { Form, Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { langOf, t } from '../words/index.ts';
import { fieldId } from './fields.ts';
import { loadFailure } from './problems.ts';

/** Another organisation, found by its name. The form keeps its slug, and its name beside for showing what was chosen. */
export class TenantChoice extends ConsoleElement {
  static override properties = { form: { attribute: false }, error: {}, label: {}, tenant: {} };
  declare form: Form<Values>;
  declare error: string;
  declare label: string;
  /** The member's own, which isn't offered. */
  declare tenant: string;
  readonly #page = new Loader<TakerPage>(this);
  #asked = '';

  constructor() {
    super();
    this.error = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load('');
  }

  #load(q: string): Promise<void> {
    this.#asked = q;
    return this.#page.run(() =>
      call<TakerPage>('/v1/staff/tenants', { query: { tenant: this.tenant, ...(q && { q }) } }),
    );
  }

  override render() {
    const words = t().handOver;
    const id = fieldId(this.form, 'tenant');
    const name = this.form.values['tenantName'] ?? '';
    return html`<fieldset
      class="field tenant-choice ${this.error ? 'wrong' : ''}"
      aria-describedby=${this.error ? `${id}-error` : nothing}
    >
      <legend>${this.label}</legend>
      ${this.error ? html`<p class="field-error" id="${id}-error">${this.error}</p>` : nothing}
      <div class="tenant-search">
        <label class="unseen" for=${id}>${words.search}</label>
        <input
          type="search"
          id=${id}
          placeholder=${words.search}
          autocomplete="off"
          @input=${(event: Event) => void this.#load((event.target as HTMLInputElement).value.trim())}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      ${this.#results(id)}
      <p class="quiet" role="status">${name ? words.chosen(name) : nothing}</p>
    </fieldset>`;
  }

  #results(id: string) {
    const words = t().handOver;
    const { value, error } = this.#page;
    if (error) return loadFailure(words.failed, error, () => void this.#load(this.#asked));
    if (!value) return html`<p class="quiet" role="status">${words.loading}</p>`;
    if (value.items.length === 0) return html`<p class="quiet" role="status">${words.none(this.#asked)}</p>`;
    const chosen = this.form.values['tenant'] ?? '';
    return html`<div class="choices short tenant-results">
        ${value.items.map(
          ({ slug, name }) =>
            html`<label class="choice" for="${id}-${slug}">
              <input
                type="radio"
                id="${id}-${slug}"
                name="${id}-choice"
                value=${slug}
                .checked=${chosen === slug}
                @change=${() => this.#choose(slug, name)}
              />
              <span lang=${langOf(name)}>${name}</span>
            </label>`,
        )}
      </div>
      ${value.nextCursor ? html`<p class="hint">${words.more}</p>` : nothing}`;
  }

  #choose(slug: string, name: string): void {
    this.form.set('tenantName', name);
    this.form.set('tenant', slug);
    this.requestUpdate();
  }
}

customElements.define('hx-tenant-choice', TenantChoice);
