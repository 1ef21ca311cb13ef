import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { Profile, TenantPage } from '../../contract/tenants.ts';
import { Checks } from '../components/checks.ts';
import { areaField, selectField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { randomKey } from '../lib/api.ts';
import { getTenants } from '../lib/calls.ts';
import { getProfile, issueOrderOf } from '../lib/centre-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form, type Errors } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { go, route, to } from '../lib/router.ts';
import { session } from '../lib/session.ts';
import { lang, t } from '../words/index.ts';

const NUMBER = /^[A-Z0-9]{2,8}-\d{4}-\d{6,9}$/;

/** The centre issues an order by hand; from an overdue letter with that letter named and a text proposed. */
export class NewOrderPage extends ConsoleElement {
  readonly #tenants = new Loader<TenantPage>(this);
  readonly #profile = new Loader<Profile>(this);
  readonly #form: Form<Record<'tenant' | 'department' | 'letter' | 'text' | 'days', string>>;
  /** One for all tries of this order: where no answer came, trying again issues no second. */
  readonly #key = randomKey();
  #profileOf = '';
  /** The tenant that the address names. */
  readonly #came: string;

  constructor() {
    super();
    const { query } = route.value;
    const [tenant, letter] = [query.get('tenant') ?? '', query.get('letter') ?? ''];
    const late = Number(query.get('late'));
    this.#came = tenant;
    const text = letter && late > 0 ? t().orders.make.suggested(letter, late) : '';
    const department = query.get('department') ?? '';
    this.#form = new Form(this, {
      ...{ id: 'order', initial: { tenant, department, letter, text, days: '' } },
      // An order about one letter is not the draft of one about another. What is proposed is in one language.
      scope: `order/${session.value?.id ?? ''}/${letter || tenant}/${text && lang.value}`,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#tenants.run(getTenants);

  override willUpdate(): void {
    const { tenant } = this.#form.values;
    if (tenant === this.#profileOf) return;
    this.#profileOf = tenant;
    this.#profile.clear();
    if (tenant) void this.#profile.run(() => getProfile(tenant));
  }

  override render() {
    const words = t().orders.make;
    const { value, error } = this.#tenants;
    return html`<p class="back"><a href=${to('orders')}>${t().orders.back}</a></p>
      <header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${error ? loadFailure(t().manage.tenants.failed, error, () => void this.#load()) : value ? this.#make(value) : loadingLines(6)}`;
  }

  #make({ items }: TenantPage) {
    const words = t().orders.make;
    const form = this.#form;
    const tenants = items.map(({ slug, name }) => ({ value: slug, label: name }));
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form, { lost: words.lost })}
      ${selectField(form, 'tenant', [{ value: '', label: t().common.choose }, ...tenants], { label: words.tenant })}
      ${this.#departments()}
      ${textField(form, 'letter', { label: words.letter, hint: words.letterHint, optional: true })}
      ${areaField(form, 'text', {
        ...{ label: words.text, hint: words.textHint, rows: 8, max: limits.supplementCharsMax },
      })}
      ${textField(form, 'days', {
        ...{ label: words.days, hint: words.daysHint, type: 'number', least: 1, most: 60, optional: true },
      })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #departments() {
    const words = t().orders.make;
    const { value, error } = this.#profile;
    if (error) return html`<p class="field hint" role="status">${words.departmentsFailed}</p>`;
    if (!value) return nothing;
    const choices = value.departments.map(({ id, name }) => ({ value: id, label: name }));
    const all = [{ value: '', label: t().orders.whole }, ...choices];
    return selectField(this.#form, 'department', all, {
      ...{ label: words.department, hint: words.departmentHint, optional: true },
    });
  }

  #check(): Errors {
    const words = t().orders.make;
    const { tenant, letter, text, days } = this.#form.values;
    const checks = new Checks()
      .chosen('tenant', tenant, words.tenant)
      .text('text', text, words.text, limits.bodyCharsMin, limits.supplementCharsMax);
    if (letter.trim()) checks.matches('letter', letter.trim().toUpperCase(), NUMBER, words.badLetter);
    if (days) checks.whole('days', days, words.days, 1, 60);
    return checks.errors;
  }

  /** A department of the tenant chosen before is not this one's. The one that came with the address is its tenant's. */
  #department(): string {
    const { department, tenant } = this.#form.values;
    if (!this.#profile.value) return tenant === this.#came ? department : '';
    return this.#profile.value?.departments.some(({ id }) => id === department) ? department : '';
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { tenant, letter, text, days } = this.#form.values;
    const department = this.#department();
    const order = await this.#form.submit(
      () => this.#check(),
      () =>
        issueOrderOf(
          {
            ...{ tenant, text: text.trim() },
            ...(department && { department }),
            ...(letter.trim() && { letter: letter.trim().toUpperCase() }),
            ...(days && { days: Number(days) }),
          },
          this.#key,
        ),
    );
    if (order) go(to(['orders', order.number], { new: 'yes' }));
  }
}

customElements.define('hx-new-order-page', NewOrderPage);
