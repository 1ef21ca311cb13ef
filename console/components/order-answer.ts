import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import { acceptOrderOf, answerOrderOf, returnOrderOf, withdrawOrderOf } from '../lib/centre-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form, type Errors } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, radioField, textField } from './fields.ts';
import { formProblems } from './problems.ts';

/** Tells the page what the order is like now, and what was done. */
export interface OrderChange {
  order: OrderDetail;
  said: string;
}

const EMPTY = { text: '', verdict: '', note: '', reason: '', days: '' };

/** What may be done with an order now: the tenant answers it, the centre judges the answer or takes the order back. */
export class OrderAnswer extends ConsoleElement {
  static override properties = { order: { attribute: false } };
  declare order: OrderDetail;
  #answer: Form<typeof EMPTY> | null = null;
  #withdrawal: Form<{ reason: string }> | null = null;

  /** What is typed belongs to this order, and stays until it is sent. */
  override willUpdate(): void {
    const scope = `order/${this.order.number}`;
    this.#answer ??= new Form(this, { id: 'order-answer', initial: EMPTY, scope });
    this.#withdrawal ??= new Form(this, { id: 'order-withdraw', initial: { reason: '' }, scope });
  }

  override render() {
    const { may } = this.order;
    return html`${may.includes('answer') ? this.#answering() : nothing}
    ${may.includes('accept') ? this.#judging() : nothing}
    ${may.includes('withdraw') ? this.#withdrawing() : nothing}`;
  }

  #answering() {
    const words = t().orders.answer;
    const form = this.#answer!;
    const check = () =>
      new Checks().text('text', form.values.text, words.text, limits.bodyCharsMin, limits.bodyCharsMax)
        .errors;
    const send = () => answerOrderOf(this.order.number, form.values.text.trim());
    return html`<form
      class="group narrow"
      novalidate
      @submit=${(event: Event) => void this.#submit(event, form, check, send, () => words.done)}
    >
      <h2>${words.title}</h2>
      <p class="lead">${words.lead}</p>
      ${formProblems(form)}
      ${areaField(form, 'text', { label: words.text, rows: 10, max: limits.bodyCharsMax })}
      ${this.#send(form.busy, words.submit)}
    </form>`;
  }

  #judging() {
    const words = t().orders.judge;
    const form = this.#answer!;
    const { verdict } = form.values;
    const choices = [
      { value: 'accept', label: words.accept, hint: words.acceptHint },
      { value: 'return', label: words.return, hint: words.returnHint },
    ];
    const said = () => (verdict === 'accept' ? words.accepted : words.returned);
    return html`<form
      class="group narrow"
      novalidate
      @submit=${(event: Event) =>
        void this.#submit(
          event,
          form,
          () => this.#checkVerdict(),
          () => this.#judge(),
          said,
        )}
    >
      <h2>${words.title}</h2>
      ${formProblems(form)} ${radioField(form, 'verdict', choices, { label: words.verdict })}
      ${
        verdict === 'accept'
          ? areaField(form, 'note', {
              ...{ label: words.note, hint: words.noteHint, rows: 2, optional: true },
            })
          : nothing
      }
      ${
        verdict === 'return'
          ? html`${areaField(form, 'reason', { label: words.reason, hint: words.noteHint })}
            ${textField(form, 'days', {
              ...{ label: words.days, hint: words.daysHint, type: 'number', least: 1, most: 60 },
              optional: true,
            })}`
          : nothing
      }
      ${this.#send(form.busy, verdict === 'return' ? words.submitReturn : words.submitAccept)}
    </form>`;
  }

  #checkVerdict(): Errors {
    const words = t().orders.judge;
    const { verdict, note, reason, days } = this.#answer!.values;
    const checks = new Checks().chosen('verdict', verdict, words.verdict);
    if (verdict === 'accept' && note.trim())
      checks.text('note', note, words.note, 2, limits.supplementCharsMax);
    if (verdict === 'return') checks.text('reason', reason, words.reason, 2, limits.supplementCharsMax);
    if (verdict === 'return' && days) checks.whole('days', days, words.days, 1, 60);
    return checks.errors;
  }

  #judge(): Promise<OrderDetail> {
    const { verdict, note, reason, days } = this.#answer!.values;
    const { number } = this.order;
    if (verdict === 'accept') return acceptOrderOf(number, note.trim());
    return returnOrderOf(number, { reason: reason.trim(), ...(days && { days: Number(days) }) });
  }

  #withdrawing() {
    const words = t().orders.withdraw;
    const form = this.#withdrawal!;
    const { reason } = form.values;
    const check = () =>
      new Checks().text('reason', reason, words.reason, 2, limits.supplementCharsMax).errors;
    const send = () => withdrawOrderOf(this.order.number, reason.trim());
    return html`<details class="create" ?open=${reason !== ''}>
      <summary>${words.title}</summary>
      <form
        class="narrow"
        novalidate
        @submit=${(event: Event) => void this.#submit(event, form, check, send, () => words.done)}
      >
        <p class="lead">${words.lead}</p>
        ${formProblems(form)} ${areaField(form, 'reason', { label: words.reason, rows: 2 })}
        <div class="buttons">
          <button type="submit" class="button grave" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </details>`;
  }

  #send(busy: boolean, submit: string) {
    return html`<div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
        ${busy ? t().common.sending : submit}
      </button>
    </div>`;
  }

  async #submit<V extends Record<string, string>>(
    event: Event,
    form: Form<V>,
    check: () => Errors,
    send: () => Promise<OrderDetail>,
    said: () => string,
  ): Promise<void> {
    event.preventDefault();
    const words = said();
    const order = await form.submit(check, send);
    if (!order) return;
    const detail: OrderChange = { order, said: words };
    this.dispatchEvent(new CustomEvent('order-changed', { detail, bubbles: true }));
  }
}

customElements.define('hx-order-answer', OrderAnswer);
