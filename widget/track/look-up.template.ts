import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lateWords } from '../locales/late.ts';
import type { TrackView } from './track.view.ts';

/** Which letter? */
export function lookUpTemplate(view: TrackView): TemplateResult {
  const { words, faults, host } = view;
  const line = (name: 'number' | 'accessKey', hint: string) =>
    html`<div class="field ${faults[name] ? 'bad' : ''}" part="field">
      <label class="label" part="label" for=${name}>${words[name]}</label>
      <p class="hint" id="${name}-hint">${hint}</p>
      ${faults[name] ? html`<p class="error" id="${name}-fault">${faults[name]}</p>` : nothing}
      <input
        class="input figure"
        part="input"
        id=${name}
        name=${name}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="${name}-hint ${name}-fault"
        aria-invalid=${faults[name] ? 'true' : 'false'}
        .value=${live(view[name])}
        @input=${(event: Event) => (view[name] = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  return html`<form
    part="form"
    class="look-up stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void view.lookUp();
    }}
  >
    <h2>${words.title}</h2>
    ${line('number', words.numberHint)} ${line('accessKey', words.accessKeyHint)}
    <button type="submit" class="button primary" part="button" aria-disabled=${view.busy ? 'true' : 'false'}>
      ${view.busy ? lateWords[host.language].loading : words.look}
    </button>
  </form>`;
}
