import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
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
    <button type="submit" class="button ${view.letter?.question ? 'primary' : ''}" part="button">
      ${words.supplementSend}
    </button>
  </form>`;
}
