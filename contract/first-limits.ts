/**
 * What a form and a badge need at once of `limits.ts`, which everybody else imports; apart for the reason `first-words.ts`
 * is. No imports: the widget carries this file.
 */
export const TITLE_CHARS = { min: 2, max: 100 } as const;
export const BODY_CHARS = { min: 10, max: 5000 } as const;

/** Below this many due letters a rate is shown with its counts only. */
export const SMALL_SAMPLE = 10;

/** The length of a text as a person counts it. */
export function charCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
