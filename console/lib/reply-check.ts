/**
 * The reply check (product.md §7) on what stands in the form, and the service's answer which other letters were answered with it
 * already. It advises; only what surely identifies somebody is asked about before sending, here and by the service.
 */
import {
  type Mark,
  type Part,
  type PersonalMark,
  type ReplySign,
  type Sign,
  checkReply,
  heldBack,
  PARTS,
} from '../../core/reply-check.rules.ts';
import type { Reply } from '../../contract/letters.ts';
import type { ReplyCheck, StaffLetter } from '../../contract/staff.ts';

/** As typed: everything text, `promisedFor` kept while another outcome is chosen. */
export interface ReplyDraft {
  type: string;
  body: string;
  outcome: string;
  promisedFor: string;
  phone: string;
}

type Answered = Pick<StaffLetter, 'kind' | 'title' | 'body' | 'timeline'>;

/** `near-copy` needs other replies, which only the service has (`Alike`); `parts-missing` is shown as a list of its own. */
export type HintSign = Exclude<ReplySign, 'near-copy' | 'parts-missing' | 'personal-data'>;
export type Hint =
  | { sign: 'personal' | 'guessed'; marks: PersonalMark[] }
  | { sign: 'copied'; alike: ReplyCheck }
  | { sign: HintSign; marks: Mark[] };

/** A reply that waits for sign-off, as its form had it. */
export const draftOf = ({ type, body, outcome, promisedFor, phone }: Reply): ReplyDraft => ({
  ...{ type, body, outcome: outcome ?? '', promisedFor: promisedFor ?? '', phone: phone ?? '' },
});

export function checkDraft(draft: ReplyDraft, { kind, title, body, timeline }: Answered): Sign[] {
  const final = draft.type === 'final';
  return checkReply({
    reply: {
      ...{ body: draft.body, type: final ? 'final' : 'interim', phone: draft.phone },
      promised: final && draft.outcome === 'promised' && draft.promisedFor !== '',
    },
    letter: {
      kind,
      transferred: timeline.some((step) => step.kind === 'transferred'),
      text: body === '' ? null : { title, body },
    },
  });
}

/** In order of display. @param alike what the service knows of other letters answered so; null: nothing yet */
export function hintsOf(signs: readonly Sign[], alike: ReplyCheck | null = null): Hint[] {
  const sure = heldBack(signs);
  const guessed = personalMarks(signs).filter((mark) => !sure.includes(mark));
  const copied = alike !== null && alike.copies.length + alike.others > 0;
  const others = signs.flatMap(({ sign, marks }): Hint[] =>
    sign === 'personal-data' || sign === 'near-copy' || sign === 'parts-missing' ? [] : [{ sign, marks }],
  );
  return [
    ...(sure.length > 0 ? [{ sign: 'personal' as const, marks: sure }] : []),
    ...(copied ? [{ sign: 'copied' as const, alike }] : []),
    ...others.filter(({ sign }) => sign === 'boilerplate'),
    ...(guessed.length > 0 ? [{ sign: 'guessed' as const, marks: guessed }] : []),
    ...others.filter(({ sign }) => sign !== 'boilerplate'),
  ];
}

/** The parts a final reply is asked for: of an inquiry nothing is to be found out. */
export function partsAsked(kind: StaffLetter['kind']): Part[] {
  return PARTS.filter((part) => part !== 'facts' || kind !== 'inquiry');
}

export function missingIn(signs: readonly Sign[]): Part[] {
  return signs.flatMap((one) => (one.sign === 'parts-missing' ? one.missing : []));
}

function personalMarks(signs: readonly Sign[]): PersonalMark[] {
  return signs.flatMap((one) => (one.sign === 'personal-data' ? one.marks : []));
}
