/**
 * **merge** (并单): the same matter. Its clock goes on until the other letter's final reply answers it too; then its writer
 * rates that reply as their own. The coordinator may take it out again (assign).
 */
import type { Status } from '../../contract/vocabulary.ts';
import { resumeClock } from '../clock.rules.ts';
import { contentOf, sentReply } from './reply.ts';
import type { Rule } from './rule.ts';

/** A letter that will get no reply can't answer another. */
const UNANSWERED_FOR_GOOD: readonly Status[] = ['withdrawn', 'spam', 'declined', 'merged'];

export const merge: Rule<'merge'> = (letter, { into, self, targetStatus, children }, { today, policy }) => {
  if (letter.round > 1) return 'already_replied';
  if (letter.draft) return 'reply_pending';
  // Answers are shared over one step only: a chain could be left hanging.
  if (children > 0) return 'has_merged';
  if (into === self || UNANSWERED_FOR_GOOD.includes(targetStatus)) return 'merge_target';
  if (letter.status !== 'awaiting_citizen') return [{ kind: 'merged', into }];
  return [
    { kind: 'resumed', clock: resumeClock(letter.clock, today, policy) },
    { kind: 'merged', into },
  ];
};

export const answerMerged: Rule<'answer-merged'> = (letter, { outcome, promisedFor, files = 0 }, context) => {
  const content = contentOf({ type: 'final', outcome, promisedFor, author: null, files });
  return [sentReply(letter, content, context, true)];
};

/** Recorded on the other letter in the same transaction, so that of a merge and a reply that race one comes second. */
export const join: Rule<'join'> = () => [{ kind: 'joined' }];

/** The other letter was declined, withdrawn or spam: this one is handled by itself again, its clock as it was. */
export const part: Rule<'part'> = () => [{ kind: 'parted' }];
