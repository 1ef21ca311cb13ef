/** Asking the writer stops the clock, for some working days of a round at most, however often; their supplement makes it run again. */
import { deadline, resumeClock, stopClock } from '../clock.rules.ts';
import { withFiles } from './files.ts';
import type { Rule } from './rule.ts';
import { waitDaysLeft } from './waiting.ts';

export const requestInfo: Rule<'request-info'> = (letter, _command, { today, policy }) => {
  if (letter.draft) return 'reply_pending';
  const left = waitDaysLeft(letter, policy);
  if (left <= 0) return 'waited_enough';
  return [
    {
      kind: 'info_requested',
      clock: stopClock(letter.clock, today, policy),
      waitUntil: deadline('working', left, today, policy),
    },
  ];
};

/** Unasked, it has no effect on the clock. */
export const supplement: Rule<'supplement'> = (letter, { files }, { today, policy }) => [
  { kind: 'supplemented', clock: resumeClock(letter.clock, today, policy), ...withFiles(files) },
];
