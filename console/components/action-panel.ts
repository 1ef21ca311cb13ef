import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { StaffLetter } from '../../contract/staff.ts';
import type { NewKey } from '../lib/calls.ts';
import { type Offered, offered, primary } from '../lib/commands.ts';
import { type Draft, dropDraft, listDrafts } from '../lib/drafts.ts';
import { ConsoleElement } from '../lib/element.ts';
import { dayOf, dayWords } from '../lib/dates.ts';
import { inboxAddress } from '../lib/inbox.ts';
import { tellRead } from '../lib/letter-events.ts';
import { to } from '../lib/router.ts';
import { role } from '../lib/session.ts';
import { hostedAddress } from '../lib/snippets.ts';
import { t } from '../words/index.ts';
import './command-form.ts';
import { keySlip } from './key-slip.ts';
import { prose } from './prose.ts';
import './reply-form.ts';

/** What to do with a letter: the one next step, open, and the other ways, quiet beneath. */
export class ActionPanel extends ConsoleElement {
  static override properties = {
    letter: { attribute: false },
    message: {},
    next: { attribute: false },
    chosen: { state: true },
    slip: { state: true },
  };
  declare letter: StaffLetter;
  /** What was just done, in words. */
  declare message: string;
  /** Where to go on once it is done. */
  declare next: TemplateResult | typeof nothing;
  /** Another way than the primary one. */
  declare chosen: Offered | null;
  declare slip: NewKey | null;

  constructor() {
    super();
    this.message = '';
    this.next = nothing;
    this.chosen = null;
    this.slip = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('command-closed', this.#reset);
    this.addEventListener('letter-changed', this.#onDone);
    this.addEventListener('key-renewed', this.#onKey);
    this.addEventListener('submit', this.#onSubmit);
    this.until(() => this.removeEventListener('command-closed', this.#reset));
    this.until(() => this.removeEventListener('letter-changed', this.#onDone));
    this.until(() => this.removeEventListener('key-renewed', this.#onKey));
    this.until(() => this.removeEventListener('submit', this.#onSubmit));
  }

  /** A command taken away leads back to the next step. */
  override willUpdate(): void {
    if (this.chosen && !offered(this.letter).includes(this.chosen)) this.chosen = null;
  }

  override render() {
    const words = t().commands;
    const first = primary(this.letter);
    const open = this.chosen ?? first;
    const others = offered(this.letter).filter((name) => name !== open);
    return html`<section class="actions" id="actions" aria-labelledby="actions-title" tabindex="-1">
      <h2 id="actions-title" class="unseen">${words.title}</h2>
      <p class="done" role="status" tabindex="-1">${this.message}</p>
      ${this.message ? this.next : nothing}
      ${this.slip ? keySlip({ ...this.slip, url: this.#lookUpAddress }) : nothing} ${this.#stranded()}
      ${open ? this.#open(open, this.chosen !== null) : this.#nothing()}
      ${
        others.length > 0
          ? html`<h3 class="others-title">${words.others}</h3>
              <ul class="others">
                ${others.map((name) => html`<li>${this.#other(name)}</li>`)}
              </ul>`
          : nothing
      }
    </section>`;
  }

  #open(name: Offered, closable: boolean) {
    if (name === 'publish') return this.#publish();
    if (name === 'reply')
      return keyed(
        this.letter.number,
        html`<hx-reply-form .letter=${this.letter} ?closable=${closable}></hx-reply-form>`,
      );
    return keyed(
      `${this.letter.number}/${name}`,
      html`<hx-command-form command=${name} .letter=${this.letter} ?closable=${closable}></hx-command-form>`,
    );
  }

  #publish() {
    const words = t().commands.publish;
    return html`<div class="command">
      <h3>${words.title}</h3>
      <p class="lead">${words.lead}</p>
      <p><a class="button primary" href=${this.#publishAddress}>${t().letter.publish.open}</a></p>
    </div>`;
  }

  /** As it stands on the receipt of a letter that was sent. */
  get #lookUpAddress(): string {
    return `${hostedAddress(this.letter.tenant)}/letters/${this.letter.number}`;
  }

  get #publishAddress(): string {
    return to(['letters', this.letter.number, 'publish']);
  }

  #other(name: Offered) {
    const words = t();
    if (name !== 'publish')
      return html`<button type="button" class="link" @click=${() => void this.#choose(name)}>
        ${words.commands[name].title}
      </button>`;
    const published = this.letter.release === 'published' || this.letter.release === 'taken_down';
    return html`<a href=${this.#publishAddress}
      >${published ? words.letter.publish.correct : words.letter.publish.open}</a
    >`;
  }

  /** Nothing to urge: what it waits for, and the way back to the queue. */
  #nothing() {
    return html`${this.slip ? nothing : html`<p class="quiet">${this.#standing()}</p>`}
      <p><a class="button" href=${inboxAddress.value}>${t().frame.backToInbox}</a></p>`;
  }

  #standing(): string {
    const words = t().commands.standing;
    const { status, waitUntil, objected, draft, departmentName, may } = this.letter;
    if (role()?.role === 'central') return words.central;
    if (status === 'awaiting_citizen' && waitUntil) return words.waiting(dayWords(dayOf(waitUntil)));
    if (draft) return words.drafted;
    if (!may.includes('reply')) return words.nothing;
    return objected ? words.objected : words.elsewhere(departmentName ?? t().letter.timeline.thisDepartment);
  }

  /** Text written for a command that can't be given any more: shown for copying, never thrown away unasked. */
  #stranded() {
    const words = t().commands;
    const may = offered(this.letter).map((name) => `do-${name}`);
    const lost = listDrafts(this.letter.number).filter(
      ({ form }) => form.startsWith('do-') && !may.includes(form),
    );
    return lost.map(
      (draft) =>
        html`<div class="stranded">
          <p>${words.stranded}</p>
          ${Object.entries(draft.values)
            .filter(([name, text]) => name !== 'files' && text.length > 10)
            .map(([, text]) => html`<blockquote>${prose(text)}</blockquote>`)}
          <button type="button" class="quiet-button" @click=${() => this.#discard(draft)}>
            ${words.discard}
          </button>
        </div>`,
    );
  }

  #discard({ form }: Draft): void {
    dropDraft(this.letter.number, form);
    this.requestUpdate();
    this.querySelector<HTMLElement>('#actions')?.focus();
  }

  /** Opens a command where it is offered, else what comes first; its first field takes the focus. */
  async begin(name: Offered): Promise<void> {
    const wanted = offered(this.letter).includes(name) ? name : primary(this.letter);
    if (!wanted || wanted === 'publish') this.querySelector<HTMLElement>('#actions')?.focus();
    else await this.#choose(wanted);
  }

  async #choose(name: Offered): Promise<void> {
    this.chosen = name === primary(this.letter) ? null : name;
    this.slip = null;
    tellRead(this);
    await this.updateComplete;
    const form = this.querySelector<ConsoleElement>('hx-command-form, hx-reply-form');
    await form?.updateComplete;
    form?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }

  #reset = (): void => {
    this.chosen = null;
    this.querySelector<HTMLElement>('#actions')?.focus();
  };

  /** What was done before says nothing of what is being done now. */
  #onSubmit = (): void => tellRead(this);

  #onDone = (): void => {
    this.chosen = null;
    this.slip = null;
  };

  #onKey = (event: Event): void => {
    this.chosen = null;
    this.slip = (event as CustomEvent<NewKey>).detail;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.slip')?.focus());
  };
}

customElements.define('hx-actions', ActionPanel);
