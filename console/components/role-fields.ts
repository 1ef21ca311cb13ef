/** A member's role and, for an officer, departments: the same in an invitation and in a change. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Department } from '../../contract/tenants.ts';
import type { Form, Values } from '../lib/form.ts';
import { langOf, t } from '../words/index.ts';
import { checkField, fieldId, radioField } from './fields.ts';

const PREFIX = 'department-';

/** Values of a form for these departments. */
export const roleValues = (
  role: string,
  own: readonly string[],
  all: readonly Department[],
): Record<string, string> => ({
  role,
  ...Object.fromEntries(all.map(({ id }) => [PREFIX + id, own.includes(id) ? 'yes' : ''])),
});

export const chosenDepartments = (values: Values): string[] =>
  Object.keys(values)
    .filter((name) => name.startsWith(PREFIX) && values[name] === 'yes')
    .map((name) => name.slice(PREFIX.length));

export function roleFields(form: Form<Values>, all: readonly Department[]): TemplateResult {
  const words = t().members;
  const roles = (['officer', 'coordinator'] as const).map((value) => ({
    ...{ value, label: words.roles[value], hint: words.roleHints[value] },
  }));
  const error = form.errors['departments'];
  return html`${radioField(form, 'role', roles, { label: words.role })}
  ${
    form.values['role'] === 'officer'
      ? html`<fieldset class="field ${error ? 'wrong' : ''}" id=${fieldId(form, 'departments')} tabindex="-1">
          <legend>${words.departments}</legend>
          ${error ? html`<p class="field-error">${error}</p>` : nothing}
          <div class="choices events">
            ${all.map(({ id, name }) => html`<div lang=${langOf(name)}>${checkField(form, PREFIX + id, { label: name })}</div>`)}
          </div>
        </fieldset>`
      : nothing
  }`;
}
