/** Why a deadline falls on its day: the days counted and the days left out, as a small calendar. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Explanation } from '../../contract/letters.ts';
import { addDays, dayOf, monthWords, weekdayHeads, weekdayOf } from '../lib/dates.ts';
import { t } from '../words/index.ts';

/** A holiday's name fits a day's cell up to here: 国庆节. */
const HOLIDAY_CHARS_MAX = 3;

type LeftOut = Explanation['leftOut'][number];
type Cell = { counted: number } | LeftOut;

export function countedDays(why: Explanation): TemplateResult {
  const words = t().letter.clock;
  const cells = new Map<string, Cell>();
  for (const leftOut of why.leftOut) cells.set(leftOut.day, leftOut);
  why.counted.forEach((day, index) => cells.set(day, { counted: index + 1 }));
  const days = [...cells.keys()].sort();
  const due = dayOf(why.due);
  const first = days[0] ?? due;
  const last = [days[days.length - 1] ?? due, due].sort()[1]!;
  return html`<p class="quiet">${words.rule(why.days, why.unit)}</p>
    <table class="days">
      <caption>
        ${monthSpan(first, last)}
      </caption>
      <thead>
        <tr>
          ${weekdayHeads().map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks(first, last).map(
          (week) =>
            html`<tr>
              ${week.map((day) => dayCell(day, cells.get(day), day === due))}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

export function countedDaysLegend(): TemplateResult {
  const words = t().letter.clock;
  return html`<p class="legend quiet">
    <span><i class="swatch counted"></i>${words.countedLegend}</span>
    <span><i class="swatch left-out"></i>${words.leftOutLegend}</span>
    <span><i class="swatch due-day"></i>${words.dueLegend}</span>
  </p>`;
}

function monthSpan(first: string, last: string): string {
  const [from, to] = [monthWords(first), monthWords(last)];
  return from === to ? from : `${from} – ${to}`;
}

function weeks(first: string, last: string): string[][] {
  const found: string[][] = [];
  for (let monday = addDays(first, -weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    found.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  return found;
}

function dayCell(day: string, cell: Cell | undefined, due: boolean): TemplateResult {
  const words = t().letter.clock;
  const date = String(Number(day.slice(8)));
  const dueWord = due ? html`<span class="unseen">${words.dueLegend}</span>` : nothing;
  if (!cell) return html`<td class="beyond ${due ? 'due-day' : ''}">${date}${dueWord}</td>`;
  if ('counted' in cell)
    return html`<td class="counted ${due ? 'due-day' : ''}">
      <span>${date}</span><small aria-hidden="true">${cell.counted}</small
      ><span class="unseen">${words.counted(cell.counted)}</span>${dueWord}
    </td>`;
  const name = cell.name ?? '';
  const short = name && Array.from(name).length <= HOLIDAY_CHARS_MAX ? name : words.leftOutShort[cell.why];
  return html`<td class="left-out ${due ? 'due-day' : ''}">
    <span>${date}</span><small aria-hidden="true">${short}</small
    ><span class="unseen">${words.leftOut[cell.why]} ${name}</span>${dueWord}
  </td>`;
}
