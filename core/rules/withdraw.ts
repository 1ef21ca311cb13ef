/** **withdraw**: by the writer, before a final reply. */
import type { Rule } from './rule.ts';

export const withdraw: Rule<'withdraw'> = (letter) =>
  letter.finalReplyAt === null ? [{ kind: 'withdrawn' }] : 'already_replied';
