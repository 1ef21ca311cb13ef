import { html, nothing } from 'lit';
import type { ContactView, StaffLetter } from '../../contract/staff.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import { revealContact } from '../lib/calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { t } from '../words/index.ts';
import { accessList } from './access-list.ts';
import { failureWords } from './problems.ts';

/** The writer's contact details, behind a press that is recorded. They are held only while they are shown. */
export class ContactBox extends ConsoleElement {
  static override properties = {
    letter: { attribute: false },
    contact: { state: true },
    busy: { state: true },
    failed: { state: true },
  };
  declare letter: StaffLetter;
  declare contact: ContactView | null;
  declare busy: boolean;
  declare failed: ApiError | null;

  constructor() {
    super();
    this.contact = null;
    this.busy = false;
    this.failed = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.contact = null;
  }

  /** What was shown goes from the screen with what was erased. */
  override willUpdate(): void {
    if (!this.letter.hasContact) this.contact = null;
  }

  override render() {
    const words = t().letter.contact;
    return html`<section class="rail-part" aria-labelledby="contact-title">
      <h2 id="contact-title">${words.title}</h2>
      ${this.contact ? this.#shown(this.contact) : this.#hidden()}
      ${this.failed ? html`<p class="field-error" role="alert">${failureWords(this.failed)}</p>` : nothing}
      ${accessList(this.letter)}
    </section>`;
  }

  #hidden() {
    const words = t().letter.contact;
    const erased = this.letter.timeline.some(({ kind }) => kind === 'contact_erased');
    if (!this.letter.hasContact) return html`<p class="quiet">${erased ? words.erased : words.none}</p>`;
    if (!this.letter.may.includes('contact')) return html`<p class="quiet">${words.notYours}</p>`;
    return html`<p>${words.hidden}</p>
      <button
        type="button"
        class="button"
        aria-disabled=${this.busy ? 'true' : 'false'}
        @click=${() => void this.#reveal()}
      >
        ${words.reveal}
      </button>`;
  }

  #shown(contact: ContactView) {
    const words = t().letter.contact;
    const lines = (['name', 'phone', 'email'] as const).map(
      (part) =>
        html`<dt>${words[part]}</dt>
          <dd>${contact[part] || html`<span class="quiet">${words.empty}</span>`}</dd>`,
    );
    return html`<dl class="facts" tabindex="-1">${lines}</dl>
      <p class="quiet">${words.shown}</p>
      <button type="button" class="quiet-button" @click=${() => void this.#hide()}>
        ${t().common.close}
      </button>`;
  }

  async #reveal(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failed = null;
    try {
      this.contact = await revealContact(this.letter.number);
    } catch (error) {
      this.failed = asApiError(error);
    }
    this.busy = false;
    if (this.contact) await this.#focus('dl');
  }

  async #hide(): Promise<void> {
    this.contact = null;
    await this.#focus('button');
  }

  /** What was pressed is gone. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

customElements.define('hx-contact', ContactBox);
