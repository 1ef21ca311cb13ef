import { html, nothing, type TemplateResult } from 'lit';
import { kindWords } from '../../contract/first-words.ts';
import type { Receipt } from '../../contract/letters.ts';
import type { ClerkWords } from '../locales/clerk.ts';
import { commonWords } from '../locales/common.ts';
import type { Clerk } from './clerk.ts';
import { plain } from './write.template.ts';

/** What is wrong with the letter, or what became of it. */
export function noteOnLetter(clerk: Clerk): TemplateResult {
  const { words, banner, refusal, view } = clerk;
  const list = Object.entries(view.faults);
  return html`${
      list.length || refusal
        ? html`<div class="note wrong summary" role="alert" tabindex="-1">
            ${
              refusal
                ? html`<p>${refusal.message || words.failed}</p>`
                : html`<p><strong>${words.problems(list.length)}</strong></p>`
            }
            ${list.map(([field, fault]) => html`<p>${plain(fault, () => clerk.turnTo(field))}</p>`)}
          </div>`
        : nothing
    }
    ${
      banner === 'arrived'
        ? html`<div class="note summary" role="status" tabindex="-1">
            <p>${words.arrived}</p>
            ${view.retypeContact ? html`<p>${view.words.retypeContact}</p>` : nothing}
            ${plain(view.words.discard, () => clerk.discard())}
          </div>`
        : nothing
    }
    <div role="status">
      ${
        banner === 'discarded'
          ? html`<div class="note">${words.discarded} ${plain(words.undo, () => clerk.undoDiscard())}</div>`
          : nothing
      }
    </div>`;
}

const timeOfDay = (time: Date) => time.toTimeString().slice(0, 8);

/** That the letter is on its way, or why it isn't off yet and what can be done about it. */
export function noteOnSending(clerk: Clerk): TemplateResult | typeof nothing {
  const { words, waiting, view } = clerk;
  if (clerk.sending && clerk.files.unsettled) return noteOnFiles(clerk);
  if (!waiting) return clerk.sending ? html`<p class="hidden-visually">${view.words.sending}</p>` : nothing;
  const { cause, until } = waiting;
  const phone = view.profile?.phone;
  return html`<div class="note">
    <p>
      ${cause === 'offline' ? view.words.offline : words[cause](timeOfDay(until))}
      ${phone ? commonWords[view.host.language].call(phone) : nothing}
    </p>
    <p class="row">
      <slot></slot>
      ${cause === 'tooMany' ? nothing : plain(view.words.sendNow, () => clerk.sendNow())}
      ${plain(words.edit, () => clerk.edit())}
    </p>
  </div>`;
}

/** The letter waits for its files. The figure is beside the sentence, so that it isn't said with every step. */
function noteOnFiles(clerk: Clerk): TemplateResult {
  const { words, files } = clerk;
  return html`<div class="note">
    <p>${files.offline ? words.filesOffline : words.filesGoing}</p>
    <progress max="100" .value=${files.percent} aria-label=${words.filesProgress}></progress>
    <p class="row">
      ${files.offline ? plain(words.goOn, () => clerk.sendNow()) : nothing}
      ${plain(words.edit, () => clerk.edit())}
    </p>
  </div>`;
}

/** Elder mode: everything once more before it goes. */
export function checkPage({ words, view, files }: Clerk): TemplateResult {
  const { values, profile, host } = view;
  const department = profile?.departments.find(({ id }) => id === values.department)?.name;
  const contact = [values.name, values.phone, values.email].filter(Boolean).join('\n');
  const asked = view.words;
  const rows: [string, string][] = [
    [asked.kind, kindWords[host.language][values.kind]],
    [asked.department, department ?? asked.anyDepartment],
    [asked.title, values.title],
    [asked.body, values.body],
    [asked.files, files.uploads.map(({ file }) => file.name).join('\n') || words.none],
    [asked.contact, contact || words.empty],
    [asked.publish, values.publish ? words.yes : words.no],
  ];
  return html`<h2 class="step-title" tabindex="-1">${words.check}</h2>
    <dl class="answers">
      ${rows.map(
        ([label, answer], step) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="prose">${answer}</dd>
            <dd>
              <button type="button" class="plain" @click=${() => view.go(step)}>
                ${words.change}<span class="hidden-visually"> ${label}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>`;
}

/** A receipt where the slip's own script could not be fetched: the two things nobody may lose, and the day. */
export function bareReceipt(words: ClerkWords, { number, accessKey, replyBy }: Receipt): TemplateResult {
  return html`<section class="receipt stack">
    <h2 tabindex="-1">${words.arrivedAs} ${number}</h2>
    <p>${words.accessKey} <strong>${accessKey}</strong></p>
    <p>${words.replyBy} <strong>${replyBy.slice(0, 10)}</strong></p>
  </section>`;
}
