import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WriterLetter } from '../../contract/letters.ts';
import { commonWords } from '../locales/common.ts';
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
      <button type="button" class="plain" @click=${() => ask(false)}>
        ${commonWords[host.language].back}
      </button>
    </p>
  </form>`;
}
