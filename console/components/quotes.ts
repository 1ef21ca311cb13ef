/** Words of a text, quoted; each quote selects its place in the field it stands in. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Mark, PersonalMark } from '../../core/reply-check.rules.ts';
import { langOf, t } from '../words/index.ts';

const SHOWN_MAX = 6;
const CHARS_MAX = 28;

type Quoted = Mark & Partial<PersonalMark>;

/** @param field id of the text area; empty where the text stands for reading only */
export function quotes(marks: readonly Quoted[], field: string): TemplateResult {
  const words = t().check;
  const left = marks.length - SHOWN_MAX;
  return html`<span class="quotes"
    >${marks
      .slice(0, SHOWN_MAX)
      .map((mark, index) =>
        field === ''
          ? html`<span>${quoted(mark)}</span> `
          : html`<button type="button" class="link" @click=${() => select(field, mark)}>
              ${quoted(mark)}<span class="unseen"> ${words.select(index + 1, marks.length)}</span>
            </button> `,
      )}${left > 0 ? html`<span class="quiet">${words.moreMarks(left)}</span>` : nothing}</span
  >`;
}

function quoted({ kind, text }: Quoted): TemplateResult {
  return html`${kind ? `${t().files.proposals.kinds[kind]} ` : nothing}<span lang=${langOf(text)}
      >${t().check.quoted(shortened(text))}</span
    >`;
}

/** Selected before it is focused: then the browser brings the words into sight, not only the field. */
export function select(field: string, { start, end, text }: Mark): void {
  const area = document.getElementById(field);
  if (!(area instanceof HTMLTextAreaElement)) return;
  // The text may have been edited since it was checked.
  const at = area.value.startsWith(text, start) ? start : area.value.indexOf(text);
  if (at >= 0) area.setSelectionRange(at, at + (end - start));
  area.focus();
}

function shortened(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ').trim()];
  return chars.length > CHARS_MAX ? `${chars.slice(0, CHARS_MAX).join('')}…` : chars.join('');
}
