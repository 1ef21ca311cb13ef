import { type TemplateResult, html, nothing } from 'lit';
import { LANGS } from '../../contract/vocabulary.ts';
import type { TenantPage, TenantRow } from '../../contract/tenants.ts';
import { Checks } from '../components/checks.ts';
import { areaField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { fault, rateOf, whole } from '../components/rates.ts';
import { tenantTree } from '../components/tenant-tree.ts';
import { createTenantOf, getTenants } from '../lib/calls.ts';
import { dayOf, dayShort, momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { go, route, to } from '../lib/router.ts';
import { session } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { tableHead } from '../components/table.ts';

const EMPTY = { name: '', slug: '', jurisdiction: '', prefix: '', departments: '', phone: '' };

/** Every tenant of the jurisdiction, those that owe answers first, and a form for a new one. */
export class TenantsPage extends ConsoleElement {
  readonly #tenants = new Loader<TenantPage>(this);
  readonly #form: Form<typeof EMPTY>;

  constructor() {
    super();
    this.#form = new Form(this, { id: 'tenant', initial: EMPTY, scope: `tenant/${session.value?.id ?? ''}` });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    void this.#load();
  }

  #load = (): Promise<void> => this.#tenants.run(getTenants);

  override render() {
    const words = t().manage.tenants;
    const { value, error } = this.#tenants;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${value ? this.#lead(value.items.length) : ''}&nbsp;</p>
      </header>
      ${value && value.items.length > 1 ? this.#views() : nothing}
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#list(value.items) : loadingLines(6)}
      ${this.#create(value?.items.length === 0)}`;
  }

  #lead = (count: number): string =>
    this.#byPlace ? t().centre.tree.lead(count) : t().manage.tenants.lead(count);

  get #byPlace(): boolean {
    return route.value.query.get('view') === 'tree';
  }

  #views() {
    const words = t().centre.tree;
    const link = (view: string, name: string, here: boolean) =>
      html`<a class="filter" href=${to('tenants', { view })} aria-current=${here ? 'true' : nothing}
        >${name}</a
      >`;
    return html`<nav class="filters" aria-label=${words.views}>
      ${link('', words.list, !this.#byPlace)} ${link('tree', words.tree, this.#byPlace)}
    </nav>`;
  }

  #list = (items: readonly TenantRow[]) => (this.#byPlace ? tenantTree(items) : tenantList(items));

  #create(open: boolean) {
    const words = t().manage.tenants;
    const form = this.#form;
    const typed = Object.values(form.values).some((text) => text !== '');
    return html`<details class="create" ?open=${open || typed}>
      <summary>${words.create}</summary>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <p class="lead">${t().centre.next.lead}</p>
        <ol class="numbered">
          ${t().centre.next.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p class="hint">${t().centre.next.fixed}</p>
        ${formProblems(form)} ${textField(form, 'name', { label: words.name, hint: words.nameHint })}
        ${textField(form, 'slug', { label: words.slug, hint: words.slugHint })}
        ${textField(form, 'jurisdiction', { label: words.jurisdiction, hint: words.jurisdictionHint })}
        ${areaField(form, 'departments', { label: words.departments, hint: words.departmentsHint, rows: 6 })}
        ${textField(form, 'prefix', { label: words.prefix, hint: words.prefixHint, optional: true })}
        ${textField(form, 'phone', { label: words.phone, hint: words.phoneHint, type: 'tel', optional: true })}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </details>`;
  }

  #check() {
    const words = t().manage.tenants;
    const { name, slug, jurisdiction, prefix, departments, phone } = this.#form.values;
    return new Checks()
      .text('name', name, words.name, 2, 60)
      .matches('slug', slug.trim(), /^[a-z][a-z0-9-]{1,39}$/, words.badSlug)
      .matches('jurisdiction', jurisdiction.trim(), /^(\d{2}){1,3}$/, words.badJurisdiction)
      .matches('prefix', prefix.trim().toUpperCase(), /^([A-Z0-9]{2,8})?$/, words.badPrefix)
      .text('departments', departments, words.departments, 1, 12_000)
      .text('phone', phone, words.phone, 0, 30).errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name, slug, jurisdiction, prefix, departments, phone } = this.#form.values;
    const made = await this.#form.submit(
      () => this.#check(),
      async () => {
        await createTenantOf({
          ...{ name: name.trim(), slug: slug.trim(), jurisdiction: jurisdiction.trim(), locale: LANGS[0] },
          departments: departments
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
          ...(prefix.trim() && { prefix: prefix.trim().toUpperCase() }),
          ...(phone.trim() && { phone: phone.trim() }),
        });
        return slug.trim();
      },
    );
    if (made) go(to(['tenants', made], { new: 'yes' }));
  }
}

function tenantList(items: readonly TenantRow[]): TemplateResult {
  const words = t().manage.tenants;
  if (items.length === 0) return html`<p class="state">${words.empty}</p>`;
  const owing = (row: TenantRow) => [row.figures?.unanswered ?? 0, row.figures?.overdue ?? 0] as const;
  const worst = [...items].sort((a, b) => owing(b)[0] - owing(a)[0] || owing(b)[1] - owing(a)[1]);
  const asOf = items
    .map((row) => row.asOf)
    .filter((time) => time !== null)
    .sort()[0];
  return html`<table class="figures" role="table">
      <caption>
        ${words.caption}
      </caption>
      ${tableHead(Object.values(words.columns))}
      <tbody role="rowgroup">
        ${worst.map(tenantRow)}
      </tbody>
    </table>
    ${asOf ? html`<p class="quiet">${words.asOf(momentWords(asOf))}</p>` : nothing}`;
}

function tenantRow(row: TenantRow): TemplateResult {
  const words = t().manage.tenants;
  const { columns } = words;
  const { figures } = row;
  const none = t().common.none;
  const cells: [string, TemplateResult | string][] = [
    [columns.open, row.open === null ? none : whole(row.open)],
    [columns.unanswered, figures ? fault(figures.unanswered) : none],
    [columns.overdue, figures ? fault(figures.overdue) : none],
    [columns.received, figures ? whole(figures.received) : none],
    [columns.onTime, figures ? rateOf(figures.onTimeRate, figures.repliedOnTime, figures.due) : none],
    [columns.satisfaction, figures ? rateOf(figures.satisfaction, figures.satisfied, figures.rated) : none],
    [columns.answered, row.lastAnsweredAt ? dayShort(dayOf(row.lastAnsweredAt)) : words.never],
  ];
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <a href=${to(['tenants', row.slug])} lang=${langOf(row.name)}>${row.name}</a>
      <span class="quiet">${row.jurisdiction}</span>
      ${row.suspended ? html`<span class="flag">${t().centre.tree.suspended}</span>` : nothing}
    </th>
    ${cells.map(([head, cell]) => html`<td role="cell"><span class="cell-head" aria-hidden="true">${head}</span><span>${cell}</span></td>`)}
  </tr>`;
}

customElements.define('hx-tenants-page', TenantsPage);
