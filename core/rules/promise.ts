/** A promised outcome stays on the promise list until a **follow-up** says what was done. */
import type { Rule } from './rule.ts';

export const followUp: Rule<'follow-up'> = (letter, { done }) =>
  letter.promise && !letter.promise.done ? [{ kind: 'followed_up', done }] : 'no_promise';
