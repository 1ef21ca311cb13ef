/** A letter's way in a layman's words: one line, top to bottom. */
import { html } from 'hono/html';
import type { TimelineEntry } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import {
  colourWords,
  declineWords,
  levelWords,
  outcomeWords,
  spamWords,
  withholdWords,
} from '../../contract/words.ts';
import { longDay, minuteTag } from './dates.ts';
import { prose, type Html, type View } from './view.ts';
import { closedWords, timelineWords, type Told } from './words.timeline.ts';

export function timeline(view: View, entries: readonly TimelineEntry[], mine: boolean): Html {
  return html`<ol class="timeline">
    ${entries.map((entry) => step(view, entry, mine))}
  </ol>`;
}

function step(view: View, entry: TimelineEntry, mine: boolean): Html | '' {
  const lines = timelineWords[view.lang];
  const kind = entry.kind === 'replied' && entry.type === 'interim' ? 'interim' : entry.kind;
  // A step of a newer release that this page has no words for yet is left out rather than shown raw.
  if (!(kind in lines)) return '';
  const line = lines[kind as keyof typeof lines](told(view, entry, mine));
  return html`<li>
    <span class="meta">${minuteTag(entry.at)}</span>${line}${entry.text ? prose(view, entry.text) : ''}
  </li>`;
}

function told(view: View, entry: TimelineEntry, mine: boolean): Told {
  const { lang, thisYear } = view;
  return {
    department: entry.department,
    succeeds: entry.succeeds ?? null,
    due: entry.due && longDay(entry.due, lang, thisYear),
    promised: entry.promisedFor && longDay(entry.promisedFor, lang, thisYear),
    outcome: entry.outcome && outcomeWords[lang][entry.outcome],
    grounds: entry.grounds && groundsOf(entry.grounds, lang),
    level: levelOf(entry.level, lang),
    colour: entry.colour && colourWords[lang][entry.colour],
    mine,
  };
}

function groundsOf(grounds: string, lang: Lang): string | null {
  const known: Record<string, string> = {
    ...declineWords[lang],
    ...spamWords[lang],
    ...withholdWords[lang],
    ...closedWords[lang],
  };
  return known[grounds] ?? null;
}

export function levelOf(level: number | null, lang: Lang): string | null {
  return level === null ? null : ((levelWords[lang] as Record<number, string>)[level] ?? null);
}
