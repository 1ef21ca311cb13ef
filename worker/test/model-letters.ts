/** The model: two letters as nothing but the rules of core/ and the record of what happened to them. */
import {
  decide,
  replay,
  type Actor,
  type Command,
  type Letter,
  type LetterEvent,
  type Policy,
} from '../../core/index.ts';
import type { Asked } from './model-commands.ts';

/** Events of each of the two letters. */
export type Pair = readonly [LetterEvent[], LetterEvent[]];
export type Result = { ok: true; after: Pair } | { ok: false; code: string };

const system: Actor = { role: 'system', id: null, departments: [] };
const idOf = (at: number): string => `letter ${at}`;
export const letterOf = (pair: Pair, at: number): Letter => replay(pair[at]!);

/**
 * A letter's place in the pair by its id, for a record that comes from the service, and without what the reply check said of
 * its texts: the model has none.
 */
export function named(events: readonly LetterEvent[], ids: readonly string[]): LetterEvent[] {
  return events.map((event) => {
    const { flags: _, ...bare } = { flags: null, ...event, commitment: null };
    return bare.kind === 'merged' ? { ...bare, into: idOf(ids.indexOf(bare.into)) } : bare;
  });
}

export function ask(pair: Pair, at: number, asked: Asked, actor: Actor, now: number, policy: Policy): Result {
  const letter = letterOf(pair, at);
  const decision = decide(letter, commandOf(pair, at, asked), actor, now, policy);
  // What is not yours looks as if it weren't there; an officer learns no more of it.
  const theirs = actor.role !== 'officer' || actor.departments.includes(letter.department ?? '');
  if (!theirs) return { ok: false, code: 'not_found' };
  if (!decision.ok)
    return { ok: false, code: decision.reason === 'not_yours' ? 'not_found' : decision.reason };
  const after = added(pair, at, decision.events);
  const followed = follow(after, at, decision.events, now, policy);
  return followed ? { ok: true, after: followed } : { ok: false, code: 'conflict' };
}

function commandOf(pair: Pair, at: number, asked: Asked): Command {
  if (asked.name !== 'merge') return asked;
  const children = [0, 1].filter((other) => isMergedInto(pair, other, at)).length;
  const targetStatus = letterOf(pair, asked.into).status;
  return { name: 'merge', into: idOf(asked.into), self: idOf(at), targetStatus, children };
}

function isMergedInto(pair: Pair, child: number, target: number): boolean {
  const { status, mergedInto } = letterOf(pair, child);
  return status === 'merged' && mergedInto === idOf(target);
}

function added(pair: Pair, at: number, events: readonly LetterEvent[]): Pair {
  const [first, second] = pair;
  return at === 0 ? [[...first, ...events], second] : [first, [...second, ...events]];
}

/** product.md §4: the merged letter's writer gets the other's reply; one that will get none goes its own way again. */
function follow(
  pair: Pair,
  at: number,
  events: readonly LetterEvent[],
  now: number,
  policy: Policy,
): Pair | null {
  const other = 1 - at;
  const give = (to: Pair | null, which: number, command: Command): Pair | null => {
    const decision = to && decide(letterOf(to, which), command, system, now, policy);
    return decision?.ok ? added(to!, which, decision.events) : null;
  };
  const answerOf = (record: readonly LetterEvent[]): Command | null => {
    const reply = record.findLast((event) => event.kind === 'replied' && event.type === 'final');
    if (reply?.kind !== 'replied') return null;
    return { name: 'answer-merged', outcome: reply.outcome!, promisedFor: reply.promisedFor };
  };
  if (events.some(({ kind }) => kind === 'merged')) {
    const answered = ['replied', 'closed'].includes(letterOf(pair, other).status);
    const joined = give(pair, other, { name: 'join' });
    const answer = answered ? answerOf(pair[other]!) : null;
    return answer ? give(joined, at, answer) : joined;
  }
  if (!isMergedInto(pair, other, at)) return pair;
  const answer = answerOf(events);
  if (answer) return give(pair, other, answer);
  const lost = events.some(({ kind }) => ['declined', 'marked_spam', 'withdrawn'].includes(kind));
  return lost ? give(pair, other, { name: 'part' }) : pair;
}
