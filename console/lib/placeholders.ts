/** Gaps of a template in a text area: found, selected, and gone through with Tab. */
import { placeholdersIn } from '../../core/placeholders.ts';

/** Puts a text where the cursor stands and selects its first gap, if it has one. What was typed stays; it can be undone. */
export function insertAtCursor(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  const from = area.selectionStart;
  const apart = from > 0 && !area.value.slice(0, from).endsWith('\n') && text.includes('\n') ? '\n' : '';
  // The browser's own editing keeps the text in the history of Ctrl+Z; where there is none the text is set.
  if (!document.execCommand('insertText', false, apart + text)) {
    area.setRangeText(apart + text, from, area.selectionEnd, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const first = placeholdersIn(area.value).find(({ start }) => start >= from);
  if (first && first.start < area.selectionEnd) selectGap(area, first.start);
}

/** Selects the gap that begins there, so that typing fills it. */
export function selectGap(area: HTMLTextAreaElement, start: number): void {
  const gap = placeholdersIn(area.value).find((one) => one.start === start);
  if (!gap) return;
  area.focus();
  area.setSelectionRange(gap.start, gap.end);
}

/** Tab goes to the next gap behind the cursor, Shift+Tab to the one before; where there is none, on to the next field as ever. */
export function tabToGap(event: KeyboardEvent, area: HTMLTextAreaElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const gaps = placeholdersIn(area.value);
  const next = event.shiftKey
    ? gaps.findLast(({ end }) => end <= area.selectionStart)
    : gaps.find(({ start }) => start >= area.selectionEnd);
  if (!next) return;
  event.preventDefault();
  selectGap(area, next.start);
}
