/** Pieces that the public letter and the writer's page share. */
import { html } from 'hono/html';
import type { PublishedLetter, RatingView, Reply } from '../../contract/letters.ts';
import type { Outcome, Status } from '../../contract/vocabulary.ts';
import {
  declineWords,
  outcomeWords,
  replyTypeWords,
  solvedWords,
  statusWords,
} from '../../contract/words.ts';
import { dayTag, longDay, minuteTag } from './dates.ts';
import { levelOf } from './timeline.ts';
import { callable, named, prose, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { letterWords } from './words.letter.ts';

type Tone = 'open' | 'soon' | 'late' | 'done';
const statusTones: Record<Status, Tone> = {
  submitted: 'open',
  accepted: 'open',
  awaiting_citizen: 'soon',
  replied: 'done',
  closed: 'done',
  declined: 'soon',
  withdrawn: 'open',
  merged: 'open',
  spam: 'soon',
};
const outcomeTones: Record<Outcome, Tone> = {
  resolved: 'done',
  explained: 'open',
  promised: 'soon',
  refused: 'soon',
};

/** A word, a shape and a colour. */
export const statusWord = (view: View, status: Status): Html =>
  html`<span class="word ${statusTones[status]}">${statusWords[view.lang][status]}</span>`;

export function outcomeWord(view: View, outcome: Outcome | null): Html {
  const { lang } = view;
  if (outcome === null) return html`<span class="word soon">${letterWords[lang].declinedShort}</span>`;
  return html`<span class="word ${outcomeTones[outcome]}">${outcomeWords[lang][outcome]}</span>`;
}

export const fact = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** @param files as this reader may have them */
export function replyPart(view: View, reply: Reply, files: Html | ''): Html {
  const { lang, thisYear } = view;
  const words = letterWords[lang].letter;
  const promised = reply.promisedFor
    ? html` · ${words.promised(longDay(reply.promisedFor, lang, thisYear))}`
    : '';
  return html`<div class="answer tight">
    <h3>${named(view, reply.department ?? '')} ${replyTypeWords[lang][reply.type]}</h3>
    <p class="meta">
      ${minuteTag(reply.at)}${reply.outcome ? html` · ${outcomeWord(view, reply.outcome)}` : ''}${promised}
    </p>
    ${prose(view, reply.body)} ${reply.phone ? html`<p>${words.phone} ${callable(reply.phone)}</p>` : ''}
    ${files}
  </div>`;
}

export function declinedPart(view: View, declined: NonNullable<PublishedLetter['declined']>): Html {
  const words = letterWords[view.lang].letter;
  return html`<div class="answer tight">
    <h3>${words.declined}${commonWords[view.lang].colon}${declineWords[view.lang][declined.grounds]}</h3>
    ${prose(view, declined.explanation)}
    ${
      declined.goTo
        ? html`<h3>${words.goTo}</h3>
            ${prose(view, declined.goTo)}`
        : ''
    }
  </div>`;
}

export function ratingPart(view: View, rating: RatingView): Html {
  const { lang, thisYear } = view;
  const words = letterWords[lang].letter;
  const scores = (['result', 'attitude', 'speed'] as const).flatMap((name) => {
    const score = rating[name];
    return score === null ? [] : [fact(words.scores[name], words.of5(score))];
  });
  return html`<div class="tight">
    <p>
      <span class="word ${rating.level >= 3 ? 'done' : 'late'}">${levelOf(rating.level, lang)}</span>
      <span class="meta">${dayTag(rating.at, lang, thisYear)}</span>
    </p>
    <dl class="facts">${fact(words.solved, solvedWords[lang][rating.solved])}${scores}</dl>
    ${rating.comment ? prose(view, rating.comment) : ''}
  </div>`;
}
