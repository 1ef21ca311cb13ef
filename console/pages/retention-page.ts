import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { Retention } from '../../contract/staff.ts';
import { Checks } from '../components/checks.ts';
import { checkField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { settingsHead } from '../components/settings-head.ts';
import { getRetention, setRetentionOf } from '../lib/calls.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

const { retentionMonthsMin: LEAST, retentionMonthsMax: MOST } = limits;

/** For how long contact details and attachments are kept, what goes then and what stays. */
export class RetentionPage extends ConsoleElement {
  static override properties = { message: { state: true } };
  declare message: string;
  readonly #retention = new Loader<Retention>(this);
  readonly #form: Form<{ months: string; sure: string }>;

  constructor() {
    super();
    this.message = '';
    this.#form = new Form(this, { id: 'retention', initial: { months: '', sure: '' } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#retention.run(() => getRetention(this.#tenant));

  override render() {
    return html`${settingsHead('retention')} ${this.#page()}`;
  }

  #page() {
    const words = t().settings.retention;
    const { value, error } = this.#retention;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(5);
    const list = (title: string, lines: readonly string[]) =>
      html`<div>
        <h2>${title}</h2>
        <ul class="plain-list">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>
      </div>`;
    return html`<p class="sentence">
        <strong>${words.now(value.months)}</strong>
        <span class="quiet">${value.since ? words.since(dayFull(dayOf(value.since))) : words.never}</span>
      </p>
      <div class="goes-and-stays">
        ${list(words.goes, words.goesList)} ${list(words.stays, words.staysList)}
      </div>
      <p class="lead">${words.when}</p>
      ${this.#change(value)}`;
  }

  #change(now: Retention) {
    const words = t().settings.retention;
    const form = this.#form;
    const wished = this.#wished();
    const shorter = wished !== null && wished < now.months;
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event, now)}>
      ${formProblems(form)}
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${textField(form, 'months', {
        ...{ label: words.months, hint: words.monthsHint(LEAST, MOST), type: 'number' },
        ...{ least: LEAST, most: MOST },
      })}
      ${wished !== null && wished > now.months ? html`<p class="hint">${words.longer}</p>` : nothing}
      ${
        shorter
          ? html`<p class="notice-line">${words.shorter(wished)}</p>
              ${checkField(form, 'sure', { label: words.sure })}`
          : nothing
      }
      <div class="buttons">
        <button
          type="submit"
          class="button primary ${shorter ? 'grave' : ''}"
          aria-disabled=${form.busy ? 'true' : 'false'}
        >
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  /** What was typed, where it is a time that can be set. */
  #wished(): number | null {
    const months = Number(this.#form.values.months);
    return Number.isInteger(months) && months >= LEAST && months <= MOST ? months : null;
  }

  #check(now: Retention): Errors {
    const words = t().settings.retention;
    const { months, sure } = this.#form.values;
    const { errors } = new Checks().whole('months', months, words.months, LEAST, MOST);
    const wished = this.#wished();
    if (wished === now.months) errors['months'] = words.same;
    if (wished !== null && wished < now.months && sure !== 'yes') errors['sure'] = words.unsure;
    return errors;
  }

  async #submit(event: Event, now: Retention): Promise<void> {
    event.preventDefault();
    const months = Number(this.#form.values.months);
    this.message = '';
    const set = await this.#form.submit(
      () => this.#check(now),
      () => setRetentionOf(this.#tenant, months),
    );
    if (!set) return;
    this.#retention.put(set);
    this.message = t().settings.retention.done(set.months);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-retention-page', RetentionPage);
