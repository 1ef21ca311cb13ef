import { html, nothing } from 'lit';
import type { CalendarView, YearDaysInput } from '../../contract/calendar.ts';
import '../components/calendar-change.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import '../components/recount-progress.ts';
import { yearCalendar, yearLegend } from '../components/year-calendar.ts';
import { type Span, changedDays, countOf, daysOf, marksOf, spansOf, without } from '../lib/calendar-draft.ts';
import { addDays, dayShort, dayWords, daysApart, localToday } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { type CalendarOf, getCalendar } from '../lib/time-calls.ts';
import { langOf, t } from '../words/index.ts';

/** Of the years a calendar can be asked for. */
const [FIRST_YEAR, LAST_YEAR] = [2004, 2100];

/**
 * The calendar that deadlines are counted by: of a coordinator's tenant with its place's own days, or of the nation. Changes are put
 * together first, then looked at in the open letters, then applied.
 */
export class CalendarPage extends ConsoleElement {
  static override properties = {
    year: { state: true },
    draft: { state: true },
    message: { state: true },
  };
  declare year: number;
  /** The days as they are being changed; null while nothing is. */
  declare draft: YearDaysInput | null;
  declare message: string;
  readonly #view = new Loader<CalendarView>(this);

  constructor() {
    super();
    this.year = Number(localToday().slice(0, 4));
    this.draft = null;
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #of(): CalendarOf {
    const acting = role();
    return { tenant: acting?.role === 'central' ? null : (acting?.tenant ?? '') };
  }

  get #local(): boolean {
    return this.#of.tenant !== null;
  }

  #load = (): Promise<void> => {
    this.draft = null;
    return this.#view.run(() => getCalendar(this.#of, this.year));
  };

  #turnTo(year: number): void {
    this.year = year;
    this.message = '';
    this.#view.clear();
    void this.#load();
  }

  override render() {
    const words = t().calendar;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${this.#local ? words.lead : words.nationLead}</p>
      </header>
      ${this.#years()}
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.#page()}`;
  }

  #years() {
    const words = t().calendar;
    const step = (year: number, name: string, sign: string) =>
      html`<button
        type="button"
        class="button step-button"
        aria-label=${name}
        ?disabled=${year < FIRST_YEAR || year > LAST_YEAR}
        @click=${() => this.#turnTo(year)}
      >
        <span aria-hidden="true">${sign}</span>
      </button>`;
    return html`<div class="year-steps" role="group" aria-label=${words.years}>
      ${step(this.year - 1, words.before(this.year - 1), '‹')}
      <h2 aria-live="polite">${words.year(this.year)}</h2>
      ${step(this.year + 1, words.after(this.year + 1), '›')}
    </div>`;
  }

  #page() {
    const words = t().calendar;
    const { value: view, error } = this.#view;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!view) return loadingLines(8);
    const before = daysOf(view, this.#local);
    const draft = this.draft ?? before;
    const marks = marksOf(view, draft, this.#local);
    const changed = changedDays(before, draft);
    return html`<p>
        ${view.announced ? words.announced(view.year) : words.unannounced(view.year)}
        ${this.#quota(view, draft)}
      </p>
      ${view.recounting ? this.#progress() : nothing} ${yearCalendar(view.year, marks, localToday())}
      ${yearLegend(changed.length > 0, this.#local)}
      <section aria-labelledby="year-list">
        <h2 id="year-list">${words.list}</h2>
        ${this.#list(spansOf(marks), draft, view)}
      </section>
      ${this.#change(view, draft, changed.length)}`;
  }

  #progress() {
    return html`<hx-recount .of=${this.#of} .year=${this.year}></hx-recount>`;
  }

  #quota(view: CalendarView, draft: YearDaysInput) {
    const { localDaysMax } = view;
    return this.#local && localDaysMax ? t().calendar.quota(countOf(draft), localDaysMax) : nothing;
  }

  /** Why nothing can be changed here; empty where it can. */
  #readOnly(view: CalendarView): string {
    const words = t().calendar;
    if (this.#local) return view.localDaysMax === 0 ? words.noQuota : '';
    return role()?.jurisdiction === '' ? '' : words.notNation;
  }

  #list(spans: readonly Span[], draft: YearDaysInput, view: CalendarView) {
    const words = t().calendar;
    if (spans.length === 0) return html`<p class="state">${words.listEmpty}</p>`;
    return html`<ul class="spans">
      ${spans.map((span) => this.#span(span, draft, view))}
    </ul>`;
  }

  #span({ from, to, mark }: Span, draft: YearDaysInput, view: CalendarView) {
    const words = t().calendar;
    const name = mark.kind === 'holiday' ? mark.name : words.kinds.workday;
    const days = from === to ? dayWords(from) : `${dayShort(from)} – ${dayShort(to)}`;
    const mine = (!this.#local || mark.local) && this.#readOnly(view) === '' && from > localToday();
    const own = Array.from({ length: daysApart(from, to) + 1 }, (_, index) => addDays(from, index));
    return html`<li class=${mark.change}>
      <span lang=${langOf(name)}><strong>${name}</strong></span>
      <span
        >${days}${from === to ? nothing : html` <span class="quiet">${words.count(own.length)}</span>`}</span
      >
      <span class="quiet">
        ${mark.kind === 'holiday' ? words.kinds.holiday : nothing}
        ${this.#local ? words.whose[mark.local ? 'local' : 'nation'] : nothing}
      </span>
      <span>
        ${mark.change === 'none' ? nothing : html`<strong class="change-word">${words.changes[mark.change]}</strong>`}
        ${mine && mark.change !== 'gone' ? this.#button(words.remove, words.removeNamed(name, days), without(draft, own)) : nothing}
      </span>
    </li>`;
  }

  #button(label: string, name: string, next: YearDaysInput) {
    return html`<button type="button" class="link" aria-label=${name} @click=${() => this.#put(next)}>
      ${label}
    </button>`;
  }

  #change(view: CalendarView, draft: YearDaysInput, changed: number) {
    const readOnly = this.#readOnly(view);
    if (readOnly) return html`<p class="notice-line">${readOnly}</p>`;
    if (this.#local && !view.announced) return nothing;
    return html`<hx-calendar-change
      .of=${this.#of}
      .days=${draft}
      .changed=${changed}
      @days-changed=${(event: CustomEvent<YearDaysInput>) => this.#put(event.detail)}
      @days-discarded=${() => (this.draft = null)}
      @calendar-set=${(event: CustomEvent<CalendarView>) => void this.#set(event.detail)}
    ></hx-calendar-change>`;
  }

  #put(days: YearDaysInput): void {
    this.message = '';
    this.draft = days;
  }

  async #set(view: CalendarView): Promise<void> {
    this.draft = null;
    this.message = t().calendar.applied(view.year);
    this.#view.put(view);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-calendar-page', CalendarPage);
