/** The letter itself, as it lies on the desk: its text, what was added, what was answered, how it was judged. */
import { type TemplateResult, html, nothing } from 'lit';
import type { RatingView, Reply } from '../../contract/letters.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import type { Level } from '../../contract/vocabulary.ts';
import {
  channelWords,
  declineWords,
  kindWords,
  levelWords,
  outcomeWords,
  replyTypeWords,
  solvedWords,
  statusWords,
} from '../../contract/words.ts';
import { dayWords, momentWords } from '../lib/dates.ts';
import { draftOf } from '../lib/reply-check.ts';
import { to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { colourMark, dueMark } from './due-mark.ts';
import { fileList } from './file-list.ts';
import { prose } from './prose.ts';
import './reply-check.ts';

export function letterHead(letter: StaffLetter, toAction: (() => void) | null): TemplateResult {
  const words = t().letter;
  const channel = (channelWords[lang.value] as Record<string, string>)[letter.channel] ?? letter.channel;
  const facts = [
    kindWords[lang.value][letter.kind],
    words.received(momentWords(letter.receivedAt)),
    words.via(channel),
  ];
  return html`<header class="letter-head">
    <p class="quiet meta">
      <span class="number">${letter.number}</span>${facts.map((fact) => html`<span>${fact}</span>`)}
    </p>
    ${letter.title ? html`<h1 lang=${langOf(letter.title)}>${letter.title}</h1>` : html`<h1 class="quiet">${words.erased}</h1>`}
    <p class="standing">
      <strong>${statusWords[lang.value][letter.status]}</strong>
      ${letter.due === 'none' ? nothing : dueMark(letter)} ${colourMark(letter.colour)}
      ${letter.contested ? html`<span class="flag">${t().inbox.contested}</span>` : nothing}
      <span class="quiet">${letter.publish ? words.consented : words.notConsented}</span>
      ${letter.publish && letter.release !== 'none' ? html`<span class="flag">${words.release[letter.release]}</span>` : nothing}
      ${letter.endorsements > 0 ? html`<span class="quiet">${words.endorsements(letter.endorsements)}</span>` : nothing}
      ${toAction ? html`<button type="button" class="link" @click=${toAction}>${words.toAction}</button>` : nothing}
    </p>
  </header>`;
}

export function letterBody(letter: StaffLetter): TemplateResult {
  const words = t().letter;
  return html`${letter.body ? prose(letter.body, 'letter-body') : nothing}
  ${fileList(letter.number, letter.files, true)} ${mergedLine(letter)}
  ${letter.supplements.map(
    ({ at, body, files }) =>
      html`<section class="piece">
        <h2>${words.supplement(momentWords(at))}</h2>
        ${prose(body)} ${fileList(letter.number, files, true)}
      </section>`,
  )}
  ${letter.replies.map((reply) => replyPiece(reply, fileList(letter.number, reply.files, false)))}
  ${declinePiece(letter)} ${letter.ratings.map((rating, index) => ratingPiece(rating, index))}
  ${
    letter.draft
      ? html`<section class="piece draft">
          <h2>${words.draft}</h2>
          <p class="quiet">${words.draftLead}</p>
          ${replyText(letter.draft)} ${fileList(letter.number, letter.draft.files, false)}
          <hx-reply-check .draft=${draftOf(letter.draft)} .letter=${letter}></hx-reply-check>
        </section>`
      : nothing
  }`;
}

/** Both ends of a merge lead to the other. */
function mergedLine({ mergedInto, merged }: StaffLetter): TemplateResult | typeof nothing {
  const words = t().letter;
  const link = (number: string) => html`<a class="number" href=${to(['letters', number])}>${number}</a>`;
  if (mergedInto) return html`<p class="notice-line">${words.mergedInto} ${link(mergedInto)}</p>`;
  if (merged.length === 0) return nothing;
  return html`<p class="notice-line">
    ${words.merged(merged.length)} ${merged.map((number) => html`${link(number)} `)}
  </p>`;
}

/** @param files what is shown of its files */
export function replyPiece(reply: Reply, files: TemplateResult | typeof nothing): TemplateResult {
  const words = t().letter;
  return html`<section class="piece reply">
    <h2>${reply.department ? words.replyBy(reply.department) : words.reply}</h2>
    <p class="quiet meta">
      <span>${replyTypeWords[lang.value][reply.type]}</span><span>${momentWords(reply.at)}</span>
    </p>
    ${replyText(reply)} ${files}
  </section>`;
}

function declinePiece(letter: StaffLetter): TemplateResult | typeof nothing {
  const { declined } = letter;
  const at = letter.timeline.find(({ kind }) => kind === 'declined')?.at;
  if (!declined || !at) return nothing;
  return html`<section class="piece">
    <h2>${statusWords[lang.value].declined}</h2>
    <p class="quiet meta">
      <span>${declineWords[lang.value][declined.grounds]}</span><span>${momentWords(at)}</span>
    </p>
    ${declined.explanation ? prose(declined.explanation) : nothing}
    ${declined.goTo ? html`<p><strong>${t().commands.decline.goTo}</strong> ${declined.goTo}</p>` : nothing}
  </section>`;
}

function replyText(reply: Reply): TemplateResult {
  const words = t().letter;
  return html`${prose(reply.body)}
    <p class="meta">
      ${reply.outcome ? html`<strong class="outcome outcome-${reply.outcome}">${outcomeWords[lang.value][reply.outcome]}</strong>` : nothing}
      ${reply.promisedFor ? html`<span>${words.promised(dayWords(reply.promisedFor))}</span>` : nothing}
      ${reply.phone ? html`<span>${words.phone(reply.phone)}</span>` : nothing}
    </p>`;
}

function ratingPiece(rating: RatingView, index: number): TemplateResult {
  const words = t().letter;
  const scores = (['result', 'attitude', 'speed'] as const).filter((part) => rating[part] !== null);
  return html`<section class="piece rating">
    <h2>${index === 0 ? words.rating : words.secondRating}</h2>
    <p class="meta">
      <strong class=${rating.level <= 2 ? 'bad' : ''}
        >${levelWords[lang.value][rating.level as Level]}</strong
      >
      <span>${solvedWords[lang.value][rating.solved]}</span>
      ${scores.map((part) => html`<span>${words.scores[part]} ${words.outOfFive(rating[part] ?? 0)}</span>`)}
      <span class="quiet">${momentWords(rating.at)}</span>
    </p>
    ${rating.comment ? prose(rating.comment) : nothing}
  </section>`;
}
