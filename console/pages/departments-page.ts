import { html, nothing } from 'lit';
import type { DepartmentHistory, DepartmentList } from '../../contract/departments.ts';
import { Checks } from '../components/checks.ts';
import { textField } from '../components/fields.ts';
import '../components/merge-dialog.ts';
import type { MergeDialog } from '../components/merge-dialog.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import '../components/split-dialog.ts';
import type { SplitDialog } from '../components/split-dialog.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { addDepartment, getDepartments, renameDepartment } from '../lib/people.ts';
import { loadSession, role, roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';

/** The tenant's departments, what they were called, and what became of those that are closed. */
export class DepartmentsPage extends ConsoleElement {
  static override properties = { message: { state: true }, renaming: { state: true } };
  declare message: string;
  /** Whose name is being changed. */
  declare renaming: string | null;
  readonly #list = new Loader<DepartmentList>(this);
  readonly #add: Form<{ name: string }>;
  readonly #rename: Form<{ name: string }>;

  constructor() {
    super();
    this.message = '';
    this.renaming = null;
    this.#add = new Form(this, { id: 'department', initial: { name: '' } });
    this.#rename = new Form(this, { id: 'rename', initial: { name: '' } });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#list.run(() => getDepartments(this.#tenant));

  override render() {
    const words = t().departments;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.#page()}
      <hx-merge-dialog @departments-changed=${this.#changed}></hx-merge-dialog>
      <hx-split-dialog @departments-changed=${this.#changed}></hx-split-dialog>`;
  }

  #page() {
    const words = t().departments;
    const { value, error } = this.#list;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(6);
    const open = value.items.filter(({ closedAt }) => closedAt === null);
    const closed = value.items.filter(({ closedAt }) => closedAt !== null);
    return html`<section aria-labelledby="open-departments">
        <div class="list-head">
          <h2 id="open-departments">${words.count(open.length)}</h2>
          ${open.length > 1 ? html`<button type="button" class="button" @click=${() => this.#merge(open)}>${words.merge.open}</button>` : nothing}
        </div>
        ${
          open.length === 0
            ? html`<p class="state">${words.empty}</p>`
            : html`<ul class="rows">
                ${open.map((one) => this.#row(one))}
              </ul>`
        }
      </section>
      ${this.#create()} ${closed.length > 0 ? this.#closed(closed, value.items) : nothing}`;
  }

  #row(one: DepartmentHistory) {
    const words = t().departments;
    if (this.renaming === one.id) return html`<li>${this.#renameForm(one)}</li>`;
    return html`<li class="row">
      <div class="row-main">
        <p class="row-name" lang=${langOf(one.name)}>${one.name}</p>
        ${history(one)}
      </div>
      <div class="row-tools">
        <button
          type="button"
          class="quiet-button"
          aria-label=${words.renameOf(one.name)}
          @click=${() => void this.#startRename(one)}
        >
          ${words.rename}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label=${words.split.of(one.name)}
          @click=${() => this.#split(one)}
        >
          ${words.split.open}
        </button>
      </div>
    </li>`;
  }

  #renameForm(one: DepartmentHistory) {
    const words = t().departments;
    const form = this.#rename;
    return html`<form
      class="narrow"
      novalidate
      @submit=${(event: Event) => void this.#submitRename(event, one)}
    >
      <h3>${words.renameOf(one.name)}</h3>
      ${formProblems(form)} ${textField(form, 'name', { label: words.newName, hint: words.renameHint })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.save}
        </button>
        <button type="button" class="quiet-button" @click=${() => (this.renaming = null)}>
          ${t().common.cancel}
        </button>
      </div>
    </form>`;
  }

  #create() {
    const words = t().departments;
    const form = this.#add;
    return html`<details class="create" ?open=${form.values.name !== ''}>
      <summary>${words.add}</summary>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submitAdd(event)}>
        ${formProblems(form)} ${textField(form, 'name', { label: words.name, hint: words.nameHint })}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.add}
          </button>
        </div>
      </form>
    </details>`;
  }

  #closed(closed: readonly DepartmentHistory[], all: readonly DepartmentHistory[]) {
    const words = t().departments;
    const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? id;
    return html`<details class="create">
      <summary>${words.closedTitle(closed.length)}</summary>
      <p class="lead">${words.closedLead}</p>
      <ul class="rows">
        ${closed.map(
          (one) =>
            html`<li class="row">
              <div class="row-main">
                <p class="row-name" lang=${langOf(one.name)}>${one.name}</p>
                <p class="quiet">
                  ${words.closed(dayFull(dayOf(one.closedAt!)), one.successors.map(nameOf).join(words.join))}
                </p>
                ${history(one)}
              </div>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #merge(open: readonly DepartmentHistory[]): void {
    void this.querySelector<MergeDialog>('hx-merge-dialog')?.show(this.#tenant, open);
  }

  #split(one: DepartmentHistory): void {
    void this.querySelector<SplitDialog>('hx-split-dialog')?.show(this.#tenant, one);
  }

  async #startRename(one: DepartmentHistory): Promise<void> {
    this.#rename.reset();
    this.#rename.set('name', one.name);
    this.renaming = one.id;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#rename-name')?.focus();
  }

  async #submitRename(event: Event, { id, name: before }: DepartmentHistory): Promise<void> {
    event.preventDefault();
    const name = this.#rename.values.name.trim();
    const check = () => new Checks().text('name', name, t().departments.newName, 1, 60).errors;
    const done = await this.#rename.submit(check, () => renameDepartment(this.#tenant, id, name));
    if (!done) return;
    this.renaming = null;
    await this.#say(t().departments.renamed(before, done.name));
  }

  async #submitAdd(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.#add.values.name.trim();
    const check = () => new Checks().text('name', name, t().departments.name, 1, 60).errors;
    const done = await this.#add.submit(check, () => addDepartment(this.#tenant, name));
    if (done) await this.#say(t().departments.added(done.name));
  }

  #changed = (event: CustomEvent<string>): void => void this.#say(event.detail);

  /** The other pages choose among the departments of the session. */
  async #say(message: string): Promise<void> {
    this.message = message;
    await Promise.all([this.#load(), loadSession().catch(() => undefined)]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

/** Since when it is there, and what it was called. */
function history({ since, formerNames, passing }: DepartmentHistory) {
  const words = t().departments;
  const lines = [
    ...(since ? [words.since(dayFull(dayOf(since)))] : []),
    ...formerNames.map(({ name, until }) => words.formerly(name, dayFull(dayOf(until)))),
    ...(passing ? [words.passing] : []),
  ];
  return lines.length === 0
    ? nothing
    : html`<p class="quiet meta">${lines.map((line) => html`<span>${line}</span>`)}</p>`;
}

customElements.define('hx-departments-page', DepartmentsPage);
