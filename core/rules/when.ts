/** In which status what may happen: the picture of product.md §4 as one table. What more it takes stands in each rule. */
import { STATUSES, type Status } from '../../contract/vocabulary.ts';
import type { CommandName, Letter, Refusal } from '../letter.ts';

const any = STATUSES;

export const when: Record<CommandName, readonly Status[]> = {
  submit: [],
  accept: ['submitted', 'accepted', 'awaiting_citizen'],
  assign: ['submitted', 'accepted', 'awaiting_citizen', 'merged'],
  decline: ['submitted', 'accepted'],
  spam: ['submitted', 'accepted', 'awaiting_citizen'],
  transfer: ['accepted', 'awaiting_citizen'],
  object: ['submitted', 'accepted', 'awaiting_citizen'],
  'request-info': ['accepted'],
  supplement: ['submitted', 'accepted', 'awaiting_citizen'],
  reply: ['accepted', 'awaiting_citizen'],
  approve: ['accepted'],
  return: ['accepted'],
  extend: ['accepted'],
  merge: ['submitted', 'accepted', 'awaiting_citizen'],
  join: ['submitted', 'accepted', 'awaiting_citizen', 'replied', 'closed'],
  part: ['merged'],
  'answer-merged': ['merged'],
  withdraw: ['submitted', 'accepted', 'awaiting_citizen', 'merged'],
  rate: ['replied'],
  contact: ['accepted', 'awaiting_citizen'],
  'follow-up': ['replied', 'closed', 'accepted', 'awaiting_citizen'],
  erase: ['closed', 'declined', 'withdrawn', 'spam'],
  consent: any,
  publish: any,
  withhold: any,
  'take-down': any,
  endorse: any,
  verdict: any,
  note: any,
  'view-contact': any,
  'view-file': any,
  'new-key': any,
  'erase-contact': any,
  recompute: any,
  succeed: ['submitted', 'accepted', 'awaiting_citizen', 'merged'],
  elapse: any,
};

const tooLate = (letter: Letter): Refusal =>
  letter.finalReplyAt === null ? 'wrong_status' : 'already_replied';

/** Where a better reason is known than `wrong_status`. */
const because: Partial<Record<CommandName, (letter: Letter) => Refusal>> = {
  accept: (letter) => (letter.acceptedAt === null ? 'wrong_status' : 'already_accepted'),
  decline: tooLate,
  spam: tooLate,
  reply: tooLate,
  merge: tooLate,
  withdraw: tooLate,
  approve: () => 'no_draft',
  return: () => 'no_draft',
  rate: (letter) => (letter.ratings.length > 0 ? 'already_rated' : 'not_rateable'),
  contact: () => 'not_reopened',
  'follow-up': () => 'no_promise',
  erase: () => 'still_open',
};

export function mayHappen(letter: Letter, name: CommandName): Refusal | null {
  if (when[name].includes(letter.status)) return null;
  return because[name]?.(letter) ?? 'wrong_status';
}
