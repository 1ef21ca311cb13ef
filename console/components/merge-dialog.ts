import { html, nothing } from 'lit';
import type { DepartmentDetail, DepartmentHistory } from '../../contract/departments.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { getDepartment, mergeThem } from '../lib/people.ts';
import { langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { fieldId, radioField, selectField, textField } from './fields.ts';
import { formProblems, loadFailure } from './problems.ts';

const EMPTY = { how: 'existing', target: '', name: '' };

/** Which departments go, who takes over, and what that moves, before it is done. Fires `departments-changed` with what was done. */
export class MergeDialog extends ConsoleElement {
  static override properties = { open: { state: true }, chosen: { state: true } };
  declare open: readonly DepartmentHistory[];
  declare chosen: readonly string[];
  #tenant = '';
  /** What the chosen ones hold, by id. */
  readonly #details = new Loader<Map<string, DepartmentDetail>>(this);
  readonly #form: Form<typeof EMPTY>;

  constructor() {
    super();
    this.open = [];
    this.chosen = [];
    this.#form = new Form(this, { id: 'merge', initial: EMPTY });
  }

  async show(tenant: string, open: readonly DepartmentHistory[]): Promise<void> {
    this.#tenant = tenant;
    this.open = open;
    this.chosen = [];
    this.#form.reset();
    this.#details.clear();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  override render() {
    const words = t().departments.merge;
    const form = this.#form;
    return html`<dialog class="sheet" aria-labelledby="merge-title">
      <form novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <h2 id="merge-title">${words.title}</h2>
        <p class="lead">${words.lead}</p>
        ${formProblems(form)} ${this.#which()} ${this.#into()} ${this.#preview()}
        <div class="buttons">
          <button type="submit" class="button primary grave" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : this.#gone.length > 1 || form.values.how === 'fresh' ? words.submit : words.close}
          </button>
          <button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  #which() {
    const words = t().departments.merge;
    const error = this.#form.errors['which'];
    return html`<fieldset
      class="field ${error ? 'wrong' : ''}"
      id=${fieldId(this.#form, 'which')}
      tabindex="-1"
    >
      <legend>${words.which}</legend>
      ${error ? html`<p class="field-error">${error}</p>` : nothing}
      <div class="choices events">
        ${this.open.map(
          ({ id, name }) =>
            html`<label class="choice" for="merge-${id}">
              <input
                type="checkbox"
                id="merge-${id}"
                .checked=${this.chosen.includes(id)}
                @change=${(event: Event) => this.#choose(id, (event.target as HTMLInputElement).checked)}
              />
              <span lang=${langOf(name)}>${name}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #into() {
    const words = t().departments.merge;
    const form = this.#form;
    const how = [
      { value: 'existing', label: words.existing },
      { value: 'fresh', label: words.fresh },
    ];
    const targets = [
      { value: '', label: t().common.choose },
      ...this.open.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return html`${radioField(form, 'how', how, { label: words.into })}
    ${
      form.values.how === 'fresh'
        ? textField(form, 'name', { label: words.newName })
        : selectField(form, 'target', targets, { label: words.target })
    }`;
  }

  /** Who takes over isn't among those that go, though ticked. */
  get #gone(): readonly string[] {
    const { how, target } = this.#form.values;
    return this.chosen.filter((id) => how === 'fresh' || id !== target);
  }

  #preview() {
    const words = t().departments.merge;
    if (this.#gone.length === 0) return nothing;
    const { value, error } = this.#details;
    if (error) return loadFailure(words.failed, error, () => void this.#look());
    const details = this.#gone.map((id) => value?.get(id));
    const known = details.filter((one) => one !== undefined);
    if (known.length < details.length) return html`<p class="quiet" role="status">${words.looking}</p>`;
    const letters = known.reduce((sum, one) => sum + one.openLetters, 0);
    const members = new Set(known.flatMap((one) => one.members.map(({ id }) => id))).size;
    return html`<section class="outlook" aria-labelledby="merge-outlook">
      <h3 id="merge-outlook">${words.preview}</h3>
      <ul class="plain-list">
        <li><strong>${words.moves(letters, members, this.#targetName())}</strong></li>
        <li>${words.keeps}</li>
        <li>${words.noWay}</li>
      </ul>
    </section>`;
  }

  #targetName(): string {
    const { how, target, name } = this.#form.values;
    const known = how === 'fresh' ? name.trim() : this.open.find(({ id }) => id === target)?.name;
    const { theNew, theTarget } = t().departments.merge;
    return known || (how === 'fresh' ? theNew : theTarget);
  }

  #choose(id: string, on: boolean): void {
    this.chosen = on ? [...this.chosen, id] : this.chosen.filter((one) => one !== id);
    this.#form.correct('which');
    void this.#look();
  }

  #look(): Promise<void> {
    const before = this.#details.value ?? new Map<string, DepartmentDetail>();
    const missing = this.chosen.filter((id) => !before.has(id));
    if (missing.length === 0) return Promise.resolve();
    return this.#details.run(async () => {
      const found = await Promise.all(missing.map((id) => getDepartment(this.#tenant, id)));
      return new Map([...before, ...found.map((one) => [one.id, one] as const)]);
    });
  }

  #check(): Errors {
    const words = t().departments.merge;
    const { how, target, name } = this.#form.values;
    const checks = new Checks();
    if (how === 'fresh') checks.text('name', name, words.newName, 1, 60);
    else checks.chosen('target', target, words.target);
    if (this.#gone.length === 0) checks.errors['which'] = words.none;
    return checks.errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { how, target, name } = this.#form.values;
    const into = how === 'fresh' ? { name: name.trim() } : { id: target };
    const [departments, targetName] = [[...this.#gone], this.#targetName()];
    const names = this.open.filter(({ id }) => departments.includes(id)).map((one) => one.name);
    const merged = await this.#form.submit(
      () => this.#check(),
      () => mergeThem(this.#tenant, { departments, into }),
    );
    if (!merged) return;
    this.#close();
    const { join, merge } = t().departments;
    const detail = merge.done(names.join(join), targetName);
    this.dispatchEvent(new CustomEvent('departments-changed', { detail }));
  }

  #close = (): void => this.querySelector('dialog')?.close();
}

customElements.define('hx-merge-dialog', MergeDialog);
