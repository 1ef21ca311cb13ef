import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { StaffLetter } from '../../contract/staff.ts';
import '../components/action-panel.ts';
import '../components/contact-box.ts';
import { letterClock } from '../components/letter-clock.ts';
import { letterBody, letterHead } from '../components/letter-text.ts';
import { letterTimeline } from '../components/letter-timeline.ts';
import '../components/note-box.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getLetter } from '../lib/calls.ts';
import { primary } from '../lib/commands.ts';
import { ConsoleElement } from '../lib/element.ts';
import { inboxAddress } from '../lib/inbox.ts';
import type { Changed } from '../lib/letter-events.ts';
import { Loader } from '../lib/loader.ts';
import { langOf, t } from '../words/index.ts';

/** One letter: its text and what to do on the left, its clock, holder and history in the rail. */
export class LetterPage extends ConsoleElement {
  static override properties = { number: {}, message: { state: true } };
  declare number: string;
  declare message: string;
  readonly #letter = new Loader<StaffLetter>(this);

  constructor() {
    super();
    this.number = '';
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('letter-changed', this.#onChanged);
    this.addEventListener('letter-reload', this.#load);
    this.addEventListener('message-read', this.#onRead);
    this.until(() => this.removeEventListener('letter-changed', this.#onChanged));
    this.until(() => this.removeEventListener('letter-reload', this.#load));
    this.until(() => this.removeEventListener('message-read', this.#onRead));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('number')) return;
    this.#letter.clear();
    this.message = '';
    void this.#load();
  }

  #load = (): Promise<void> => this.#letter.run(() => getLetter(this.number));

  override render() {
    const { value: letter, error } = this.#letter;
    const words = t().letter;
    const back = html`<p class="back"><a href=${inboxAddress.value}>${words.back}</a></p>`;
    if (error && !letter) {
      const title = error.status === 404 ? words.missing : words.failed;
      return html`${back}${loadFailure(title, error, () => void this.#load(), true)}`;
    }
    if (!letter) return html`${back}${loadingLines(8)}`;
    const busy = primary(letter) !== null;
    return html`${back}
      <div class="letter-page">
        <div class="letter-main">
          <article class="paper" aria-label=${letter.title}>
            ${letterHead(letter, busy ? this.#toActions : null)} ${letterBody(letter)}
          </article>
          ${keyed(letter.number, html`<hx-actions .letter=${letter} .message=${this.message}></hx-actions>`)}
        </div>
        <aside class="rail" aria-label=${words.aside}>
          ${letterClock(letter)} ${this.#holder(letter)}
          ${keyed(letter.number, html`<hx-contact .letter=${letter}></hx-contact><hx-notes .letter=${letter}></hx-notes>`)}
          ${letterTimeline(letter)}
        </aside>
      </div>`;
  }

  #holder(letter: StaffLetter) {
    const words = t().letter.holder;
    return html`<section class="rail-part" aria-labelledby="holder-title">
      <h2 id="holder-title">${words.title}</h2>
      <p>
        <strong lang=${langOf(letter.departmentName ?? words.none)}
          >${letter.departmentName ?? words.none}</strong
        >
      </p>
      <p class="quiet" lang=${langOf(letter.tenantName)}>${letter.tenantName}</p>
      ${letter.objected ? html`<p class="notice-line">${words.objected}</p>` : ''}
    </section>`;
  }

  #toActions = (): void => {
    const actions = this.querySelector<HTMLElement>('#actions');
    actions?.focus({ preventScroll: true });
    actions?.scrollIntoView({ block: 'start' });
  };

  #onRead = (): void => {
    this.message = '';
  };

  #onChanged = (event: CustomEvent<Changed>): void => {
    this.#letter.put(event.detail.letter);
    this.message = event.detail.message;
    if (this.message)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.actions .done')?.focus());
  };
}

customElements.define('hx-letter-page', LetterPage);
