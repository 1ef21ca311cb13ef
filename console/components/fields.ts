/** Form fields in one manner: label above, hint under it, the error at the field, everything tied together for screen readers. */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { charCount } from '../../contract/limits.ts';
import type { Form, Values } from '../lib/form.ts';
import { t } from '../words/index.ts';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export interface FieldOptions {
  label: string;
  hint?: string;
  optional?: boolean;
  /** Most code points; counted under long fields. */
  max?: number;
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'datetime-local' | 'number' | 'url';
  autocomplete?: string;
  rows?: number;
  least?: string | number;
  most?: string | number;
  /** Kept out of sight, still spoken: for a field whose meaning the page shows otherwise. */
  hideLabel?: boolean;
  /** Said after the label, where the page shows otherwise which one is meant. */
  spoken?: string;
  /** Further ids that describe the field. */
  describedBy?: string;
}

type Name<V> = keyof V & string;

export const fieldId = (form: { id: string }, name: string) => `${form.id}-${name.replaceAll('.', '-')}`;

function describedBy(form: Form<Values>, name: string, options: FieldOptions): string | undefined {
  const id = fieldId(form, name);
  const ids = [options.hint && `${id}-hint`, form.errors[name] && `${id}-error`, options.describedBy];
  return ids.filter(Boolean).join(' ') || undefined;
}

const optionalMark = (options: FieldOptions) =>
  options.optional ? html` <span class="quiet">${t().common.optional}</span>` : nothing;

function hintOf(id: string, hint: string | undefined) {
  return hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
}

function errorOf(id: string, error: string | undefined) {
  return error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing;
}

function frame(
  form: Form<Values>,
  name: string,
  options: FieldOptions,
  control: TemplateResult,
): TemplateResult {
  const id = fieldId(form, name);
  const error = form.errors[name];
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label for=${id} class=${options.hideLabel ? 'unseen' : ''}
      >${options.label}${optionalMark(options)}</label
    >
    ${hintOf(id, options.hint)} ${errorOf(id, error)} ${control}
  </div>`;
}

export function textField<V extends Values>(
  of: Form<V>,
  name: Name<V>,
  options: FieldOptions,
): TemplateResult {
  const form = of as unknown as Form<Values>;
  const control = html`<input
    id=${fieldId(form, name)}
    name=${name}
    type=${options.type ?? 'text'}
    autocomplete=${options.autocomplete ?? 'off'}
    min=${ifDefined(options.least)}
    max=${ifDefined(options.most)}
    aria-describedby=${ifDefined(describedBy(form, name, options))}
    aria-invalid=${form.errors[name] ? 'true' : 'false'}
    aria-required=${options.optional ? 'false' : 'true'}
    .value=${live(form.values[name] ?? '')}
    @input=${(event: Event) => form.set(name, (event.target as HTMLInputElement).value)}
  />`;
  return frame(form, name, options, control);
}

export function areaField<V extends Values>(
  of: Form<V>,
  name: Name<V>,
  options: FieldOptions,
): TemplateResult {
  const form = of as unknown as Form<Values>;
  const value = form.values[name] ?? '';
  const count = charCount(value.trim());
  const control = html`<textarea
      id=${fieldId(form, name)}
      name=${name}
      rows=${options.rows ?? 4}
      aria-describedby=${ifDefined(describedBy(form, name, options))}
      aria-invalid=${form.errors[name] ? 'true' : 'false'}
      aria-required=${options.optional ? 'false' : 'true'}
      .value=${live(value)}
      @input=${(event: Event) => form.set(name, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${options.max && count > 0 ? html`<p class="counter">${t().common.counter(count, options.max)}</p>` : nothing}`;
  return frame(form, name, options, control);
}

/** The first choice stands for "none" where it is empty. */
export function selectField<V extends Values>(
  of: Form<V>,
  name: Name<V>,
  choices: readonly Choice[],
  options: FieldOptions,
): TemplateResult {
  const form = of as unknown as Form<Values>;
  const value = form.values[name] ?? '';
  const control = html`<select
    id=${fieldId(form, name)}
    name=${name}
    aria-describedby=${ifDefined(describedBy(form, name, options))}
    aria-invalid=${form.errors[name] ? 'true' : 'false'}
    @change=${(event: Event) => form.set(name, (event.target as HTMLSelectElement).value)}
  >
    ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
  </select>`;
  return frame(form, name, options, control);
}

export function radioField<V extends Values>(
  of: Form<V>,
  name: Name<V>,
  choices: readonly Choice[],
  options: FieldOptions,
): TemplateResult {
  const form = of as unknown as Form<Values>;
  const id = fieldId(form, name);
  const error = form.errors[name];
  return html`<fieldset
    class="field ${error ? 'wrong' : ''}"
    aria-describedby=${ifDefined(describedBy(form, name, options))}
  >
    <legend>${options.label}${optionalMark(options)}</legend>
    ${hintOf(id, options.hint)} ${errorOf(id, error)}
    <div class="choices ${choices.some(({ hint }) => hint) ? '' : 'short'}">
      ${choices.map((choice, index) => radio(form, name, choice, index === 0 ? id : `${id}-${choice.value}`))}
    </div>
  </fieldset>`;
}

function radio(form: Form<Values>, name: string, choice: Choice, id: string): TemplateResult {
  return html`<label class="choice" for=${id}>
    <input
      type="radio"
      id=${id}
      name="${form.id}-${name}"
      value=${choice.value}
      .checked=${live(form.values[name] === choice.value)}
      @change=${() => form.set(name, choice.value)}
    />
    <span>${choice.label}${choice.hint ? html`<small>${choice.hint}</small>` : nothing}</span>
  </label>`;
}

export function checkField<V extends Values>(
  of: Form<V>,
  name: Name<V>,
  options: FieldOptions,
): TemplateResult {
  const form = of as unknown as Form<Values>;
  const id = fieldId(form, name);
  const error = form.errors[name];
  return html`<div class="field ${error ? 'wrong' : ''}">
    ${errorOf(id, error)}
    <label class="choice" for=${id}>
      <input
        type="checkbox"
        id=${id}
        name=${name}
        aria-describedby=${ifDefined(describedBy(form, name, options))}
        aria-invalid=${error ? 'true' : 'false'}
        .checked=${live(form.values[name] === 'yes')}
        @change=${(event: Event) => form.set(name, (event.target as HTMLInputElement).checked ? 'yes' : '')}
      />
      <span
        >${options.label}${options.spoken ? html`<span class="unseen"> ${options.spoken}</span>` : nothing}</span
      >
    </label>
    ${options.hint ? html`<p class="hint indent" id="${id}-hint">${options.hint}</p>` : nothing}
  </div>`;
}
