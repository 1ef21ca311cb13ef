/**
 * The reply check of product.md §7: eight signs of a reply that does not answer, on the draft while somebody types and on
 * record afterwards. They advise. Each sign's definition and source stand in its own file.
 */
import { type Kind, REPLY_SIGNS, type ReplySign, type ReplyType } from '../contract/vocabulary.ts';
import { findBoilerplate } from './reply-check.boilerplate.ts';
import { findSentElsewhere } from './reply-check.elsewhere.ts';
import { findTooShort } from './reply-check.length.ts';
import { type Copy, type EarlierReply, findCopies } from './reply-check.near-copy.ts';
import { missingParts, type Part, toldIn } from './reply-check.parts.ts';
import { findPersonalData, isSure, type PersonalMark } from './reply-check.personal.ts';
import { type Mark, markOf, plainOf } from './reply-check.text.ts';
import { isOffTopic, type Topic } from './reply-check.topic.ts';
import { findVagueTimes } from './reply-check.vague.ts';

export {
  COPIES_MAX,
  copiesOf,
  fingerprintOf,
  type Copy,
  type EarlierReply,
  type Fingerprint,
} from './reply-check.near-copy.ts';
export { BANDS, SIGNATURE_BYTES, SIGNATURE_VERSION } from './reply-check.min-hash.ts';
export { PARTS, type Part } from './reply-check.parts.ts';
export type { PersonalMark } from './reply-check.personal.ts';
export type { Mark } from './reply-check.text.ts';
export type { Topic } from './reply-check.topic.ts';

export { REPLY_SIGNS, type ReplySign };

/** `marks`: where in the reply, as UTF-16 offsets, in order; the whole of it where the sign is about the whole. */
export type Sign =
  | { sign: 'personal-data'; marks: PersonalMark[] }
  | { sign: 'near-copy'; marks: Mark[]; copies: Copy[] }
  | { sign: 'parts-missing'; marks: Mark[]; missing: Part[] }
  | { sign: Exclude<ReplySign, 'personal-data' | 'near-copy' | 'parts-missing'>; marks: Mark[] };

export interface ReplyToCheck {
  body: string;
  type: ReplyType;
  /** The reply's own field; '' for none. */
  phone: string;
  /** A date is promised beside the text. */
  promised: boolean;
}

export interface LetterAnswered {
  kind: Kind;
  /** A transfer of it is on record. */
  transferred: boolean;
  /** Null where it is not at hand, or was erased: `off-topic` is not asked then. */
  text: Topic | null;
}

export interface ReplyCheckInput {
  reply: ReplyToCheck;
  letter: LetterAnswered;
  /** Candidates among earlier replies to other letters; with none `near-copy` is not asked. */
  earlier?: readonly EarlierReply[];
}

/**
 * Signs in the order of `REPLY_SIGNS`, each at most once; none for an empty reply. On record, where neither the letter's
 * text nor other replies are at hand, the six that need neither.
 * @throws RangeError on a signature of another size
 */
export function checkReply({ reply, letter, earlier = [] }: ReplyCheckInput): Sign[] {
  const plain = plainOf(reply.body);
  if (plain.text === '') return [];
  const whole = [markOf(plain, { start: 0, end: plain.text.length })];
  const copies = findCopies(plain, earlier);
  const strays = letter.text !== null && isOffTopic(letter.text, plain);
  const told = toldIn(plain, letter.kind);
  const missing = reply.type === 'final' ? missingParts(plain, told, reply.phone, letter.kind) : [];
  const elsewhere = findSentElsewhere(plain, letter.transferred);
  const checkable = told.facts || told.grounds || told.result || elsewhere.length > 0;
  const found: Sign[] = [
    { sign: 'personal-data', marks: findPersonalData(reply.body, reply.phone) },
    { sign: 'near-copy', marks: copies.length > 0 ? whole : [], copies },
    { sign: 'boilerplate', marks: findBoilerplate(plain, checkable) },
    { sign: 'too-short', marks: findTooShort(plain) },
    { sign: 'off-topic', marks: strays ? whole : [] },
    { sign: 'sent-elsewhere', marks: elsewhere },
    { sign: 'vague-time', marks: findVagueTimes(plain, reply.promised) },
    { sign: 'parts-missing', marks: missing.length > 0 ? whole : [], missing },
  ];
  return found.filter(({ marks }) => marks.length > 0);
}

/** What holds a reply back until somebody says why it must stay: what identifies a person beyond doubt. */
export function heldBack(signs: readonly Sign[]): PersonalMark[] {
  return signs.flatMap((one) => (one.sign === 'personal-data' ? one.marks.filter(isSure) : []));
}
