/** What happened to the letter, the latest first, in a layman's words. */
import { type TemplateResult, html, nothing } from 'lit';
import type { TimelineEntry } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { Level } from '../../contract/vocabulary.ts';
import {
  colourWords,
  declineWords,
  levelWords,
  outcomeWords,
  replyTypeWords,
  spamWords,
  withholdWords,
} from '../../contract/words.ts';
import { dayOf, dayWords, momentWords } from '../lib/dates.ts';
import { lang, langOf, t } from '../words/index.ts';

const OPEN = ['submitted', 'accepted', 'awaiting_citizen'];

export function letterTimeline(letter: StaffLetter): TemplateResult {
  const words = t().letter.timeline;
  const latestFirst = [...letter.timeline].reverse();
  return html`<section class="rail-part" aria-labelledby="timeline-title">
    <h2 id="timeline-title">${words.title}</h2>
    <ol class="timeline">
      ${letter.departmentName && OPEN.includes(letter.status) ? html`<li class="now"><p>${words.now(letter.departmentName)}</p></li>` : nothing}
      ${latestFirst.map(step)}
    </ol>
  </section>`;
}

function step(entry: TimelineEntry): TemplateResult {
  const words = t().letter.timeline;
  const details = detailsOf(entry);
  return html`<li>
    <p>${eventWords(entry)}</p>
    ${details.length > 0 ? html`<p>${details.join(' · ')}</p>` : nothing}
    ${entry.text ? html`<p class="said" lang=${langOf(entry.text)} .textContent=${entry.text}></p>` : nothing}
    ${entry.due ? html`<p class="quiet">${words.due(dayWords(dayOf(entry.due)))}</p>` : nothing}
    <p class="quiet meta">
      <span>${momentWords(entry.at)}</span
      ><span>${words.roles[entry.role]}</span
      >${entry.deputy ? html`<span>${t().deputies.standsIn(entry.deputy.by, entry.deputy.for)}</span>` : nothing}
    </p>
  </li>`;
}

function eventWords({ kind, department, succeeds }: TimelineEntry): string {
  const words = t().letter.timeline;
  if (succeeds !== undefined) return t().departments.succeeded(department ?? words.thisDepartment, succeeds);
  const say = (words.events as Record<string, ((department: string) => string) | undefined>)[kind];
  return say ? say(department ?? words.thisDepartment) : words.otherEvent;
}

function detailsOf(entry: TimelineEntry): string[] {
  const now = lang.value;
  const found = [
    entry.type && replyTypeWords[now][entry.type],
    entry.outcome && outcomeWords[now][entry.outcome],
    entry.promisedFor && t().letter.promised(dayWords(entry.promisedFor)),
    entry.grounds && (entry.kind === 'closed' ? closingWords(entry.grounds) : groundsWords(entry.grounds)),
    entry.level && levelWords[now][entry.level as Level],
    entry.colour && colourWords[now][entry.colour],
  ];
  return found.filter((text): text is string => !!text);
}

function closingWords(reason: string): string | null {
  return (t().letter.timeline.closings as Record<string, string | undefined>)[reason] ?? null;
}

/** A ground belongs to one of three lists; the event's kind isn't needed to tell which. */
function groundsWords(grounds: string): string {
  const words: Record<string, string> = {
    ...declineWords[lang.value],
    ...spamWords[lang.value],
    ...withholdWords[lang.value],
  };
  return words[grounds] ?? grounds;
}
