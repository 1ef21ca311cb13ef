import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedLetter, Reply } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { declineWords, outcomeWords, replyTypeWords } from '../../contract/words.ts';
import { clockTime, longDay } from '../base/dates.ts';
import { langOf } from '../base/spoken.ts';
import { letterWords } from '../locales/letter.ts';
import { attachedFiles, type Had } from './attached.ts';

/** A reply as it was given: who, when, what it claims, the text, whom to call. */
export function replyTemplate(reply: Reply, lang: Lang, had: Had): TemplateResult {
  const words = letterWords[lang];
  return html`<article class="reply">
    <p class="row">
      <strong lang=${langOf(reply.department ?? words.staff)}>${reply.department ?? words.staff}</strong>
      <span class="meta"
        >${replyTypeWords[lang][reply.type]} <span class="figure">${clockTime(reply.at)}</span></span
      >
      ${
        reply.outcome
          ? html`<span class="status ${reply.outcome === 'resolved' ? 'done' : ''}" part="status"
              >${outcomeWords[lang][reply.outcome]}</span
            >`
          : nothing
      }
    </p>
    <p class="prose" lang=${langOf(reply.body)}>${reply.body}</p>
    ${attachedFiles(reply.files, lang, had)}
    ${reply.promisedFor ? html`<p><strong>${words.promisedFor(longDay(reply.promisedFor, lang))}</strong></p>` : nothing}
    ${
      reply.phone
        ? html`<p class="meta">
            ${words.replyPhone} <a class="figure" href="tel:${reply.phone}">${reply.phone}</a>
          </p>`
        : nothing
    }
  </article>`;
}

/** Why a letter was declined and where its writer may turn instead. */
export function declinedTemplate(
  declined: NonNullable<PublishedLetter['declined']>,
  lang: Lang,
): TemplateResult {
  const words = letterWords[lang];
  return html`<article class="reply declined">
    <h3>${words.declined}</h3>
    <p><strong>${declineWords[lang][declined.grounds]}</strong></p>
    <p class="prose" lang=${langOf(declined.explanation)}>${declined.explanation}</p>
    <p>
      <strong>${words.goTo}</strong>
      <span class="prose" lang=${langOf(declined.goTo ?? '')}>${declined.goTo}</span>
    </p>
  </article>`;
}
