import { html, nothing } from 'lit';
import type { CalendarView, YearDaysInput } from '../../contract/calendar.ts';
import { type DayKind, changedDays, put, range } from '../lib/calendar-draft.ts';
import { addDays, localToday } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { type CalendarOf, setCalendar } from '../lib/time-calls.ts';
import { getTenants } from '../lib/calls.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { radioField, selectField, textField } from './fields.ts';
import './moved-deadlines.ts';
import { formProblems, loadFailure } from './problems.ts';

const EMPTY = { kind: 'holiday', name: '', from: '', to: '' };
const NAME_CHARS_MAX = 30;

/** Putting days into a year, seeing what would move, and applying it: in this order, and nothing before the last step. */
export class CalendarChange extends ConsoleElement {
  static override properties = {
    of: { attribute: false },
    days: { attribute: false },
    changed: { type: Number },
    previewed: { state: true },
    known: { state: true },
  };
  declare of: CalendarOf;
  /** As they would be. */
  declare days: YearDaysInput;
  /** How many days differ. */
  declare changed: number;
  /** What is looked at; null: nothing yet. */
  declare previewed: { days: YearDaysInput; tenant: string } | null;
  /** All open letters were looked at with these days. */
  declare known: boolean;
  readonly #add: Form<typeof EMPTY>;
  readonly #apply: Form<{ tenant: string }>;
  readonly #tenants = new Loader<{ value: string; label: string }[]>(this);

  constructor() {
    super();
    this.changed = 0;
    this.previewed = null;
    this.known = false;
    this.#add = new Form(this, { id: 'calendar-add', initial: EMPTY });
    this.#apply = new Form(this, { id: 'calendar-apply', initial: { tenant: '' } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.of.tenant === null) void this.#fetchTenants();
  }

  #fetchTenants = (): Promise<void> =>
    this.#tenants.run(async () =>
      (await getTenants()).items.map(({ slug, name }) => ({ value: slug, label: name })),
    );

  /** What was looked at is something else now. */
  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('days')) return;
    this.previewed = null;
    this.known = false;
  }

  override render() {
    return html`${this.#form()} ${this.changed > 0 ? this.#pending() : nothing}`;
  }

  #form() {
    const words = t().calendar;
    const form = this.#add;
    const local = this.of.tenant !== null;
    const kinds = (['holiday', 'workday'] as const).map((kind) => ({
      value: kind,
      label: words.kinds[kind],
    }));
    const least = local ? addDays(localToday(), 1) : `${this.days.year - 1}-12-20`;
    const bounds = { type: 'date' as const, least, most: `${this.days.year}-12-31` };
    return html`<form
      class="narrow group"
      novalidate
      @submit=${this.#put}
      aria-labelledby="calendar-add-title"
    >
      <h2 id="calendar-add-title">${words.add}</h2>
      <p class="lead">${local ? words.addLead : words.nationAddLead}</p>
      ${formProblems(form)} ${radioField(form, 'kind', kinds, { label: words.kind })}
      ${form.values.kind === 'holiday' ? textField(form, 'name', { label: words.name, hint: words.nameHint }) : nothing}
      <div class="pair-fields">
        ${textField(form, 'from', { label: words.from, ...bounds })}
        ${textField(form, 'to', { label: words.to, hint: words.toHint, optional: true, ...bounds })}
      </div>
      <div class="buttons"><button type="submit" class="button">${words.submitAdd}</button></div>
    </form>`;
  }

  get #range(): string[] {
    const { from, to } = this.#add.values;
    return from ? range(from, to || from) : [];
  }

  #check(): Errors {
    const words = t().calendar;
    const { kind, name, from } = this.#add.values;
    const checks = new Checks();
    if (kind === 'holiday') checks.text('name', name, words.name, 1, NAME_CHARS_MAX);
    checks.chosen('from', from, words.from);
    const days = this.#range;
    if (from && days.length === 0) checks.errors['to'] = words.badRange;
    else if (from) {
      const next = put(this.days, kind as DayKind, days, name.trim());
      const left = kind === 'workday' && !days.some((day) => next.workdays.includes(day));
      if (left) checks.errors['from'] = words.weekdayOnly;
      else if (changedDays(this.days, next).length === 0) checks.errors['from'] = words.alreadyThere;
    }
    return checks.errors;
  }

  /** Nothing is sent: the days join the changes. */
  #put = (event: Event): void => {
    event.preventDefault();
    const { kind, name } = this.#add.values;
    const days = this.#range;
    void this.#add
      .submit(
        () => this.#check(),
        () => Promise.resolve(put(this.days, kind as DayKind, days, name.trim())),
      )
      .then((next) => {
        if (!next) return;
        this.#tell('days-changed', next);
        void this.updateComplete.then(() => this.querySelector<HTMLElement>('.pending h2')?.focus());
      });
  };

  #pending() {
    const words = t().calendar;
    const form = this.#apply;
    return html`<section class="group pending" aria-labelledby="calendar-pending">
      <h2 id="calendar-pending" tabindex="-1">${words.pending}</h2>
      <p>${words.pendingLead(this.changed)}</p>
      ${this.#whose()} ${formProblems(form)}
      <div class="buttons">
        <button type="button" class="button ${this.known ? '' : 'primary'}" @click=${this.#preview}>
          ${words.preview}
        </button>
        <button type="button" class="quiet-button" @click=${() => this.#tell('days-discarded', null)}>
          ${words.discard}
        </button>
      </div>
      ${this.previewed ? this.#moves(this.previewed) : nothing} ${this.known ? this.#confirm() : nothing}
    </section>`;
  }

  /** A nation's days move letters of every tenant; one at a time is looked at. */
  #whose() {
    const { value, error } = this.#tenants;
    if (this.of.tenant !== null) return nothing;
    if (error) return loadFailure(t().calendar.failed, error, () => void this.#fetchTenants());
    const choices = [{ value: '', label: t().common.choose }, ...(value ?? [])];
    return selectField(this.#apply, 'tenant', choices, { label: t().calendar.of });
  }

  #preview = (): void => {
    const tenant = this.of.tenant ?? this.#apply.values.tenant;
    if (tenant === '') {
      void this.#apply.submit(
        () => new Checks().chosen('tenant', '', t().calendar.of).errors,
        () => Promise.resolve(null),
      );
      return;
    }
    this.known = false;
    this.previewed = { days: this.days, tenant };
  };

  #moves({ days, tenant }: { days: YearDaysInput; tenant: string }) {
    return html`<hx-moved-deadlines
      .of=${this.of}
      .days=${days}
      tenant=${tenant}
      ?linked=${this.of.tenant !== null}
      @moves-known=${() => (this.known = true)}
    ></hx-moved-deadlines>`;
  }

  #confirm() {
    const words = t().calendar;
    const { busy } = this.#apply;
    return html`<p class="notice-line">${words.applyNote}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled=${busy ? 'true' : 'false'}
          @click=${() => void this.#set()}
        >
          ${busy ? t().common.sending : words.apply}
        </button>
      </div>`;
  }

  async #set(): Promise<void> {
    const sent = () => setCalendar(this.of, this.days);
    const view = await this.#apply.submit(() => ({}), sent);
    if (view) this.#tell<CalendarView>('calendar-set', view);
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { bubbles: true, detail }));
  }
}

customElements.define('hx-calendar-change', CalendarChange);
