/** **extend**: once per letter, before the deadline has passed, in the first round. */
import { extendClock, hasPassed } from '../clock.rules.ts';
import type { Rule } from './rule.ts';

export const extend: Rule<'extend'> = (letter, { days }, { now, policy }) => {
  if (letter.extended) return 'already_extended';
  if (letter.round > 1) return 'already_replied';
  if (hasPassed(letter.clock.due, now)) return 'deadline_passed';
  if (!(days >= 1 && days <= policy.rules.extensionDaysMax)) return 'extension_too_long';
  return [{ kind: 'extended', days, clock: extendClock(letter.clock, days, policy) }];
};
