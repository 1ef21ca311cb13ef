import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { SetTenantDetail, TenantDetail } from '../../contract/tenant-detail.ts';
import { LANGS } from '../../contract/vocabulary.ts';
import { Checks } from '../components/checks.ts';
import { radioField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { getDetail, setDetail } from '../lib/time-calls.ts';
import { langOf, t } from '../words/index.ts';

interface Values extends Record<string, string> {
  phone: string;
  contact: string;
  locale: string;
}

/** What a tenant says of itself to whoever writes: its telephone, its language, whether it must be able to reach them. */
export class DetailsPage extends ConsoleElement {
  static override properties = { message: { state: true } };
  declare message: string;
  readonly #detail = new Loader<TenantDetail>(this);
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

  #load = async (): Promise<void> => {
    this.#form = null;
    await this.#detail.run(() => getDetail(role()?.tenant ?? ''));
    if (this.#detail.value) this.#fill(this.#detail.value);
  };

  #fill({ phone, contactRequired, locale }: TenantDetail): void {
    const initial = { phone: phone ?? '', contact: contactRequired ? 'yes' : 'no', locale };
    this.#form = new Form<Values>(this, { id: 'details', initial });
    this.requestUpdate();
  }

  override render() {
    const words = t().rules.details;
    const { value, error } = this.#detail;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load())
          : value && this.#form
            ? html`${this.#change(value, this.#form)} ${this.#fixed(value)}`
            : loadingLines(5)
      }`;
  }

  #fixed(detail: TenantDetail) {
    const words = t().rules.details;
    const fact = (name: string, value: string) =>
      html`<dt>${name}</dt>
        <dd lang=${langOf(value)}>${value}</dd>`;
    return html`<section class="group" aria-labelledby="details-fixed">
      <h2 id="details-fixed">${words.fixed}</h2>
      <dl class="facts">
        ${fact(words.name, detail.name)} ${fact(words.slug, detail.tenant)}
        ${fact(words.prefix, detail.prefix)} ${fact(words.jurisdiction, detail.jurisdiction)}
        ${fact(words.timeZone, detail.timeZone)}
      </dl>
    </section>`;
  }

  #change(now: TenantDetail, form: Form<Values>) {
    const words = t().rules.details;
    const contact = (['no', 'yes'] as const).map((value) => {
      const [label = '', hint = ''] = words.contactChoices[value];
      return { value, label, hint };
    });
    const locales = LANGS.map((value) => ({ value, label: words.locales[value] }));
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event, now)}>
      ${formProblems(form)}
      ${textField(form, 'phone', { label: words.phone, hint: words.phoneHint, type: 'tel', optional: true })}
      ${radioField(form, 'contact', contact, { label: words.contact })}
      ${radioField(form, 'locale', locales, { label: words.locale, hint: words.localeHint })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #wanted(): Required<SetTenantDetail> {
    const { phone, contact, locale } = this.#form!.values;
    return {
      phone: phone.trim(),
      contactRequired: contact === 'yes',
      locale: LANGS.find((one) => one === locale) ?? 'zh-CN',
    };
  }

  #check(now: TenantDetail): Errors {
    const words = t().rules.details;
    const { phone, contactRequired, locale } = this.#wanted();
    const { errors } = new Checks().text('phone', phone, words.phone, 0, limits.phoneCharsMax);
    const same =
      phone === (now.phone ?? '') && contactRequired === now.contactRequired && locale === now.locale;
    return same ? { phone: words.same } : errors;
  }

  async #submit(event: Event, now: TenantDetail): Promise<void> {
    event.preventDefault();
    this.message = '';
    const set = await this.#form!.submit(
      () => this.#check(now),
      () => setDetail(now.tenant, this.#wanted()),
    );
    if (!set) return;
    this.#detail.put(set);
    this.#fill(set);
    this.message = t().rules.details.done;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-details-page', DetailsPage);
