import { html, nothing } from 'lit';
import type { InboxFilter, SavedFilter } from '../../contract/inbox.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { filterOf, inboxAt, type Narrowed, narrowedTo, search } from '../lib/inbox.ts';
import { dropFilter, getFilters, keepFilter } from '../lib/inbox-calls.ts';
import { Loader } from '../lib/loader.ts';
import { go } from '../lib/router.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { textField } from './fields.ts';
import { failureWords, formProblems } from './problems.ts';
import { deskLimits } from '../../contract/limits.ts';

const NAME_MAX = 30;

/** A member's own filters: one press narrows the inbox as they once did. */
export class SavedFilters extends ConsoleElement {
  static override properties = {
    tenant: {},
    narrowed: { attribute: false },
    naming: { state: true },
    said: { state: true },
  };
  declare tenant: string;
  declare narrowed: Narrowed;
  /** A name is asked for. */
  declare naming: boolean;
  declare said: string;
  readonly #filters = new Loader<SavedFilter[]>(this);
  readonly #form = new Form(this, { id: 'saved', initial: { name: '' } });

  constructor() {
    super();
    this.naming = false;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(search);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('tenant') && this.tenant)
      void this.#filters.run(async () => (await getFilters(this.tenant)).items);
  }

  override render() {
    const words = t().saved;
    const { value: filters, error } = this.#filters;
    if (error) return html`<p class="quiet saved-filters">${words.failed} ${failureWords(error)}</p>`;
    if (!filters) return nothing;
    const now = this.#now;
    const known = filters.some(({ filter }) => same(filter, now));
    const mayKeep =
      !known && filters.length < deskLimits.filtersMax && (now.q || now.due || now.status !== 'open');
    if (filters.length === 0 && !mayKeep) return nothing;
    return html`<div class="saved-filters">
        ${filters.length > 0 ? html`<span class="quiet" id="saved-title">${words.title}</span>` : nothing}
        ${
          filters.length > 0
            ? html`<ul aria-labelledby="saved-title">
                ${filters.map((one) => this.#chip(one))}
              </ul>`
            : nothing
        }
        ${
          mayKeep && !this.naming
            ? html`<button type="button" class="link" @click=${() => void this.#ask()}>${words.save}</button>`
            : nothing
        }
        <span class="unseen" role="status">${this.said}</span>
      </div>
      ${this.naming ? this.#name() : nothing}`;
  }

  get #now(): InboxFilter {
    return filterOf(this.narrowed, search.value);
  }

  #chip(one: SavedFilter) {
    const current = same(one.filter, this.#now);
    return html`<li class="chip ${current ? 'current' : ''}">
      <button
        type="button"
        class="link"
        aria-pressed=${current ? 'true' : 'false'}
        @click=${() => this.#apply(one)}
      >
        ${one.name}
      </button>
      <button
        type="button"
        class="link drop"
        aria-label=${t().saved.drop(one.name)}
        @click=${() => void this.#drop(one)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  #apply({ filter }: SavedFilter): void {
    search.set(filter.q ?? '');
    go(inboxAt(narrowedTo(filter)));
  }

  async #ask(): Promise<void> {
    this.naming = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('input')?.focus();
  }

  #name() {
    const words = t().saved;
    const form = this.#form;
    return html`<form class="saved-name" novalidate @submit=${(event: Event) => void this.#keep(event)}>
      ${formProblems(form)} ${textField(form, 'name', { label: words.name, hint: words.nameHint })}
      <div class="buttons">
        <button type="submit" class="button" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${words.keep}
        </button>
        <button type="button" class="quiet-button" @click=${() => void this.#end()}>
          ${t().common.cancel}
        </button>
      </div>
    </form>`;
  }

  async #keep(event: Event): Promise<void> {
    event.preventDefault();
    const { name } = this.#form.values;
    const kept = await this.#form.submit(
      () => new Checks().text('name', name, t().saved.name, 1, NAME_MAX).errors,
      () => keepFilter({ tenant: this.tenant, name, filter: this.#now }),
    );
    if (!kept) return;
    this.#filters.put([...(this.#filters.value ?? []), kept]);
    this.said = t().saved.kept(kept.name);
    this.naming = false;
    await this.#backTo('[aria-pressed=true]');
  }

  async #end(): Promise<void> {
    this.naming = false;
    this.#form.reset();
    await this.#backTo('.saved-filters > .link');
  }

  /** What had the focus is gone. */
  async #backTo(place: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(place)?.focus();
  }

  async #drop(one: SavedFilter): Promise<void> {
    try {
      await dropFilter(one.id);
    } catch {
      this.said = t().saved.failed;
      return;
    }
    this.#filters.put((this.#filters.value ?? []).filter(({ id }) => id !== one.id));
    this.said = t().saved.dropped(one.name);
    await this.updateComplete;
    (this.querySelector<HTMLElement>('.chip .link') ?? this.closest('main'))?.focus();
  }
}

const same = (one: InboxFilter, other: InboxFilter): boolean =>
  (['status', 'due', 'department', 'q'] as const).every((part) => (one[part] ?? '') === (other[part] ?? ''));

customElements.define('hx-saved-filters', SavedFilters);
