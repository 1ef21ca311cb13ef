/**
 * The reply check (product.md §7) as a reply is sent: with the letter as it stands and the tenant's earlier replies. What it finds
 * goes on record; only personal data holds the reply back, until its author says why it must stay.
 */
import type { PersonalDataReason, ReplyType } from '../../contract/vocabulary.ts';
import {
  checkReply,
  fingerprintOf,
  heldBack,
  type Letter,
  type PersonalMark,
  type WithSigns,
} from '../../core/index.ts';
import type { Database } from '../platform/d1.ts';
import type { LetterRow, Texts } from '../schema/letters.ts';
import { candidatesFor, type Candidate } from './near-copy.store.ts';

export type Checked =
  { ok: true; signs: WithSigns } | { ok: false; reason: 'personal_data'; held: PersonalMark[] };

type Answered = Pick<LetterRow, 'id' | 'tenant' | 'title' | 'body' | 'mergedInto'>;

/** Replies to other letters that may be like this text; letters merged with one another count as one. */
export async function earlierReplies(db: Database, row: Answered, body: string): Promise<Candidate[]> {
  const print = fingerprintOf(body);
  if (!print) return [];
  const [found = []] = await candidatesFor(db, row.tenant, [print.keys]);
  const own = new Set([row.id, row.mergedInto]);
  return found.filter(({ letterId, mergedInto }) => !own.has(letterId) && mergedInto !== row.id);
}

/** @param draft what the reply amounts to, as the rules have it */
export async function checkSending(
  db: Database,
  row: Answered,
  letter: Letter,
  draft: { type: ReplyType; promisedFor: string | null },
  texts: Texts | null,
  reason?: PersonalDataReason,
): Promise<Checked> {
  const body = texts?.body ?? '';
  const { type, promisedFor } = draft;
  const signs = checkReply({
    reply: { body, type, phone: texts?.phone ?? '', promised: promisedFor !== null },
    letter: {
      kind: letter.kind,
      transferred: letter.transfers > 0,
      text: row.body === '' ? null : { title: row.title, body: row.body },
    },
    earlier: await earlierReplies(db, row, body),
  });
  const held = heldBack(signs);
  if (held.length > 0 && !reason) return { ok: false, reason: 'personal_data', held };
  const flags = signs.map(({ sign }) => sign);
  return { ok: true, signs: { flags, ...(held.length > 0 && reason && { personalData: reason }) } };
}
