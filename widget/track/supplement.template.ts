import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fileField } from '../files/file-field.template.ts';
import type { TrackView } from './track.view.ts';

/** More from the writer, asked for or not. */
export function supplementForm(view: TrackView): TemplateResult {
  const { words, faults, supplement } = view;
  return html`<form
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void view.addSupplement();
    }}
  >
    <div class="field ${faults.supplement ? 'bad' : ''}" part="field">
      <label class="label" part="label" for="supplement">${words.supplementLabel}</label>
      ${faults.supplement ? html`<p class="error" id="supplement-fault">${faults.supplement}</p>` : nothing}
      <textarea
        class="input"
        part="input"
        id="supplement"
        name="supplement"
        aria-describedby="supplement-fault"
        aria-invalid=${faults.supplement ? 'true' : 'false'}
        .value=${live(supplement)}
        @input=${(event: Event) => (view.supplement = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${fileInput(view)} ${view.waiting ? noteOnFiles(view) : nothing}
    <button type="submit" class="button ${view.letter?.question ? 'primary' : ''}" part="button">
      ${words.supplementSend}
    </button>
  </form>`;
}

function fileInput({ faults, files, host }: TrackView): TemplateResult {
  return fileField(host.language, faults.files, files.render(), false, (event) => {
    delete faults.files;
    files.takeFrom(event.target as HTMLInputElement);
  });
}

/** The supplement waits for its files. */
function noteOnFiles({ words, files }: TrackView): TemplateResult {
  return html`<div class="note" role="status">
    <p>${files.offline ? words.filesOffline : words.filesGoing}</p>
    <progress max="100" .value=${files.percent} aria-label=${words.filesProgress}></progress>
    <button type="button" class="plain" @click=${() => files.hold()}>${words.edit}</button>
  </div>`;
}
