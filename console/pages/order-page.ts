import { type TemplateResult, html, nothing } from 'lit';
import type { OrderDetail } from '../../contract/orders.ts';
import '../components/order-answer.ts';
import type { OrderChange } from '../components/order-answer.ts';
import { letterLink, orderDue } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { prose } from '../components/prose.ts';
import { getOrder } from '../lib/centre-calls.ts';
import { dayOf, dayShort, dayWords, momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { route, to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';

type Entry = OrderDetail['record'][number];

/** One order: what is asked, what went to and fro, and what may be done now. */
export class OneOrderPage extends ConsoleElement {
  static override properties = { number: {}, said: { state: true } };
  declare number: string;
  /** What was done here last. */
  declare said: string;
  readonly #order = new Loader<OrderDetail>(this);

  constructor() {
    super();
    this.number = '';
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('number')) return;
    this.#order.clear();
    this.said = route.value.query.get('new') ? t().orders.make.done(this.number) : '';
    void this.#load();
  }

  #load = (): Promise<void> => {
    const central = role()?.role === 'central';
    return this.#order.run(() => getOrder(central, this.number));
  };

  override render() {
    const words = t().orders;
    const { value: order, error } = this.#order;
    const back = html`<p class="back"><a href=${to('orders')}>${words.back}</a></p>`;
    if (error?.status === 404)
      return html`${back}${loadFailure(words.missing, error, () => undefined, true)}`;
    if (error) return html`${back}${loadFailure(words.failed, error, () => void this.#load(), true)}`;
    if (!order) return html`${back}${loadingLines(6)}`;
    return html`${back} ${this.#head(order)}
      <p class="done" role="status" tabindex="-1">${this.said || nothing}</p>
      <section aria-labelledby="order-record">
        <h2 id="order-record">${words.record}</h2>
        <ol class="timeline order-record">
          ${order.record.map((entry) => this.#entry(entry))}
        </ol>
      </section>
      ${
        role()?.role === 'officer' && order.state === 'open'
          ? html`<p class="notice-line">${words.officerHint}</p>`
          : nothing
      }
      <hx-order-answer .order=${order} @order-changed=${this.#changed}></hx-order-answer>`;
  }

  #head(order: OrderDetail): TemplateResult {
    const words = t().orders;
    return html`<header class="page-head">
      <h1 class="number">${words.title} ${order.number}</h1>
      <p class="order-due">${orderDue(order)}</p>
      ${order.provisional && order.state === 'open' ? html`<p class="hint">${words.provisionalWhy}</p>` : nothing}
      <p class="quiet meta">
        <span lang=${langOf(order.tenantName)}>${order.tenantName}</span>
        ${order.departmentName ? html`<span lang=${langOf(order.departmentName)}>${order.departmentName}</span>` : nothing}
        <span>${words.causes[order.cause]}</span>
        <span>${words.issuedOn(dayShort(dayOf(order.issuedAt)))}</span>
        ${order.letter ? html`<span>${words.about} ${letterLink(order.letter)}</span>` : nothing}
      </p>
    </header>`;
  }

  #entry(entry: Entry): TemplateResult {
    const words = t().orders;
    return html`<li>
      <p>
        <strong>${words.entries[entry.kind]}</strong>
        ${entry.late ? html`<span class="flag bad">${words.lateAnswer}</span>` : nothing}
      </p>
      <p class="quiet meta">
        <span>${momentWords(entry.at)}</span
        ><span lang=${langOf(entry.by ?? words.bySystem)}>${entry.by ?? words.bySystem}</span>
      </p>
      ${entry.text ? prose(entry.text) : nothing}
      ${entry.dueAt ? html`<p class="quiet">${words.due(dayWords(dayOf(entry.dueAt)))}</p>` : nothing}
    </li>`;
  }

  #changed = async (event: CustomEvent<OrderChange>): Promise<void> => {
    this.#order.put(event.detail.order);
    this.said = event.detail.said;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  };
}

customElements.define('hx-order-page', OneOrderPage);
