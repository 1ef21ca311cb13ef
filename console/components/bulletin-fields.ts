/** The fields of the builder: which period, which organisations, and how the bulletin is headed. */
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BulletinSummary } from '../../contract/bulletins.ts';
import type { TenantRow } from '../../contract/tenants.ts';
import { type BulletinValues, chosenPeriod, isTicked, toggled } from '../lib/bulletin-form.ts';
import { dayFull } from '../lib/dates.ts';
import type { Form } from '../lib/form.ts';
import type { Scope } from '../lib/jurisdictions.ts';
import { PERIOD_KINDS, passed } from '../lib/periods.ts';
import { langOf, t } from '../words/index.ts';
import { jurisdictionWords } from './jurisdiction-name.ts';
import { radioField, selectField, textField } from './fields.ts';

type BulletinForm = Form<BulletinValues>;

export function periodFields(form: BulletinForm, today: string): TemplateResult {
  const words = t().bulletins.form;
  const { kind } = form.values;
  const kinds = PERIOD_KINDS.map((value) => ({ value, label: words.kinds[value] }));
  const numbers = (count: number, label: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: label(index) }));
  const period = chosenPeriod(form.values);
  const until = period && passed(period, today)?.to;
  return html`${radioField(form, 'kind', kinds, { label: words.when })}
    <div class="side-by-side">
      ${
        kind === 'any'
          ? html`${textField(form, 'from', { label: words.from, type: 'date', most: today })}
            ${textField(form, 'to', { label: words.to, type: 'date', most: today })}`
          : textField(form, 'year', {
              ...{ label: words.year, type: 'number', least: 1900, most: today.slice(0, 4) },
            })
      }
      ${
        kind === 'month'
          ? selectField(
              form,
              'part',
              numbers(12, (index) => words.monthName(index + 1)),
              { label: words.month },
            )
          : nothing
      }
      ${
        kind === 'quarter'
          ? selectField(
              form,
              'part',
              numbers(4, (index) => words.quarters[index] ?? ''),
              { label: words.quarter },
            )
          : nothing
      }
      ${textField(form, 'asOf', { label: words.asOf, type: 'date', most: today, optional: true, describedBy: 'as-of-hint' })}
    </div>
    <p class="hint" id="as-of-hint">${words.asOfHint}</p>
    ${kind !== 'any' && until && period && until < period.to ? html`<p class="notice-line" role="status">${words.running(dayFull(until))}</p>` : nothing}`;
}

export function scopeFields(
  form: BulletinForm,
  scopes: readonly Scope[],
  tenants: readonly TenantRow[],
): TemplateResult {
  const words = t().bulletins.form;
  const { prefix, which } = form.values;
  const choices = scopes.map((scope) => ({
    value: scope.prefix,
    label: words.under(jurisdictionWords(scope.prefix, tenants), scope.tenants),
  }));
  const kinds = [
    { value: 'all', label: words.whichAll },
    { value: 'some', label: words.whichSome },
  ];
  const under = tenants.filter(({ jurisdiction }) => jurisdiction.startsWith(prefix));
  return html`${choices.length > 1 ? selectField(form, 'prefix', choices, { label: words.scope }) : nothing}
  ${under.length > 1 ? radioField(form, 'which', kinds, { label: words.which }) : nothing}
  ${which === 'some' && under.length > 1 ? unitBoxes(form, under) : nothing}`;
}

function unitBoxes(form: BulletinForm, tenants: readonly TenantRow[]): TemplateResult {
  const error = form.errors['tenants'];
  const slugs = form.values.tenants;
  const tick = (slug: string, event: Event) =>
    form.set('tenants', toggled(form.values.tenants, slug, (event.target as HTMLInputElement).checked));
  return html`<fieldset class="field ${error ? 'wrong' : ''}">
    <legend>${t().bulletins.form.units}</legend>
    ${error ? html`<p class="field-error">${error}</p>` : nothing}
    <div class="choices">
      ${tenants.map(
        ({ slug, name }, index) =>
          html`<label class="choice">
            <input
              type="checkbox"
              id=${index === 0 ? `${form.id}-tenants` : nothing}
              .checked=${live(isTicked(slugs, slug))}
              @change=${(event: Event) => tick(slug, event)}
            />
            <span lang=${langOf(name)}>${name}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** What most bulletins do without; open where something is written or wrong in it. */
export function headFields(form: BulletinForm, earlier: readonly BulletinSummary[]): TemplateResult {
  const words = t().bulletins.form;
  const { title, recipients, issuer, corrects, prefix } = form.values;
  const open =
    [title, recipients, issuer, corrects].some((text) => text !== '') ||
    ['title', 'recipients', 'issuer'].some((name) => form.errors[name]);
  const frozen = earlier.filter(({ state, jurisdiction }) => state === 'frozen' && jurisdiction === prefix);
  const choices = frozen.map(({ id, label, title: of }) => ({ value: id ?? '', label: `${label} ${of}` }));
  return html`<details class="create" ?open=${open}>
    <summary>${words.details}</summary>
    ${textField(form, 'title', { label: words.name, hint: words.nameHint, optional: true })}
    ${textField(form, 'recipients', { label: words.recipients, hint: words.recipientsHint, optional: true })}
    ${textField(form, 'issuer', { label: words.issuer, hint: words.issuerHint, optional: true })}
    ${
      choices.length > 0
        ? selectField(form, 'corrects', [{ value: '', label: words.noCorrects }, ...choices], {
            ...{ label: words.corrects, optional: true },
          })
        : nothing
    }
  </details>`;
}
