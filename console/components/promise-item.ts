import { type TemplateResult, html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffPromise } from '../../contract/promises.ts';
import { kindWords } from '../../contract/words.ts';
import { give } from '../lib/calls.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, radioField } from './fields.ts';
import { formProblems } from './problems.ts';
import { promiseDue } from './promise-mark.ts';

const EMPTY = { done: '', body: '' };

/** One promise with its follow-up, written where it stands. */
export class PromiseItem extends ConsoleElement {
  static override properties = { promise: { attribute: false } };
  declare promise: StaffPromise;
  #form: Form<typeof EMPTY> | null = null;

  override willUpdate(): void {
    const { number } = this.promise;
    this.#form ??= new Form(this, { id: `follow-${number}`, initial: EMPTY, scope: `promises/${number}` });
  }

  override render() {
    const words = t().promises;
    const { number, title, kind, departmentName, receivedAt, keptAt } = this.promise;
    return html`<div class="promise-entry">
      <p class="promise-due">${promiseDue(this.promise)}</p>
      <div>
        <h2><a href=${to(['letters', number])} lang=${langOf(title)}>${title || number}</a></h2>
        <p class="quiet meta">
          <span class="number">${number}</span><span>${kindWords[lang.value][kind]}</span>
          <span>${words.received(dayShort(dayOf(receivedAt)))}</span>
          <span lang=${langOf(departmentName ?? '')}>${departmentName ?? words.unassigned}</span>
        </p>
        ${keptAt === null ? this.#follow() : nothing}
      </div>
    </div>`;
  }

  #follow(): TemplateResult {
    const words = t().commands['follow-up'];
    const form = this.#form!;
    const { done, body } = form.values;
    const choices = [
      { value: 'yes', label: words.doneYes },
      { value: 'no', label: words.doneNo },
    ];
    return html`<details ?open=${done !== '' || body !== ''}>
      <summary>
        <span aria-hidden="true">${t().promises.follow}</span>
        <span class="unseen">${t().promises.followNamed(this.promise.number)}</span>
      </summary>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <p class="lead">${words.lead}</p>
        ${formProblems(form)} ${radioField(form, 'done', choices, { label: words.done })}
        ${areaField(form, 'body', { label: words.body, rows: 2, max: limits.replyCharsMax })}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </details>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.#form!;
    const words = t().commands['follow-up'];
    const { done, body } = form.values;
    const { number } = this.promise;
    const given = await form.submit(
      () =>
        new Checks().chosen('done', done, words.done).text('body', body, words.body, 5, limits.replyCharsMax)
          .errors,
      () => give(number, 'follow-up', { body, done: done === 'yes' }),
    );
    if (given)
      this.dispatchEvent(
        new CustomEvent('followed-up', { bubbles: true, detail: { number, done: done === 'yes' } }),
      );
  }
}

customElements.define('hx-promise', PromiseItem);
