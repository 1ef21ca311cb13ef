/** Where a page ended, opaque to its reader. */
import { Refused } from './problem.ts';

export function encodeCursor(...place: (number | null)[]): string {
  return btoa(place.map((part) => part ?? 9007199254740991).join('.')).replaceAll('=', '');
}

/** @throws Refused where it isn't one of ours */
export function decodeCursor(cursor: string | undefined): [number, number] | null {
  if (cursor === undefined) return null;
  try {
    const parts = atob(cursor).split('.').map(Number);
    if ((parts.length === 1 || parts.length === 2) && parts.every(Number.isSafeInteger))
      return [parts[0]!, parts[1] ?? 0];
  } catch {
    // Not base64: refused below like any other foreign text.
  }
  throw new Refused('bad_request', { errors: [{ path: 'cursor', code: 'invalid', message: 'cursor' }] });
}
