/** The promise, why it falls on that day, and the ledger of the clock. */
import { type TemplateResult, html, nothing } from 'lit';
import type { LedgerEntry } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { dayOf, dayWords, momentWords } from '../lib/dates.ts';
import { t } from '../words/index.ts';
import { countedDays, countedDaysLegend } from './counted-days.ts';
import { daysLate, dueMark } from './due-mark.ts';

export function letterClock(letter: StaffLetter): TemplateResult {
  const words = t().letter.clock;
  const first = letter.status === 'submitted';
  const why = first ? letter.why.accept : letter.why.reply;
  const running = letter.due !== 'none';
  return html`<section class="rail-part clock" aria-labelledby="clock-title">
    <h2 id="clock-title">${words.title}</h2>
    ${promise(letter, first)}
    ${letter.contactBy ? html`<p class="notice-line">${words.contact(dayWords(dayOf(letter.contactBy)))}</p>` : nothing}
    ${why.provisional ? html`<p class="quiet">${words.provisional}</p>` : nothing} ${marks(letter)}
    <details>
      <summary>${running ? words.why : words.whyThen}</summary>
      ${first ? html`<h3>${words.whyAccept}</h3>` : nothing} ${countedDays(why)}
      ${
        first
          ? html`<h3>${words.whyReply}</h3>
              ${countedDays(letter.why.reply)}`
          : nothing
      }
      ${countedDaysLegend()} ${letter.ledger.length > 0 ? ledger(letter.ledger) : nothing}
    </details>
  </section>`;
}

function promise(letter: StaffLetter, first: boolean): TemplateResult {
  const words = t().letter.clock;
  const waiting = letter.status === 'awaiting_citizen' && letter.waitUntil;
  if (waiting)
    return html`<p>${dueMark(letter)}</p>
      <p>${words.stopped(dayWords(dayOf(letter.waitUntil ?? '')))}</p>`;
  if (!letter.dueAt || letter.due === 'none') return html`<p>${words.done}</p>`;
  const late = letter.due === 'late';
  const say = first ? (late ? words.lateAccept : words.accept) : late ? words.late : words.reply;
  const next = first ? words.lateAcceptNext : words.lateNext;
  return html`<p class="promise-line">${say(dayWords(dayOf(letter.dueAt)))}</p>
    <p>${dueMark(letter)}</p>
    ${late && (letter.may.includes('accept') || letter.may.includes('reply')) ? html`<p class="quiet">${next}</p>` : nothing}
    ${first && letter.replyBy ? replyLine(letter.replyBy) : nothing}`;
}

/** Not accepted yet: the reply is promised all the same. */
function replyLine(replyBy: string): TemplateResult {
  const words = t().letter.clock;
  const say = daysLate(replyBy) > 0 ? words.late : words.reply;
  return html`<p class="quiet">${say(dayWords(dayOf(replyBy)))}</p>`;
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

function ledger(entries: readonly LedgerEntry[]): TemplateResult {
  const words = t().letter.clock;
  return html`<h3>${words.ledger}</h3>
    <ol class="ledger">
      ${entries.map(
        ({ at, entry, reason, due, role }) =>
          html`<li>
            <p>
              ${words.entries[entry]}${due ? html` <span class="quiet">${words.until(dayWords(dayOf(due)))}</span>` : nothing}
            </p>
            ${reason ? html`<p class="quiet">${reason}</p>` : nothing}
            <p class="quiet meta">
              <span>${momentWords(at)}</span><span>${t().letter.timeline.roles[role]}</span>
            </p>
          </li>`,
      )}
    </ol>`;
}
