/** The promise and why it falls on that day: the days counted and left out as a small calendar, and the ledger. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Explanation, LedgerEntry } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { addDays, dayOf, dayShort, dayWords, momentWords, monthWords, weekdayHeads, weekdayOf } from '../lib/dates.ts';
import { t } from '../words/index.ts';
import { dueMark } from './due-mark.ts';

export function letterClock(letter: StaffLetter): TemplateResult {
  const words = t().letter.clock;
  const first = letter.status === 'submitted';
  const why = first ? letter.why.accept : letter.why.reply;
  return html`<section class="rail-part clock" aria-labelledby="clock-title">
    <h2 id="clock-title">${words.title}</h2>
    ${promise(letter, first)}
    ${letter.contactBy ? html`<p class="notice-line">${words.contact(dayWords(dayOf(letter.contactBy)))}</p>` : nothing}
    ${why.provisional ? html`<p class="quiet">${words.provisional}</p>` : nothing} ${marks(letter)}
    <details>
      <summary>${words.why}</summary>
      ${first ? html`<h3>${words.whyAccept}</h3>` : nothing} ${countedDays(why)}
      ${first ? html`<h3>${words.whyReply}</h3>${countedDays(letter.why.reply)}` : nothing}
      ${letter.ledger.length > 0 ? ledger(letter.ledger) : nothing}
    </details>
  </section>`;
}

function promise(letter: StaffLetter, first: boolean): TemplateResult {
  const words = t().letter.clock;
  const waiting = letter.status === 'awaiting_citizen' && letter.waitUntil;
  if (waiting) return html`<p>${dueMark(letter)}</p><p>${words.stopped(dayWords(dayOf(letter.waitUntil ?? '')))}</p>`;
  if (!letter.dueAt || letter.due === 'none') return html`<p>${words.done}</p>`;
  const late = letter.due === 'late';
  const say = first ? (late ? words.lateAccept : words.accept) : late ? words.late : words.reply;
  const reply = first && letter.replyBy ? html`<p class="quiet">${words.reply(dayWords(dayOf(letter.replyBy)))}</p>` : nothing;
  return html`<p class="promise-line">${say(dayWords(dayOf(letter.dueAt)))}</p>
    <p>${dueMark(letter)}</p>
    ${late ? html`<p class="quiet">${words.lateNext}</p>` : nothing} ${reply}`;
}

function marks(letter: StaffLetter): TemplateResult | typeof nothing {
  const words = t().letter.clock;
  const found = [
    letter.extended && words.extended,
    letter.transfers > 0 && words.transfers(letter.transfers),
    letter.forced && words.forced,
  ].filter((text): text is string => !!text);
  return found.length > 0 ? html`<p class="quiet">${found.join(' · ')}</p>` : nothing;
}

/** A holiday's name fits a day's cell up to here: 国庆节. */
const HOLIDAY_CHARS_MAX = 3;

type LeftOut = Explanation['leftOut'][number];
type Cell = { counted: number } | LeftOut;

function countedDays(why: Explanation): TemplateResult {
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
      <caption>${monthSpan(first, last)}</caption>
      <thead><tr>${weekdayHeads().map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${weeks(first, last).map((week) => html`<tr>${week.map((day) => dayCell(day, cells.get(day), day === due))}</tr>`)}</tbody>
    </table>
    <p class="legend quiet">
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
  const date = day.endsWith('-01') ? dayShort(day) : String(Number(day.slice(8)));
  const dueWord = due ? html`<span class="unseen">${words.dueLegend}</span>` : nothing;
  if (!cell) return html`<td class="beyond ${due ? 'due-day' : ''}">${date}${dueWord}</td>`;
  if ('counted' in cell)
    return html`<td class="counted ${due ? 'due-day' : ''}">
      <span>${date}</span><small aria-hidden="true">${cell.counted}</small><span class="unseen">${words.counted(cell.counted)}</span>${dueWord}
    </td>`;
  const name = cell.name ?? '';
  const short = name && Array.from(name).length <= HOLIDAY_CHARS_MAX ? name : words.leftOutShort[cell.why];
  return html`<td class="left-out ${due ? 'due-day' : ''}">
    <span>${date}</span><small aria-hidden="true">${short}</small
    ><span class="unseen">${words.leftOut[cell.why]} ${name}</span>${dueWord}
  </td>`;
}

function ledger(entries: readonly LedgerEntry[]): TemplateResult {
  const words = t().letter.clock;
  return html`<h3>${words.ledger}</h3>
    <ol class="ledger">
      ${entries.map(
        ({ at, entry, reason, due, role }) =>
          html`<li>
            <p>${words.entries[entry]}${due ? html` <span class="quiet">${words.until(dayWords(dayOf(due)))}</span>` : nothing}</p>
            ${reason ? html`<p class="quiet">${reason}</p>` : nothing}
            <p class="quiet meta"><span>${momentWords(at)}</span><span>${t().letter.timeline.roles[role]}</span></p>
          </li>`,
      )}
    </ol>`;
}
