import { html, nothing } from 'lit';
import type { DepartmentDetail, DepartmentHistory } from '../../contract/departments.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { getDepartment, splitIt } from '../lib/people.ts';
import { langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { radioField, textField } from './fields.ts';
import { formProblems, loadFailure, loadingLines } from './problems.ts';

const EMPTY = { how: 'living', first: '', second: '' };

/** How a department is split, and which letters and people go. Fires `departments-changed` with what was done. */
export class SplitDialog extends ConsoleElement {
  static override properties = { one: { state: true }, letters: { state: true }, members: { state: true } };
  declare one: DepartmentHistory | null;
  /** Numbers and ids of those that go to the second part. */
  declare letters: readonly string[];
  declare members: readonly string[];
  #tenant = '';
  readonly #detail = new Loader<DepartmentDetail>(this);
  readonly #form: Form<typeof EMPTY>;

  constructor() {
    super();
    this.one = null;
    this.letters = [];
    this.members = [];
    this.#form = new Form(this, { id: 'split', initial: EMPTY });
  }

  async show(tenant: string, one: DepartmentHistory): Promise<void> {
    this.#tenant = tenant;
    this.one = one;
    this.letters = [];
    this.members = [];
    this.#form.reset();
    this.#detail.clear();
    void this.#look();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  #look = (): Promise<void> => this.#detail.run(() => getDepartment(this.#tenant, this.one!.id));

  override render() {
    const words = t().departments.split;
    const form = this.#form;
    const name = this.one?.name ?? '';
    const how = [
      { value: 'living', label: words.living(name), hint: words.livingHint },
      { value: 'closing', label: words.closing(name), hint: words.closingHint },
    ];
    const closing = form.values.how === 'closing';
    return html`<dialog class="sheet" aria-labelledby="split-title">
      <form novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <h2 id="split-title">${words.of(name)}</h2>
        <p class="lead">${words.lead}</p>
        ${formProblems(form, { reload: () => void this.#look() })}
        ${radioField(form, 'how', how, { label: words.how })}
        ${closing ? textField(form, 'first', { label: words.first }) : nothing}
        ${textField(form, 'second', { label: closing ? words.secondClosing : words.second })} ${this.#what()}
        <p class="quiet" role="status">${words.sum(this.letters.length, this.members.length)}</p>
        <div class="buttons">
          <button type="submit" class="button primary grave" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
          <button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  #what() {
    const words = t().departments.split;
    const { value, error } = this.#detail;
    if (error) return loadFailure(words.failed, error, () => void this.#look());
    if (!value) return loadingLines(3);
    const { letters, openLetters, members } = value;
    const lettersLeft = letters.length < openLetters ? words.lettersFirst(letters.length, openLetters) : '';
    return html`${pick({
      ...{ id: 'split-letter', title: words.letters, none: words.lettersNone, hint: lettersLeft },
      items: letters.map(({ number, title }) => ({ id: number, name: title, more: number })),
      chosen: this.letters,
      choose: (chosen) => (this.letters = chosen),
    })}
    ${pick({
      ...{ id: 'split-member', title: words.members, none: words.membersNone, hint: '' },
      items: members.map(({ id, name }) => ({ id, name, more: '' })),
      chosen: this.members,
      choose: (chosen) => (this.members = chosen),
    })}`;
  }

  #check(): Errors {
    const words = t().departments.split;
    const { how, first, second } = this.#form.values;
    const checks = new Checks().text(
      'second',
      second,
      how === 'closing' ? words.secondClosing : words.second,
      1,
      60,
    );
    if (how === 'closing') checks.text('first', first, words.first, 1, 60);
    return checks.errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { how, first, second } = this.#form.values;
    const goes = { name: second.trim(), letters: [...this.letters], members: [...this.members] };
    const body =
      how === 'closing'
        ? { parts: [{ name: first.trim() }, goes], keeper: 0 }
        : { parts: [goes], keeper: null };
    const { id, name } = this.one!;
    const split = await this.#form.submit(
      () => this.#check(),
      () => splitIt(this.#tenant, id, body),
    );
    if (!split) return;
    this.#close();
    const detail = t().departments.split.done(name);
    this.dispatchEvent(new CustomEvent('departments-changed', { detail }));
  }

  #close = (): void => this.querySelector('dialog')?.close();
}

interface Pick {
  id: string;
  title: string;
  none: string;
  hint: string;
  items: readonly { id: string; name: string; more: string }[];
  chosen: readonly string[];
  choose: (chosen: string[]) => void;
}

function pick({ id, title, none, hint, items, chosen, choose }: Pick) {
  const set = (one: string, on: boolean) =>
    choose(on ? [...chosen, one] : chosen.filter((other) => other !== one));
  return html`<fieldset class="field">
    <legend>${title}</legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${
      items.length === 0
        ? html`<p class="quiet">${none}</p>`
        : html`<div class="choices picked">
            ${items.map(
              (item) =>
                html`<label class="choice" for="${id}-${item.id}">
                  <input
                    type="checkbox"
                    id="${id}-${item.id}"
                    .checked=${chosen.includes(item.id)}
                    @change=${(event: Event) => set(item.id, (event.target as HTMLInputElement).checked)}
                  />
                  <span
                    ><span lang=${langOf(item.name)}>${item.name}</span
                    >${item.more ? html`<small>${item.more}</small>` : nothing}</span
                  >
                </label>`,
            )}
          </div>`
    }
  </fieldset>`;
}

customElements.define('hx-split-dialog', SplitDialog);
