/** A text with its gaps marked. */
import { type TemplateResult, html } from 'lit';
import { placeholdersIn } from '../../core/placeholders.ts';

export function gapText(text: string): TemplateResult {
  const pieces: (TemplateResult | string)[] = [];
  let at = 0;
  for (const { start, end } of placeholdersIn(text)) {
    pieces.push(text.slice(at, start), html`<mark class="gap">${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`<p class="prose">${pieces}${text.slice(at)}</p>`;
}
