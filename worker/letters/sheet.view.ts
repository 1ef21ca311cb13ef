/** A letter on paper (办理单): what it says, what was done, and room for a leader's note. Printed on A4, without a script. */
import { html, raw } from 'hono/html';
import type { TimelineEntry } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { Lang, Level } from '../../contract/vocabulary.ts';
import {
  channelWords,
  colourWords,
  kindWords,
  levelWords,
  outcomeWords,
  replyTypeWords,
  statusWords,
} from '../../contract/words.ts';
import { daysApart } from '../../core/index.ts';
import { sheetStyle } from './sheet-style.view.ts';
import { sheetWords, type SheetStep } from './sheet-words.view.ts';

export interface Sheet {
  letter: StaffLetter;
  /** The writer's: a text, null where none was given, undefined where it isn't shown. */
  writer: string | null | undefined;
  by: string;
  /** RFC 3339. */
  at: string;
  lang: Lang;
}

const minute = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)}`;
const day = (time: string | null): string => (time === null ? '—' : time.slice(0, 10));

export function toSheet(sheet: Sheet) {
  const { letter, writer, by, at, lang } = sheet;
  const words = sheetWords[lang];
  const { fields } = words;
  const cell = (label: string, value: unknown) =>
    html`<th scope="row">${label}</th>
      <td>${value}</td>`;
  const wide = (label: string, value: unknown, kind = '') =>
    html`<tr class="${kind}">
      <th scope="row">${label}</th>
      <td colspan="3">${value}</td>
    </tr>`;
  const name = writer === undefined ? words.hidden : (writer ?? words.unnamed);
  const channel = (channelWords[lang] as Record<string, string>)[letter.channel] ?? letter.channel;
  const signed = html`<p class="signed">${fields.signed}</p>`;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="format-detection" content="telephone=no" />
<meta name="robots" content="noindex" />
<title>${words.title} ${letter.number}</title>
<link rel="icon" href="data:," />
${raw(`<style>${sheetStyle}</style>`)}
</head>
<body>
<main>
<p class="hint">${words.print}</p>
<header><h1><span>${letter.tenantName}</span> ${words.title}</h1></header>
<table>
<tbody>
<tr>${cell(fields.number, letter.number)}${cell(fields.received, minute(letter.receivedAt))}</tr>
<tr>${cell(fields.kind, kindWords[lang][letter.kind])}${cell(fields.channel, channel)}</tr>
<tr>${cell(fields.department, letter.departmentName ?? words.nobody)}${cell(fields.writer, name)}</tr>
<tr>${cell(fields.accept, day(letter.acceptBy))}${cell(fields.reply, replyBy(sheet))}</tr>
${wide(fields.state, statusWords[lang][letter.status])}
${wide(fields.subject, html`<b>${letter.title}</b>`)}
${wide(fields.body, html`<p class="text">${letter.body}</p>${files(letter, lang)}`, 'long')}
${wide(fields.steps, steps(letter, lang), 'long')}
${wide(fields.proposal, signed, 'room')}
${wide(fields.instruction, signed, 'room most')}
${wide(fields.result, signed, 'room')}
</tbody>
</table>
<footer><p>${words.foot(by, minute(at))}</p><p>${words.inside}</p></footer>
</main>
</body>
</html>`; // prettier-ignore
}

/** The date with how late it is: a word and a mark beside the colour. Late is counted in calendar days, like its steps. */
function replyBy({ letter, at, lang }: Sheet) {
  const { replyBy: date, due, daysLeft, colour, status } = letter;
  const words = sheetWords[lang];
  if (due === 'stopped') return words.stopped;
  const mark = colour && html` <strong class="${colour}">${colourWords[lang][colour]}</strong>`;
  if (due === 'none' || status === 'submitted' || daysLeft === null || date === null)
    return html`${day(date)}${mark}`;
  const left = daysLeft === 0 ? words.today : words.left(daysLeft);
  const told = due === 'late' ? words.late(daysApart(day(date), day(at))) : left;
  return html`${day(date)} <span class="${due}">${told}</span>${mark}`;
}

function files({ files: given = [] }: StaffLetter, lang: Lang) {
  const count = given.length;
  return count === 0 ? '' : html`<p class="quiet">${sheetWords[lang].files(count)}</p>`;
}

function steps(letter: StaffLetter, lang: Lang) {
  const words = sheetWords[lang];
  const shown = letter.timeline.filter(({ kind }) => kind in words.steps);
  const replies = [...letter.replies];
  const lines = shown.map((entry) => {
    const text = entry.kind === 'replied' ? (replies.shift()?.body ?? null) : entry.text;
    return html`<li>
      <span class="time">${minute(entry.at)}</span> ${stepOf(entry, lang)}
      ${text === null ? '' : html`<p class="text said">${text}</p>`}
    </li>`;
  });
  return html`<ol>
    ${lines}
  </ol>`;
}

function stepOf(entry: TimelineEntry, lang: Lang) {
  const words = sheetWords[lang];
  const say = words.steps[entry.kind as SheetStep];
  const details = [
    entry.type && replyTypeWords[lang][entry.type],
    entry.outcome && outcomeWords[lang][entry.outcome],
    entry.level && levelWords[lang][entry.level as Level],
    entry.colour && colourWords[lang][entry.colour],
    entry.due && `${words.fields.reply} ${day(entry.due)}`,
    entry.deputy && words.standsIn(entry.deputy.by, entry.deputy.for),
  ].filter(Boolean);
  const told = say(entry.department ?? words.nobody, entry.succeeds ?? null);
  return details.length === 0 ? told : html`${told} <span class="quiet">${details.join(' · ')}</span>`;
}
