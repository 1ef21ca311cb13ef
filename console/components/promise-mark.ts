/** By when a promise is due, or how it was kept: a shape, a word and a colour that say the same. */
import { type TemplateResult, html, nothing } from 'lit';
import { dayOf, dayShort } from '../lib/dates.ts';
import { to } from '../lib/router.ts';
import { t } from '../words/index.ts';
import { dueShape } from './due-mark.ts';
import { PROMISE_STATES } from '../../contract/vocabulary.ts';

interface Due {
  promisedFor: string;
  keptAt: string | null;
  daysLate: number;
}
type State = (typeof PROMISE_STATES)[number];

export const asState = (value: string | null): State =>
  PROMISE_STATES.find((state) => state === value) ?? 'open';

/** Within so many days it is soon. */
const SOON = 7;

export function promiseDue({ promisedFor, keptAt, daysLate }: Due): TemplateResult {
  const words = t().promises;
  const day = html`<span class="quiet date">${words.on(dayShort(promisedFor))}</span>`;
  if (keptAt !== null)
    return html`<span class="due due-none"
        >${dueShape('none')}<span>${words.keptOn(dayShort(dayOf(keptAt)))}</span></span
      >
      <span class="quiet date">${daysLate > 0 ? words.keptLate(daysLate) : words.inTime}</span>`;
  const kind = daysLate > 0 ? 'late' : daysLate === 0 ? 'today' : -daysLate <= SOON ? 'soon' : 'later';
  const said = daysLate > 0 ? words.late(daysLate) : daysLate === 0 ? words.today : words.left(-daysLate);
  return html`<span class="due due-${kind}">${dueShape(kind)}<span>${said}</span></span> ${day}`;
}

export function promiseFilters(now: State, tenant: string): TemplateResult {
  const words = t().promises;
  return html`<nav class="filters" aria-label=${words.filters}>
    ${PROMISE_STATES.map(
      (state) =>
        html`<a
          class="filter"
          href=${to('promises', { state: state === 'open' ? '' : state, tenant })}
          aria-current=${state === now ? 'true' : nothing}
          >${words.states[state]}</a
        >`,
    )}
  </nav>`;
}
