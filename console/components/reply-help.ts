import { html, nothing } from 'lit';
import type { StaffLetter } from '../../contract/staff.ts';
import { placeholdersIn } from '../../core/placeholders.ts';
import { ConsoleElement } from '../lib/element.ts';
import type { Errors } from '../lib/form.ts';
import { insertAtCursor, selectGap, tabToGap } from '../lib/placeholders.ts';
import { t } from '../words/index.ts';
import './similar-letters.ts';
import './template-picker.ts';

type Help = 'templates' | 'similar';

/** What an editor is helped with: texts to insert, letters like this one, and the gaps that are left to fill. */
export class ReplyHelp extends ConsoleElement {
  static override properties = {
    letter: { attribute: false },
    field: {},
    text: { attribute: false },
    opened: { state: true },
    said: { state: true },
  };
  declare letter: StaffLetter;
  /** Id of the text area. */
  declare field: string;
  /** What stands in it. */
  declare text: string;
  declare opened: Help | null;
  declare said: string;

  constructor() {
    super();
    this.field = '';
    this.text = '';
    this.opened = null;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen('keydown', (event) => {
      if (this.#area && event.target === this.#area) tabToGap(event, this.#area);
    });
  }

  get #area(): HTMLTextAreaElement | null {
    const found = document.getElementById(this.field);
    return found instanceof HTMLTextAreaElement ? found : null;
  }

  override render() {
    const words = t().templates;
    const open = (help: Help, label: string) =>
      html`<button
        type="button"
        class="button"
        aria-expanded=${this.opened === help ? 'true' : 'false'}
        @click=${() => (this.opened = this.opened === help ? null : help)}
      >
        ${label}
      </button>`;
    return html`<div class="reply-help" @text-chosen=${this.#insert}>
      <div class="help-buttons">${open('templates', words.open)} ${open('similar', words.similar)}</div>
      ${this.opened === 'templates' ? html`<hx-template-picker .letter=${this.letter} field=${this.field}></hx-template-picker>` : nothing}
      ${this.opened === 'similar' ? html`<hx-similar-letters number=${this.letter.number}></hx-similar-letters>` : nothing}
      <p class="quiet" role="status">${this.said}</p>
      ${this.#gaps()}
    </div>`;
  }

  #gaps() {
    const words = t().templates;
    const gaps = placeholdersIn(this.text);
    if (gaps.length === 0) return nothing;
    return html`<div class="gaps">
      <p>
        <strong>${words.left(gaps.length)}</strong>
        ${gaps.map(({ start, label }) => {
          const name = label || words.unnamed;
          return html`<button
            type="button"
            class="link"
            aria-label=${words.goTo(name)}
            @click=${() => this.#goTo(start)}
          >
            <mark class="gap">${name}</mark>
          </button> `;
        })}
      </p>
      <p class="hint">${words.leftHint}</p>
    </div>`;
  }

  #goTo(start: number): void {
    if (this.#area) selectGap(this.#area, start);
  }

  #insert = (event: CustomEvent<{ text: string; says: string }>): void => {
    const area = this.#area;
    if (!area) return;
    this.opened = null;
    this.said = event.detail.says;
    insertAtCursor(area, event.detail.text);
  };
}

/** A reply with a gap in it isn't finished. */
export function checkGaps(errors: Errors, name: string, text: string): void {
  const { length } = placeholdersIn(text);
  if (length > 0) errors[name] ??= t().templates.leftError(length);
}

customElements.define('hx-reply-help', ReplyHelp);
