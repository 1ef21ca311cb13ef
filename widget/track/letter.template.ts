import { html, nothing, type TemplateResult } from 'lit';
import type { RatingView, WriterLetter } from '../../contract/letters.ts';
import type { Lang, Level } from '../../contract/vocabulary.ts';
import { kindWords, levelWords, solvedWords, statusWords } from '../../contract/words.ts';
import { clockTime, longDay } from '../base/dates.ts';
import { langOf } from '../base/spoken.ts';
import { declinedTemplate, replyTemplate } from '../letter/answers.ts';
import { attachedFiles, fileLabel, type Had } from '../letter/attached.ts';
import { timeline } from '../letter/timeline.ts';
import { letterWords } from '../locales/letter.ts';
import { consentSwitch, erasure, withdrawal } from './choices.template.ts';
import { ratingForm } from './rating.template.ts';
import { supplementForm } from './supplement.template.ts';
import type { TrackView } from './track.view.ts';

/** A letter as its writer sees it: where it stands, what was answered, what to do next, what happened. */
export function letterTemplate(view: TrackView, letter: WriterLetter, lang: Lang): TemplateResult {
  const words = letterWords[lang];
  return html`<article class="letter stack">
    ${head(view, letter, lang)} ${deadline(view, letter)}
    ${letter.question ? question(view, letter, lang) : nothing}
    ${letter.declined ? declinedTemplate(letter.declined, lang) : nothing}
    ${
      letter.replies.length
        ? html`<section class="answers">
            <h3 class="hidden-visually">${words.replies}</h3>
            ${answersInTurn(view, letter, lang)}
          </section>`
        : nothing
    }
    ${letter.may.includes('rate') ? ratingForm(view, letter) : nothing}
    ${timeline(letter.timeline, lang, true, nextStep(letter, lang))}
    <div class="more">
      ${ownWords(view, letter, lang)}
      ${
        letter.may.includes('supplement') && !letter.question
          ? html`<details>
              <summary>${view.words.supplementLabel}</summary>
              ${supplementForm(view)}
            </details>`
          : nothing
      }
    </div>
    ${letter.may.includes('consent') ? consentSwitch(view, letter) : nothing}
    <p role="status" class="downloads">${view.download}</p>
    <div class="row">
      ${letter.may.includes('erase-contact') ? erasure(view, letter) : nothing}
      ${letter.may.includes('withdraw') ? withdrawal(view) : nothing}
      <button type="button" class="plain" @click=${() => view.leave()}>${view.words.other}</button>
    </div>
  </article>`;
}

function nextStep(letter: WriterLetter, lang: Lang): string {
  const words = letterWords[lang];
  if (letter.overdueDays > 0) return words.nextLate;
  if (letter.contested) return words.nextContested;
  if (letter.round > 1 && letter.status === 'accepted') return words.nextReopened;
  return words.nextOf[letter.status];
}

function head(view: TrackView, letter: WriterLetter, lang: Lang): TemplateResult {
  const open = letter.status === 'submitted' || letter.status === 'accepted';
  const shade =
    letter.overdueDays > 0 ? 'late' : letter.status === 'replied' || letter.status === 'closed' ? 'done' : '';
  return html`<header>
    <p class="row">
      <span class="status ${shade}" part="status">${statusWords[lang][letter.status]}</span>
      <span class="meta figure">${letter.number}</span>
      <span class="meta">${kindWords[lang][letter.kind]}</span>
    </p>
    <h2 tabindex="-1" lang=${langOf(letter.title)}>${letter.title}</h2>
    ${
      open
        ? html`<p>
            ${letter.departmentName ? view.words.holder(letter.departmentName) : view.words.noHolder}
          </p>`
        : nothing
    }
  </header>`;
}

/** Replies and what their writer said of them, in the order they came. */
function answersInTurn(view: TrackView, letter: WriterLetter, lang: Lang): TemplateResult[] {
  const pieces = [
    ...letter.replies.map((reply) => ({ at: reply.at, piece: replyTemplate(reply, lang, hadFrom(view)) })),
    ...letter.ratings.map((rating) => ({ at: rating.at, piece: rated(view, rating, lang) })),
  ];
  return pieces.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ piece }) => piece);
}

function rated(view: TrackView, rating: RatingView, lang: Lang): TemplateResult {
  return html`<p class="rated">
    <strong>${view.words.yourRating}</strong> ${levelWords[lang][rating.level as Level]} ·
    ${solvedWords[lang][rating.solved]} <span class="meta figure">${clockTime(rating.at)}</span>
    ${rating.comment ? html`<br /><span class="prose" lang=${langOf(rating.comment)}>${rating.comment}</span>` : nothing}
  </p>`;
}

function deadline(view: TrackView, letter: WriterLetter): TemplateResult | typeof nothing {
  const { words } = view;
  if (letter.overdueDays > 0)
    return html`<div class="note wrong">
      <p class="late"><strong>${words.late(letter.overdueDays)}</strong></p>
      <p>${letter.tenantPhone ? words.lateHelp(letter.tenantPhone) : words.lateHelpNoPhone}</p>
    </div>`;
  const running = letter.status === 'submitted' || letter.status === 'accepted';
  if (!running || !letter.replyBy) return nothing;
  return html`<div>
    ${view.promise.render(letter.replyBy, letter.provisional, async () => letter.why.reply)}
  </div>`;
}

function question(view: TrackView, letter: WriterLetter, lang: Lang): TemplateResult {
  const { words } = view;
  return html`<section class="note stack question">
    <div>
      <h3>${words.question}</h3>
      <p class="prose" lang=${langOf(letter.question ?? '')}>${letter.question}</p>
      ${letter.waitUntil ? html`<p class="hint">${words.waitUntil(longDay(letter.waitUntil, lang))}</p>` : nothing}
    </div>
    ${letter.may.includes('supplement') ? supplementForm(view) : nothing}
  </section>`;
}

/** A button: only the key opens the file, and the key stands in no address. */
const hadFrom =
  (view: TrackView): Had =>
  (file) =>
    html`<button type="button" class="plain" @click=${() => void view.fetchFile(file)}>
      ${fileLabel(file, view.host.language)}
    </button>`;

function ownWords(view: TrackView, letter: WriterLetter, lang: Lang): TemplateResult {
  const words = letterWords[lang];
  return html`<details>
    <summary>${words.yourLetter}</summary>
    <p class="prose" lang=${langOf(letter.body)}>${letter.body}</p>
    ${attachedFiles(letter.files, lang, hadFrom(view))}
    ${letter.supplements.map(
      ({ at, body, files }) =>
        html`<p class="meta">${words.supplement} <span class="figure">${clockTime(at)}</span></p>
          <p class="prose" lang=${langOf(body)}>${body}</p>
          ${attachedFiles(files, lang, hadFrom(view))}`,
    )}
  </details>`;
}
