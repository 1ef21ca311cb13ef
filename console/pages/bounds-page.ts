import { html, nothing } from 'lit';
import type { BoundsView } from '../../contract/rules.ts';
import { Checks } from '../components/checks.ts';
import { fieldId, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { type BoundName, RULE_LINES, unitOf } from '../lib/rule-list.ts';
import { role, roleChoice } from '../lib/session.ts';
import { getBounds, setBoundsOf } from '../lib/time-calls.ts';
import { t } from '../words/index.ts';

const DAYS_MAX = 366;
const NAMES: readonly BoundName[] = [...new Set(RULE_LINES.map(({ rule }) => rule)), 'localDays'];
/** How few days of its own a place may have is no question. */
const endsOf = (name: BoundName) => (name === 'localDays' ? (['max'] as const) : (['min', 'max'] as const));

/** Within what the tenants of a jurisdiction may set their rules: the centre narrows, and never widens what stands above it. */
export class BoundsPage extends ConsoleElement {
  static override properties = { message: { state: true } };
  declare message: string;
  readonly #bounds = new Loader<BoundsView>(this);
  #which: Form<{ jurisdiction: string }>;
  #form: Form<Values> | null = null;

  constructor() {
    super();
    this.message = '';
    this.#which = new Form(this, { id: 'bounds-of', initial: { jurisdiction: this.#own } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load(this.#own)));
    void this.#load(this.#own);
  }

  get #own(): string {
    return role()?.jurisdiction ?? '';
  }

  async #load(jurisdiction: string): Promise<void> {
    this.message = '';
    await this.#bounds.run(() => getBounds(jurisdiction));
    if (this.#bounds.value) this.#fill(this.#bounds.value);
  }

  #fill({ effective }: BoundsView): void {
    const initial: Values = {};
    for (const name of NAMES)
      for (const end of endsOf(name))
        initial[`${name}.${end}`] = String(effective[name][end === 'min' ? 0 : 1]);
    this.#form = new Form<Values>(this, { id: 'bounds', initial });
    this.requestUpdate();
  }

  override render() {
    const words = t().rules.bounds;
    const { value, error } = this.#bounds;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${this.#choose()}
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load(this.#which.values.jurisdiction.trim()))
          : value && this.#form
            ? this.#page(value, this.#form)
            : loadingLines(8)
      }`;
  }

  #choose() {
    const words = t().rules.bounds;
    const form = this.#which;
    return html`<form
      class="narrow inline-form"
      novalidate
      @submit=${(event: Event) => void this.#show(event)}
    >
      ${formProblems(form)}
      ${textField(form, 'jurisdiction', {
        ...{ label: words.jurisdiction, hint: words.jurisdictionHint(this.#own), optional: this.#own === '' },
      })}
      <button type="submit" class="button">${words.show}</button>
    </form>`;
  }

  async #show(event: Event): Promise<void> {
    event.preventDefault();
    const jurisdiction = this.#which.values.jurisdiction.trim();
    const fits = /^(\d{2}){0,3}$/.test(jurisdiction) && jurisdiction.startsWith(this.#own);
    const errors: Errors = fits ? {} : { jurisdiction: t().rules.bounds.badJurisdiction(this.#own) };
    const asked = await this.#which.submit(
      () => errors,
      () => Promise.resolve(jurisdiction),
    );
    if (asked === null) return;
    this.#which.set('jurisdiction', asked);
    await this.#load(asked);
  }

  #page(view: BoundsView, form: Form<Values>) {
    const words = t().rules.bounds;
    return html`<h2>${words.shown(view.jurisdiction)}</h2>
      <p class="lead">${words.hint}</p>
      <form class="bounds" novalidate @submit=${(event: Event) => void this.#submit(event, view)}>
        ${formProblems(form)} ${NAMES.map((name) => this.#line(name, view, form))}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>`;
  }

  #line(name: BoundName, view: BoundsView, form: Form<Values>) {
    const words = t().rules;
    const [min, max] = view.effective[name];
    const unit = unitOf(name);
    const id = fieldId(form, `${name}.title`);
    return html`<div class="bound-line" role="group" aria-labelledby=${id}>
      <div>
        <p id=${id}><strong>${words.names[name]}</strong></p>
        <p class="hint">
          ${words.bounds.effective(min, max, unit)}${view.own[name] ? ` · ${words.bounds.own}` : nothing}
        </p>
      </div>
      ${endsOf(name).map((end) => textField(form, `${name}.${end}`, { label: words.bounds[end], type: 'number', least: 0 }))}
    </div>`;
  }

  #pair(name: BoundName): [number, number] {
    const end = (which: 'min' | 'max') => Number(this.#form!.values[`${name}.${which}`]!.trim() || NaN);
    return [name === 'localDays' ? 0 : end('min'), end('max')];
  }

  #check(): Errors {
    const words = t().rules;
    const checks = new Checks();
    for (const name of NAMES) {
      const [min, max] = this.#pair(name);
      for (const end of endsOf(name)) {
        const label = words.bounds.ofRule(words.names[name], words.bounds[end]);
        checks.whole(`${name}.${end}`, this.#form!.values[`${name}.${end}`]!.trim(), label, 0, DAYS_MAX);
      }
      if (min > max) checks.errors[`${name}.min`] ??= words.bounds.badPair;
    }
    return checks.errors;
  }

  async #submit(event: Event, view: BoundsView): Promise<void> {
    event.preventDefault();
    const words = t().rules.bounds;
    const asked = NAMES.map((name) => [name, this.#pair(name)] as const);
    this.message = '';
    const set = await this.#form!.submit(
      () => this.#check(),
      () => setBoundsOf({ jurisdiction: view.jurisdiction, bounds: this.#narrowed(view) }),
    );
    if (!set) return;
    this.#bounds.put(set);
    this.#fill(set);
    // What stands above holds, whatever is asked for here.
    const clamped = asked.some(([name, pair]) =>
      pair.some((days, index) => days !== set.effective[name][index]),
    );
    this.message = `${words.done(words.shown(set.jurisdiction))} ${clamped ? words.clamped : ''}`;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }

  /** What was narrowed here before, and what differs now; the rest stays with whoever is above. */
  #narrowed({ own, effective }: BoundsView): BoundsView['own'] {
    const pairs = NAMES.flatMap((name) => {
      const pair = this.#pair(name);
      const [least, most] = effective[name];
      const changed = pair[0] !== least || pair[1] !== most;
      return changed || own[name] ? [[name, changed ? pair : own[name]!] as const] : [];
    });
    return Object.fromEntries(pairs) as BoundsView['own'];
  }
}

customElements.define('hx-bounds-page', BoundsPage);
