import { html, nothing } from 'lit';
import type { Bulletin, BulletinPage } from '../../contract/bulletins.ts';
import type { TenantPage } from '../../contract/tenants.ts';
import { bulletinDocument } from '../components/bulletin-document.ts';
import { headFields, periodFields, scopeFields } from '../components/bulletin-fields.ts';
import { failureWords, formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { type ApiError, asApiError, randomKey } from '../lib/api.ts';
import { type BulletinValues, bulletinCall, checkBulletin, initialBulletin } from '../lib/bulletin-form.ts';
import { getTenants } from '../lib/calls.ts';
import { getBulletins, makeBulletinOf } from '../lib/centre-calls.ts';
import { todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { scopesUnder } from '../lib/jurisdictions.ts';
import { Loader } from '../lib/loader.ts';
import { go, to } from '../lib/router.ts';
import { session } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** Chooses what a bulletin is of, shows it, and freezes it. */
export class NewBulletinPage extends ConsoleElement {
  static override properties = {
    preview: { state: true },
    large: { state: true },
    freezing: { state: true },
    failed: { state: true },
  };
  declare preview: Bulletin | null;
  /** What was asked for is too much for a preview; it may be frozen without one. */
  declare large: boolean;
  declare freezing: boolean;
  declare failed: ApiError | null;
  readonly #tenants = new Loader<TenantPage>(this);
  readonly #earlier = new Loader<BulletinPage>(this);
  readonly #form: Form<BulletinValues>;
  readonly #today = todayAt('+08:00');
  /** What the preview is of, and the key under which just that is frozen: trying again makes no second. */
  #asked = '';
  #key = '';

  constructor() {
    super();
    this.preview = null;
    this.large = false;
    this.freezing = false;
    this.failed = null;
    this.#form = new Form(this, {
      ...{ id: 'bulletin', initial: initialBulletin(this.#today, this.#prefixes[0] ?? '') },
      scope: `bulletin/${session.value?.id ?? ''}`,
    });
  }

  get #prefixes(): string[] {
    const roles = session.value?.roles ?? [];
    return roles.flatMap(({ role, jurisdiction }) => (role === 'central' ? [jurisdiction ?? ''] : []));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    await Promise.all([this.#tenants.run(getTenants), this.#earlier.run(() => getBulletins({}))]);
  };

  override render() {
    const words = t().bulletins.form;
    const { value, error } = this.#tenants;
    return html`<p class="back"><a href=${to('bulletins')}>${t().bulletins.back}</a></p>
      <header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${error ? loadFailure(t().manage.tenants.failed, error, () => void this.#load()) : value ? this.#ask(value) : loadingLines(6)}`;
  }

  #ask({ items }: TenantPage) {
    const words = t().bulletins.form;
    const form = this.#form;
    const hasShown = this.preview !== null || this.large;
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#show(event)}>
        ${formProblems(form)} ${periodFields(form, this.#today)}
        ${scopeFields(form, scopesUnder(this.#prefixes, items), items)}
        ${headFields(form, this.#earlier.value?.items ?? [])}
        <div class="buttons">
          <button
            type="submit"
            class="button ${hasShown ? '' : 'primary'}"
            aria-disabled=${form.busy ? 'true' : 'false'}
          >
            ${form.busy ? words.previewing : words.preview}
          </button>
        </div>
      </form>
      <section class="shown" tabindex="-1" aria-label=${words.shown} ?hidden=${!hasShown}>
        ${hasShown ? this.#shown() : nothing}
      </section>`;
  }

  #shown() {
    const words = t().bulletins.form;
    const stale = JSON.stringify(this.#form.values) !== this.#asked;
    if (stale)
      return html`<p class="notice-line" role="status">${words.stale}</p>
        ${this.preview ? bulletinDocument(this.preview) : nothing}`;
    return html`${this.large ? html`<p class="notice-line" role="status">${words.large}</p>` : nothing}
      <div class="freeze">
        <p class="lead">${words.freezeLead}</p>
        ${this.failed ? html`<p class="problems" role="alert">${this.#failure(this.failed)}</p>` : nothing}
        <div class="buttons">
          <button
            type="button"
            class="button primary"
            aria-disabled=${this.freezing ? 'true' : 'false'}
            @click=${() => void this.#freeze()}
          >
            ${this.freezing ? words.freezing : words.freeze}
          </button>
        </div>
      </div>
      ${
        this.preview
          ? html`<p class="quiet">${words.shown}</p>
              ${bulletinDocument(this.preview)}`
          : nothing
      }`;
  }

  #failure = (error: ApiError): string =>
    error.failure === 'lost' ? t().bulletins.form.lost : failureWords(error);

  async #show(event: Event): Promise<void> {
    event.preventDefault();
    const values = { ...this.#form.values };
    const asked = JSON.stringify(values);
    this.large = false;
    this.failed = null;
    const shown = await this.#form.ask(
      () => checkBulletin(values, this.#today),
      () => makeBulletinOf(bulletinCall(values, this.#today)),
    );
    this.large = this.#form.problem?.problem.code === 'preview_too_large';
    if (this.large) this.#form.forgive();
    if (!shown && !this.large) return;
    this.preview = shown;
    this.#asked = asked;
    this.#key = randomKey();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.shown')?.focus();
  }

  async #freeze(): Promise<void> {
    if (this.freezing) return;
    this.freezing = true;
    this.failed = null;
    try {
      const body = { ...bulletinCall(this.#form.values, this.#today), freeze: true };
      const made = await makeBulletinOf(body, this.#key);
      this.#form.reset();
      go(to(['bulletins', made.id ?? '']));
    } catch (error) {
      this.failed = asApiError(error);
    }
    this.freezing = false;
  }
}

customElements.define('hx-new-bulletin-page', NewBulletinPage);
