import { html, nothing } from 'lit';
import type { TenantRow } from '../../contract/tenants.ts';
import '../components/embed-guide.ts';
import '../components/tenant-state.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getTenants } from '../lib/calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { route, to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';

/** One tenant as the centre sets it up: its websites, its letters, its figures. */
export class OneTenantPage extends ConsoleElement {
  static override properties = { tenant: {} };
  declare tenant: string;
  readonly #row = new Loader<TenantRow | null>(this);

  constructor() {
    super();
    this.tenant = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('tenant')) void this.#load();
  }

  #load = (): Promise<void> =>
    this.#row.run(async () => (await getTenants()).items.find(({ slug }) => slug === this.tenant) ?? null);

  override render() {
    const words = t().manage.tenants;
    const { value: row, error, busy } = this.#row;
    const back = html`<p class="back"><a href=${to('tenants')}>${words.back}</a></p>`;
    if (error) return html`${back}${loadFailure(words.failed, error, () => void this.#load(), true)}`;
    if (busy && !row) return html`${back}${loadingLines(4)}`;
    if (!row)
      return html`${back}
        <div class="state"><h1 class="state-title">${words.missing}</h1></div>`;
    return html`${back}
      <header class="page-head">
        <h1 lang=${langOf(row.name)}>${row.name}</h1>
        <p class="lead meta"><span>${row.slug}</span><span>${row.jurisdiction}</span></p>
        ${
          route.value.query.get('new')
            ? html`<p class="done" role="status">${words.created(row.name)}</p>
                <ol class="numbered">
                  ${t().centre.next.steps.map((step) => html`<li>${step}</li>`)}
                </ol>`
            : nothing
        }
        <p class="meta">
          <a href=${to('inbox', { tenant: row.slug })}>${words.letters}</a>
          <a href=${to(['stats', row.slug])}>${words.stats}</a>
          <a href=${to('overdue', { tenant: row.slug })}>${t().centre.tree.overdueLink}</a>
          <a href=${to('orders', { tenant: row.slug, state: 'all' })}>${t().centre.tree.ordersLink}</a>
        </p>
      </header>
      <hx-embed-guide central tenant=${row.slug}></hx-embed-guide>
      <hx-tenant-state .row=${row}></hx-tenant-state>`;
  }
}

customElements.define('hx-tenant-page', OneTenantPage);
