/** Above the inbox's list: its views, the search, department and state. */
import { type TemplateResult, html, nothing } from 'lit';
import type { QueuePage } from '../../contract/staff.ts';
import { statusWords } from '../../contract/words.ts';
import {
  DONE_WITH,
  FOR_COORDINATORS,
  type Narrowed,
  VIEWS,
  asDoneWith,
  inboxAt,
  letterNumberIn,
  search,
  viewCount,
} from '../lib/inbox.ts';
import { go, replace, to } from '../lib/router.ts';
import { role } from '../lib/session.ts';
import { lang, t } from '../words/index.ts';

/** @param tenant as the address names it, '' for one's own */
export function inboxViews(
  now: Narrowed,
  tenant: string,
  counts: QueuePage['counts'] | undefined,
): TemplateResult {
  const words = t().inbox;
  const views = VIEWS.filter((view) => role()?.role !== 'officer' || !FOR_COORDINATORS.includes(view));
  return html`<nav class="filters" aria-label=${words.filters}>
    ${views.map((view) => {
      const counted = viewCount[view];
      const count = counts && counted ? counts[counted] : null;
      const alarm = view === 'late' && count ? 'alarm' : '';
      return html`<a
        class="filter ${alarm}"
        href=${inboxAt({ view, department: now.department }, tenant)}
        aria-current=${view === now.view && !now.status ? 'true' : nothing}
        >${words.views[view]}${count === null ? nothing : html` <span class="count">${count}</span>`}</a
      >`;
    })}
  </nav>`;
}

export function inboxTools(now: Narrowed, tenant: string): TemplateResult {
  const words = t().inbox;
  const acting = role();
  const everywhere = [...(acting?.allDepartments ?? []), ...(acting?.formerDepartments ?? [])];
  const departments = acting?.role === 'officer' ? acting.departments : everywhere;
  return html`<div class="tools">
    <form role="search" @submit=${find}>
      <label for="inbox-q">${words.search}</label>
      <input
        id="inbox-q"
        type="search"
        maxlength="50"
        autocomplete="off"
        placeholder=${words.searchHint}
        .value=${search.value}
        @keydown=${toFirst}
        @search=${find}
      />
      <button type="submit" class="button">${words.search}</button>
    </form>
    ${
      departments.length > 1 && now.view !== 'unassigned'
        ? html`<div class="tool">
            <label for="inbox-department">${words.department}</label>
            <select
              id="inbox-department"
              @change=${(event: Event) => replace(inboxAt({ ...now, department: chosenIn(event) }, tenant))}
            >
              <option value="">${words.anyDepartment}</option>
              ${departments.map(({ id, name }) => html`<option value=${id} ?selected=${id === now.department}>${name}</option>`)}
            </select>
          </div>`
        : nothing
    }
    <div class="tool">
      <label for="inbox-status">${words.state}</label>
      <select
        id="inbox-status"
        @change=${(event: Event) =>
          replace(inboxAt({ department: now.department, status: asDoneWith(chosenIn(event)) }, tenant))}
      >
        <option value="">${words.inHand}</option>
        ${DONE_WITH.map((status) => html`<option value=${status} ?selected=${status === now.status}>${statusWords[lang.value][status]}</option>`)}
      </select>
    </div>
  </div>`;
}

const chosenIn = (event: Event): string => (event.target as HTMLSelectElement).value;

/** From the search straight to what was found. */
function toFirst(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  const first = (event.target as HTMLElement)
    .closest('hx-inbox-page')
    ?.querySelector<HTMLElement>('a.letter-link');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

function find(event: Event): void {
  event.preventDefault();
  const field = (event.currentTarget as HTMLElement).closest('form')!.querySelector('input')!;
  const text = field.value.trim();
  const number = letterNumberIn(text);
  if (number) go(to(['letters', number]));
  else search.set(text);
}
