/**
 * The reply check (product.md §7) on what stands in the form. It advises; only what surely identifies somebody is asked about
 * before sending. Names and places are guesses of the detectors, and never hold a reply back.
 */
import {
  type Mark,
  type Part,
  type PersonalMark,
  type ReplySign,
  type Sign,
  checkReply,
  PARTS,
} from '../../core/reply-check.rules.ts';
import type { StaffLetter } from '../../contract/staff.ts';

/** As typed: everything text, `promisedFor` kept while another outcome is chosen. */
export interface ReplyDraft {
  type: string;
  body: string;
  outcome: string;
  promisedFor: string;
  phone: string;
}

type Answered = Pick<StaffLetter, 'kind' | 'title' | 'body' | 'timeline'>;

/** `near-copy` needs other replies, which only the service has; `parts-missing` is shown as a list of its own. */
export type HintSign = Exclude<ReplySign, 'near-copy' | 'parts-missing' | 'personal-data'>;
export type Hint =
  { sign: 'personal' | 'guessed'; marks: PersonalMark[] } | { sign: HintSign; marks: Mark[] };

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

const GUESSED = new Set<PersonalMark['kind']>(['name', 'address']);

/** What is asked about before sending: numbers and addresses that are somebody's beyond doubt. */
export function personalIn(signs: readonly Sign[]): PersonalMark[] {
  return personalMarks(signs).filter(({ kind }) => !GUESSED.has(kind));
}

/** In order of display. */
export function hintsOf(signs: readonly Sign[]): Hint[] {
  const sure = personalIn(signs);
  const guessed = personalMarks(signs).filter(({ kind }) => GUESSED.has(kind));
  const others = signs.flatMap(({ sign, marks }): Hint[] =>
    sign === 'personal-data' || sign === 'near-copy' || sign === 'parts-missing' ? [] : [{ sign, marks }],
  );
  return [
    ...(sure.length > 0 ? [{ sign: 'personal' as const, marks: sure }] : []),
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
