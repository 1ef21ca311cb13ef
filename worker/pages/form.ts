/** Fields as people need them: the label above, the hint under it, what is wrong beside it and summed up at the top. */
import { html } from 'hono/html';
import type { Html } from './view.ts';
import type { CommonWords } from './words.common.ts';

/** What is wrong, by the id of the field; in the order of the page. */
export type Wrong = ReadonlyMap<string, string>;
export const nothingWrong: Wrong = new Map();

interface Field {
  id: string;
  /** Where it differs from the id. */
  name?: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

interface Text extends Field {
  value: string;
  type?: 'text' | 'tel' | 'email' | 'search';
  autocomplete?: string;
  /** `few` lines, `many`, or one. */
  lines?: 'few' | 'many';
  look?: string;
}

const labelOf = ({ label, optional }: Field, words: CommonWords): Html =>
  html`<span class="name">${label}${optional ? html`<i>${words.optional}</i>` : ''}</span>`;

const errorAt = (id: string, wrong: Wrong, words: CommonWords): Html | '' =>
  wrong.has(id)
    ? html`<p class="error" id="${id}-error">
        <span class="out-of-sight">${words.errorMark}</span>${wrong.get(id)}
      </p>`
    : '';

function described({ id, hint }: Field, wrong: Wrong): Html | '' {
  const ids = [hint ? `${id}-hint` : '', wrong.has(id) ? `${id}-error` : ''].filter(Boolean);
  return ids.length === 0
    ? ''
    : html` aria-describedby="${ids.join(' ')}"${wrong.has(id) ? html` aria-invalid="true"` : ''}`;
}

const hintOf = ({ id, hint }: Field): Html | '' =>
  hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : '';

export function textField(field: Text, wrong: Wrong, words: CommonWords): Html {
  const { id, name = id, value, type = 'text', autocomplete, lines, look = '' } = field;
  const common = html`id="${id}"
  name="${name}"${described(field, wrong)}${autocomplete ? html` autocomplete="${autocomplete}"` : ''}`;
  // A line break right after the tag is dropped by browsers: ours goes, the writer's stays.
  const control = lines
    ? html`<textarea class="input ${lines}" rows="${lines === 'few' ? 4 : 10}" ${common}>
${value}</textarea>` // prettier-ignore
    : html`<input class="input ${look}" type="${type}" value="${value}" ${common} />`;
  return html`<div class="field${wrong.has(id) ? ' bad' : ''}">
    <label for="${id}">${labelOf(field, words)}</label>${hintOf(field)}${errorAt(id, wrong, words)}${control}
  </div>`;
}

interface Choices extends Field {
  options: readonly { value: string; label: string; hint?: string }[];
  value: string;
}

/** The first option carries the field's id, so that the summary's link leads to it. */
export function radioField(
  field: Choices & { inline?: boolean; big?: boolean },
  wrong: Wrong,
  words: CommonWords,
): Html {
  const { id, name = id, options, value, inline, big } = field;
  const choices = options.map(
    (option, index) =>
      html`<label class="choice"
        ><input
          type="radio"
          id="${index === 0 ? id : `${id}-${option.value}`}"
          name="${name}"
          value="${option.value}"
          ${option.value === value ? html` checked` : ''}
        />${option.label}${option.hint ? html`<small>${option.hint}</small>` : ''}</label
      >`,
  );
  return html`<fieldset class="${wrong.has(id) ? 'bad' : ''}" ${described(field, wrong)}>
    <legend class="${big ? 'big' : ''}">${labelOf(field, words)}</legend>
    ${hintOf(field)}${errorAt(id, wrong, words)}
    <div class="choices${inline ? ' inline' : ''}">${choices}</div>
  </fieldset>`;
}

export function selectField(field: Choices, wrong: Wrong, words: CommonWords): Html {
  const { id, name = id, options, value } = field;
  const list = options.map(
    (option) =>
      html`<option value="${option.value}" ${option.value === value ? html` selected` : ''}>
        ${option.label}
      </option>`,
  );
  return html`<div class="field${wrong.has(id) ? ' bad' : ''}">
    <label for="${id}">${labelOf(field, words)}</label>${hintOf(field)}${errorAt(id, wrong, words)}<select
      class="input"
      id="${id}"
      name="${name}"
      ${described(field, wrong)}
    >
      ${list}
    </select>
  </div>`;
}

export function checkField(field: Field & { checked: boolean }, wrong: Wrong, words: CommonWords): Html {
  const { id, name = id, checked, label, hint } = field;
  return html`<div class="field${wrong.has(id) ? ' bad' : ''}">
    ${errorAt(id, wrong, words)}<label class="choice"
      ><input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="yes"
        ${checked ? html` checked` : ''}${described(field, wrong)}
      />${label}${hint ? html`<small id="${id}-hint">${hint}</small>` : ''}</label
    >
  </div>`;
}

export const hiddenField = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;
