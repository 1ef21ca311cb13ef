/** A letter in a list. */
import { html } from 'hono/html';
import type { FeedItem } from '../../contract/letters.ts';
import { kindWords } from '../../contract/words.ts';
import { dayTag } from './dates.ts';
import { outcomeWord } from './parts.ts';
import { levelOf } from './timeline.ts';
import { link, named, spoken, type Html, type View } from './view.ts';
import { letterWords } from './words.letter.ts';

export function letterItem(view: View, item: FeedItem): Html {
  const { lang, thisYear } = view;
  const words = letterWords[lang].item;
  const rated = levelOf(item.rating, lang);
  const facts = [
    outcomeWord(view, item.outcome),
    kindWords[lang][item.kind],
    item.departmentName && named(view, item.departmentName),
    html`${words.replied[0]}${dayTag(item.repliedAt, lang, thisYear)}${words.replied[1]}`,
    words.days(item.days),
    rated && words.rated(rated),
  ];
  return html`<li class="tight">
    <h3><a${spoken(view)} href="${link(view, `/letters/${item.number}`)}">${marked(item.title, item.marks?.title)}</a></h3>
    <ul class="meta">
      ${facts.filter(Boolean).map((part) => html`<li>${part}</li>`)}
    </ul>
    <p${spoken(view)}>${marked(item.excerpt, item.marks?.excerpt)}</p>
  </li>`;
}

/** The words that were searched for, marked; everything else stays text. */
function marked(text: string, marks: readonly (readonly [number, number])[] = []): Html {
  let at = 0;
  const parts: unknown[] = [];
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return html`${parts}${text.slice(at)}`;
}
