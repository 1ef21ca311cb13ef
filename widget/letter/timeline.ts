import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEntry } from '../../contract/letters.ts';
import type { DeclineGround, Lang, Level, SpamGround, WithholdGround } from '../../contract/vocabulary.ts';
import {
  declineWords,
  levelWords,
  outcomeWords,
  replyTypeWords,
  spamWords,
  withholdWords,
} from '../../contract/words.ts';
import type { EventKind } from '../../core/events.ts';
import { clockTime, longDay } from '../base/dates.ts';
import { langOf } from '../base/spoken.ts';
import { letterWords } from '../locales/letter.ts';

/** The word an entry turns on: its grounds, outcome, level or colour. */
function wordOf(entry: TimelineEntry, lang: Lang): string {
  if (entry.kind === 'declined') return declineWords[lang][entry.grounds as DeclineGround] ?? '';
  if (entry.kind === 'marked_spam') return spamWords[lang][entry.grounds as SpamGround] ?? '';
  if (entry.kind === 'withheld' || entry.kind === 'taken_down')
    return withholdWords[lang][entry.grounds as WithholdGround] ?? '';
  if (entry.kind === 'closed') return letterWords[lang].closings[entry.grounds ?? ''] ?? '';
  if (entry.level) return levelWords[lang][entry.level as Level];
  if (entry.colour) return letterWords[lang].colours[entry.colour];
  if (!entry.type) return '';
  const type = replyTypeWords[lang][entry.type];
  if (!entry.outcome) return type;
  return `${type}${lang === 'en' ? ': ' : '：'}${outcomeWords[lang][entry.outcome]}`;
}

/** One event in a layman's words. `own`: the reader is the letter's writer. */
export function tell(entry: TimelineEntry, lang: Lang, own: boolean): string {
  const words = letterWords[lang];
  const sentence = words.events[entry.kind as EventKind];
  if (!sentence) return words.other;
  return sentence({
    writer: own ? words.you : words.writer,
    writers: own ? words.yours : words.writers,
    department: entry.department ?? words.staff,
    due: entry.due ? longDay(entry.due, lang) : '',
    word: wordOf(entry, lang),
    entry,
  });
}

/** The way of a letter: one vertical line, the latest on top, what comes next above it. */
export function timeline(
  entries: readonly TimelineEntry[],
  lang: Lang,
  own: boolean,
  next = '',
): TemplateResult {
  const words = letterWords[lang];
  const dot = (entry: TimelineEntry) =>
    entry.kind === 'escalated' ? 'late' : entry.kind === 'replied' || entry.kind === 'closed' ? 'done' : '';
  return html`<section>
    <h3>${words.timeline}</h3>
    <ol class="timeline" part="timeline">
      ${
        next
          ? html`<li class="next">
              <p>${words.next}</p>
              <p class="prose">${next}</p>
            </li>`
          : nothing
      }
      ${[...entries].reverse().map(
        (entry) =>
          html`<li class=${dot(entry)}>
            <time class="meta figure" datetime=${entry.at}>${clockTime(entry.at)}</time>
            <p class="what">${tell(entry, lang, own)}</p>
            ${entry.text ? html`<p class="prose said" lang=${langOf(entry.text)}>${entry.text}</p>` : nothing}
          </li>`,
      )}
    </ol>
  </section>`;
}
