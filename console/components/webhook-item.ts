import { type TemplateResult, html, nothing } from 'lit';
import type { Attempt, NewWebhook, Webhook } from '../../contract/webhooks.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import { enableWebhook, getAttempts, removeWebhook, rotateSecret, testWebhook } from '../lib/calls.ts';
import { dayFull, dayOf, momentWords } from '../lib/dates.ts';
import { eventWords, noteWords } from '../lib/deliveries.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { lang, t } from '../words/index.ts';
import { failureWords, loadFailure, loadingLines } from './problems.ts';

type Step = 'rotate' | 'remove';

/** One webhook: whether it is in use, what it is told, what may be done with it, and its last calls. */
export class WebhookItem extends ConsoleElement {
  static override properties = {
    webhook: { attribute: false },
    tenant: {},
    asked: { state: true },
    busy: { state: true },
    tried: { state: true },
    said: { state: true },
    failed: { state: true },
    open: { state: true },
  };
  declare webhook: Webhook;
  declare tenant: string;
  /** What waits for a second press, because it can't be undone. */
  declare asked: Step | null;
  declare busy: 'test' | 'enable' | Step | null;
  declare tried: Attempt | null;
  declare said: string;
  declare failed: ApiError | null;
  declare open: boolean;
  readonly #attempts = new Loader<{ items: Attempt[] }>(this);

  constructor() {
    super();
    this.tenant = '';
    this.asked = null;
    this.busy = null;
    this.tried = null;
    this.said = '';
    this.failed = null;
    this.open = false;
  }

  override render() {
    const words = t().settings.webhooks;
    const { url, createdAt, events, disabledAt, oldSecretUntil } = this.webhook;
    return html`<h3 class="url">${url}</h3>
      <p class="meta">
        <strong class=${disabledAt ? 'bad' : ''}>${disabledAt ? words.off : words.on}</strong>
        <span class="quiet">${events ? words.told(events.length) : words.toldAll}</span>
        <span class="quiet">${words.since(dayFull(dayOf(createdAt)))}</span>
      </p>
      ${events ? html`<p class="hint">${events.map(eventWords).join(lang.value === 'en' ? ', ' : '、')}</p>` : nothing}
      ${this.#disabled()}
      ${oldSecretUntil ? html`<p class="hint">${words.oldSecret(momentWords(oldSecretUntil))}</p>` : nothing}
      ${this.asked ? this.#sure(this.asked) : this.#buttons()}
      <p role="status">${this.#outcome()}</p>
      ${this.failed ? html`<p class="field-error" role="alert">${failureWords(this.failed)}</p>` : nothing}
      <details ?open=${this.open} @toggle=${this.#toggle}>
        <summary>${words.attempts}</summary>
        ${this.open ? this.#calls() : nothing}
      </details>`;
  }

  #disabled() {
    const { disabledAt, disabledFor } = this.webhook;
    if (!disabledAt || !disabledFor) return nothing;
    return html`<p class="notice-line">
      ${t().settings.webhooks.disabled[disabledFor](momentWords(disabledAt))}
    </p>`;
  }

  #buttons() {
    const words = t().settings.webhooks;
    const busy = this.busy !== null;
    return html`<div class="buttons">
      ${this.webhook.disabledAt ? this.#button(words.enable, () => void this.#enable()) : nothing}
      ${this.#button(this.busy === 'test' ? words.testing : words.test, () => void this.#test(), busy)}
      <button type="button" class="quiet-button" data-step="rotate" @click=${() => void this.#ask('rotate')}>
        ${words.rotate}
      </button>
      <button type="button" class="quiet-button" data-step="remove" @click=${() => void this.#ask('remove')}>
        ${words.remove}
      </button>
    </div>`;
  }

  #button(label: string, press: () => void, busy = false): TemplateResult {
    return html`<button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${press}>
      ${label}
    </button>`;
  }

  #sure(step: Step) {
    const words = t().settings.webhooks;
    const [warning, sure] =
      step === 'rotate' ? [words.rotateWarning, words.rotateSure] : [words.removeWarning, words.removeSure];
    return html`<div class="sure" role="group" aria-label=${words[step]}>
      <p>${warning}</p>
      <div class="buttons">
        <button
          type="button"
          class="button ${step === 'remove' ? 'primary grave' : ''}"
          aria-disabled=${this.busy ? 'true' : 'false'}
          @click=${() => void this.#do(step)}
        >
          ${sure}
        </button>
        <button type="button" class="quiet-button" @click=${() => void this.#leave(step)}>
          ${t().common.cancel}
        </button>
      </div>
    </div>`;
  }

  #outcome(): string {
    const words = t().settings.webhooks;
    if (!this.tried) return this.said;
    const { ok, status, ms, note } = this.tried;
    return ok ? words.tested(status ?? 0, ms) : words.testFailed(noteWords(note ?? 'internal', 'webhook'));
  }

  #calls() {
    const words = t().settings.webhooks;
    const { value, error } = this.#attempts;
    if (error) return loadFailure(words.attemptsFailed, error, () => void this.#loadCalls());
    if (!value) return loadingLines(2);
    if (value.items.length === 0) return html`<p class="quiet">${words.attemptsEmpty}</p>`;
    return html`<ul class="calls">
      ${value.items.map(
        (one) =>
          html`<li>
            <p class="meta">
              <span class="number">${momentWords(one.at)}</span><span>${eventWords(one.type)}</span>
              <strong class=${one.ok ? '' : 'bad'}
                >${one.ok ? words.accepted(one.status) : noteWords(one.note ?? 'internal', 'webhook')}</strong
              >
              ${one.attempt > 1 ? html`<span class="quiet">${words.tries(one.attempt)}</span>` : nothing}
            </p>
          </li>`,
      )}
    </ul>`;
  }

  #toggle = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement;
    if (open === this.open) return;
    this.open = open;
    if (open) void this.#loadCalls();
  };

  #loadCalls = (): Promise<void> => this.#attempts.run(() => getAttempts(this.tenant, this.webhook.id));

  async #test(): Promise<void> {
    await this.#call('test', async () => {
      this.tried = await testWebhook(this.tenant, this.webhook.id);
      if (this.open) await this.#loadCalls();
    });
  }

  async #enable(): Promise<void> {
    await this.#call('enable', async () => {
      this.webhook = await enableWebhook(this.tenant, this.webhook.id);
      this.said = t().settings.webhooks.enabled;
      this.#tell('webhook-changed', null);
    });
    await this.#focus('button');
  }

  async #do(step: Step): Promise<void> {
    await this.#call(step, async () => {
      const { id } = this.webhook;
      if (step === 'remove') {
        await removeWebhook(this.tenant, id);
        this.#tell('webhook-removed', null);
      } else this.#tell('webhook-rotated', await rotateSecret(this.tenant, id));
      this.asked = null;
    });
  }

  async #call(busy: NonNullable<WebhookItem['busy']>, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    this.failed = null;
    this.tried = null;
    this.said = '';
    try {
      await work();
    } catch (error) {
      this.failed = asApiError(error);
    }
    this.busy = null;
  }

  #tell(type: string, detail: NewWebhook | null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  async #ask(step: Step): Promise<void> {
    this.asked = step;
    await this.#focus('.sure button');
  }

  async #leave(step: Step): Promise<void> {
    this.asked = null;
    this.failed = null;
    await this.#focus(`[data-step=${step}]`);
  }

  /** What was pressed is gone. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

customElements.define('hx-webhook', WebhookItem);
