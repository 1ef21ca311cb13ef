/** Asking the writer stops the clock, for some working days at most; their supplement makes it run again. */
import { deadline, resumeClock, stopClock } from '../clock.rules.ts';
import type { Rule } from './rule.ts';

export const requestInfo: Rule<'request-info'> = (letter, _command, { today, policy }) => {
  if (letter.draft) return 'reply_pending';
  return [
    {
      kind: 'info_requested',
      clock: stopClock(letter.clock, today, policy),
      waitUntil: deadline('working', policy.rules.waitingDaysMax, today, policy),
    },
  ];
};

/** Unasked, it has no effect on the clock. */
export const supplement: Rule<'supplement'> = (letter, _command, { today, policy }) => [
  { kind: 'supplemented', clock: resumeClock(letter.clock, today, policy) },
];
