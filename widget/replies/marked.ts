import { html, type TemplateResult } from 'lit';

/** A text with the stretches a search found set off; `marks` are pairs of code-unit offsets, in order. */
export function marked(text: string, marks: readonly [number, number][] = []): TemplateResult {
  const pieces: (string | TemplateResult)[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from < end || to <= from || to > text.length) continue;
    pieces.push(text.slice(end, from), html`<mark>${text.slice(from, to)}</mark>`);
    end = to;
  }
  return html`${pieces}${text.slice(end)}`;
}
