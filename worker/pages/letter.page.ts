/** A published letter with its answer, set as a letter; and the page of one that isn't public. */
import { html } from 'hono/html';
import type { PublishedLetter } from '../../contract/letters.ts';
import type { WithholdGround } from '../../contract/vocabulary.ts';
import { kindWords, withholdWords } from '../../contract/words.ts';
import { problemWords } from '../http/problem-words.ts';
import { releasedFiles } from './attached.ts';
import { dayTag } from './dates.ts';
import { layout } from './layout.ts';
import { grouped } from './numbers.ts';
import { declinedPart, fact, outcomeWord, ratingPart, replyPart, statusWord } from './parts.ts';
import { timeline } from './timeline.ts';
import { trackForm } from './track-form.ts';
import { nothingWrong } from './form.ts';
import { link, named, prose, spoken, type Html, type View } from './view.ts';
import { letterWords } from './words.letter.ts';

export function letterPage(view: View, letter: PublishedLetter): Html {
  const { lang } = view;
  const words = letterWords[lang].letter;
  const main = html`<article class="stack">
    <div class="tight">
      <p class="meta">${kindWords[lang][letter.kind]} · <span class="figure">${letter.number}</span></p>
      <h1${spoken(view)}>${letter.title}</h1>
      <p>
        ${letter.declined ? outcomeWord(view, null) : letter.outcome ? outcomeWord(view, letter.outcome) : statusWord(view, letter.status)}
      </p>
    </div>
    <section class="tight" aria-labelledby="from">
      <h2 id="from">${words.from}</h2>
      <p class="meta">${dayTag(letter.receivedAt, lang, view.thisYear)}</p>
      <div class="paper">${prose(view, letter.body)}</div>
      ${releasedFiles(view, letter.number, letter.files)}
    </section>
    <section class="stack" aria-labelledby="reply">
      <h2 id="reply">${words.reply}</h2>
      ${letter.declined ? declinedPart(view, letter.declined) : letter.replies.map((reply) => replyPart(view, reply, releasedFiles(view, letter.number, reply.files)))}
      <p class="hint">${words.redacted} ${letter.corrected ? words.corrected : ''}</p>
    </section>
    <section class="tight" aria-labelledby="rating">
      <h2 id="rating">${words.rating}</h2>
      ${letter.rating ? ratingPart(view, letter.rating) : html`<p>${words.noRating}</p>`}
    </section>
    ${readers(view, letter)}
    <section class="stack" aria-labelledby="way">
      <h2 id="way">${words.timeline}</h2>
      <dl class="facts">
        ${letter.departmentName ? fact(words.department, named(view, letter.departmentName)) : ''}
        ${fact(words.received, dayTag(letter.receivedAt, lang, view.thisYear))}
        ${fact(words.answered, dayTag(letter.repliedAt, lang, view.thisYear))}
        ${fact(words.days, words.workingDays(letter.days))}
      </dl>
      ${timeline(view, letter.timeline, false)}
    </section>
    <p class="row no-print">
      <a class="plain" href="${link(view, '')}">${words.all}</a
      ><a class="plain" href="${link(view, '/track', { number: letter.number })}">${words.mine}</a>
    </p>
  </article>`;
  return layout(view, { title: letter.title, section: 'list', main });
}

function readers(view: View, { endorsements, verdicts }: PublishedLetter): Html | '' {
  const words = letterWords[view.lang].letter;
  if (endorsements + verdicts.answers + verdicts.doesNot === 0) return '';
  return html`<section class="tight" aria-labelledby="readers">
    <h2 id="readers">${words.readers}</h2>
    ${endorsements > 0 ? html`<p>${words.endorsed(grouped(endorsements))}</p>` : ''}
    ${verdicts.answers + verdicts.doesNot > 0 ? html`<p>${words.verdicts(grouped(verdicts.answers), grouped(verdicts.doesNot))}</p>` : ''}
  </section>`;
}

/** Not there and not public look the same. */
/** What is said of a letter that was public once. It was erased where there are no grounds of its own. */
export function takenDownWords(view: View, grounds: WithholdGround | null): string {
  const said = problemWords[view.lang].taken_down;
  return grounds
    ? `${said}${view.lang === 'en' ? ' ' : ''}${letterWords[view.lang].hidden.grounds(withholdWords[view.lang][grounds])}`
    : said;
}

/** Of a letter that is not public; `takenDown` says that it was, which stays visible. */
export function hiddenLetterPage(view: View, number: string, takenDown: string | null): Html {
  const words = letterWords[view.lang].hidden;
  const main = html`<div class="stack">
    <h1>${words.title}</h1>
    <p class="narrow">${takenDown ?? words.body}</p>
    <p class="narrow">${words.mine}</p>
    ${trackForm(view, { number, key: '' }, nothingWrong)}
  </div>`;
  return layout(view, { title: words.title, main });
}
