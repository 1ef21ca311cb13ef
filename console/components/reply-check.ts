import { type TemplateResult, html, nothing, svg } from 'lit';
import { fingerprintOf, type Sign } from '../../core/reply-check.rules.ts';
import type { ReplyCheck as Answer, StaffLetter } from '../../contract/staff.ts';
import { askReplyCheck } from '../lib/calls.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import {
  type Hint,
  type ReplyDraft,
  checkDraft,
  hintsOf,
  missingIn,
  partsAsked,
} from '../lib/reply-check.ts';
import { to } from '../lib/router.ts';
import { t } from '../words/index.ts';
import { quotes } from './quotes.ts';

/** After a pause in typing: looked through after a short one, spoken after a long one, so that nobody is talked over. */
const CHECK_AFTER_MS = 300;
const SPEAK_AFTER_MS = 1500;
/** The service is asked for other replies like it when somebody pauses to think. */
const ASK_AFTER_MS = 1200;

/** What is shown beside boilerplate, of which the rest follows. */
const UNFOLDED = new Set<Hint['sign']>(['personal', 'copied', 'boilerplate']);

/** Quiet advice under the editor: what a reader will stumble over, with the words that say so, and the parts of a good reply. */
export class ReplyCheck extends ConsoleElement {
  static override properties = {
    draft: { attribute: false },
    letter: { attribute: false },
    field: {},
    signs: { state: true },
    said: { state: true },
    alike: { state: true },
  };
  declare draft: ReplyDraft;
  declare letter: StaffLetter;
  /** Id of the text area; empty where the reply stands for reading only. */
  declare field: string;
  declare signs: Sign[] | null;
  declare said: string;
  /** Other letters answered with these words; null: not known yet, or nothing was written. */
  declare alike: Answer | null;
  /** What was asked about last: with other numbers or courtesies it is the same. */
  #asked = '';
  #first = true;
  #asking = 0;
  #request = new AbortController();
  #checking = 0;
  #speaking = 0;

  constructor() {
    super();
    this.field = '';
    this.signs = null;
    this.said = '';
    this.alike = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => {
      this.#wait();
      this.#request.abort();
    });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('draft') && !changed.has('letter')) return;
    this.#wait();
    // What was there when the form opened is shown with it.
    if (this.signs === null) this.#check();
    else this.#checking = window.setTimeout(() => this.#check(), CHECK_AFTER_MS);
    if (this.field !== '') this.#speaking = window.setTimeout(() => this.#speak(), SPEAK_AFTER_MS);
    this.#asking = window.setTimeout(() => void this.#ask(), this.#first ? 0 : ASK_AFTER_MS);
  }

  #wait(): void {
    window.clearTimeout(this.#checking);
    window.clearTimeout(this.#speaking);
    window.clearTimeout(this.#asking);
  }

  #check(): void {
    this.signs = checkDraft(this.draft, this.letter);
  }

  /** Advice only: where there is no answer, nothing is said. */
  async #ask(): Promise<void> {
    this.#first = false;
    const { body, type } = this.draft;
    const print = fingerprintOf(body);
    const key = String(print?.signature ?? '');
    if (key === this.#asked) return;
    this.#request.abort();
    this.#asked = key;
    if (!print) return void (this.alike = null);
    const { signal } = (this.#request = new AbortController());
    const kind = type === 'interim' ? 'interim' : 'final';
    const found = await askReplyCheck(this.letter.number, body.trim(), kind, signal).catch(() => null);
    if (signal.aborted) return;
    this.alike = found;
    if (found === null) this.#asked = '';
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
    return hintsOf(this.signs ?? [], this.alike);
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
    const first = hints.filter(({ sign }) => !folded || UNFOLDED.has(sign));
    const rest = hints.filter((hint) => !first.includes(hint));
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
    return html`<ul class="reply-signs">
      ${hints.map((hint) => html`<li>${this.#hint(hint)}</li>`)}
    </ul>`;
  }

  #hint(hint: Hint): TemplateResult {
    const { sign } = hint;
    const { title, does } = t().check.signs[sign];
    // A sign about the whole reply has nothing to point at.
    const whole = sign === 'boilerplate' || sign === 'too-short' || sign === 'off-topic';
    return html`<div class="sign">
        <p class="sign-title">${title}</p>
        ${'alike' in hint ? copies(hint.alike) : whole ? nothing : quotes(hint.marks, this.field)}
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

/** Which letters they are, with the way there; opened beside, so that what is being written stays. */
function copies({ copies, others }: Answer): TemplateResult {
  const words = t().check.copied;
  const more = copies.length === 0 ? words.elsewhere(others) : words.others(others);
  return html`<ul class="copies">
    ${copies.map(
      ({ number, at, departmentName, similarity }) =>
        html`<li>
          <a class="number" href=${to(['letters', number])} target="_blank" rel="noopener">${number}</a>
          <span class="quiet">${words.what(departmentName ?? '', dayShort(dayOf(at)), similarity)}</span>
        </li>`,
    )}
    ${others > 0 ? html`<li class="quiet">${more}</li>` : nothing}
  </ul>`;
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
