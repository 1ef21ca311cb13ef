/**
 * **accept** names the department; an officer accepts into their own. A letter that came from another tenant is accepted once more.
 * **decline** and **spam** need grounds.
 */
import { workingDaysBetween } from '../clock.rules.ts';
import { dayOf } from '../local-time.ts';
import type { Rule } from './rule.ts';
import { holds } from './who.ts';

export const accept: Rule<'accept'> = (letter, { department }, { actor, policy }) => {
  // Accepted before, and nobody's: handed over, or handed back.
  if (letter.acceptedAt !== null && letter.department !== null) return 'already_accepted';
  if (!policy.departments.includes(department)) return 'unknown_department';
  if (actor.role === 'officer' && !holds(actor, department)) return 'not_yours';
  return [{ kind: 'accepted', department }];
};

/** Once accepted, a letter can only be declined as unclear, and only after its writer was asked. */
export const decline: Rule<'decline'> = (letter, { grounds }, { today, policy }) => {
  if (letter.finalReplyAt !== null) return 'already_replied';
  if (letter.draft) return 'reply_pending';
  if (grounds === 'unclear' && letter.asked === 0) return 'ask_first';
  if (letter.status === 'accepted' && grounds !== 'unclear') return 'already_accepted';
  const received = dayOf(letter.receivedAt, policy.timeZone);
  return [{ kind: 'declined', grounds, days: workingDaysBetween(received, today, policy) }];
};

/** It cannot be a way to make letters disappear: never after a final reply. */
export const spam: Rule<'spam'> = (letter, { grounds }) => {
  if (letter.finalReplyAt !== null) return 'already_replied';
  return [{ kind: 'marked_spam', grounds }];
};
