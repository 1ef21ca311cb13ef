/** The letter's row as its events leave it: what lists are sorted and filtered by. A projection, never a second truth. */
import {
  dueAtOf,
  nextBoundary,
  type EventOf,
  type Letter,
  type LetterEvent,
  type Policy,
} from '../../core/index.ts';
import type { LetterRow } from '../schema/letters.ts';

export type Projection = Pick<
  LetterRow,
  | 'kind'
  | 'status'
  | 'channel'
  | 'department'
  | 'consent'
  | 'receivedAt'
  | 'ruleVersion'
  | 'seq'
  | 'round'
  | 'dueAt'
  | 'nextAt'
  | 'provisional'
  | 'colour'
  | 'contested'
  | 'objected'
  | 'drafted'
  | 'answeredAt'
  | 'closedAt'
  | 'days'
  | 'outcome'
  | 'rating'
  | 'promisedFor'
  | 'promiseDone'
  | 'mergedInto'
  | 'release'
  | 'toPublish'
  | 'endorsements'
  | 'answers'
  | 'answersNot'
  | 'holder'
  | 'holderDepartment'
  | 'dueElsewhere'
  | 'handedOver'
>;

export function project(letter: Letter, events: readonly LetterEvent[], policy: Policy): Projection {
  const first = firstAnswer(events);
  const shown = shownAnswer(letter, events);
  // What is to be done by whom another tenant's lists tell (worker/hand-over/).
  const here = letter.tenant === null;
  return {
    kind: letter.kind,
    status: letter.status,
    channel: letter.channel,
    department: here ? letter.department : letter.sentBy,
    consent: letter.consent,
    receivedAt: letter.receivedAt,
    ruleVersion: letter.ruleVersion,
    seq: letter.seq,
    round: letter.round,
    dueAt: here ? dueAtOf(letter) : null,
    nextAt: nextBoundary(letter, policy)?.at ?? null,
    provisional: letter.acceptBy.provisional || letter.clock.due.provisional,
    colour: letter.colour,
    contested: letter.contested,
    objected: letter.objected,
    drafted: here && letter.draft !== null,
    answeredAt: shown.answer?.at ?? null,
    closedAt: letter.closedAt,
    days: first?.days ?? null,
    outcome: shown.answer?.kind === 'replied' ? shown.answer.outcome : null,
    rating: shown.rating,
    promisedFor: letter.promise?.for ?? null,
    promiseDone: letter.promise?.done ?? false,
    mergedInto: letter.mergedInto,
    release: letter.release,
    toPublish: here && waitsForRelease(letter, events),
    endorsements: letter.endorsements,
    answers: verdicts(events, true),
    answersNot: verdicts(events, false),
    holder: letter.tenant,
    holderDepartment: here ? null : letter.department,
    dueElsewhere: here ? null : dueAtOf(letter),
    handedOver: events.some((event) => 'tenant' in event && event.tenant !== null),
  };
}

type Answer = EventOf<'declined'> | EventOf<'replied'>;

const isAnswer = (event: LetterEvent): event is Answer =>
  event.kind === 'declined' || (event.kind === 'replied' && event.type === 'final');

function firstAnswer(events: readonly LetterEvent[]): Answer | null {
  return events.find(isAnswer) ?? null;
}

/** The answer that stands in public with the rating it got; before a release, the latest. */
function shownAnswer(
  letter: Letter,
  events: readonly LetterEvent[],
): { answer: Answer | null; rating: number | null } {
  const released =
    letter.release === 'published' ? events.findLastIndex(({ kind }) => kind === 'published') : events.length;
  const at = events.findLastIndex((event, index) => index < released && isAnswer(event));
  const answer = at < 0 ? null : (events[at] as Answer);
  const next = events.findIndex((event, index) => index > at && isAnswer(event));
  const until = next < 0 ? events.length : next;
  const rating = events.slice(Math.max(at, 0), until).findLast(({ kind }) => kind === 'rated');
  return { answer, rating: rating?.kind === 'rated' ? rating.level : null };
}

/** An answer whose writer agrees to publication and on which no officer has decided yet, a second answer included. */
function waitsForRelease(letter: Letter, events: readonly LetterEvent[]): boolean {
  if (!letter.consent || letter.erased || !['replied', 'closed', 'declined'].includes(letter.status))
    return false;
  if (letter.release === 'none') return events.some(isAnswer);
  if (letter.release !== 'published') return false;
  const released = events.findLastIndex(({ kind }) => kind === 'published');
  return events.slice(released).some(isAnswer);
}

function verdicts(events: readonly LetterEvent[], answers: boolean): number {
  return events.filter((event) => event.kind === 'verdict' && event.answers === answers).length;
}
