/** The promise line, and the days behind it. */
import { html } from 'hono/html';
import type { Explanation } from '../../contract/letters.ts';
import { addDays } from '../../core/index.ts';
import { dayPart, dayTag, longDay, monthName, weekdayOf } from './dates.ts';
import type { Html, View } from './view.ts';
import { writeWords } from './words.write.ts';

interface Promised {
  due: string;
  provisional: boolean;
  why: Explanation;
  /** The day has passed: what was promised isn't promised any more. */
  late?: boolean;
}

export function promiseLine(view: View, { due, provisional, why, late }: Promised): Html {
  const words = writeWords[view.lang];
  const [before = '', after = ''] = late ? words.promised : words.promise;
  return html`<div>
    <p class="promise">
      ${before}<strong>${dayTag(due, view.lang, view.thisYear)}</strong>${after}${provisional ? html` <span class="hint">${words.provisional}</span>` : ''}
    </p>
    <details class="no-print">
      <summary>${words.why}</summary>
      ${countedDays(view, why)}
    </details>
  </div>`;
}

/** The counted days and the days left out, as a small calendar. */
export function countedDays(view: View, why: Explanation): Html {
  const words = writeWords[view.lang];
  const told = words[why.unit](why.days, longDay(why.due, view.lang, view.thisYear));
  const nth = new Map(why.counted.map((day, index) => [day, words.nth(index + 1)]));
  const out = new Map(
    why.leftOut.map(({ day, why: reason, name }) => [
      day,
      name && reason === 'holiday' && view.lang !== 'en' ? name : words.left[reason],
    ]),
  );
  const due = dayPart(why.due);
  const days = [...nth.keys(), ...out.keys(), due].sort();
  const cell = (day: string, month: string): Html => {
    if (!day.startsWith(month)) return html`<td class="blank"></td>`;
    const kind = day === due ? 'due' : nth.has(day) ? 'counted' : 'left';
    const note = nth.get(day) ?? out.get(day) ?? (day === due ? words.dueDay : '');
    return html`<td class="${kind}"><b>${+day.slice(8)}</b>${note ? html`<small>${note}</small>` : ''}</td>`;
  };
  const tables = [...new Set(days.map((day) => day.slice(0, 7)))].map(
    (month) =>
      html`<table>
        <caption>
          ${monthName(month, view.lang)}
        </caption>
        <thead>
          <tr>
            ${words.weekdays.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(month, days).map(
            (week) =>
              html`<tr>
                ${week.map((day) => cell(day, month))}
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
  return html`<div class="tight">
    <p class="narrow">${told}</p>
    <div class="months">${tables}</div>
    <p class="hint narrow">${why.unit === 'working' ? words.legend : words.legendCalendar}</p>
  </div>`;
}

/** The weeks of a month, Monday first, between the first and the last of the days. */
function weeksOf(month: string, days: readonly string[]): string[][] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const weeks: string[][] = [];
  let monday = addDays(`${month}-01`, -((weekdayOf(`${month}-01`) + 6) % 7));
  for (; monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
    const start = monday;
    const week = Array.from({ length: 7 }, (_, index) => addDays(start, index));
    const within = week.filter((day) => day.startsWith(month));
    if ((within.at(-1) ?? '') >= first && (within[0] ?? '~') <= last) weeks.push(week);
  }
  return weeks;
}
