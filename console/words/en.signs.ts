import type { Messages } from './index.ts';

export const enSigns: Messages['signs'] = {
  title: 'Are the answers real ones',
  sign: 'Sign',
  letters: 'Letters',
  names: {
    lastHourReplies: ['Answered in the last hour', 'Replies sent within an hour of the deadline'],
    lastDayStops: [
      'Asked on the last day',
      'The writer was asked for more within a day of the deadline, which stopped the clock',
    ],
    closedThenReopened: ['Answered, then reopened', 'The writer was not satisfied and it was handled again'],
    resolvedButNotSolved: ['Told differently', 'The reply says resolved, the writer says not solved'],
    qualityFlags: [
      'Signs in the reply check',
      'When it was sent a program found set phrases, vague times, missing parts or the like; it may be wrong',
    ],
    nearCopies: ['Same words again', 'Of these: another letter had been answered with nearly the same words'],
    acknowledgements: ['Receipt only', 'Of these: the interim reply holds nothing but set phrases'],
  },
};
