/** What a part of the letter page tells the page: the letter changed, it should be fetched again, a message is out of date. */
import type { StaffLetter } from '../../contract/staff.ts';

export interface Changed {
  letter: StaffLetter;
  /** What happened, in words. */
  message: string;
}

declare global {
  interface HTMLElementEventMap {
    'letter-changed': CustomEvent<Changed>;
    'letter-reload': CustomEvent<null>;
    'message-read': CustomEvent<null>;
  }
}

export function tellChanged(from: HTMLElement, letter: StaffLetter, message: string): void {
  from.dispatchEvent(
    new CustomEvent<Changed>('letter-changed', { bubbles: true, detail: { letter, message } }),
  );
}

/** The last message has been read: something else is being done. */
export function tellRead(from: HTMLElement): void {
  from.dispatchEvent(new CustomEvent('message-read', { bubbles: true, detail: null }));
}

export function askReload(from: HTMLElement): void {
  from.dispatchEvent(new CustomEvent('letter-reload', { bubbles: true, detail: null }));
}
