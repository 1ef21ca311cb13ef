/**
 * **rating**: one per final reply, never deleted and never edited. The bottom two levels reopen the letter once; dissatisfied
 * again, it closes as contested.
 */
import type { Level } from '../../contract/vocabulary.ts';
import { deadline, startClock } from '../clock.rules.ts';
import type { EventBody } from '../events.ts';
import type { Rule } from './rule.ts';
import { toSuccessor } from './succeed.ts';

/** 基本满意 or better. */
export function isSatisfied(level: Level): boolean {
  return level >= 3;
}

export const rate: Rule<'rate'> = (letter, { level, solved, scores }, { now, today, policy }) => {
  const { contactDays, reopenDays } = policy.rules;
  const rated: EventBody = { kind: 'rated', level, solved, scores };
  if (isSatisfied(level)) return [rated, { kind: 'closed', reason: 'rated' }];
  if (letter.round === 2) return [rated, { kind: 'closed', reason: 'contested' }];
  return [
    rated,
    {
      kind: 'reopened',
      clock: startClock('calendar', reopenDays, now, policy),
      contactBy: deadline('working', contactDays, today, policy),
    },
    ...toSuccessor(letter, policy),
  ];
};

/** The writer of a reopened letter was spoken to. */
export const contact: Rule<'contact'> = (letter) => {
  if (letter.round === 1) return 'not_reopened';
  return letter.contactedAt === null ? [{ kind: 'contacted' }] : 'already_contacted';
};
