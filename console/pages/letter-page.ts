import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { StaffLetter } from '../../contract/staff.ts';
import '../components/action-panel.ts';
import '../components/contact-box.ts';
import type { ActionPanel } from '../components/action-panel.ts';
import { letterClock } from '../components/letter-clock.ts';
import { letterBody, letterHead } from '../components/letter-text.ts';
import { letterTimeline } from '../components/letter-timeline.ts';
import { sheetLinks } from '../components/sheet-links.ts';
import { changedBanner, colleagues, letterAt, letterNav, nextLetter } from '../components/letter-walk.ts';
import '../components/note-box.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getLetter } from '../lib/calls.ts';
import { primary } from '../lib/commands.ts';
import { around, desk, lookAhead } from '../lib/desk.ts';
import { ConsoleElement } from '../lib/element.ts';
import { inboxAddress } from '../lib/inbox.ts';
import { lookAt } from '../lib/inbox-calls.ts';
import type { Changed } from '../lib/letter-events.ts';
import { online } from '../lib/line.ts';
import { Loader } from '../lib/loader.ts';
import { PresenceController } from '../lib/presence.ts';
import { go, replace, route, to } from '../lib/router.ts';
import { outrun } from '../lib/seen.ts';
import { role } from '../lib/session.ts';
import { isElsewhere } from '../lib/target-fields.ts';
import { shortcutOf } from '../lib/shortcuts.ts';
import { langOf, t } from '../words/index.ts';

/** One letter: its text and what to do on the left, its clock, holder and history in the rail. */
export class LetterPage extends ConsoleElement {
  static override properties = { number: {}, message: { state: true }, changed: { state: true } };
  declare number: string;
  declare message: string;
  /** The letter has changed since it was shown. */
  declare changed: boolean;
  readonly #letter = new Loader<StaffLetter>(this);
  /** As it is now, beside what is shown. */
  readonly #fresh = new Loader<StaffLetter>(this);
  readonly #presence = new PresenceController(this, (version) => this.#hear(version));

  constructor() {
    super();
    this.number = '';
    this.message = '';
    this.changed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(desk);
    this.until(outrun.subscribe(() => outrun.value?.number === this.number && this.#look()));
    this.until(online.subscribe(() => online.value && this.#letter.error && void this.#load()));
    this.listen('keydown', this.#onKey);
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
    this.#settle();
    this.#presence.open('');
    void this.#load().then(() => this.#begin());
    void lookAhead(this.number);
  }

  #load = async (): Promise<void> => {
    await this.#letter.run(() => getLetter(this.number));
    if (this.#letter.value && !this.#letter.error) this.#settle();
  };

  /** Who came to answer finds the field open; the address asks for it once only. */
  async #begin(): Promise<void> {
    if (!this.#letter.value) return;
    if (role()?.role !== 'central') this.#presence.open(this.number);
    if (route.value.query.get('do') !== 'reply') return;
    replace(to(['letters', this.number]));
    await this.updateComplete;
    this.#reply();
  }

  #reply(): void {
    void this.querySelector<ActionPanel>('hx-actions')?.begin('reply');
  }

  #hear(version: number): void {
    if (this.#letter.value && version > this.#letter.value.version) this.#look();
  }

  /** Says that it changed at once, and what as soon as that is known; what is being typed is left alone. */
  #look(): void {
    this.changed = true;
    void this.#fresh.run(() => lookAt(this.number));
  }

  #settle(): void {
    this.changed = false;
    this.#fresh.clear();
  }

  override render() {
    const { value: letter, error } = this.#letter;
    const words = t().letter;
    const walk = around(this.number);
    const busy = letter !== null && primary(letter) !== null;
    const back = letterNav(walk, busy ? this.#toActions : null);
    if (error && !letter) {
      const title = error.status === 404 ? words.missing : words.failed;
      return html`${back}${loadFailure(title, error, () => void this.#load(), true)}`;
    }
    if (!letter) return html`${back}${loadingLines(8)}`;
    return html`${back} ${colleagues(this.#presence.others)}
      ${this.changed ? changedBanner(letter, this.#fresh.value, () => void this.#load()) : nothing}
      <div class="letter-page">
        <div class="letter-main">
          <article class="paper" aria-label=${letter.title}>
            ${letterHead(letter, busy ? this.#toActions : null)} ${letterBody(letter)}
          </article>
          ${keyed(letter.number, html`<hx-actions .letter=${letter} .message=${this.message} .next=${nextLetter(walk)}></hx-actions>`)}
        </div>
        <aside class="rail" aria-label=${words.aside}>
          ${letterClock(letter)} ${this.#holder(letter)}
          ${keyed(letter.number, html`<hx-contact .letter=${letter}></hx-contact><hx-notes .letter=${letter}></hx-notes>`)}
          ${letterTimeline(letter)} ${sheetLinks(letter)}
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
      <p class="quiet" lang=${langOf(letter.tenantName)}>${this.#home(letter)}</p>
      ${letter.objected ? html`<p class="notice-line">${this.#objected(letter)}</p>` : ''}
    </section>`;
  }

  /** Whose letter it is; of one that was handed over, what that means for whoever reads it. */
  #home({ handedOver, tenantName, tenant }: StaffLetter): string {
    if (!handedOver) return tenantName;
    const words = t().handOver;
    return role()?.tenant === tenant ? words.away(handedOver.to) : words.home(handedOver.from);
  }

  #objected(letter: StaffLetter): string {
    if (!letter.handedOver) return t().letter.holder.objected;
    return isElsewhere(letter, role()) ? t().handOver.objectedThere : t().handOver.objected;
  }

  #toActions = (): void => {
    const actions = this.querySelector<HTMLElement>('#actions');
    actions?.focus({ preventScroll: true });
    actions?.scrollIntoView({ block: 'start' });
  };

  #onKey = (event: KeyboardEvent): void => {
    const key = shortcutOf(event);
    const walk = around(this.number);
    const aim = key === 'j' ? walk?.next : key === 'k' ? walk?.previous : null;
    if (aim) go(letterAt(aim));
    else if (key === 'u') go(inboxAddress.value);
    else if (key === 'r') {
      event.preventDefault();
      this.#reply();
    }
  };

  #onRead = (): void => {
    this.message = '';
  };

  #onChanged = (event: CustomEvent<Changed>): void => {
    this.#letter.put(event.detail.letter);
    this.#settle();
    void lookAhead(this.number);
    this.message = event.detail.message;
    if (this.message)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.actions .done')?.focus());
  };
}

customElements.define('hx-letter-page', LetterPage);
