import { html, nothing } from 'lit';
import type { OrderPage, OrderView } from '../../contract/orders.ts';
import { moreButton } from '../components/more-button.ts';
import { orderTable } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getOrders } from '../lib/centre-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { route, to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** What has to be done stands first; the empty address shows what waits for an answer. */
const VIEWS = ['open', 'overdue', 'answered', 'accepted', 'withdrawn', 'all'] as const;
type View = (typeof VIEWS)[number];
const asView = (value: string | null): View => VIEWS.find((view) => view === value) ?? VIEWS[0];

/** Orders: of the centre to those below it, or to one's own tenant. */
export class OrdersPage extends ConsoleElement {
  readonly #orders = new Paged<OrderView, OrderPage>(this);
  #asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    for (const store of [route, roleChoice]) this.watch(store);
    this.#asked = '';
  }

  get #central(): boolean {
    return role()?.role === 'central';
  }
  get #view(): View {
    return asView(route.value.query.get('state'));
  }
  get #tenant(): string {
    return this.#central ? (route.value.query.get('tenant') ?? '') : (role()?.tenant ?? '');
  }

  override willUpdate(): void {
    // On the way to another page the address is already that page's.
    if (route.value.path[0] !== 'orders') return;
    const asked = [this.#view, this.#tenant, this.#central].join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#orders.clear();
    void this.#load();
  }

  #load = (): Promise<void> => {
    const [central, view, tenant] = [this.#central, this.#view, this.#tenant];
    const query = { tenant, ...(view !== 'all' && { state: view }) };
    return this.#orders.run((cursor) => getOrders(central, { ...query, ...(cursor && { cursor }) }));
  };

  override render() {
    const words = t().orders;
    const central = this.#central;
    return html`<header class="page-head with-action">
        <div>
          <h1>${words.title}</h1>
          <p class="lead">${central ? words.leadCentral : words.leadTenant}</p>
        </div>
        ${central ? html`<a class="button primary" href=${to(['orders', 'new'])}>${words.issue}</a>` : nothing}
      </header>
      <nav class="filters" aria-label=${words.filters}>
        ${VIEWS.map(
          (view) =>
            html`<a
              class="filter"
              href=${to('orders', { state: view === VIEWS[0] ? '' : view, tenant: central ? this.#tenant : '' })}
              aria-current=${view === this.#view ? 'true' : nothing}
              >${this.#name(view)}</a
            >`,
        )}
      </nav>
      ${this.#list()}`;
  }

  #name = (view: View): string => (view === 'all' ? t().orders.all : t().orders.states[view]);

  #list() {
    const words = t().orders;
    const { value, error } = this.#orders;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(5);
    if (value.items.length === 0) return html`<p class="state">${words.empty[this.#view]}</p>`;
    return html`${orderTable(value.items, words.list(this.#name(this.#view)), this.#central)}
    ${moreButton(this.#orders, words.failed, () => this.#more())}`;
  }

  async #more(): Promise<void> {
    const before = await this.#orders.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.records tbody tr')[before]?.focus();
  }
}

customElements.define('hx-orders-page', OrdersPage);
