import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../contract/letters.ts';
import { charCount } from '../../contract/limits.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/first-words.ts';
import { commonWords } from '../locales/common.ts';
import { unreachable } from '../letterbox/unreachable.template.ts';
import { checkPage, STEPS, stepButtons } from './steps.template.ts';
import { boundsOf, type Field, tidy } from './values.ts';
import type { WriteView } from './write.view.ts';

/** The form. In elder mode the same form with one question to a screen. */
export function formTemplate(view: WriteView): TemplateResult {
  const { host, words, step } = view;
  const elder = Boolean(host.elder);
  const shown = (...fields: Field[]) => !elder || (STEPS[step] ?? []).some((field) => fields.includes(field));
  const last = !elder || step === STEPS.length;
  const missing = unreachable(host, view.profileFailure, view.profile?.phone, () => void view.loadProfile());
  if (view.profileFailure?.status === 404) return html`${missing}`;
  const form = (event: Event) => event.currentTarget as HTMLFormElement;

  return html`<form
    class="write stack"
    part="form"
    novalidate
    @input=${(event: Event) => view.typed(form(event))}
    @change=${(event: Event) => view.typed(form(event))}
    @submit=${(event: Event) => {
      event.preventDefault();
      view.read(form(event));
      void view.submit();
    }}
    @keydown=${(event: KeyboardEvent) => {
      // Enter in a line of text goes on, it doesn't send a letter half written.
      if (elder && !last && event.key === 'Enter' && event.target instanceof HTMLInputElement) {
        event.preventDefault();
        if (view.checks(STEPS[step]!)) view.go(step + 1);
      }
    }}
  >
    ${banners(view)} ${missing}
    <slot name="intro"></slot>
    <p class="to"><span class="hint">${words.to}</span> <strong>${view.profile?.name ?? '…'}</strong></p>
    ${elder ? html`<p class="meta step" aria-live="polite">${words.step(step + 1, STEPS.length + 1)}</p>` : nothing}
    ${kindField(view, !shown('kind'))} ${departmentField(view, !shown('department'))}
    ${titleField(view, !shown('title'))} ${bodyField(view, !shown('body'))}
    ${contactFields(view, !shown('phone'))} ${publishField(view, !shown('publish'))}
    <label class="hidden-visually" aria-hidden="true">
      Website <input name="website" tabindex="-1" autocomplete="off" />
    </label>
    ${elder && last ? checkPage(view) : nothing} ${elder && !last ? stepButtons(view) : nothing}
    ${last ? sendButton(view) : nothing}
  </form>`;
}

const plain = (label: string, act: () => void) =>
  html`<button type="button" class="plain" @click=${act}>${label}</button>`;

function banners(view: WriteView): TemplateResult {
  const { words, banner, faults, refusal } = view;
  const list = Object.entries(faults);
  return html`<div class="banners stack">
    ${
      list.length || refusal
        ? html`<div class="note wrong summary" role="alert" tabindex="-1">
            ${
              refusal
                ? html`<p>${refusal.message || commonWords[view.host.language].failed}</p>`
                : html`<p><strong>${words.problems(list.length)}</strong></p>`
            }
            ${list.map(([field, fault]) => html`<p>${plain(fault, () => view.host.focusLater(`[name=${field}]`))}</p>`)}
          </div>`
        : nothing
    }
    ${
      banner && banner !== 'discarded'
        ? html`<div class="note ${banner === 'arrived' ? 'summary' : ''}" role="status" tabindex="-1">
            <p>${words[banner]}</p>
            ${view.retypeContact ? html`<p>${words.retypeContact}</p>` : nothing}
            ${plain(words.discard, () => view.discard())}
          </div>`
        : nothing
    }
    ${
      banner === 'discarded'
        ? html`<div class="note" role="status">
            ${words.discarded} ${plain(words.undo, () => view.undoDiscard())}
          </div>`
        : nothing
    }
  </div>`;
}

const timeOfDay = (time: Date) => time.toTimeString().slice(0, 8);

/** Label, count, hint, control and what is wrong with it; `id` is the field's name. */
function field(
  view: WriteView,
  id: Field,
  label: string,
  hidden: boolean,
  control: unknown,
  hint = '',
): TemplateResult {
  const fault = view.faults[id];
  return html`<div class="field ${fault ? 'bad' : ''}" part="field" ?hidden=${hidden}>
    <div class="head">
      <label class="label" part="label" for=${id}>${label}</label>
      ${id === 'title' || id === 'body' ? counter(view, id) : nothing}
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="error" id="${id}-fault">${fault}</p>` : nothing} ${control}
  </div>`;
}

function counter(view: WriteView, id: 'title' | 'body'): TemplateResult {
  const { max } = boundsOf(view.profile)[id];
  const now = charCount(tidy(view.values[id]));
  const figure = (count: number) => count.toLocaleString('en');
  return html`<span class="hint figure ${now > max ? 'late' : ''}" id="${id}-count"
    >${view.words.count(figure(now), figure(max))}</span
  >`;
}

const describes = (view: WriteView, id: 'title' | 'body') =>
  `${view.faults[id] ? `${id}-fault ` : ''}${id}-hint ${id}-count`;

function kindField(view: WriteView, hidden: boolean): TemplateResult {
  const { words, profile, values, host } = view;
  const names = kindWords[host.language];
  const kinds = profile?.kinds ?? KINDS.map((id) => ({ id, name: names[id], replyDays: 0 }));
  const chosen = kinds.find(({ id }) => id === values.kind);
  const term = profile && chosen ? words.term(profile.acceptDays, chosen.replyDays) : '';
  const choice = (id: Kind, name: string) =>
    html`<label class="choice ${id === values.kind ? 'on' : ''}">
      <input type="radio" name="kind" value=${id} .checked=${id === values.kind} />
      <span>${name}${host.elder ? html`<br /><span class="hint">${words.kinds[id]}</span>` : nothing}</span>
    </label>`;
  return html`<fieldset class="field" part="field" ?hidden=${hidden}>
    <legend class="label" part="label">${words.kind}</legend>
    <div class="choices">${kinds.map(({ id, name }) => choice(id, name))}</div>
    <p class="hint term">
      ${host.elder ? nothing : html`<span>${words.kinds[values.kind]}</span> `}<span>${term}</span>
    </p>
  </fieldset>`;
}

function departmentField(view: WriteView, hidden: boolean): TemplateResult {
  const { words, profile, values } = view;
  const option = (id: string, name: string) =>
    html`<option value=${id} .selected=${id === values.department}>${name}</option>`;
  const control = html`<select class="input" part="input" id="department" name="department">
    ${option('', words.anyDepartment)}
    ${
      profile
        ? profile.departments.map(({ id, name }) => option(id, name))
        : values.department
          ? option(values.department, '…')
          : nothing
    }
  </select>`;
  return field(view, 'department', words.department, hidden, control);
}

function titleField(view: WriteView, hidden: boolean): TemplateResult {
  const { words } = view;
  const control = html`<input
    class="input"
    part="input"
    id="title"
    name="title"
    autocomplete="off"
    aria-describedby=${describes(view, 'title')}
    aria-invalid=${view.faults.title ? 'true' : 'false'}
    required
  />`;
  return field(view, 'title', words.title, hidden, control, words.titleHint);
}

function bodyField(view: WriteView, hidden: boolean): TemplateResult {
  const { words } = view;
  const control = html`<textarea
    class="input"
    part="input"
    id="body"
    name="body"
    aria-describedby=${describes(view, 'body')}
    aria-invalid=${view.faults.body ? 'true' : 'false'}
    required
  ></textarea>`;
  return field(view, 'body', words.body, hidden, control, words.bodyHint);
}

function contactFields(view: WriteView, hidden: boolean): TemplateResult {
  const { words, profile, host } = view;
  const line = (id: 'name' | 'phone' | 'email', type: string, autocomplete: string) => {
    const control = html`<input
      class="input"
      part="input"
      id=${id}
      name=${id}
      type=${type}
      inputmode=${type}
      autocomplete=${autocomplete}
      aria-describedby=${view.faults[id] ? `${id}-fault` : nothing}
      aria-invalid=${view.faults[id] ? 'true' : 'false'}
    />`;
    return field(view, id, words[id], false, control);
  };
  const optional = profile?.contactRequired ? '' : commonWords[host.language].optional;
  return html`<fieldset class="field" part="field" ?hidden=${hidden}>
    <legend class="label" part="label">${words.contact} <span class="hint">${optional}</span></legend>
    <p class="hint">${words.contactHint}</p>
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

/** A receipt where the slip's own script could not be fetched: the two things nobody may lose, and the day. */
export function bareReceipt({ words }: WriteView, { number, accessKey, replyBy }: Receipt): TemplateResult {
  return html`<section class="receipt stack">
    <h2 tabindex="-1">${words.arrivedAs} ${number}</h2>
    <p>${words.accessKey} <strong>${accessKey}</strong></p>
    <p>${words.replyBy} <strong>${replyBy.slice(0, 10)}</strong></p>
  </section>`;
}

function sendButton(view: WriteView): TemplateResult {
  const { words, sending, waiting, profile, host } = view;
  return html`<div class="send">
    <div role="status">
      ${
        waiting
          ? html`<div class="note">
              <p>
                ${words[waiting.cause](timeOfDay(waiting.until))}
                ${profile?.phone ? commonWords[host.language].call(profile.phone) : nothing}
              </p>
              <p class="row">
                <slot></slot>
                ${waiting.cause === 'tooMany' ? nothing : plain(words.sendNow, () => view.sendNow())}
                ${plain(words.edit, () => view.edit())}
              </p>
            </div>`
          : nothing
      }
    </div>
    <button type="submit" class="button primary" part="button" aria-disabled=${sending ? 'true' : 'false'}>
      ${sending ? words.sending : words.send}
    </button>
    <p class="hint">${words.sendHint}</p>
  </div>`;
}
