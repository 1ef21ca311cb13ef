import { html, nothing } from 'lit';
import { templateLimits } from '../../contract/limits.ts';
import type { Template } from '../../contract/templates.ts';
import { KINDS } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/words.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { insertAtCursor, tabToGap } from '../lib/placeholders.ts';
import { role } from '../lib/session.ts';
import { changeTemplateOf, makeTemplateOf, removeTemplateOf } from '../lib/template-calls.ts';
import { lang, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, checkField, fieldId, selectField, textField } from './fields.ts';
import { gapText } from './gap-text.ts';
import { formProblems } from './problems.ts';

const { titleCharsMin, titleCharsMax, bodyCharsMax } = templateLimits;

/** Writing a text that replies are written from, or changing one. Fires `template-kept` with what was done, `template-closed`. */
export class TemplateForm extends ConsoleElement {
  static override properties = { tenant: {}, template: { attribute: false }, removing: { state: true } };
  declare tenant: string;
  /** Null: a new one. */
  declare template: Template | null;
  /** It is asked whether to remove it. */
  declare removing: boolean;
  #form: Form<Values> | null = null;
  #remove: Form<Values> | null = null;

  constructor() {
    super();
    this.tenant = '';
    this.template = null;
    this.removing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h2')?.focus());
  }

  override willUpdate(): void {
    this.#form ??= new Form<Values>(this, {
      ...{ id: 'template', initial: initialOf(this.template) },
      scope: `template/${this.tenant}/${this.template ? `${this.template.id}/${this.template.version}` : 'new'}`,
    });
    this.#remove ??= new Form<Values>(this, { id: 'template-remove', initial: {} });
  }

  override render() {
    const words = t().templates;
    const form = this.#form!;
    return html`<form class="template-form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <h2 tabindex="-1">${this.template ? words.editTitle(this.template.title) : words.newTitle}</h2>
        ${formProblems(form)} ${textField(form, 'title', { label: words.name, hint: words.nameHint })}
        <div class="two">
          <div @keydown=${this.#tab}>
            ${areaField(form, 'body', { label: words.body, hint: words.bodyHint, rows: 10, max: bodyCharsMax })}
            <button type="button" class="button gap-button" @click=${this.#gap}>${words.gap}</button>
          </div>
          <section class="template-preview" aria-labelledby="template-preview">
            <h3 id="template-preview">${words.preview}</h3>
            <div class="paper">${gapText(form.values['body'] ?? '')}</div>
          </section>
        </div>
        ${this.#kinds(form)} ${this.#department(form)}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
          <button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>
        </div>
      </form>
      ${this.template ? this.#removal(this.template) : nothing}`;
  }

  #kinds(form: Form<Values>) {
    const words = t().templates;
    return html`<fieldset class="field" aria-describedby="template-kinds-hint">
      <legend>${words.kinds}</legend>
      <p class="hint" id="template-kinds-hint">${words.kindsHint}</p>
      <div class="choices short kind-choices">
        ${KINDS.map((kind) => checkField(form, kind, { label: kindWords[lang.value][kind] }))}
      </div>
    </fieldset>`;
  }

  #department(form: Form<Values>) {
    const words = t().templates;
    const departments = (role()?.allDepartments ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="narrow">
      ${selectField(form, 'department', [{ value: '', label: words.all }, ...departments], { label: words.department })}
    </div>`;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>(`#${fieldId(this.#form!, 'body')}`);
  }

  /** Its name is selected, to be typed over. */
  #gap = (): void => {
    const area = this.#area;
    const words = t().templates;
    if (!area) return;
    insertAtCursor(area, words.gapText);
    const from = area.value.indexOf(words.gapLabel, area.selectionStart);
    area.setSelectionRange(from, from + words.gapLabel.length);
  };

  #tab = (event: KeyboardEvent): void => {
    if (this.#area && event.target === this.#area) tabToGap(event, this.#area);
  };

  #removal(template: Template) {
    const words = t().templates;
    const form = this.#remove!;
    return html`<div class="group">
      ${formProblems(form)}
      ${
        this.removing
          ? html`<p class="notice-line">${words.removeWarning}</p>
              <div class="buttons">
                <button
                  type="button"
                  class="button primary grave"
                  aria-disabled=${form.busy ? 'true' : 'false'}
                  @click=${() => void this.#removeIt(template)}
                >
                  ${words.removeSure}
                </button>
                <button type="button" class="quiet-button" @click=${() => (this.removing = false)}>
                  ${t().common.cancel}
                </button>
              </div>`
          : html`<button type="button" class="link" @click=${() => (this.removing = true)}>
              ${words.remove}
            </button>`
      }
    </div>`;
  }

  #check(): Errors {
    const words = t().templates;
    const { title = '', body = '' } = this.#form!.values;
    return new Checks()
      .text('title', title, words.name, titleCharsMin, titleCharsMax)
      .text('body', body, words.body, 1, bodyCharsMax).errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { title = '', body = '', department = '', ...rest } = this.#form!.values;
    const content = {
      ...{ tenant: this.tenant, title: title.trim(), body: body.trim(), department: department || null },
      kinds: KINDS.filter((kind) => rest[kind] === 'yes'),
    };
    const { template } = this;
    const kept = await this.#form!.submit(
      () => this.#check(),
      () =>
        template
          ? changeTemplateOf(template.id, { ...content, version: template.version })
          : makeTemplateOf(content),
    );
    if (kept) this.#tell(t().templates.saved(kept.title));
  }

  async #removeIt({ id, title }: Template): Promise<void> {
    const gone = await this.#remove!.submit(
      () => ({}),
      () => removeTemplateOf(this.tenant, id),
    );
    if (gone) this.#tell(t().templates.removed(title));
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('template-closed', { bubbles: true }));
  };

  #tell(detail: string): void {
    this.dispatchEvent(new CustomEvent('template-kept', { bubbles: true, detail }));
  }
}

function initialOf(template: Template | null): Values {
  const kinds = KINDS.map((kind) => [kind, template?.kinds.includes(kind) ? 'yes' : ''] as const);
  return {
    ...{ title: template?.title ?? '', body: template?.body ?? '', department: template?.department ?? '' },
    ...Object.fromEntries(kinds),
  };
}

customElements.define('hx-template-form', TemplateForm);
