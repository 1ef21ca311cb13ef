import { html, type TemplateResult } from 'lit';
import { kindWords } from '../../contract/first-words.ts';
import type { Field } from './values.ts';
import type { WriteView } from './write.view.ts';

/** Elder mode: the questions of each screen. After the last comes the page to check everything. */
export const STEPS: readonly (readonly Field[])[] = [
  ['kind'],
  ['department'],
  ['title'],
  ['body'],
  ['name', 'phone', 'email'],
  ['publish'],
];

export function stepButtons(view: WriteView): TemplateResult {
  const { words, step } = view;
  return html`<div class="row steps">
    <button
      type="button"
      class="button primary next"
      part="button"
      @click=${() => view.checks(STEPS[step]!) && view.go(step + 1)}
    >
      ${words.next}
    </button>
    <button
      type="button"
      class="button"
      part="button"
      ?hidden=${step === 0}
      @click=${() => view.go(step - 1)}
    >
      ${words.back}
    </button>
  </div>`;
}

/** Everything once more before it goes. */
export function checkPage(view: WriteView): TemplateResult {
  const { words, values, profile, host } = view;
  const department = profile?.departments.find(({ id }) => id === values.department)?.name;
  const contact = [values.name, values.phone, values.email].filter(Boolean).join('\n');
  const rows: [string, string][] = [
    [words.kind, kindWords[host.language][values.kind]],
    [words.department, department ?? words.anyDepartment],
    [words.title, values.title],
    [words.body, values.body],
    [words.contact, contact || words.empty],
    [words.publish, values.publish ? words.yes : words.no],
  ];
  return html`<h2 class="step-title" tabindex="-1">${words.check}</h2>
    <dl class="answers">
      ${rows.map(
        ([label, answer], step) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="prose">${answer}</dd>
            <dd>
              <button type="button" class="plain" @click=${() => view.go(step)}>
                ${words.change}<span class="hidden-visually"> ${label}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>`;
}
