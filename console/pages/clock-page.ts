import { html, nothing } from 'lit';
import type { ClockAnswer } from '../../contract/calendar.ts';
import { Checks } from '../components/checks.ts';
import { countedDays, countedDaysLegend } from '../components/counted-days.ts';
import { selectField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { dayFull, dayOf, dayWords, weekdayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { countAloud } from '../lib/time-calls.ts';
import { t } from '../words/index.ts';
import { CLOCK_RULES } from '../../contract/vocabulary.ts';

const DAYS_MAX = 366;

/** A rule counted aloud from any time, day by day, with why each day counts or not (docs/clock.md). */
export class ClockPage extends ConsoleElement {
  readonly #answer = new Loader<ClockAnswer>(this);
  readonly #form: Form<{ rule: string; at: string; days: string }>;
  /** The tenant's own offset, `+08:00`: times are typed in its zone. */
  #offset = '';

  constructor() {
    super();
    this.#form = new Form(this, { id: 'clock', initial: { rule: 'reply-inquiry', at: '', days: '' } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#begin()));
    void this.#begin();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  /** From now, by a usual rule: the page shows what it is for, and learns the tenant's zone. */
  #begin = async (): Promise<void> => {
    await this.#answer.run(() => countAloud({ tenant: this.#tenant, rule: 'reply-inquiry' }));
    const answer = this.#answer.value;
    if (!answer) return;
    this.#offset = answer.at.slice(19);
    if (this.#form.values.at === '') this.#form.set('at', answer.at.slice(0, 16));
  };

  override render() {
    const words = t().calendar.clock;
    const { value, error } = this.#answer;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#begin())
          : value
            ? html`<div class="two clock-page">
                ${this.#ask(value)}
                <section aria-live="polite" aria-labelledby="clock-due">${this.#result(value)}</section>
              </div>`
            : loadingLines(6)
      }`;
  }

  #ask(answer: ClockAnswer) {
    const words = t().calendar.clock;
    const form = this.#form;
    const rules = CLOCK_RULES.map((rule) => ({ value: rule, label: words.rules[rule] }));
    const own = answer.rule === form.values.rule && form.values.days === '';
    const hint = own ? words.daysHint(answer.days, words.units[answer.unit]) : words.daysPlain;
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)} ${selectField(form, 'rule', rules, { label: words.rule })}
      ${textField(form, 'at', { label: words.at, hint: words.atHint, type: 'datetime-local' })}
      ${textField(form, 'days', { label: words.days, hint, type: 'number', least: 1, most: DAYS_MAX, optional: true })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #result(answer: ClockAnswer) {
    const words = t().calendar.clock;
    const unit = words.units[answer.unit];
    const name = words.rules[answer.rule as keyof typeof words.rules];
    return html`<h2 id="clock-due" class="promise-line">${words.due(dayWords(dayOf(answer.due)))}</h2>
      <p class="meta">
        <span>${name}</span><span>${words.counted(answer.days, unit)}</span>
        <span class="quiet">${words.version(answer.ruleVersion)}</span>
      </p>
      ${
        answer.provisional
          ? html`<p class="notice-line">
              <strong>${words.provisional}</strong> ${words.provisionalLead(dayFull(answer.knownUntil))}
            </p>`
          : nothing
      }
      <div class="clock-days">${countedDays(answer)} ${countedDaysLegend()}</div>
      <details open>
        <summary>${words.byDay}</summary>
        ${this.#byDay(answer)}
      </details>`;
  }

  #byDay(answer: ClockAnswer) {
    const words = t().calendar.clock;
    const left = new Map(answer.leftOut.map((one) => [one.day, one]));
    const counted = new Map(answer.counted.map((day, index) => [day, index + 1]));
    const days = [...new Set([...counted.keys(), ...left.keys()])].sort();
    const due = dayOf(answer.due);
    return html`<ol class="by-day">
      ${days.map((day) => {
        const out = left.get(day);
        const nth = counted.get(day);
        const why = [
          out && whyWords(out),
          nth !== undefined && weekdayOf(day) >= 5 && answer.unit === 'working' && words.makeUp,
          day > answer.knownUntil && words.beyond,
          day === due && words.dueDay,
        ].filter(Boolean);
        return html`<li class="${out ? 'out' : ''} ${day === due ? 'last' : ''}">
          <span>${dayWords(day)}</span>
          <strong>${nth === undefined ? words.notCounted : words.nth(nth)}</strong>
          <span class="quiet">${why.join(' · ')}</span>
        </li>`;
      })}
    </ol>`;
  }

  #check(): Errors {
    const words = t().calendar.clock;
    const { at, days } = this.#form.values;
    const checks = new Checks().chosen('at', at, words.at);
    if (days !== '') checks.whole('days', days, words.days, 1, DAYS_MAX);
    return checks.errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const asked = this.#form.values;
    const answer = await this.#form.submit(
      () => this.#check(),
      () => countAloud({ tenant: this.#tenant, ...asked, at: `${asked.at}:00${this.#offset}` }),
    );
    if (!answer) return;
    // It is asked again and again with one thing changed: what was typed stays.
    for (const name of ['rule', 'at', 'days'] as const) this.#form.set(name, asked[name]);
    this.#answer.put(answer);
  }
}

function whyWords({ why, name }: ClockAnswer['leftOut'][number]): string {
  const words = t().calendar.clock.why;
  return why === 'holiday' ? words.holiday(name ?? '') : words[why];
}

customElements.define('hx-clock-page', ClockPage);
