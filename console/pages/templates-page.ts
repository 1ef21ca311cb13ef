import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { limits } from '../../contract/limits.ts';
import type { Template, TemplatePage } from '../../contract/templates.ts';
import { kindWords } from '../../contract/words.ts';
import { placeholdersIn } from '../../core/placeholders.ts';
import { gapText } from '../components/gap-text.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import '../components/template-form.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { getTemplates } from '../lib/template-calls.ts';
import { lang, langOf, t } from '../words/index.ts';

const SEARCH_AFTER_MS = 250;

/** Texts that replies are written from: whoever replies reads them, the coordinator keeps them. */
export class TemplatesPage extends ConsoleElement {
  static override properties = {
    q: { state: true },
    editing: { state: true },
    message: { state: true },
    moreFailed: { state: true },
  };
  declare q: string;
  /** Null: nothing; `new`: one that isn't there yet. */
  declare editing: Template | 'new' | null;
  declare message: string;
  declare moreFailed: boolean;
  readonly #page = new Loader<TemplatePage>(this);
  #timer = 0;

  constructor() {
    super();
    this.q = '';
    this.editing = null;
    this.message = '';
    this.moreFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => window.clearTimeout(this.#timer));
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  get #keeps(): boolean {
    return role()?.role === 'coordinator';
  }

  #load = (): Promise<void> => this.#page.run(() => getTemplates(this.#tenant, { q: this.q.trim() }));

  async #more(cursor: string): Promise<void> {
    const before = this.#page.value;
    this.moreFailed = false;
    try {
      const next = await getTemplates(this.#tenant, { q: this.q.trim(), cursor });
      if (before) this.#page.put({ ...next, items: [...before.items, ...next.items] });
    } catch {
      this.moreFailed = true;
    }
  }

  #search = (event: Event): void => {
    this.q = (event.target as HTMLInputElement).value;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#load(), SEARCH_AFTER_MS);
  };

  override render() {
    const words = t().templates;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${this.#keeps ? words.lead : words.officerLead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.editing === null ? this.#browse() : this.#edit(this.editing)}`;
  }

  #edit(template: Template | 'new') {
    return keyed(
      template === 'new' ? template : template.id,
      html`<hx-template-form
        tenant=${this.#tenant}
        .template=${template === 'new' ? null : template}
        @template-kept=${(event: CustomEvent<string>) => void this.#kept(event.detail)}
        @template-closed=${() => void this.#close()}
      ></hx-template-form>`,
    );
  }

  #browse() {
    const words = t().templates;
    return html`<div class="tools">
        <div class="field find">
          <label for="templates-find">${words.search}</label>
          <input
            id="templates-find"
            type="search"
            autocomplete="off"
            maxlength=${limits.searchCharsMax}
            placeholder=${words.searchHint}
            .value=${this.q}
            @input=${this.#search}
          />
        </div>
        ${this.#keeps ? html`<button type="button" class="button primary new-template" @click=${() => this.#open('new')}>${words.new}</button>` : nothing}
      </div>
      <section aria-labelledby="templates-list">
        <h2 id="templates-list" class="unseen">${words.list}</h2>
        ${this.#list()}
      </section>`;
  }

  #list() {
    const words = t().templates;
    const { value, error } = this.#page;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(5);
    const empty = this.#keeps ? words.empty : words.emptyOfficer;
    if (value.items.length === 0)
      return html`<p class="state" role="status">
        ${this.q.trim() ? words.emptySearch(this.q.trim()) : empty}
      </p>`;
    return html`<ul class="template-list">
        ${value.items.map((template) => this.#item(template))}
      </ul>
      ${value.nextCursor === null ? nothing : this.#moreButton(value.nextCursor)}`;
  }

  #moreButton(cursor: string) {
    return html`<p class="more">
      <button type="button" class="button" @click=${() => void this.#more(cursor)}>${t().common.more}</button>
      ${this.moreFailed ? html`<span role="alert">${t().templates.failed}</span>` : nothing}
    </p>`;
  }

  #item(template: Template) {
    const words = t().templates;
    const { title, body, kinds, departmentName, changedAt } = template;
    const gaps = placeholdersIn(body).length;
    const whose = departmentName ?? words.all;
    const kindNames = kinds
      .map((kind) => kindWords[lang.value][kind])
      .join(lang.value === 'en' ? ', ' : '、');
    return html`<li>
      <details>
        <summary lang=${langOf(title)}>${title}</summary>
        <div lang=${langOf(body)}>${gapText(body)}</div>
      </details>
      <p class="quiet meta">
        <span>${kindNames || words.anyKind}</span>
        <span lang=${langOf(whose)}>${whose}</span>
        ${gaps > 0 ? html`<span>${words.gaps(gaps)}</span>` : nothing}
        <span>${words.changedOn(dayShort(dayOf(changedAt)))}</span>
      </p>
      ${
        this.#keeps
          ? html`<button
              type="button"
              class="link"
              aria-label=${words.editNamed(title)}
              @click=${() => this.#open(template)}
            >
              ${words.edit}
            </button>`
          : nothing
      }
    </li>`;
  }

  #open(template: Template | 'new'): void {
    this.message = '';
    this.editing = template;
  }

  async #close(): Promise<void> {
    this.editing = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.new-template')?.focus();
  }

  async #kept(message: string): Promise<void> {
    this.editing = null;
    this.message = message;
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-templates-page', TemplatesPage);
