/** The rule of each command, in the order a letter lives. */
import type { CommandName } from '../letter.ts';
import { accept, decline, spam } from './accept.ts';
import { requestInfo, supplement } from './ask.ts';
import { extend } from './extend.ts';
import { answerMerged, join, merge, part } from './merge.ts';
import { followUp } from './promise.ts';
import { consent, publish, takeDown, withhold } from './publish.ts';
import { contact, rate } from './rate.ts';
import { endorse, verdict } from './readers.ts';
import { recompute } from './recompute.ts';
import { erase, eraseContact, newKey, note, viewContact, viewFile } from './record.ts';
import { approve, reply, returnDraft } from './reply.ts';
import type { Rule } from './rule.ts';
import { succeed } from './succeed.ts';
import { assign, object, transfer } from './transfer.ts';
import { withdraw } from './withdraw.ts';

export const rules: { [N in Exclude<CommandName, 'submit'>]: Rule<N> } = {
  accept,
  decline,
  spam,
  assign,
  transfer,
  object,
  'request-info': requestInfo,
  supplement,
  extend,
  reply,
  approve,
  return: returnDraft,
  'follow-up': followUp,
  merge,
  join,
  part,
  'answer-merged': answerMerged,
  withdraw,
  rate,
  contact,
  publish,
  withhold,
  'take-down': takeDown,
  consent,
  endorse,
  verdict,
  note,
  'view-contact': viewContact,
  'view-file': viewFile,
  'new-key': newKey,
  erase,
  'erase-contact': eraseContact,
  recompute,
  succeed,
  /** Time has acted already, before any command. */
  elapse: () => [],
};
