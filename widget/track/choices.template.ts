import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WriterLetter } from '../../contract/letters.ts';
import type { Status } from '../../contract/vocabulary.ts';
import { commonWords } from '../locales/common.ts';
import { lateWords } from '../locales/late.ts';
import type { TrackView } from './track.view.ts';

/** Consent to publication, given or taken back at any time. */
export function consentSwitch(view: TrackView, letter: WriterLetter): TemplateResult {
  const { words } = view;
  return html`<div>
    <label class="choice ${letter.publish ? 'on' : ''}">
      <input
        type="checkbox"
        name="publish"
        .checked=${live(view.consent ?? letter.publish)}
        @change=${(event: Event) => void view.agree((event.target as HTMLInputElement).checked)}
      />
      <span>${words.publish}</span>
    </label>
    ${letter.published ? html`<p class="hint">${words.publishedNow}</p>` : ''}
  </div>`;
}

/** Taking a letter back, asked twice because it can't be undone. */
export function withdrawal(view: TrackView): TemplateResult {
  const { words, host } = view;
  const ask = (withdrawing: boolean) => {
    view.withdrawing = withdrawing;
    host.focusLater(withdrawing ? '[name=reason]' : '.withdraw');
  };
  if (!view.withdrawing)
    return html`<button type="button" class="plain withdraw" @click=${() => ask(true)}>
      ${words.withdraw}
    </button>`;
  return html`<form
    part="form"
    class="note"
    @submit=${async (event: Event) => {
      event.preventDefault();
      if (await view.command('withdrawal', { reason: view.reason })) view.withdrawing = false;
    }}
  >
    <p>${words.withdrawSure}</p>
    <div class="field" part="field">
      <label class="label" part="label" for="reason"
        >${words.withdrawReason} <span class="hint">${commonWords[host.language].optional}</span></label
      >
      <input
        class="input"
        part="input"
        id="reason"
        name="reason"
        .value=${live(view.reason)}
        @input=${(event: Event) => (view.reason = (event.target as HTMLInputElement).value)}
      />
    </div>
    <p class="row">
      <button type="submit" class="button late" part="button">${words.withdrawSend}</button>
      <button type="button" class="plain" @click=${() => ask(false)}>${lateWords[host.language].back}</button>
    </p>
  </form>`;
}

/** Files are part of the matter until it is at rest. */
const AT_REST: readonly Status[] = ['closed', 'declined', 'withdrawn', 'spam'];

/** Having one's own details erased: first what goes and what stays, then the deed. */
export function erasure(view: TrackView, letter: WriterLetter): TemplateResult {
  const { words, host } = view;
  const hasFiles = [letter, ...letter.supplements].some(({ files }) => files?.length);
  const filesGo = hasFiles && AT_REST.includes(letter.status);
  const ask = (erasing: boolean) => {
    view.erasing = erasing;
    host.focusLater(erasing ? '.erasing' : '.erase');
  };
  if (!view.erasing)
    return html`<button type="button" class="plain erase" @click=${() => ask(true)}>
      ${filesGo ? words.eraseWithFiles : words.erase}
    </button>`;
  return html`<form
    part="form"
    class="note erasing"
    tabindex="-1"
    @submit=${async (event: Event) => {
      event.preventDefault();
      if (await view.command('erasure', {})) view.erasing = false;
    }}
  >
    <p>${filesGo ? words.eraseGoesWithFiles : words.eraseGoes}</p>
    ${hasFiles && !filesGo ? html`<p>${words.eraseFilesStay}</p>` : ''}
    <p>${words.eraseStays}</p>
    <p>${words.eraseThen} <strong>${words.eraseSure}</strong></p>
    <p class="row">
      <button type="submit" class="button late" part="button">${words.eraseSend}</button>
      <button type="button" class="plain" @click=${() => ask(false)}>${lateWords[host.language].back}</button>
    </p>
  </form>`;
}
