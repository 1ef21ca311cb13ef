import { type TemplateResult, html, nothing } from 'lit';
import { DELIVERY_STATES, type DeliveryState } from '../../contract/vocabulary.ts';
import type { Delivery, DeliveryPage } from '../../contract/webhooks.ts';
import { failureWords, loadFailure, loadingLines } from '../components/problems.ts';
import { settingsHead } from '../components/settings-head.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import { getDeliveries, redeliver } from '../lib/calls.ts';
import { momentWords } from '../lib/dates.ts';
import { mayGoAgain, messageWords, noteWords } from '../lib/deliveries.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { route, to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { undelivered } from '../lib/undelivered.ts';
import { t } from '../words/index.ts';
import { tableHead } from '../components/table.ts';

/** What somebody has to see to comes first. */
const STATES: readonly DeliveryState[] = ['dead', 'pending', 'sent', 'dropped'];
const asState = (value: string | null): DeliveryState =>
  DELIVERY_STATES.find((state) => state === value) ?? 'dead';

/** What became of mail and webhook messages, and the way to send one again. */
export class DeliveriesPage extends ConsoleElement {
  static override properties = {
    moreFailed: { state: true },
    queued: { state: true },
    failed: { state: true },
  };
  declare moreFailed: boolean;
  /** Those that were sent on their way again here: they stay in sight where they were. */
  declare queued: ReadonlySet<string>;
  /** What could not be sent again, and why. */
  declare failed: { id: string; error: ApiError } | null;
  readonly #page = new Loader<DeliveryPage>(this);
  #state: DeliveryState = 'dead';

  constructor() {
    super();
    this.moreFailed = false;
    this.queued = new Set();
    this.failed = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state = asState(route.value.query.get('state'));
    this.until(roleChoice.subscribe(() => void this.#load()));
    this.until(route.subscribe(() => this.#onRoute()));
    void this.#load();
  }

  #onRoute(): void {
    const next = asState(route.value.query.get('state'));
    if (route.value.path[0] !== 'deliveries' || next === this.#state) return;
    this.#state = next;
    this.#page.clear();
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = async (): Promise<void> => {
    this.queued = new Set();
    this.failed = null;
    this.moreFailed = false;
    await this.#page.run(() => getDeliveries(this.#tenant, this.#state));
    const { value } = this.#page;
    if (value) undelivered.set(value.counts.dead);
  };

  async #more(cursor: string): Promise<void> {
    const before = this.#page.value;
    this.moreFailed = false;
    try {
      const next = await getDeliveries(this.#tenant, this.#state, { cursor });
      // What was sent meanwhile may have moved everything on by one.
      const known = new Set(before?.items.map(({ id }) => id));
      const fresh = next.items.filter(({ id }) => !known.has(id));
      if (before) this.#page.put({ ...next, items: [...before.items, ...fresh] });
      await this.updateComplete;
      this.querySelectorAll<HTMLElement>('.deliveries tbody tr')[before?.items.length ?? 0]?.focus();
    } catch {
      this.moreFailed = true;
    }
  }

  override render() {
    const words = t().settings.deliveries;
    const counts = this.#page.value?.counts;
    const count: Partial<Record<DeliveryState, number>> = counts ?? {};
    return html`${settingsHead('deliveries')}
      <nav class="filters" aria-label=${words.filters}>
        ${STATES.map(
          (state) =>
            html`<a
              class="filter ${state === 'dead' && (count.dead ?? 0) > 0 ? 'alarm' : ''}"
              href=${to('deliveries', { state: state === 'dead' ? '' : state })}
              aria-current=${state === this.#state ? 'true' : nothing}
              >${words.states[state]}
              ${count[state] === undefined ? nothing : html`<span class="count">${count[state]}</span>`}</a
            >`,
        )}
      </nav>
      ${this.#list()}
      <p class="hint">${words.kept}</p>`;
  }

  #list() {
    const words = t().settings.deliveries;
    const { value, error } = this.#page;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(5);
    if (value.items.length === 0) return html`<p class="state">${words.empty[this.#state]}</p>`;
    return html`<table class="figures deliveries" role="table">
        <caption>
          ${words.list(words.states[this.#state])}
        </caption>
        ${tableHead(Object.values(words.columns))}
        <tbody role="rowgroup">
          ${value.items.map((one) => this.#row(one))}
        </tbody>
      </table>
      ${
        value.nextCursor
          ? html`<p class="more">
              <button type="button" class="button" @click=${() => void this.#more(value.nextCursor!)}>
                ${words.more}
              </button>
              ${this.moreFailed ? html`<span role="alert">${words.failed}</span>` : nothing}
            </p>`
          : nothing
      }`;
  }

  #row(one: Delivery): TemplateResult {
    const words = t().settings.deliveries;
    const letter = one.number
      ? html`<a class="number" href=${to(['letters', one.number])}>${one.number}</a>`
      : nothing;
    const cell = (head: string, content: unknown) =>
      html`<td role="cell"><span class="cell-head" aria-hidden="true">${head}</span>${content}</td>`;
    return html`<tr role="row" tabindex="-1">
      <th role="rowheader" scope="row"><span>${messageWords(one)}</span>${letter}</th>
      ${cell(words.columns.to, html`<span class="url">${recipient(one)}</span>`)}
      ${cell(words.columns.state, this.#standing(one))}
      ${cell(words.columns.created, html`<span class="number when">${momentWords(one.createdAt)}</span>`)}
    </tr>`;
  }

  #standing(one: Delivery) {
    const words = t().settings.deliveries;
    const { state, note, attempts, nextAt, endedAt } = one;
    const facts = [
      state === 'dropped' ? null : words.attempts(attempts),
      nextAt ? words.next(momentWords(nextAt)) : null,
      endedAt ? (state === 'sent' ? words.arrived : words.ended)(momentWords(endedAt)) : null,
    ].filter((fact) => fact !== null);
    return html`<div class="standing-cell">
      ${note ? html`<p class=${state === 'dead' ? 'bad' : ''}>${noteWords(note, one.channel)}</p>` : nothing}
      <p class="quiet meta">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      ${this.#again(one)}
    </div>`;
  }

  #again(one: Delivery) {
    const words = t().settings.deliveries;
    if (this.queued.has(one.id)) return html`<p role="status"><strong>${words.queued}</strong></p>`;
    const failed = this.failed?.id === one.id ? this.failed.error : null;
    if (!mayGoAgain(one)) return nothing;
    return html`<button
        type="button"
        class="link"
        aria-label=${words.againNamed(messageWords(one), one.number ?? '')}
        @click=${() => void this.#send(one)}
      >
        ${words.again}
      </button>
      ${failed ? html`<p class="field-error" role="alert">${failureWords(failed)}</p>` : nothing}
      ${failed?.problem.code === 'webhook_disabled' ? html`<a class="button" href=${to('webhooks')}>${words.enableFirst}</a>` : nothing}`;
  }

  async #send({ id }: Delivery): Promise<void> {
    this.failed = null;
    try {
      const now = await redeliver(this.#tenant, id);
      const before = this.#page.value;
      this.queued = new Set([...this.queued, id]);
      if (before) {
        const after = moved(before, now);
        this.#page.put(after);
        undelivered.set(after.counts.dead);
      }
      await this.updateComplete;
      this.#rowOf(id)?.focus();
    } catch (error) {
      this.failed = { id, error: asApiError(error) };
    }
  }

  /** The button went. */
  #rowOf(id: string): HTMLElement | undefined {
    const at = this.#page.value?.items.findIndex((one) => one.id === id) ?? -1;
    return this.querySelectorAll<HTMLElement>('.deliveries tbody tr')[at];
  }
}

/** A message that waits again, in the counts too. */
function moved(page: DeliveryPage, now: Delivery): DeliveryPage {
  const before = page.items.find(({ id }) => id === now.id);
  const dead = page.counts.dead - (before?.state === 'dead' ? 1 : 0);
  return {
    ...page,
    items: page.items.map((one) => (one.id === now.id ? now : one)),
    counts: { dead, pending: page.counts.pending + 1 },
  };
}

/** Never an address of a person: the service doesn't tell it. */
function recipient({ channel, kind, webhook }: Delivery): string {
  const words = t().settings.deliveries;
  if (channel === 'webhook') return webhook ?? words.webhookGone;
  return kind.startsWith('digest') ? words.digestTo : words.mailTo;
}

customElements.define('hx-deliveries-page', DeliveriesPage);
