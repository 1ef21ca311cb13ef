import { html, nothing } from 'lit';
import type { StaffLetter } from '../../contract/staff.ts';
import { type NewKey, renewKey } from '../lib/calls.ts';
import { type Field, type Formed, check, fieldsOf, send } from '../lib/commands.ts';
import { dayOf, dayWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form, type Values } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { type SessionRole, role } from '../lib/session.ts';
import { t } from '../words/index.ts';
import { areaField, checkField, radioField, selectField, textField } from './fields.ts';
import { formProblems } from './problems.ts';
import './tenant-choice.ts';

const NOT_AT_REST = ['submitted', 'accepted', 'awaiting_citizen', 'replied', 'merged'];

/** The inline form of one command. Its text is kept until the command is done. */
export class CommandForm extends ConsoleElement {
  static override properties = {
    letter: { attribute: false },
    command: {},
    closable: { type: Boolean },
    extended: { state: true },
  };
  declare letter: StaffLetter;
  declare command: Formed | 'new-key';
  declare closable: boolean;
  /** The day an extension would lead to. */
  declare extended: string | null;
  #form: Form<Values> | null = null;
  #fields: Field[] = [];

  constructor() {
    super();
    this.closable = false;
    this.extended = null;
  }

  override willUpdate(): void {
    this.#fields = fieldsOf(this.command, this.letter, role() as SessionRole);
    const initial = Object.fromEntries(this.#fields.map((field) => [field.name, field.initial ?? '']));
    this.#form ??= new Form<Values>(this, { id: `do-${this.command}`, initial, scope: this.letter.number });
    const { values } = this.#form;
    this.#fields = this.#fields.filter(({ when }) => !when || values[when[0]] === when[1]);
    if (this.command === 'extend') void this.#previewExtension();
  }

  override render() {
    const words = t().commands[this.command];
    const form = this.#form!;
    const grave = this.command === 'erase' || this.command === 'erase-contact' ? 'grave' : '';
    return html`<form class="command" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <h3>${words.title}</h3>
      <p class="lead">${this.#lead()}</p>
      ${formProblems(form, { reload: () => askReload(this) })}
      ${this.#fields.map((field) => this.#field(form, field))}
      ${this.extended ? html`<p class="preview-line" role="status">${t().commands.extend.preview(this.extended)}</p>` : nothing}
      <div class="buttons">
        <button type="submit" class="button primary ${grave}" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
        ${this.closable ? html`<button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>` : nothing}
      </div>
    </form>`;
  }

  #lead(): string {
    const { accept, assign, [this.command]: words } = t().commands;
    if (role()?.role !== 'coordinator') return words.lead;
    if (this.command === 'accept' && this.letter.department === null) return accept.leadDispatch;
    if (this.command === 'erase-contact') return this.#erased();
    return this.command === 'assign' && this.letter.status === 'merged' ? assign.leadMerged : words.lead;
  }

  /** What was attached is part of the matter until the letter is at rest (core/rules/record.ts). */
  #erased(): string {
    const { lead, leadFiles, leadLater } = t().commands['erase-contact'];
    const { status, files, supplements, hasContact } = this.letter;
    const attached = !!files?.length || supplements.some(({ files }) => !!files?.length);
    if (!attached) return lead;
    if (NOT_AT_REST.includes(status)) return `${lead}${leadLater}`;
    return hasContact ? `${lead}${leadFiles}` : leadFiles;
  }

  #field(form: Form<Values>, field: Field) {
    const { name, kind, label, hint, choices = [], min, max } = field;
    const options = { label, ...(hint && { hint }) };
    if (kind === 'select' && choices.length === 1)
      return html`<p class="settled"><span class="quiet">${label}</span> ${choices[0]!.label}</p>`;
    if (kind === 'select') return selectField(form, name, choices, options);
    if (kind === 'radio') return radioField(form, name, choices, options);
    if (kind === 'tenant')
      return html`<hx-tenant-choice
        .form=${form}
        .label=${label}
        .error=${form.errors[name] ?? ''}
        .tenant=${role()?.tenant ?? ''}
      ></hx-tenant-choice>`;
    if (kind === 'number')
      return textField(form, name, { ...options, type: 'number', least: min ?? 0, most: max ?? 0 });
    if (kind === 'text') return textField(form, name, options);
    if (kind === 'check') return checkField(form, name, options);
    return areaField(form, name, { ...options, optional: min === 0, ...(max && { max }) });
  }

  /** The calendar is fetched only by those who extend. */
  async #previewExtension(): Promise<void> {
    const days = Number(this.#form?.values['days']);
    const due = this.letter.replyBy;
    if (!due || !Number.isInteger(days) || days < 1 || days > 15) {
      this.extended = null;
      return;
    }
    const { workdayAfter } = await import('../lib/workdays.ts');
    this.extended = dayWords(workdayAfter(dayOf(due), days));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.#form!;
    const { command } = this;
    const { number } = this.letter;
    const verify = () => check(this.#fields, form.values);
    if (command === 'new-key') {
      const made = await form.submit(verify, () => renewKey(number, form.values['proof']?.trim() ?? ''));
      if (made) this.dispatchEvent(new CustomEvent<NewKey>('key-renewed', { bubbles: true, detail: made }));
      return;
    }
    const letter = await form.submit(verify, () => send(number, command, form.values));
    if (letter) tellChanged(this, letter, t().commands.done[command]);
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('command-closed', { bubbles: true }));
  };
}

customElements.define('hx-command-form', CommandForm);
