/** What each event leaves behind in the letter. A pure fold: nothing is decided here. */
import type { Status } from '../contract/vocabulary.ts';
import { isStanding } from './clock.rules.ts';
import type { Clock, EventKind, EventOf, LetterEvent } from './events.ts';
import { holderAfter } from './holder.ts';
import { newLetter } from './letter.new.ts';
import type { Letter } from './letter.ts';

/** @throws TypeError where the events don't begin with a submission */
export function replay(events: readonly LetterEvent[]): Letter {
  const letter = events.reduce<Letter | null>(evolve, null);
  if (!letter) throw new TypeError('a letter needs at least its submission');
  return letter;
}

export function evolve(letter: Letter | null, event: LetterEvent): Letter {
  if (event.kind === 'submitted') return newLetter(event);
  if (!letter) throw new TypeError(`a letter begins with its submission, not with ${event.kind}`);
  return { ...letter, ...changes(letter, event), seq: event.seq, lastAt: event.at };
}

type Applied = Exclude<EventKind, 'submitted'>;

function changes<K extends Applied>(letter: Letter, event: EventOf<K>): Partial<Letter> {
  const apply: Apply<K> = applies[event.kind];
  return apply(letter, event);
}

type Apply<K extends Applied> = (letter: Letter, event: EventOf<K>) => Partial<Letter>;

const rest = { draft: null, objected: false, waitUntil: null };

const applies: { [K in Applied]: Apply<K> } = {
  // What another tenant accepts was accepted before; its clock may stand still.
  accepted: (letter, event) => ({
    ...held(letter, event),
    status: letter.acceptedAt === null ? 'accepted' : letter.status,
    acceptedAt: letter.acceptedAt ?? event.at,
    objected: false,
  }),
  // A successor steps into everything: what it was merged with, an objection, the time left for one.
  assigned: (letter, event) =>
    event.succeeds === undefined ? assigned(letter, event) : { department: event.department },
  declined: (letter, { at }) => ({
    ...rest,
    status: 'declined',
    closedAt: at,
    firstResponseAt: letter.firstResponseAt ?? at,
  }),
  marked_spam: (_letter, { at }) => ({ ...rest, status: 'spam', closedAt: at }),
  transferred: (letter, event) => ({
    ...held(letter, event),
    transfers: letter.transfers + 1,
    objected: false,
  }),
  objected: () => ({ objected: true }),
  info_requested: (letter, { clock, waitUntil }) => ({
    status: 'awaiting_citizen',
    asked: letter.asked + 1,
    waitUntil,
    clock,
  }),
  supplemented: (letter, { clock }) => (letter.status === 'awaiting_citizen' ? runsAgain(letter, clock) : {}),
  resumed: (letter, { clock }) => runsAgain(letter, clock),
  drafted: (_letter, { type, outcome, promisedFor, actor, files = 0 }) => ({
    draft: { author: actor, type, outcome, promisedFor, files },
  }),
  returned: () => ({ draft: null }),
  replied,
  extended: (_letter, { clock }) => ({ extended: true, clock }),
  published: () => ({ release: 'published' }),
  withheld: () => ({ release: 'withheld' }),
  taken_down: () => ({ release: 'taken_down' }),
  // Revoking ends publication; that it was withheld or taken down stays on record.
  consent_changed: ({ release }, { consent }) => ({
    consent,
    release: !consent && release === 'published' ? 'none' : release,
  }),
  rated: (letter, { at, level, solved, scores }) => ({
    ratings: [...letter.ratings, { at, round: letter.round, level, solved, scores }],
  }),
  reopened: (_letter, { clock, contactBy }) => ({
    status: 'accepted',
    round: 2,
    clock,
    stretches: [],
    waits: [],
    contactBy,
    colour: null,
  }),
  contacted: (_letter, { at }) => ({ contactedAt: at }),
  closed: (_letter, { at, reason }) => ({
    status: 'closed',
    closedAt: at,
    contested: reason === 'contested',
  }),
  escalated: (_letter, { colour }) => ({ colour }),
  followed_up: ({ promise }, { done }) => ({
    promise: promise && { ...promise, done: promise.done || done },
  }),
  joined: () => ({}),
  parted: (letter) => ({ status: statusBeforeMerge(letter), mergedInto: null }),
  merged: (_letter, { into }) => ({ ...rest, status: 'merged', mergedInto: into }),
  withdrawn: (_letter, { at }) => ({ ...rest, status: 'withdrawn', closedAt: at }),
  recomputed: (_letter, { acceptBy, clock, waitUntil, contactBy }) => ({
    acceptBy,
    clock,
    waitUntil,
    contactBy,
  }),
  noted: () => ({}),
  contact_viewed: () => ({}),
  file_viewed: () => ({}),
  key_renewed: () => ({}),
  contact_erased: () => ({ contactErased: true }),
  // What is erased can't stay public; that it was there stays visible.
  erased: ({ release }) => ({ erased: true, release: release === 'published' ? 'taken_down' : release }),
  endorsed: (letter) => ({ endorsements: letter.endorsements + 1 }),
  verdict: () => ({}),
};

function assigned(letter: Letter, event: EventOf<'assigned'>): Partial<Letter> {
  return {
    ...held(letter, event),
    status: letter.status === 'merged' ? statusBeforeMerge(letter) : letter.status,
    mergedInto: null,
    objected: false,
    forced: event.forced,
  };
}

/** Confirming the same holder gives it no new time to object, nor does naming a department in another tenant that holds it. */
function held(letter: Letter, event: LetterEvent): Partial<Letter> {
  const { tenant, department } = holderAfter(letter, event);
  const stays = tenant === letter.tenant && (tenant !== null || department === letter.department);
  const sentBy = tenant === null ? null : letter.tenant === null ? letter.department : letter.sentBy;
  return { tenant, department, sentBy, heldSince: stays ? letter.heldSince : event.at };
}

function statusBeforeMerge({ acceptedAt }: Letter): Status {
  return acceptedAt === null ? 'submitted' : 'accepted';
}

/** The stretch that the stop had ended is kept, unless the stop came too late to end one. */
function runsAgain({ clock: stopped, stretches, waits }: Letter, clock: Clock): Partial<Letter> {
  const again: Partial<Letter> = { status: 'accepted', waitUntil: null, clock };
  if (!isStanding(stopped)) return again;
  const stop = stopped.stoppedOn!;
  return {
    ...again,
    stretches: [...stretches, { from: stopped.anchor, to: stop }],
    waits: [...waits, { from: stop, to: clock.anchor }],
  };
}

function replied(letter: Letter, event: EventOf<'replied'>): Partial<Letter> {
  const { at, type, outcome, promisedFor } = event;
  const firstResponseAt = letter.firstResponseAt ?? at;
  if (type === 'interim') return { draft: null, firstResponseAt };
  return {
    ...rest,
    status: 'replied',
    firstResponseAt,
    finalReplyAt: at,
    firstFinalReplyAt: letter.firstFinalReplyAt ?? at,
    outcome,
    promise: outcome === 'promised' && promisedFor ? { for: promisedFor, done: false } : null,
  };
}
