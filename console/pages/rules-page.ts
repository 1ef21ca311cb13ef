import { html, nothing } from 'lit';
import type { RulesView, SetRules } from '../../contract/rules.ts';
import { COLOURS } from '../../contract/vocabulary.ts';
import { checkField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import {
  type Group,
  RULE_LINES,
  type RuleLine,
  changeOf,
  defaultOf,
  labelOf,
  unitNameOf,
  unitOf,
  valueOf,
} from '../lib/rule-list.ts';
import { role, roleChoice } from '../lib/session.ts';
import { getRules, setRulesOf } from '../lib/time-calls.ts';
import { t } from '../words/index.ts';

const GROUPS: readonly Group[] = ['first', 'more', 'late', 'after', 'order'];

/** A tenant's rules of time with unit, default, bounds and source; set together, for letters received from then on. */
export class RulesPage extends ConsoleElement {
  static override properties = { message: { state: true } };
  declare message: string;
  readonly #rules = new Loader<RulesView>(this);
  #form: Form<Values> | null = null;

  constructor() {
    super();
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = async (): Promise<void> => {
    this.#form = null;
    await this.#rules.run(() => getRules(this.#tenant));
    if (this.#rules.value) this.#fill(this.#rules.value);
  };

  #fill({ rules }: RulesView): void {
    const days = RULE_LINES.map((line) => [line.path, String(valueOf(rules, line))] as const);
    const initial = { ...Object.fromEntries(days), signOff: rules.signOff ? 'yes' : '' };
    this.#form = new Form<Values>(this, { id: 'rules', initial });
    this.requestUpdate();
  }

  override render() {
    const words = t().rules;
    const { value, error } = this.#rules;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load())
          : value && this.#form
            ? this.#page(value, this.#form)
            : loadingLines(10)
      }`;
  }

  #page(view: RulesView, form: Form<Values>) {
    const words = t().rules;
    return html`<p class="notice-line">${words.onlyNew}</p>
      <p class="quiet">${words.version(view.version, dayFull(dayOf(view.since)))}</p>
      <form class="rules" novalidate @submit=${(event: Event) => void this.#submit(event, view)}>
        ${formProblems(form)} ${GROUPS.map((group) => this.#group(group, view, form))}
        <fieldset class="group">
          <legend>${words.groups.review}</legend>
          ${checkField(form, 'signOff', { label: words.signOff, hint: words.signOffHint })}
        </fieldset>
        ${this.#changes(view, form)}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>`;
  }

  #group(group: Group, view: RulesView, form: Form<Values>) {
    const words = t().rules;
    const lines = RULE_LINES.filter((line) => line.group === group);
    const sources = [...new Set(lines.map(({ rule }) => rule))];
    return html`<fieldset class="group">
      <legend>${words.groups[group]}</legend>
      <div class="rule-lines">${lines.map((line) => this.#line(line, view, form))}</div>
      ${sources.map((rule) => html`<p class="hint">${words.source(words.names[rule], words.from[rule])}</p>`)}
    </fieldset>`;
  }

  #line(line: RuleLine, view: RulesView, form: Form<Values>) {
    const words = t().rules;
    const unit = unitOf(line.rule);
    const [min, max] = view.bounds[line.rule];
    const hint = `${words.between(min, max, unit)} · ${words.default(defaultOf(line))}`;
    const label = words.label(labelOf(line), unitNameOf(line.rule));
    return html`<div class="rule-line">
      ${textField(form, line.path, { label, hint, type: 'number', least: min, most: max })}
      ${view.outside.includes(line.path) ? html`<p class="notice-line">${words.outside}</p>` : nothing}
    </div>`;
  }

  /** What is about to change, in one place, before it is set. */
  #changes({ rules }: RulesView, form: Form<Values>) {
    const words = t().rules;
    const days = RULE_LINES.flatMap((line) => {
      const [before, after] = [String(valueOf(rules, line)), form.values[line.path]!.trim()];
      return before === after
        ? []
        : [{ label: labelOf(line), says: words.change(before, after || t().common.none) }];
    });
    const asked = (on: boolean) => (on ? words.yes : words.no);
    const signOff = form.values['signOff'] === 'yes';
    const review =
      signOff === rules.signOff
        ? []
        : [{ label: words.groups.review, says: words.change(asked(rules.signOff), asked(signOff)) }];
    const changes = [...days, ...review];
    return html`<section class="changes" aria-labelledby="rules-changes" aria-live="polite">
      <h2 id="rules-changes">${words.changes}</h2>
      ${
        changes.length === 0
          ? html`<p class="quiet">${words.nothing}</p>`
          : html`<ul>
              ${changes.map(({ label, says }) => html`<li>${label} <strong>${says}</strong></li>`)}
            </ul>`
      }
    </section>`;
  }

  #wanted(): Map<string, number> {
    return new Map(RULE_LINES.map(({ path }) => [path, Number(this.#form!.values[path]!.trim() || NaN)]));
  }

  #change({ rules }: RulesView): SetRules {
    const signOff = this.#form!.values['signOff'] === 'yes';
    return { ...changeOf(rules, this.#wanted()), ...(signOff === rules.signOff ? {} : { signOff }) };
  }

  /** Rules are set together: one that lies outside narrowed bounds must come back with the others. */
  #check(view: RulesView): Errors {
    const words = t().rules;
    const errors: Errors = {};
    const wanted = this.#wanted();
    for (const line of RULE_LINES) {
      const days = wanted.get(line.path)!;
      const [min, max] = view.bounds[line.rule];
      const fits = Number.isInteger(days) && days >= min && days <= max;
      if (!fits) errors[line.path] = words.outOf(labelOf(line), min, max);
    }
    const colours = COLOURS.map((colour) => wanted.get(`escalationDays.${colour}`)!);
    if (colours.some((days, index) => index > 0 && days <= colours[index - 1]!))
      errors['escalationDays.yellow'] ??= words.order;
    if (Object.keys(errors).length === 0 && Object.keys(this.#change(view)).length === 0)
      errors['signOff'] = words.same;
    return errors;
  }

  async #submit(event: Event, view: RulesView): Promise<void> {
    event.preventDefault();
    const change = this.#change(view);
    this.message = '';
    const set = await this.#form!.submit(
      () => this.#check(view),
      () => setRulesOf({ tenant: this.#tenant, ...change }),
    );
    if (!set) return;
    this.#rules.put(set);
    this.#fill(set);
    this.message = t().rules.done(set.version);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-rules-page', RulesPage);
