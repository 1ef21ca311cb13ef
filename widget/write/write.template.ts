import { html, nothing, type TemplateResult } from 'lit';
import { charCount } from '../../contract/first-limits.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/first-words.ts';
import { commonWords } from '../locales/common.ts';
import { grouped } from '../base/grouped.ts';
import { fileField } from '../files/file-field.template.ts';
import { unreachable } from '../letterbox/unreachable.template.ts';
import { STEPS } from './steps.ts';
import { boundsOf, type Field, tidy } from './values.ts';
import type { WriteView } from './write.view.ts';

/** The form. In elder mode the same form with one question to a screen. */
export function formTemplate(view: WriteView): TemplateResult {
  const { host, words, step } = view;
  const elder = Boolean(host.elder);
  const hidden = (field: Field) => elder && !STEPS[step]?.includes(field);
  const missing = unreachable(host, view.profileFailure, view.profile?.phone, () => void view.loadProfile());
  if (view.profileFailure?.status === 404) return html`${missing}`;
  const typed = (event: Event) => view.typed(event.currentTarget as HTMLFormElement);

  return html`<form
    class="write stack"
    part="form"
    novalidate
    @input=${typed}
    @change=${typed}
    @submit=${(event: Event) => {
      event.preventDefault();
      view.read(event.currentTarget as HTMLFormElement);
      view.submit();
    }}
    @keydown=${(event: KeyboardEvent) => {
      // Enter in a line of text goes on, it doesn't send a letter half written.
      const { target } = event;
      if (
        elder &&
        step < STEPS.length &&
        event.key === 'Enter' &&
        target instanceof HTMLInputElement &&
        target.type !== 'file'
      ) {
        event.preventDefault();
        goOn(view);
      }
    }}
  >
    <div class="banners stack">${view.clerk?.noteOnLetter()}</div>
    ${missing}
    <slot name="intro"></slot>
    <p class="to">
      <span class="hint">${words.to}</span>
      <strong lang=${view.profile?.locale ?? nothing}>${view.profile?.name ?? '…'}</strong>
    </p>
    ${elder ? html`<p class="meta step" aria-live="polite">${words.step(step + 1, STEPS.length + 1)}</p>` : nothing}
    ${addressFields(view, hidden)} ${textFields(view, hidden)}
    ${view.whole ? secondHalf(view, hidden) : nothing}
  </form>`;
}

/** What is asked once the letter itself is written, and its sending. */
function secondHalf(view: WriteView, hidden: (field: Field) => boolean): TemplateResult {
  const { host, faults, clerk } = view;
  const checking = view.host.elder && view.step === STEPS.length;
  return html`${view.found ? foundNote(view, view.found) : nothing}
    ${fileField(host.language, faults.files, clerk?.fileList(), hidden('files'))}
    ${contactFields(view, hidden('phone'))} ${publishField(view, hidden('publish'))}
    <label class="hidden-visually" aria-hidden="true">
      Website <input name="website" tabindex="-1" autocomplete="off" />
    </label>
    ${checking ? view.clerk?.checkPage() : nothing}
    <div class="send">
      <div role="status">${view.unheard ? unheardNote(view) : view.clerk?.noteOnSending()}</div>
      ${view.host.elder && !checking ? stepButtons(view) : sendButton(view)}
    </div>`;
}

export const plain = (label: string, act: () => unknown): TemplateResult =>
  html`<button type="button" class="plain" @click=${act}>${label}</button>`;

/** Stands below the letter, so that nothing moves that was there before. */
function foundNote(view: WriteView, found: 'restored' | 'pending'): TemplateResult {
  const { words } = view;
  return html`<div class="note" role="status">
    <p>${words[found]}</p>
    ${view.retypeContact ? html`<p>${words.retypeContact}</p>` : nothing}
    ${view.rechooseFiles ? html`<p>${words.rechooseFiles}</p>` : nothing}
    ${plain(words.discard, () => view.ask((clerk) => clerk.discard()))}
  </div>`;
}

/** The clerk could not be fetched: what was asked of them is done when the line is back. */
function unheardNote(view: WriteView): TemplateResult {
  const { words, profile, unsent, host } = view;
  const common = commonWords[host.language];
  const again = () => {
    host.focusLater('.send .button');
    view.askAgain();
  };
  return html`<div class="note">
    <p>
      ${unsent ? words.offline : common.unreachable} ${profile?.phone ? common.call(profile.phone) : nothing}
    </p>
    <p class="row">
      <slot></slot>
      ${plain(unsent ? words.sendNow : common.retry, again)}
    </p>
  </div>`;
}

function goOn(view: WriteView): void {
  const { step } = view;
  void view.ask((clerk) => clerk.checks(STEPS[step]!) && view.go(step + 1));
}

function stepButtons(view: WriteView): TemplateResult {
  const { words, step } = view;
  return html`<div class="row steps">
    <button type="button" class="button primary next" part="button" @click=${() => goOn(view)}>
      ${words.next}
    </button>
    <button
      type="button"
      class="button"
      part="button"
      ?hidden=${step === 0}
      @click=${() => view.go(step - 1)}
    >
      ${words.back}
    </button>
  </div>`;
}

const fieldClass = (view: WriteView, id: Field) => `field ${view.faults[id] ? 'bad' : ''}`;

const faultOf = (view: WriteView, id: Field) =>
  view.faults[id] ? html`<p class="error" id="${id}-fault">${view.faults[id]}</p>` : nothing;

const invalid = (view: WriteView, id: Field) => (view.faults[id] ? 'true' : 'false');

/** Whom the letter is for and what it wants. One template, like the next: each costs the first paint its parsing. */
function addressFields(view: WriteView, hidden: (field: Field) => boolean): TemplateResult {
  const { words, profile, values, host } = view;
  const names = kindWords[host.language];
  const kinds = profile?.kinds ?? KINDS.map((id) => ({ id, name: names[id], replyDays: 0 }));
  const chosen = kinds.find(({ id }) => id === values.kind);
  const term = profile && chosen ? words.term(profile.acceptDays, chosen.replyDays) : '';
  const preset = values.department ? [{ id: values.department, name: '…' }] : [];
  return html`<fieldset class="field" part="field" ?hidden=${hidden('kind')} aria-describedby="kind-hint">
      <legend class="label" part="label">${words.kind}</legend>
      <div class="choices">${kinds.map(({ id, name }) => choice(view, id, name))}</div>
      <p class="hint term" id="kind-hint">
        <span ?hidden=${host.elder}>${words.kinds[values.kind]}</span> <span>${term}</span>
      </p>
    </fieldset>
    <div class=${fieldClass(view, 'department')} part="field" ?hidden=${hidden('department')}>
      <label class="label" part="label" for="department">${words.department}</label>
      ${faultOf(view, 'department')}
      <select class="input" part="input" id="department" name="department">
        <option value="" .selected=${!values.department}>${words.anyDepartment}</option>
        ${(profile?.departments ?? preset).map(
          ({ id, name }) => html`<option value=${id} .selected=${id === values.department}>${name}</option>`,
        )}
      </select>
    </div>`;
}

const choice = ({ words, values, host }: WriteView, id: Kind, name: string) =>
  html`<label class="choice ${id === values.kind ? 'on' : ''}">
    <input type="radio" name="kind" value=${id} .checked=${id === values.kind} />
    <span>${name}${host.elder ? html`<br /><span class="hint">${words.kinds[id]}</span>` : nothing}</span>
  </label>`;

/** The letter itself. */
function textFields(view: WriteView, hidden: (field: Field) => boolean): TemplateResult {
  const { words } = view;
  const [title, body] = [countOf(view, 'title'), countOf(view, 'body')];
  return html`<div class=${fieldClass(view, 'title')} part="field" ?hidden=${hidden('title')}>
      <div class="head">
        <label class="label" part="label" for="title">${words.title}</label>
        <span class=${title.style} id="title-count">${title.text}</span>
      </div>
      <p class="hint" id="title-hint">${words.titleHint}</p>
      ${faultOf(view, 'title')}
      <input
        class="input"
        part="input"
        id="title"
        name="title"
        autocomplete="off"
        aria-describedby=${describes(view, 'title')}
        aria-invalid=${invalid(view, 'title')}
        required
      />
    </div>
    <div class=${fieldClass(view, 'body')} part="field" ?hidden=${hidden('body')}>
      <div class="head">
        <label class="label" part="label" for="body">${words.body}</label>
        <span class=${body.style} id="body-count">${body.text}</span>
      </div>
      <p class="hint" id="body-hint">${words.bodyHint}</p>
      ${faultOf(view, 'body')}
      <textarea
        class="input"
        part="input"
        id="body"
        name="body"
        aria-describedby=${describes(view, 'body')}
        aria-invalid=${invalid(view, 'body')}
        required
      ></textarea>
    </div>`;
}

/** Comes with what the device had kept, for a figure that grows moves. Until then a space without width holds its line. */
function countOf(
  { words, profile, values, whole }: WriteView,
  id: 'title' | 'body',
): { text: string; style: string } {
  const { max } = boundsOf(profile)[id];
  const now = charCount(tidy(values[id]));
  return {
    text: whole ? words.count(grouped(now), grouped(max)) : '\u200b',
    style: `hint figure ${now > max ? 'late' : ''}`,
  };
}

const describes = (view: WriteView, id: 'title' | 'body') =>
  `${view.faults[id] ? `${id}-fault ` : ''}${id}-hint ${id}-count`;

/** As wide as two digits, so that nothing moves when they come. */
const UNKNOWN = '\u2007\u2007';

function contactFields(view: WriteView, hidden: boolean): TemplateResult {
  const { words, profile, host } = view;
  const line = (id: 'name' | 'phone' | 'email', type: string, autocomplete: string) =>
    html`<div class=${fieldClass(view, id)} part="field">
      <label class="label" part="label" for=${id}>${words[id]}</label>
      ${faultOf(view, id)}
      <input
        class="input"
        part="input"
        id=${id}
        name=${id}
        type=${type}
        inputmode=${type}
        autocomplete=${autocomplete}
        aria-describedby=${view.faults[id] ? `${id}-fault` : nothing}
        aria-invalid=${invalid(view, id)}
      />
    </div>`;
  const optional = profile?.contactRequired ? '' : commonWords[host.language].optional;
  return html`<fieldset class="field" part="field" ?hidden=${hidden} aria-describedby="contact-hint">
    <legend class="label" part="label">${words.contact} <span class="hint">${optional}</span></legend>
    <p class="hint figure" id="contact-hint">${words.contactHint(profile?.retentionMonths ?? UNKNOWN)}</p>
    <div class="columns">
      ${line('name', 'text', 'name')} ${line('phone', 'tel', 'tel')} ${line('email', 'email', 'email')}
    </div>
  </fieldset>`;
}

function publishField(view: WriteView, hidden: boolean): TemplateResult {
  const { words, values } = view;
  return html`<div class="field publish" part="field" ?hidden=${hidden}>
    <label class="choice ${values.publish ? 'on' : ''}">
      <input type="checkbox" name="publish" aria-describedby="publish-hint" .checked=${values.publish} />
      <span>${words.publish}</span>
    </label>
    <p class="hint" id="publish-hint">${words.publishHint}</p>
    <slot name="consent"></slot>
  </div>`;
}

function sendButton({ words, asking, clerk }: WriteView): TemplateResult {
  const busy = asking || clerk?.sending;
  return html`<button
      type="submit"
      class="button primary"
      part="button"
      aria-disabled=${busy ? 'true' : 'false'}
    >
      ${busy ? words.sending : words.send}
    </button>
    <p class="hint">${words.sendHint}</p>`;
}
