/** Where a page ended, opaque to its reader. */

/** Two numbers that order the list; the second is 0 where one is enough. */
export type Place = [number, number];

export function encodeCursor(...place: (number | null)[]): string {
  return btoa(place.map((part) => part ?? Number.MAX_SAFE_INTEGER).join('.')).replaceAll('=', '');
}

/** @returns undefined where it isn't one of ours */
export function decodeCursor(cursor: string): Place | undefined {
  try {
    const parts = atob(cursor).split('.').map(Number);
    if ((parts.length === 1 || parts.length === 2) && parts.every(Number.isSafeInteger)) {
      return [parts[0]!, parts[1] ?? 0];
    }
  } catch {
    // Not base64: foreign like any other text.
  }
  return undefined;
}
