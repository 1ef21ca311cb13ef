import { html, nothing } from 'lit';
import type { SpotCheck } from '../../contract/spot-checks.ts';
import { seedCharsMin, seedOf } from '../../core/spot-check.draw.ts';
import { drawOf } from '../lib/spot-check-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { textField } from './fields.ts';
import { formProblems } from './problems.ts';

/** Takes the public value that draws a sample, once; shows what of it counts. */
export class CheckDraw extends ConsoleElement {
  static override properties = { check: { attribute: false } };
  declare check: SpotCheck;
  readonly #form = new Form(this, { id: 'draw', initial: { value: '' } });

  override render() {
    const words = t().spotChecks.draw;
    const form = this.#form;
    const seed = seedOf(form.values.value);
    return html`<section class="check-now">
      <h2>${words.title}</h2>
      <p class="lead">${words.lead}</p>
      <p class="lead"><strong>${this.check.source}</strong></p>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${formProblems(form)} ${textField(form, 'value', { label: words.value })}
        ${seed ? html`<p class="hint url" role="status">${words.seed(seed)}</p>` : nothing}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </section>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { value } = this.#form.values;
    const drawn = await this.#form.submit(
      (): Errors => (seedOf(value).length < seedCharsMin ? { value: t().spotChecks.draw.short } : {}),
      () => drawOf(this.check.id, value),
    );
    if (drawn)
      this.dispatchEvent(new CustomEvent<SpotCheck>('check-drawn', { bubbles: true, detail: drawn }));
  }
}

customElements.define('hx-check-draw', CheckDraw);
