/**
 * Nothing is public without the writer's **consent** and an officer's release (product.md §9). To **publish** again is a
 * **correction**; to **withhold** or **take down** needs grounds, and the fact stays visible.
 */
import { withFiles } from './files.ts';
import type { Rule } from './rule.ts';

export const publish: Rule<'publish'> = (letter, { files }) => {
  if (!letter.consent) return 'no_consent';
  const answered = letter.finalReplyAt !== null || letter.status === 'declined';
  if (!answered || letter.erased) return 'nothing_to_publish';
  const correction = letter.release === 'published' || letter.release === 'taken_down';
  return [{ kind: 'published', correction, ...withFiles(files) }];
};

export const withhold: Rule<'withhold'> = (letter, { grounds }) => {
  if (!letter.consent) return 'no_consent';
  if (letter.release === 'published') return 'already_published';
  return letter.release === 'none' ? [{ kind: 'withheld', grounds }] : 'unchanged';
};

export const takeDown: Rule<'take-down'> = (letter, { grounds }) =>
  letter.release === 'published' ? [{ kind: 'taken_down', grounds }] : 'not_published';

/** Revocable at any time (PIPL 第15条). */
export const consent: Rule<'consent'> = (letter, { publish }) =>
  letter.consent === publish ? 'unchanged' : [{ kind: 'consent_changed', consent: publish }];
