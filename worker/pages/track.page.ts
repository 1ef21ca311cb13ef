/** The form that asks for number and key, and the writer's page behind it: where it stands, what comes next, what you can do. */
import { html } from 'hono/html';
import type { WriterLetter } from '../../contract/letters.ts';
import { kindWords } from '../../contract/words.ts';
import { ownFiles } from './attached.ts';
import { dayTag, longDay, minuteTag } from './dates.ts';
import type { Wrong } from './form.ts';
import { errorSummary, notice, type Said } from './form-notes.ts';
import { layout } from './layout.ts';
import { declinedPart, fact, ratingPart, replyPart, statusWord } from './parts.ts';
import { promiseLine } from './promise.ts';
import { timeline } from './timeline.ts';
import {
  consentForm,
  erasureForm,
  ratingForm,
  supplementForm,
  withdrawForm,
  type Commands,
} from './command-forms.ts';
import { trackForm, type Credentials } from './track-form.ts';
import { callable, named, prose, spoken, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { letterWords } from './words.letter.ts';
import { trackWords } from './words.track.ts';

export function trackPage(view: View, credentials: Credentials, wrong: Wrong, said: string | null): Html {
  const words = trackWords[view.lang];
  const main = html`<div class="stack">
    ${errorSummary(wrong, commonWords[view.lang])} ${said === null ? '' : notice('wrong', said)}
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${trackForm(view, credentials, wrong)}
    <p class="hint narrow">
      ${words.lostKey}${view.host?.phone ? html`${words.call}${callable(view.host.phone)}${words.stop}` : ''}
    </p>
  </div>`;
  return layout(view, { title: words.title, section: 'track', wrong: wrong.size > 0 || said !== null, main });
}

export interface WriterPage extends Commands {
  /** What has just happened, or why it hasn't. */
  said: Said | null;
}

export function writerPage(view: View, page: WriterPage): Html {
  const { letter, wrong, said } = page;
  const words = trackWords[view.lang];
  const may = new Set(letter.may);
  const [latest, ...earlier] = letter.replies.toReversed();
  const main = html`<div class="stack">
    ${errorSummary(wrong, commonWords[view.lang])} ${said ? notice(said.tone, said.text) : ''}
    <div class="tight">
      <p class="meta">${kindWords[view.lang][letter.kind]} · <span class="figure">${letter.number}</span></p>
      <h1${spoken(view)}>${letter.title}</h1>
    </div>
    ${standing(view, letter)}
    ${letter.question === null ? '' : section(words.question, html`<div class="paper">${prose(view, letter.question)}</div>`, may.has('supplement') ? supplementForm(view, page, true) : '')}
    ${letter.declined ? section(words.reply, declinedPart(view, letter.declined)) : ''}
    ${latest ? section(letter.replies.length > 1 ? words.latest : words.reply, replyPart(view, latest, ownFiles(view, page.credentials, latest.files))) : ''}
    ${may.has('rate') ? section(words.rate, ratingForm(view, page)) : ''}
    ${
      letter.ratings.length > 0
        ? section(
            words.ratings,
            letter.ratings.map((rating) => ratingPart(view, rating)),
          )
        : ''
    }
    ${
      earlier.length > 0
        ? section(
            words.earlier,
            earlier.map((reply) => replyPart(view, reply, ownFiles(view, page.credentials, reply.files))),
          )
        : ''
    }
    ${section(letterWords[view.lang].letter.timeline, timeline(view, letter.timeline, true))}
    ${section(words.yours, html`<p class="meta">${minuteTag(letter.receivedAt)}</p>`, html`<div class="paper">${prose(view, letter.body)}</div>`, ownFiles(view, page.credentials, letter.files), ...supplements(view, page))}
    ${letter.question === null && may.has('supplement') ? section(words.supplement, supplementForm(view, page, false)) : ''}
    ${may.has('consent') ? section(words.consent, consentForm(view, page)) : ''}
    ${may.has('erase-contact') ? erasureForm(view, page) : ''}
    ${may.has('withdraw') ? withdrawForm(view, page) : ''}
    <div class="tight hint">
      <p>${words.retained(page.months)}</p>
      <p>${words.keepPage}</p>
    </div>
  </div>`;
  return layout(view, {
    title: letter.number,
    section: 'track',
    wrong: wrong.size > 0 || said?.tone === 'wrong',
    main,
  });
}

const section = (title: string, ...parts: unknown[]): Html =>
  html`<section class="stack">
    <h2>${title}</h2>
    ${parts}
  </section>`;

const supplements = (view: View, { letter, credentials }: WriterPage): Html[] =>
  letter.supplements.map(
    ({ at, body, files }) =>
      html`<div class="answer tight">
        <p class="meta">${minuteTag(at)}</p>
        ${prose(view, body)} ${ownFiles(view, credentials, files)}
      </div>`,
  );

/** Where it stands: the status in words, who has it, until when; late by how much, and where to turn. */
function standing(view: View, letter: WriterLetter): Html {
  const { lang, thisYear } = view;
  const words = trackWords[lang];
  const { status, contested, round, departmentName, waitUntil } = letter;
  const open = status === 'submitted' || status === 'accepted' || status === 'merged';
  const told = contested ? words.contested : round === 2 && open ? words.reopened : words.status[status];
  const holder = departmentName ? named(view, departmentName) : words.nobody;
  return html`<div class="stack">
    <p class="lead">${statusWord(view, status)} — ${told}</p>
    ${open && letter.overdueDays > 0 ? late(view, letter) : ''}
    ${open && letter.overdueDays === 0 && letter.replyBy !== null ? promiseLine(view, { due: letter.replyBy, provisional: letter.provisional, why: letter.why.reply }) : ''}
    ${waitUntil === null ? '' : html`<p class="promise">${words.waitUntil(longDay(waitUntil, lang, thisYear))}</p>`}
    <dl class="facts">
      ${open || status === 'awaiting_citizen' ? fact(words.holder, holder) : ''}
      ${status === 'submitted' ? fact(letterWords[lang].letter.received, dayTag(letter.receivedAt, lang, thisYear)) : ''}
    </dl>
  </div>`;
}

function late(view: View, { overdueDays, replyBy, provisional, why }: WriterLetter): Html {
  const words = trackWords[view.lang];
  const phone = view.host?.phone;
  return html`<div class="note wrong">
      <p><strong class="word late">${words.late(overdueDays)}</strong></p>
      <p>
        ${words.lateNext}${phone ? html`${words.lateCall}${callable(phone)}` : words.lateAnyway}${words.stop}
      </p>
    </div>
    ${replyBy === null ? '' : promiseLine(view, { due: replyBy, provisional, why: why.reply, late: true })}`;
}
