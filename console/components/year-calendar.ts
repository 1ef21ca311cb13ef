/** A year as twelve small months. What a day is, a word in it says, not its colour alone. */
import { type TemplateResult, html, nothing } from 'lit';
import type { DayMark } from '../lib/calendar-draft.ts';
import { addDays, monthName, weekdayHeads, weekdayOf } from '../lib/dates.ts';
import { t } from '../words/index.ts';

export function yearCalendar(
  year: number,
  marks: ReadonlyMap<string, DayMark>,
  today: string,
): TemplateResult {
  return html`<div class="year">
    ${Array.from({ length: 12 }, (_, index) => month(`${year}-${String(index + 1).padStart(2, '0')}`, marks, today))}
  </div>`;
}

function month(name: string, marks: ReadonlyMap<string, DayMark>, today: string): TemplateResult {
  return html`<table class="month">
    <caption>
      ${monthName(`${name}-01`)}
    </caption>
    <thead>
      <tr>
        ${weekdayHeads().map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(name).map(
        (week) =>
          html`<tr>
            ${week.map((day) => (day.startsWith(name) ? dayCell(day, marks.get(day), day === today) : html`<td></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function weeksOf(name: string): string[][] {
  const first = `${name}-01`;
  const weeks: string[][] = [];
  for (
    let monday = addDays(first, -weekdayOf(first));
    monday.slice(0, 7) <= name;
    monday = addDays(monday, 7)
  )
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  return weeks;
}

function dayCell(day: string, mark: DayMark | undefined, today: boolean): TemplateResult {
  const words = t().calendar;
  const weekend = weekdayOf(day) >= 5 && mark?.kind !== 'workday';
  const classes = [
    mark?.kind ?? (weekend ? 'weekend' : ''),
    mark?.local ? 'local' : '',
    mark && mark.change !== 'none' ? `change ${mark.change}` : '',
    today ? 'is-today' : '',
  ];
  return html`<td class=${classes.filter(Boolean).join(' ')} title=${mark?.name || nothing}>
    <span>${Number(day.slice(8))}${spoken(mark, today)}</span
    >${mark ? html`<small aria-hidden="true">${words.marks[mark.kind]}</small>` : nothing}
  </td>`;
}

function spoken(mark: DayMark | undefined, today: boolean): TemplateResult | typeof nothing {
  const words = t().calendar;
  const said = [
    today && words.today,
    mark && words.kinds[mark.kind],
    mark?.name,
    mark?.local && words.whose.local,
    mark && words.changes[mark.change],
  ].filter(Boolean);
  return said.length > 0 ? html`<span class="unseen"> ${said.join(' ')}</span>` : nothing;
}

export function yearLegend(changing: boolean, local: boolean): TemplateResult {
  const { legend, marks } = t().calendar;
  const entry = (classes: string, mark: string, words: string) =>
    html`<span><i class="day-swatch ${classes}" aria-hidden="true">${mark}</i>${words}</span>`;
  return html`<p class="legend quiet">
    ${entry('weekend', '', legend.weekend)} ${entry('holiday', marks.holiday, legend.holiday)}
    ${entry('workday', marks.workday, legend.workday)}
    ${local ? entry('holiday local', marks.holiday, legend.local) : nothing}
    ${changing ? entry('change', '', legend.changed) : nothing}
  </p>`;
}
