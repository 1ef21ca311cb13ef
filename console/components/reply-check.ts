import { type TemplateResult, html, nothing, svg } from 'lit';
import type { Sign } from '../../core/reply-check.rules.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { ConsoleElement } from '../lib/element.ts';
import {
  type Hint,
  type ReplyDraft,
  checkDraft,
  hintsOf,
  missingIn,
  partsAsked,
} from '../lib/reply-check.ts';
import { t } from '../words/index.ts';
import { quotes } from './quotes.ts';

/** After a pause in typing: looked through after a short one, spoken after a long one, so that nobody is talked over. */
const CHECK_AFTER_MS = 300;
const SPEAK_AFTER_MS = 1500;

/** Quiet advice under the editor: what a reader will stumble over, with the words that say so, and the parts of a good reply. */
export class ReplyCheck extends ConsoleElement {
  static override properties = {
    draft: { attribute: false },
    letter: { attribute: false },
    field: {},
    signs: { state: true },
    said: { state: true },
  };
  declare draft: ReplyDraft;
  declare letter: StaffLetter;
  /** Id of the text area. */
  declare field: string;
  declare signs: Sign[] | null;
  declare said: string;
  #checking = 0;
  #speaking = 0;

  constructor() {
    super();
    this.field = '';
    this.signs = null;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => this.#wait());
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('draft') && !changed.has('letter')) return;
    this.#wait();
    // What was there when the form opened is shown with it.
    if (this.signs === null) this.#check();
    else this.#checking = window.setTimeout(() => this.#check(), CHECK_AFTER_MS);
    this.#speaking = window.setTimeout(() => this.#speak(), SPEAK_AFTER_MS);
  }

  #wait(): void {
    window.clearTimeout(this.#checking);
    window.clearTimeout(this.#speaking);
  }

  #check(): void {
    this.signs = checkDraft(this.draft, this.letter);
  }

  /** Of an untouched form, and where nothing is new, nothing is said. */
  #speak(): void {
    const words = t().check;
    const titles = this.#hints.map(({ sign }) => words.signs[sign].title);
    const missing = missingIn(this.signs ?? []).map((part) => words.parts[part]);
    if (missing.length > 0) titles.push(words.lacks(missing));
    if (titles.length > 0) this.said = words.said(titles);
    else if (this.said !== '') this.said = words.saidNone;
  }

  get #hints(): Hint[] {
    return hintsOf(this.signs ?? []);
  }

  override render() {
    const words = t().check;
    return html`<section class="advice" aria-label=${words.title}>
      ${this.#listed()} ${this.draft.type === 'final' ? this.#parts() : nothing}
      <p class="quiet">${words.note}</p>
      <p class="unseen" role="status" id="reply-said">${this.said}</p>
    </section>`;
  }

  /** Of a reply that is all phrases the rest follows: it is folded. */
  #listed() {
    const hints = this.#hints;
    const folded = hints.some(({ sign }) => sign === 'boilerplate');
    const first = hints.filter(({ sign }) => !folded || sign === 'personal' || sign === 'boilerplate');
    const rest = hints.slice(first.length);
    return html`${this.#list(first)}
    ${
      rest.length > 0
        ? html`<details>
            <summary>${t().check.more(rest.length)}</summary>
            ${this.#list(rest)}
          </details>`
        : nothing
    }`;
  }

  #list(hints: readonly Hint[]) {
    if (hints.length === 0) return nothing;
    return html`<ul class="signs">
      ${hints.map((hint) => html`<li>${this.#hint(hint)}</li>`)}
    </ul>`;
  }

  #hint({ sign, marks }: Hint): TemplateResult {
    const { title, does } = t().check.signs[sign];
    // A sign about the whole reply has nothing to point at.
    const whole = sign === 'boilerplate' || sign === 'too-short' || sign === 'off-topic';
    return html`<div class="sign">
        <p class="sign-title">${title}</p>
        ${whole ? nothing : quotes(marks, this.field)}
      </div>
      <p>${does}</p>`;
  }

  #parts() {
    const words = t().check;
    const written = this.draft.body.trim() !== '';
    const missing = missingIn(this.signs ?? []);
    return html`<p class="parts-lead">${words.partsLead}</p>
      <ul class="parts">
        ${partsAsked(this.letter.kind).map((part) => {
          const there = written && !missing.includes(part);
          return html`<li class=${there ? 'there' : ''}>
            ${mark(there)}
            <span>
              ${words.parts[part]}
              <span class="quiet">${there ? words.partDone : written ? words.partMissing : ''}</span>
            </span>
          </li>`;
        })}
      </ul>`;
  }
}

function mark(there: boolean) {
  const shape = there ? svg`<path d="M2.5 8.5 6.5 12.5 13.5 4" />` : svg`<circle cx="8" cy="8" r="6" />`;
  return html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
  >
    ${shape}
  </svg>`;
}

customElements.define('hx-reply-check', ReplyCheck);
