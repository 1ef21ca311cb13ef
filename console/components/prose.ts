import { type TemplateResult, html } from 'lit';
import { langOf } from '../words/index.ts';

/** What a person wrote: its line breaks kept, its language marked. As a property, so that the template adds no breaks of its own. */
export function prose(text: string, kind = ''): TemplateResult {
  return html`<div class="prose ${kind}" lang=${langOf(text)} .textContent=${text}></div>`;
}
