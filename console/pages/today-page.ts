import { type TemplateResult, html, nothing } from 'lit';
import type { Today, TodayItem, TodaySection } from '../../contract/inbox.ts';
import { statusWords } from '../../contract/words.ts';
import { colourMark, dueMark } from '../components/due-mark.ts';
import { envelope } from '../components/letter-rows.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { dayOf, dayShort, dayWords, todayAt } from '../lib/dates.ts';
import { layOut } from '../lib/desk.ts';
import { ConsoleElement } from '../lib/element.ts';
import { inboxAddress, inboxAt, search, viewQuery } from '../lib/inbox.ts';
import { getToday } from '../lib/inbox-calls.ts';
import { online } from '../lib/line.ts';
import { Loader } from '../lib/loader.ts';
import { to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { shortcutOf } from '../lib/shortcuts.ts';
import { lang, langOf, t } from '../words/index.ts';
import { deskLimits } from '../../contract/limits.ts';

/** In the order in which they are seen to. */
const SECTIONS = ['late', 'today', 'reopened', 'drafted', 'unassigned', 'objected', 'promised'] as const;
type Name = (typeof SECTIONS)[number];
/** What can wait until tomorrow stands beside what can't. */
const BESIDE: readonly Name[] = ['drafted', 'unassigned', 'objected', 'promised'];

/** Where a member begins: what has to be done today, each with the way to all of it. */
export class TodayPage extends ConsoleElement {
  readonly #today = new Loader<Today>(this);
  #tenant = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(roleChoice);
    this.until(online.subscribe(() => online.value && this.#today.error && void this.#load()));
    this.listen('keydown', this.#onKey);
    this.#tenant = '';
  }

  override willUpdate(): void {
    const tenant = role()?.tenant ?? '';
    if (tenant === this.#tenant) return;
    this.#tenant = tenant;
    void this.#load();
  }

  #load = (): Promise<void> => this.#today.run(() => getToday(this.#tenant));

  override render() {
    const words = t().today;
    const { value: today, error, busy } = this.#today;
    if (error) return loadFailure(words.failed, error, () => void this.#load(), true);
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${today ? this.#lead(today) : nothing}&nbsp;</p>
      </header>
      <div class="today" aria-busy=${busy ? 'true' : 'false'}>
        ${today ? this.#sections(today) : loadingLines(6)}
      </div>`;
  }

  #lead({ day, late, today }: Today): string {
    const words = t().today;
    const parts = [
      late.count > 0 && words.late(counted(late.count)),
      today.count > 0 && words.today(counted(today.count)),
    ];
    return words.lead(
      dayWords(day),
      parts.filter((part): part is string => part !== false),
    );
  }

  #sections(today: Today) {
    const words = t().today;
    const found = SECTIONS.filter((name) => (today[name]?.count ?? 0) > 0);
    const orders = today.orders.count > 0 ? orderSection(today) : null;
    if (found.length === 0 && !orders)
      return html`<div class="state">
        ${envelope()}
        <p class="state-title">${words.empty}</p>
        <p>${words.emptyNext}</p>
        <p><a class="button" href=${inboxAt({})}>${words.toInbox}</a></p>
      </div>`;
    const now = found.filter((name) => !BESIDE.includes(name));
    const beside = found.filter((name) => BESIDE.includes(name));
    const calm = today.late.count + today.today.count === 0;
    return html`<div class="today-part">
        ${calm ? html`<p class="today-calm">${envelope()}<span>${words.calm}</span></p>` : nothing}
        ${now.map((name) => this.#section(name, today[name]!))}
      </div>
      ${
        beside.length > 0 || orders
          ? html`<div class="today-part">
              ${beside.map((name) => this.#section(name, today[name]!))} ${orders}
            </div>`
          : nothing
      }`;
  }

  #section(name: Name, { count, items }: TodaySection): TemplateResult {
    const words = t().today;
    const open = () => this.#follow(name, items, count > items.length);
    return html`<section aria-labelledby="today-${name}" class="today-section">
      <h2 id="today-${name}" class=${name === 'late' ? 'bad' : ''}>
        ${words.sections[name]} <span class="count">${counted(count)}</span>
      </h2>
      <p class="quiet">${words.hints[name]}</p>
      <ul class="today-list">
        ${items.map((item) => todayRow(item, name, open))}
      </ul>
      <p class="today-all">
        <a href=${listOf(name)} @click=${() => search.set('')}>${words.all(counted(count))}</a>
      </p>
    </section>`;
  }

  /** A letter opened from here leads on along its section; the inbox shows the same list. */
  #follow(name: Name, items: readonly TodayItem[], more: boolean): void {
    search.set('');
    inboxAddress.set(listOf(name));
    const query = name === 'promised' ? ({ status: 'promised' } as const) : viewQuery[name];
    layOut({ tenant: this.#tenant, ...query, limit: '30' }, items, more ? '' : null);
  }

  #onKey = (event: KeyboardEvent): void => {
    const key = shortcutOf(event);
    if (key !== 'j' && key !== 'k' && key !== 'o') return;
    const links = [...this.querySelectorAll<HTMLElement>('a.letter-link')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (key === 'o') links[at]?.click();
    else links[key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
  };
}

/** Where all of a section stand. */
const listOf = (name: Name): string => (name === 'promised' ? to('promises') : inboxAt({ view: name }));

const counted = (count: number): string =>
  count >= deskLimits.todayCountMax ? t().today.more(deskLimits.todayCountMax) : String(count);

function todayRow(item: TodayItem, section: Name, open: () => void): TemplateResult {
  return html`<li class="today-row">
    <a class="letter-link" href=${to(['letters', item.number])} lang=${langOf(item.title)} @click=${open}
      >${item.title || t().letter.erased}</a
    >
    <p class="meta">
      ${section === 'promised' ? nothing : html`${dueMark(item)} ${colourMark(item.colour)}`} ${waiting(item)}
      <span class="quiet">${statusWords[lang.value][item.status]}</span>
      ${item.departmentName ? html`<span class="quiet" lang=${langOf(item.departmentName)}>${item.departmentName}</span>` : nothing}
      <span class="quiet number">${item.number}</span>
    </p>
  </li>`;
}

function waiting({ contactBy, promisedFor, receivedAt }: TodayItem): TemplateResult | typeof nothing {
  const words = t().today;
  if (contactBy && dayOf(contactBy) < todayAt(contactBy))
    return html`<strong class="bad">${words.contactLate(dayShort(dayOf(contactBy)))}</strong>`;
  if (contactBy) return html`<strong>${words.contactBy(dayShort(dayOf(contactBy)))}</strong>`;
  if (!promisedFor) return nothing;
  return promisedFor < todayAt(receivedAt)
    ? html`<strong class="bad">${words.promisedPast(dayShort(promisedFor))}</strong>`
    : html`<span>${words.promisedFor(dayShort(promisedFor))}</span>`;
}

function orderSection({ orders }: Today): TemplateResult {
  const words = t().today;
  return html`<section aria-labelledby="today-orders" class="today-section">
    <h2 id="today-orders">${words.sections.orders} <span class="count">${orders.count}</span></h2>
    <p class="quiet">${words.hints.orders}</p>
    <ul class="today-list">
      ${orders.items.map((order) => {
        const day = dayShort(dayOf(order.dueAt));
        return html`<li class="today-row">
          <a class="letter-link" href=${to(['orders', order.number])}>${words.order(order.letter)}</a>
          <p class="meta">
            ${order.overdue ? html`<strong class="bad">${words.orderLate(day)}</strong>` : html`<span>${words.orderDue(day)}</span>`}
            <span class="quiet number">${order.number}</span>
          </p>
        </li>`;
      })}
    </ul>
    <p class="today-all"><a href=${to('orders')}>${words.allOrders(String(orders.count))}</a></p>
  </section>`;
}

customElements.define('hx-today-page', TodayPage);
