/**
 * The canonical record of a letter: one append-only event for every change, enough to recompute every figure of
 * product.md §6 from events alone. No text and no personal data: a text is there as its salted commitment only.
 * The public log is made of these fields; docs/events.md describes them.
 */
import type {
  Channel,
  Colour,
  DeclineGround,
  Kind,
  Level,
  Outcome,
  PersonalDataReason,
  ReplySign,
  ReplyType,
  Role,
  Solved,
  SpamGround,
  WithholdGround,
} from '../contract/vocabulary.ts';
import type { Day } from './calendar.ts';

/** A point in time, milliseconds since the epoch. */
export type Instant = number;

export interface Deadline {
  /** The last day in the tenant's time zone; the deadline falls at its end (24:00). */
  day: Day;
  /** The first instant that is too late. */
  before: Instant;
  /** Falls beyond the announced calendar (暂定). */
  provisional: boolean;
}

/** A running or stopped count of days. */
export interface Clock {
  unit: 'working' | 'calendar';
  /** The day the present stretch is counted from; it doesn't count itself. */
  anchor: Day;
  /** Days allowed in all, extensions included. */
  budget: number;
  /** Days used up in earlier stretches; while stopped, in the last one too. */
  used: number;
  /** Set while the clock stands still. A stop after the due day changes nothing: the deadline has passed. */
  stoppedOn: Day | null;
  /** The due time that results; while stopped, the one that held when it stopped. */
  due: Deadline;
}

export interface Scores {
  result: number | null;
  attitude: number | null;
  speed: number | null;
}

interface Stamp {
  /** 1, 2, 3 … within the letter. */
  seq: number;
  /** When it took effect: for the clock's own events the boundary, not the time a job noticed it. */
  at: Instant;
  role: Role;
  /** Staff member's id; null for the writer, readers and the clock. Not part of the public log. */
  actor: string | null;
  /** The absent member for whom a deputy (代理人) acted; absent: for nobody. Not part of the public log. */
  actingFor?: string;
  /** Salted commitment (hex SHA-256) to the text that came with it; the core leaves it null, the action that holds the text sets it. */
  commitment: string | null;
}

interface WithFiles {
  /** How many files came with it; absent: none. */
  files?: number;
}

/** What the reply check found when a reply was written or sent; of replies of before the check, nothing. */
export interface WithSigns {
  /** In the order of `REPLY_SIGNS`; absent: none. */
  flags?: readonly ReplySign[];
  /** Sent knowingly with personal data in it, and why; absent: none was held back. */
  personalData?: PersonalDataReason;
}

/**
 * What each kind of event carries beside its stamp. `department` is the holder that results: of the letter's own tenant, or of
 * the `tenant` that holds it after a hand-over (core/holder.ts).
 */
export interface EventFields {
  submitted: WithFiles & {
    letterKind: Kind;
    department: string | null;
    consent: boolean;
    channel: Channel;
    ruleVersion: number;
    acceptBy: Deadline;
    clock: Clock;
  };
  accepted: { department: string };
  /**
   * `department` is null where another `tenant` is to name one of its own; no `tenant`: the letter's own. `succeeds`: the department
   * whose duties passed to this one by a merger or a split; nothing else changed.
   */
  assigned: { department: string | null; tenant?: string; forced: boolean; succeeds?: string };
  /** `days`: working days from receipt (day 0). */
  declined: { grounds: DeclineGround; days: number };
  marked_spam: { grounds: SpamGround };
  /** Both null: back to the letter's own tenant, which names the department. */
  transferred: { department: string | null; tenant: string | null };
  objected: Record<never, never>;
  info_requested: { clock: Clock; waitUntil: Deadline };
  supplemented: WithFiles & { clock: Clock };
  /** The wait for the writer ran out, or the officer answered without waiting. */
  resumed: { clock: Clock };
  /** A reply that waits for sign-off. */
  drafted: WithFiles & WithSigns & { type: ReplyType; outcome: Outcome | null; promisedFor: Day | null };
  returned: Record<never, never>;
  replied: WithFiles &
    WithSigns & {
      type: ReplyType;
      outcome: Outcome | null;
      promisedFor: Day | null;
      /** The end (24:00) of that day in the tenant's zone, so that figures need no time zone. */
      promiseBefore: Instant | null;
      /** Working days from receipt (day 0) to this reply. */
      days: number;
      /** Who wrote it, where a second member approved it. */
      author: string | null;
      /** The reply of the letter this one was merged into. */
      merged: boolean;
    };
  extended: { days: number; clock: Clock };
  /** `files`: how many of the letter's files were released with it. */
  published: WithFiles & { correction: boolean };
  withheld: { grounds: WithholdGround };
  taken_down: { grounds: WithholdGround };
  consent_changed: { consent: boolean };
  rated: { level: Level; solved: Solved; scores: Scores };
  reopened: { clock: Clock; contactBy: Deadline };
  contacted: Record<never, never>;
  closed: { reason: 'rated' | 'silence' | 'contested' };
  escalated: { colour: Colour };
  followed_up: { done: boolean };
  /** The letter (its internal id) whose answer this one shares. */
  merged: { into: string };
  /** Another letter was merged into this one and shares its answer. */
  joined: Record<never, never>;
  /** The letter it was merged into will get no reply: it goes its own way again. */
  parted: Record<never, never>;
  withdrawn: Record<never, never>;
  /** A provisional deadline, recomputed when the calendar became known. */
  recomputed: { acceptBy: Deadline; clock: Clock; waitUntil: Deadline | null; contactBy: Deadline | null };
  noted: Record<never, never>;
  contact_viewed: Record<never, never>;
  /** Staff opened a file the writer sent: the letter's file of that number. */
  file_viewed: { file: number };
  key_renewed: Record<never, never>;
  /** The writer's contact details are gone; `withFiles`: what they attached as well. */
  contact_erased: { withFiles: boolean };
  erased: Record<never, never>;
  endorsed: Record<never, never>;
  verdict: { answers: boolean };
}

export type EventKind = keyof EventFields;
export type EventOf<K extends EventKind> = { [P in K]: Stamp & { kind: P } & EventFields[P] }[K];
export type LetterEvent = EventOf<EventKind>;
/** An event before it is stamped: what a rule decides. */
export type EventBody = { [K in EventKind]: { kind: K } & EventFields[K] }[EventKind];
