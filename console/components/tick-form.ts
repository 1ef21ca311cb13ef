import { html } from 'lit';
import type { Inspection } from '../../contract/inspection.ts';
import { saveTick } from '../lib/check-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, radioField } from './fields.ts';
import { formProblems } from './problems.ts';
import { deskLimits } from '../../contract/limits.ts';
import { TICK_ANSWERS } from '../../contract/vocabulary.ts';

type Item = Inspection['items'][number];
const EMPTY = { answer: '', remark: '' };

/** What a person found of an item that no figures show. Tells `hx-ticked` with the whole check as it is then. */
export class TickForm extends ConsoleElement {
  static override properties = {
    item: { attribute: false },
    tenant: {},
    year: { type: Number },
    open: { state: true },
  };
  declare item: Item;
  declare tenant: string;
  declare year: number;
  declare open: boolean;
  #form: Form<typeof EMPTY> | null = null;
  #of = '';

  constructor() {
    super();
    this.open = false;
  }

  override willUpdate(): void {
    const of = `${this.tenant}/${this.year}/${this.item.item}`;
    if (of === this.#of) return;
    this.#of = of;
    const { tick, item } = this.item;
    const initial = { answer: tick?.answer ?? '', remark: tick?.remark ?? '' };
    this.#form = new Form<typeof EMPTY>(this, { id: `tick-${item}`, initial, scope: `inspection/${of}` });
    const { answer, remark } = this.#form.values;
    this.open = answer !== initial.answer || remark !== initial.remark;
  }

  override render() {
    const words = t().life.inspection;
    const form = this.#form!;
    if (!this.open)
      return html`<button type="button" class="button" @click=${() => void this.#unfold()}>
        ${this.item.tick ? words.change : words.tick}<span class="unseen"> ${this.item.title}</span>
      </button>`;
    const choices = TICK_ANSWERS.map((value) => ({ value, label: words.results[value] }));
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)} ${radioField(form, 'answer', choices, { label: words.answer })}
      ${areaField(form, 'remark', { label: words.remark, hint: words.remarkHint, rows: 2, max: deskLimits.remarkCharsMax, optional: true })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.save}
        </button>
        <button type="button" class="quiet-button" @click=${() => void this.#fold()}>
          ${t().common.cancel}
        </button>
      </div>
    </form>`;
  }

  async #unfold(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('input')?.focus();
  }

  /** What is folded away leaves the focus where it can be unfolded again. */
  #fold = async (): Promise<void> => {
    this.#form!.reset();
    this.open = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('button')?.focus();
  };

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = t().life.inspection;
    const { answer: chosen, remark } = this.#form!.values;
    const answer = TICK_ANSWERS.find((one) => one === chosen);
    const check = await this.#form!.submit(
      () => {
        const { errors } = new Checks().text('remark', remark, words.remark, 0, deskLimits.remarkCharsMax);
        return answer ? errors : { ...errors, answer: words.chooseAnswer };
      },
      () =>
        saveTick({
          ...{ tenant: this.tenant, year: this.year, item: this.item.item },
          ...{ answer: answer!, remark: remark.trim() },
        }),
    );
    if (!check) return;
    // What was just saved is where the next change begins.
    this.#of = '';
    this.dispatchEvent(new CustomEvent<Inspection>('hx-ticked', { detail: check, bubbles: true }));
    await this.#fold();
  }
}

customElements.define('hx-tick-form', TickForm);
