import { css, html, nothing, type TemplateResult } from 'lit';
import type { Explanation } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { dayOf, longDay, monthName, shiftDay, weekdayOf } from '../base/dates.ts';
import { promiseWords } from '../locales/promise.ts';

/** "Why this day?": the counted days and the days left out, as a small calendar. */
export function countedDays(explanation: Explanation, lang: Lang): TemplateResult {
  const words = promiseWords[lang];
  const { counted, leftOut, due, days, unit } = explanation;
  const nth = new Map(counted.map((day, index) => [day, index + 1]));
  const out = new Map(leftOut.map((left) => [left.day, left]));
  const all = [...nth.keys(), ...out.keys(), dayOf(due)].sort();

  const cell = (day: string, month: string) => {
    if (day.slice(0, 7) !== month) return html`<td></td>`;
    const [number, left] = [nth.get(day), out.get(day)];
    const kind = day === dayOf(due) ? 'due' : number ? 'counted' : (left?.why ?? '');
    const note = number ? words.nth(number) : left ? (left.name ?? words.left[left.why]) : '';
    return html`<td class=${kind}>
      <span>${+day.slice(8)}</span>${note ? html`<small>${note}</small>` : nothing}
    </td>`;
  };
  const table = (month: string) =>
    html`<table>
      <caption>
        ${monthName(month, lang)}
      </caption>
      <thead>
        <tr>
          ${words.weekdays.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(month, all).map(
          (week) =>
            html`<tr>
              ${week.map((day) => cell(day, month))}
            </tr>`,
        )}
      </tbody>
    </table>`;

  return html`<div class="calendar">
    <p class="prose">${words[unit](days, longDay(due, lang))}</p>
    <div class="months">${[...new Set(all.map((day) => day.slice(0, 7)))].map(table)}</div>
    <p class="hint">${unit === 'working' ? words.legend : words.legendCalendar}</p>
  </div>`;
}

/** The weeks of a month, Monday first, that hold one of the days. */
function weeksOf(month: string, days: readonly string[]): string[][] {
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  const weeks: string[][] = [];
  const start = `${month}-01`;
  let monday = shiftDay(start, -((weekdayOf(start) + 6) % 7));
  for (; monday.slice(0, 7) <= month; monday = shiftDay(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, i) => shiftDay(monday, i));
    const inMonth = week.filter((day) => day.slice(0, 7) === month);
    if (inMonth.some((day) => day >= first) && inMonth[0]! <= last) weeks.push(week);
  }
  return weeks;
}

export const calendarStyles = css`
  .calendar {
    margin-block-start: 8px;
  }
  .months {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 32px;
    margin: 12px 0;
  }
  .calendar table {
    border-collapse: collapse;
    table-layout: fixed;
    width: 21em;
    max-width: 100%;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .calendar caption {
    font-weight: 600;
    text-align: start;
  }
  .calendar th {
    font-size: var(--small);
    font-weight: 400;
    color: var(--muted);
  }
  .calendar td {
    height: 3.4em;
    padding: 2px;
    border: 1px solid var(--line);
    line-height: 1.3;
    color: var(--muted);
  }
  .calendar td:empty {
    border-color: transparent;
  }
  .calendar td span,
  .calendar td small {
    display: block;
  }
  .calendar small {
    font-size: 0.75em;
  }
  .elder .calendar small {
    font-size: 0.9em;
  }
  .calendar .counted {
    background: var(--tint);
    color: var(--ink);
  }
  .calendar .counted small {
    color: var(--accent);
  }
  .calendar .due {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .calendar .due {
      outline: 3px solid;
      outline-offset: -3px;
    }
  }
`;
