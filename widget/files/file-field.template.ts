import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from '../../contract/vocabulary.ts';
import { commonWords } from '../locales/common.ts';
import { writeWords } from '../locales/write.ts';

/**
 * Where files are chosen, with the list of those chosen below. Plain, so that in the form it keeps its place when the clerk
 * comes, who takes them.
 */
export function fileField(
  language: Lang,
  fault: string | undefined,
  list: TemplateResult | undefined,
  hidden = false,
  chosen?: (event: Event) => void,
): TemplateResult {
  const words = writeWords[language];
  return html`<div class="field ${fault ? 'bad' : ''}" part="field" ?hidden=${hidden}>
    <label class="label" part="label" for="files"
      >${words.files} <span class="hint">${commonWords[language].optional}</span></label
    >
    <p class="hint" id="files-hint">${words.filesHint}</p>
    ${fault ? html`<p class="error" id="files-fault">${fault}</p>` : nothing}
    <input
      class="input"
      part="input"
      id="files"
      name="files"
      type="file"
      multiple
      accept="image/jpeg,image/png,image/webp,application/pdf"
      aria-describedby="files-fault files-hint"
      aria-invalid=${fault ? 'true' : 'false'}
      @change=${chosen}
    />
    ${list}
  </div>`;
}
