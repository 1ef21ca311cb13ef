import { html, nothing } from 'lit';
import type { DeputyPage, DeputyView } from '../../contract/deputies.ts';
import { Checks } from '../components/checks.ts';
import { selectField, textField } from '../components/fields.ts';
import { failureWords, formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { asApiError } from '../lib/api.ts';
import { dayFull, localToday } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { endDeputy, getDeputies, nameDeputy } from '../lib/people.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

const EMPTY = { absent: '', deputy: '', from: '', until: '' };

/** Who stands in for whom while they are away. */
export class DeputiesPage extends ConsoleElement {
  static override properties = { message: { state: true }, wrong: { state: true } };
  declare message: string;
  declare wrong: string;
  readonly #deputies = new Loader<DeputyPage>(this);
  readonly #form: Form<typeof EMPTY>;

  constructor() {
    super();
    this.message = '';
    this.wrong = '';
    this.#form = new Form(this, { id: 'deputy', initial: { ...EMPTY, from: localToday() } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#deputies.run(() => getDeputies(this.#tenant));

  override render() {
    const words = t().deputies;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.wrong ? html`<p class="problems" role="alert">${this.wrong}</p>` : nothing} ${this.#page()}`;
  }

  #page() {
    const words = t().deputies;
    const { value, error } = this.#deputies;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(4);
    const { items } = value;
    return html`${
      items.length === 0
        ? html`<p class="state">${words.empty}</p>`
        : html`<ul class="rows">
            ${items.map((one) => this.#row(one))}
          </ul>`
    }
    ${value.officers.length > 1 ? this.#create(value) : html`<p class="lead">${words.noColleague}</p>`}`;
  }

  #row(one: DeputyView) {
    const words = t().deputies;
    const line = words.line(one.deputy.name, one.absent.name);
    return html`<li class="row">
      <div class="row-main">
        <p class="row-name">${line}</p>
        <p class="quiet meta">
          <span>${words.days(dayFull(one.from), dayFull(one.until))}</span>
          <span>${one.acting ? words.acting : words.later}</span>
        </p>
      </div>
      ${
        one.mayEnd
          ? html`<div class="row-tools">
              <button
                type="button"
                class="quiet-button"
                aria-label=${words.endNamed(line)}
                @click=${() => void this.#end(one, line)}
              >
                ${words.end}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  #create({ officers, self }: DeputyPage) {
    const words = t().deputies;
    const form = this.#form;
    const { absent } = form.values;
    const all = [
      { value: '', label: t().common.choose },
      ...officers.map(({ id, name }) => ({ value: id, label: name })),
    ];
    const away = self ?? absent;
    return html`<section aria-labelledby="deputy-title">
      <h2 id="deputy-title">${words.name}</h2>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event, self)}>
        ${formProblems(form)} ${self ? nothing : selectField(form, 'absent', all, { label: words.absent })}
        ${selectField(
          form,
          'deputy',
          all.filter(({ value }) => value === '' || value !== away),
          { label: words.deputy, hint: words.deputyHint },
        )}
        ${textField(form, 'from', { label: words.from, type: 'date' })}
        ${textField(form, 'until', { label: words.until, type: 'date', least: form.values.from })}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </section>`;
  }

  #check(self: string | null): Errors {
    const words = t().deputies;
    const { absent, deputy, from, until } = this.#form.values;
    const checks = new Checks().chosen('deputy', deputy, words.deputy);
    checks.chosen('from', from, words.from).chosen('until', until, words.until);
    if (!self) checks.chosen('absent', absent, words.absent);
    if (deputy !== '' && deputy === (self ?? absent)) checks.errors['deputy'] = words.samePerson;
    if (from && until && until < from) checks.errors['until'] = words.wrongOrder;
    return checks.errors;
  }

  async #submit(event: Event, self: string | null): Promise<void> {
    event.preventDefault();
    const { absent, ...rest } = this.#form.values;
    const nameOf = (id: string) => this.#deputies.value?.officers.find((one) => one.id === id)?.name ?? '';
    const line = t().deputies.line(nameOf(rest.deputy), nameOf(self ?? absent));
    const named = await this.#form.submit(
      () => this.#check(self),
      () => nameDeputy(this.#tenant, { ...rest, ...(self ? {} : { absent }) }),
    );
    if (named) await this.#say(named, t().deputies.done(line));
  }

  async #end({ id }: DeputyView, line: string): Promise<void> {
    this.wrong = '';
    try {
      await this.#say(await endDeputy(this.#tenant, id), t().deputies.ended(line));
    } catch (error) {
      this.wrong = `${t().deputies.endFailed}${failureWords(asApiError(error))}`;
    }
  }

  async #say(page: DeputyPage, message: string): Promise<void> {
    this.#deputies.put(page);
    this.message = message;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-deputies-page', DeputiesPage);
