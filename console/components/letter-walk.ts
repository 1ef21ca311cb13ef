/** Around a letter: the way along the list it was opened from, who else has it open, and what changed meanwhile. */
import { type TemplateResult, html, nothing } from 'lit';
import type { StaffLetter } from '../../contract/staff.ts';
import type { TimelineEntry } from '../../contract/letters.ts';
import { momentWords } from '../lib/dates.ts';
import type { Around, Listed } from '../lib/desk.ts';
import { inboxAddress } from '../lib/inbox.ts';
import { to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';

export const letterAt = ({ number }: Listed): string => to(['letters', number]);

const listName = (): string =>
  inboxAddress.value.startsWith(to('promises')) ? t().pages.promises : t().letter.back;

/**
 * @param walk null where the letter wasn't opened from a list
 * @param toActions null where there is nothing to do; on a phone the way there stays within reach
 */
export function letterNav(walk: Around | null, toActions: (() => void) | null): TemplateResult {
  const words = t().desk;
  return html`<div class="letter-nav">
    <p class="back"><a href=${inboxAddress.value}>${listName()}</a></p>
    ${
      walk
        ? html`<nav class="walk" aria-label=${words.place(walk.at, walk.of)}>
            ${walk.previous ? html`<a href=${letterAt(walk.previous)} title=${walk.previous.title}>${words.previous}</a>` : nothing}
            <span class="quiet walk-place" aria-hidden="true">${walk.at} / ${walk.of}</span>
            ${toActions ? html`<button type="button" class="link walk-act" @click=${toActions}>${t().letter.toAction}</button>` : nothing}
            ${walk.next ? html`<a href=${letterAt(walk.next)} title=${walk.next.title}>${words.next}</a>` : nothing}
          </nav>`
        : nothing
    }
  </div>`;
}

/** After something was done: the next letter, one press away. */
export function nextLetter(walk: Around | null): TemplateResult | typeof nothing {
  if (!walk) return nothing;
  const words = t().desk;
  if (!walk.next) return html`<p class="quiet next-letter">${words.last}</p>`;
  return html`<p class="next-letter">
    <a class="button" href=${letterAt(walk.next)} lang=${langOf(walk.next.title)}
      >${words.nextTitled(walk.next.title)}</a
    >
  </p>`;
}

/** Said once to a screen reader when it becomes so. */
export function colleagues(others: readonly string[]): TemplateResult {
  return html`<div role="status">
    ${others.length > 0 ? html`<p class="colleagues">${t().desk.here(others.join(t().desk.and))}</p>` : nothing}
  </div>`;
}

/** @param fresh the letter as it is now; null while it is fetched, or where it can't be */
export function changedBanner(
  shown: StaffLetter,
  fresh: StaffLetter | null,
  reload: () => void,
): TemplateResult {
  const words = t().desk;
  const since = [
    ...(fresh?.timeline.slice(shown.timeline.length).map(entryWords) ?? []),
    ...(fresh?.notes.slice(shown.notes.length).map(({ by, body }) => words.noted(by, body)) ?? []),
  ];
  return html`<div class="changed" role="status">
    <p>${since.length > 0 ? words.changed : words.changedSomehow}</p>
    ${
      since.length > 0
        ? html`<ul>
            ${since.map((said) => html`<li>${said}</li>`)}
          </ul>`
        : nothing
    }
    <p class="quiet">${words.keeps}</p>
    <button type="button" class="button" @click=${reload}>${words.reload}</button>
  </div>`;
}

function entryWords({ kind, department, at }: TimelineEntry): string {
  const { events, otherEvent, thisDepartment } = t().letter.timeline;
  const said = (events as Partial<Record<string, (department: string) => string>>)[kind];
  return `${momentWords(at)} ${said?.(department ?? thisDepartment) ?? otherEvent}`;
}
