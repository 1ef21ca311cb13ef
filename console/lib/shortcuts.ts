import { Store } from './store.ts';

const KEY = 'huixin-console-shortcuts';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Single-key shortcuts can be switched off (WCAG 2.1.4): speech input may press them by accident. */
export const shortcuts = new Store(remembered());

export function setShortcuts(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // The choice holds until the page is left.
  }
  shortcuts.set(on);
}

/** A plain key outside any field, or null. A box that picks a row of a list takes no text. */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (!shortcuts.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input, textarea, select, dialog') && !target.closest('.pick')) return null;
  return event.key;
}
