/** The letters of the inbox, one row each: a table, and cards on a phone. */
import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueItem } from '../../contract/staff.ts';
import { kindWords, statusWords } from '../../contract/words.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { to } from '../lib/router.ts';
import { role } from '../lib/session.ts';
import { lang, langOf, t } from '../words/index.ts';
import { colourMark, dueMark } from './due-mark.ts';

export interface Picking {
  chosen: ReadonlyMap<string, QueueItem>;
  /** Takes a letter in, or out again. */
  pick: (item: QueueItem) => void;
  pickAll: (all: boolean) => void;
}

/**
 * Roles are written out: laid out as a grid, or as cards on a phone, the table would lose them with its display.
 * @param picking null for those who only read
 */
export function letterTable(items: readonly QueueItem[], picking: Picking | null): TemplateResult {
  const { columns } = t().inbox;
  const heads = [columns.due, columns.letter, columns.department, columns.status];
  return html`<table
    class="letters ${picking ? 'picking' : ''}"
    role="table"
    aria-label=${t().inbox.title}
    aria-rowcount=${items.length + 1}
  >
    <thead role="rowgroup">
      <tr role="row">
        ${picking ? html`<th role="columnheader" scope="col">${allBox(items, picking)}</th>` : nothing}
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        ({ number }) => number,
        (item) => {
          const chosen = picking?.chosen.has(item.number) ?? null;
          // What hasn't changed isn't made again: with a thousand rows each press would be felt.
          return guard([item, chosen, lang.value], () => letterRow(item, chosen, picking));
        },
      )}
    </tbody>
  </table>`;
}

function allBox(items: readonly QueueItem[], { chosen, pickAll }: Picking): TemplateResult {
  const all = items.every(({ number }) => chosen.has(number));
  return html`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${t().inbox.selectAll}
      .checked=${all}
      .indeterminate=${!all && chosen.size > 0}
      @change=${(event: Event) => pickAll((event.target as HTMLInputElement).checked)}
  /></label>`;
}

function letterRow(item: QueueItem, chosen: boolean | null, picking: Picking | null): TemplateResult {
  const words = t().inbox;
  return html`<tr role="row" class="letter-row ${chosen ? 'chosen' : ''}" data-number=${item.number}>
    ${
      picking
        ? html`<td role="cell" class="cell-pick">
            <label class="pick"
              ><input
                type="checkbox"
                aria-label=${words.select(item.number)}
                .checked=${chosen ?? false}
                @change=${() => picking.pick(item)}
            /></label>
          </td>`
        : nothing
    }
    <td role="cell" class="cell-due">
      ${dueMark(item)}
      ${item.dueAt && item.due !== 'stopped' ? html`<span class="quiet date">${dayShort(dayOf(item.dueAt))}</span>` : nothing}
      ${colourMark(item.colour)}
    </td>
    <td role="cell" class="cell-letter">
      <a class="letter-link" href=${to(['letters', item.number])} lang=${langOf(item.title)}
        >${item.title || t().letter.erased}</a
      >
      <p class="excerpt" lang=${langOf(item.excerpt)}>${item.excerpt}</p>
      <p class="quiet meta">
        <span class="number">${item.number}</span><span>${kindWords[lang.value][item.kind]}</span
        ><span>${words.receivedOn(dayShort(dayOf(item.receivedAt)))}</span>
      </p>
    </td>
    <td role="cell" class="cell-department">
      ${item.departmentName ? html`<span lang=${langOf(item.departmentName)}>${item.departmentName}</span>` : html`<strong>${words.unassigned}</strong>`}
    </td>
    <td role="cell" class="cell-status">
      <span>${statusWords[lang.value][item.status]}</span>
      ${flags(item).map((flag) => html`<span class="flag">${flag}</span>`)}
    </td>
  </tr>`;
}

/** From whom it came, or to whom it went. */
function passed({ handedOver, tenant }: QueueItem): string | null {
  if (!handedOver) return null;
  return role()?.tenant === tenant ? t().handOver.to(handedOver.to) : t().handOver.from(handedOver.from);
}

function flags(item: QueueItem): string[] {
  const words = t().inbox;
  const found = [
    passed(item),
    item.draft && words.draft,
    item.objected && words.objected,
    item.contested && words.contested,
  ];
  const again = item.round > 1 && !item.contested && words.reopened;
  const release = item.release === 'none' ? '' : t().letter.release[item.release];
  return [again, ...found, release].filter((flag): flag is string => !!flag);
}

export function envelope(): TemplateResult {
  return html`<svg class="state-mark" viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
    <path
      d="M4 6h56v38H4zM5 7l27 20L59 7"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
    />
  </svg>`;
}
