/** When something is due: a shape, a word and a colour that say the same thing. */
import { type TemplateResult, html, nothing, svg } from 'lit';
import type { QueueItem } from '../../contract/staff.ts';
import { colourWords } from '../../contract/words.ts';
import { dayOf, dayShort, daysApart, todayAt } from '../lib/dates.ts';
import { lang, t } from '../words/index.ts';

type Due = Pick<QueueItem, 'due' | 'dueAt' | 'daysLeft' | 'colour'>;

const shapes: Record<QueueItem['due'], TemplateResult> = {
  late: svg`<path d="M8 1.5 15 14.5H1z"/>`,
  today: svg`<path d="M8 1 15 8 8 15 1 8z"/>`,
  soon: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 2a6 6 0 0 1 0 12z"/>`,
  later: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>`,
  stopped: svg`<path d="M3 2h3.5v12H3zM9.5 2H13v12H9.5z"/>`,
  none: svg`<path d="M2 7h12v2H2z"/>`,
};

/** Calendar days past the deadline, as the writer is told too. */
export function daysLate(dueAt: string): number {
  return Math.max(0, daysApart(dayOf(dueAt), todayAt(dueAt)));
}

export function dueWords({ due, dueAt, daysLeft }: Due): string {
  const words = t().letter.due;
  if (due === 'late') return words.late(dueAt ? daysLate(dueAt) : 0);
  if (due === 'today') return words.today;
  if (due === 'stopped') return words.stopped;
  if (due === 'none' || !dueAt) return words.none;
  return daysLeft ? words.left(daysLeft) : words.on(dayShort(dayOf(dueAt)));
}

export function dueShape(due: QueueItem['due']): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="currentColor">
    ${shapes[due]}
  </svg>`;
}

export function dueMark(item: Due): TemplateResult {
  return html`<span class="due due-${item.due}">
    ${dueShape(item.due)}
    <span>${dueWords(item)}</span>
  </span>`;
}

/** The yellow or red card or demand notice a late letter has drawn. */
export function colourMark(colour: QueueItem['colour']): TemplateResult | typeof nothing {
  return colour ? html`<span class="card card-${colour}">${colourWords[lang.value][colour]}</span>` : nothing;
}
