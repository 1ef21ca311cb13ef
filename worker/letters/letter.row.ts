/** The letter's row as its events leave it: what lists are sorted and filtered by. A projection, never a second truth. */
import { nextBoundary, type Letter, type LetterEvent, type Policy } from '../../core/index.ts';
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
  | 'days'
  | 'outcome'
  | 'rating'
  | 'promisedFor'
  | 'promiseDone'
  | 'mergedInto'
  | 'release'
  | 'endorsements'
  | 'answers'
  | 'answersNot'
>;

export function project(letter: Letter, events: readonly LetterEvent[], policy: Policy): Projection {
  const answer = firstAnswer(events);
  return {
    kind: letter.kind,
    status: letter.status,
    channel: letter.channel,
    department: letter.department,
    consent: letter.consent,
    receivedAt: letter.receivedAt,
    ruleVersion: letter.ruleVersion,
    seq: letter.seq,
    round: letter.round,
    dueAt: dueAt(letter),
    nextAt: nextBoundary(letter, policy)?.at ?? null,
    provisional: letter.acceptBy.provisional || letter.clock.due.provisional,
    colour: letter.colour,
    contested: letter.contested,
    objected: letter.objected,
    drafted: letter.draft !== null,
    answeredAt: letter.finalReplyAt ?? answer?.at ?? null,
    days: answer?.days ?? null,
    outcome: letter.outcome,
    rating: letter.ratings.at(-1)?.level ?? null,
    promisedFor: letter.promise?.for ?? null,
    promiseDone: letter.promise?.done ?? false,
    mergedInto: letter.mergedInto,
    release: letter.release,
    endorsements: letter.endorsements,
    answers: verdicts(events, true),
    answersNot: verdicts(events, false),
  };
}

/** The next due time people work towards: acceptance first, then the reply; none while the clock stands still. */
function dueAt(letter: Letter): number | null {
  if (letter.status === 'submitted') return letter.acceptBy.before;
  return letter.status === 'accepted' ? letter.clock.due.before : null;
}

function firstAnswer(events: readonly LetterEvent[]): { at: number; days: number } | null {
  for (const event of events) {
    if (event.kind === 'declined' || (event.kind === 'replied' && event.type === 'final')) return event;
  }
  return null;
}

function verdicts(events: readonly LetterEvent[], answers: boolean): number {
  return events.filter((event) => event.kind === 'verdict' && event.answers === answers).length;
}
