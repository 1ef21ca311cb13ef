import { html, nothing } from 'lit';
import type { SimilarLetter } from '../../contract/templates.ts';
import { LEVELS } from '../../contract/vocabulary.ts';
import { levelWords, outcomeWords } from '../../contract/words.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { getSimilar } from '../lib/template-calls.ts';
import { lang, langOf, t } from '../words/index.ts';
import { prose } from './prose.ts';

/** Letters like this one with what was answered; a reply can be taken as a beginning: fires `text-chosen`. */
export class SimilarLetters extends ConsoleElement {
  static override properties = { number: {} };
  declare number: string;
  readonly #found = new Loader<SimilarLetter[]>(this);

  constructor() {
    super();
    this.number = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#found.run(async () => (await getSimilar(this.number)).items);

  override render() {
    const words = t().templates;
    const { value, error } = this.#found;
    if (error)
      return html`<p role="alert">
        ${words.similarFailed}
        <button type="button" class="link" @click=${this.#load}>${t().common.retry}</button>
      </p>`;
    if (!value) return html`<p class="quiet" role="status">${t().common.loading}</p>`;
    if (value.length === 0) return html`<p class="quiet">${words.similarEmpty}</p>`;
    return html`<p class="hint">${words.similarLead}</p>
      <ul class="found">
        ${value.map((one) => this.#item(one))}
      </ul>`;
  }

  #item(one: SimilarLetter) {
    const words = t().templates;
    const level = LEVELS.find((known) => known === one.rating);
    return html`<li>
      <details>
        <summary lang=${langOf(one.title)}>${one.title}</summary>
        <p class="quiet" lang=${langOf(one.excerpt)}>${one.excerpt}</p>
        <div class="similar-reply" lang=${langOf(one.reply)}>${prose(one.reply)}</div>
      </details>
      <p class="quiet meta">
        <span>${outcomeWords[lang.value][one.outcome]}</span>
        <span>${words.answered(dayShort(dayOf(one.repliedAt)))}</span>
        ${one.departmentName ? html`<span lang=${langOf(one.departmentName)}>${one.departmentName}</span>` : nothing}
        ${level === undefined ? nothing : html`<span>${words.rated(levelWords[lang.value][level])}</span>`}
        ${one.published ? html`<span>${words.published}</span>` : nothing}
      </p>
      <button
        type="button"
        class="button"
        aria-label=${words.useNamed(one.title)}
        @click=${() => this.#choose(one)}
      >
        ${words.use}
      </button>
    </li>`;
  }

  #choose({ reply }: SimilarLetter): void {
    const detail = { text: reply, says: t().templates.used };
    this.dispatchEvent(new CustomEvent('text-chosen', { bubbles: true, detail }));
  }
}

customElements.define('hx-similar-letters', SimilarLetters);
