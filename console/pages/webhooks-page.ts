import { html, nothing } from 'lit';
import { WEBHOOK_EVENTS } from '../../contract/vocabulary.ts';
import type { NewWebhook, Webhook } from '../../contract/webhooks.ts';
import '../components/copy-box.ts';
import { checkField, fieldId, radioField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { settingsHead } from '../components/settings-head.ts';
import '../components/webhook-item.ts';
import { createWebhookOf, getWebhooks } from '../lib/calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice, session } from '../lib/session.ts';
import { t } from '../words/index.ts';

const EMPTY: Values = {
  ...{ url: '', which: 'all' },
  ...Object.fromEntries(WEBHOOK_EVENTS.map((event) => [event, ''])),
};

/** Other systems that are told of every change, and their registration. */
export class WebhooksPage extends ConsoleElement {
  static override properties = { secret: { state: true }, message: { state: true } };
  /** Shown once, held no longer than it is shown. */
  declare secret: NewWebhook | null;
  declare message: string;
  readonly #webhooks = new Loader<{ items: Webhook[] }>(this);
  readonly #form: Form<Values>;

  constructor() {
    super();
    this.secret = null;
    this.message = '';
    this.#form = new Form(this, {
      ...{ id: 'webhook', initial: EMPTY },
      scope: `webhook/${session.value?.id ?? ''}`,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.secret = null;
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#webhooks.run(() => getWebhooks(this.#tenant));

  override render() {
    const words = t().settings.webhooks;
    return html`${settingsHead('webhooks')}
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.#secretBox()}
      <section aria-labelledby="webhook-list">
        <h2 id="webhook-list">${words.list}</h2>
        ${this.#list()}
      </section>
      ${this.#create()}`;
  }

  #secretBox() {
    const words = t().settings.webhooks;
    const { secret } = this;
    if (!secret) return nothing;
    return html`<section class="secret" aria-labelledby="secret-title" tabindex="-1">
      <h2 id="secret-title">${words.secret}</h2>
      <p class="url quiet">${secret.url}</p>
      <p>${words.secretLead}</p>
      <hx-copy label=${words.secret} .text=${secret.secret}></hx-copy>
      <button type="button" class="button" @click=${() => void this.#seen()}>${words.seen}</button>
    </section>`;
  }

  #list() {
    const words = t().settings.webhooks;
    const { value, error } = this.#webhooks;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(3);
    if (value.items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`<ul class="webhooks">
      ${value.items.map(
        (webhook) =>
          html`<li>
            <hx-webhook
              tenant=${this.#tenant}
              .webhook=${webhook}
              @webhook-rotated=${(event: CustomEvent<NewWebhook>) => void this.#show(event.detail, words.rotated)}
              @webhook-removed=${() => void this.#removed(webhook)}
              @webhook-changed=${this.#load}
            ></hx-webhook>
          </li>`,
      )}
    </ul>`;
  }

  #create() {
    const words = t().settings.webhooks;
    const form = this.#form;
    const typed = form.values['url'] !== '' || this.#webhooks.value?.items.length === 0;
    const which = [
      { value: 'all', label: words.all, hint: words.allHint },
      { value: 'some', label: words.some },
    ];
    return html`<details class="create" ?open=${typed}>
      <summary>${words.create}</summary>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${formProblems(form)}
        ${textField(form, 'url', { label: words.url, hint: words.urlHint, type: 'url' })}
        ${radioField(form, 'which', which, { label: words.which })}
        ${form.values['which'] === 'some' ? this.#events(form) : nothing}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </details>`;
  }

  #events(form: Form<Values>) {
    const words = t().settings;
    const error = form.errors['events'];
    return html`<fieldset class="field ${error ? 'wrong' : ''}" id=${fieldId(form, 'events')} tabindex="-1">
      <legend>${words.webhooks.events}</legend>
      ${error ? html`<p class="field-error">${error}</p>` : nothing}
      <div class="choices events">
        ${WEBHOOK_EVENTS.map((event) => checkField(form, event, { label: words.events[event] }))}
      </div>
    </fieldset>`;
  }

  #check(): Errors {
    const words = t().settings.webhooks;
    const { url = '', which } = this.#form.values;
    const errors: Errors = isHttps(url.trim()) ? {} : { url: words.badUrl };
    if (which === 'some' && this.#chosen().length === 0) errors['events'] = words.noEvents;
    return errors;
  }

  #chosen() {
    return WEBHOOK_EVENTS.filter((event) => this.#form.values[event] === 'yes');
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const url = this.#form.values['url']?.trim() ?? '';
    const events = this.#form.values['which'] === 'some' ? { events: this.#chosen() } : {};
    const sent = () => createWebhookOf(this.#tenant, { url, ...events });
    this.message = '';
    const made = await this.#form.submit(() => this.#check(), sent);
    if (made) await this.#show(made, t().settings.webhooks.created(made.url));
  }

  async #show(made: NewWebhook, message: string): Promise<void> {
    this.secret = made;
    this.message = message;
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.secret')?.focus();
    this.querySelector<HTMLElement>('.secret')?.scrollIntoView({ block: 'nearest' });
  }

  async #seen(): Promise<void> {
    this.secret = null;
    this.message = '';
    await this.#focusList();
  }

  async #removed({ id, url }: Webhook): Promise<void> {
    if (this.secret?.id === id) this.secret = null;
    this.message = t().settings.webhooks.removed(url);
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }

  /** The button is gone with what it was for. */
  async #focusList(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.webhooks button, .create summary')?.focus();
  }
}

/** What else is wrong with it the service says, in words of its own. */
function isHttps(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

customElements.define('hx-webhooks-page', WebhooksPage);
