/** What the state machine speaks of: the letter as its events leave it, who acts, what they ask, what is refused. */
import type {
  Channel,
  Colour,
  DeclineGround,
  Kind,
  Level,
  Outcome,
  ReplyType,
  Role,
  Solved,
  SpamGround,
  Status,
  WithholdGround,
} from '../contract/vocabulary.ts';
import type { Calendar, Day } from './calendar.ts';
import type { Clock, Deadline, Instant, LetterEvent, Scores, WithSigns } from './events.ts';

/** Durations of product.md §5 in days; working days unless said otherwise. A version of them is kept with each letter. */
export interface Rules {
  version: number;
  acceptDays: number;
  replyDays: Record<Kind, number>;
  extensionDaysMax: number;
  objectionDays: number;
  waitingDaysMax: number;
  /** Calendar days. */
  silenceDays: number;
  contactDays: number;
  /** Calendar days. */
  reopenDays: number;
  /** Calendar days after the reply deadline. */
  escalationDays: Record<Colour, number>;
  /** Within which an order (督办) is answered. */
  orderDays: number;
  /** A reply by an officer goes out only when a second member approves it. */
  signOff: boolean;
}

export interface Policy {
  /** The version kept with the letter; for a new letter the one in force. */
  rules: Rules;
  calendar: Calendar;
  /** IANA name. */
  timeZone: string;
  /** Ids of the departments that take letters, of the tenant the actor acts for. */
  departments: readonly string[];
  /** The letter's own tenant. */
  tenant?: string;
  /** The department that took over from each closed one. */
  successors?: Readonly<Record<string, string>>;
}

export interface Actor {
  role: Role;
  /** Staff member's id. */
  id: string | null;
  /** Departments an officer works for, those of absent colleagues included. */
  departments: readonly string[];
  /** Absent colleagues an officer is the deputy of (代理人), with the departments that are not the officer's own. */
  standsInFor?: readonly { id: string; departments: readonly string[] }[];
  /** The tenant they act for, where it isn't the letter's own. */
  tenant?: string;
}

export interface Rating {
  at: Instant;
  round: 1 | 2;
  level: Level;
  solved: Solved;
  scores: Scores;
}

/** A stretch of days a clock ran: after `from` up to and including `to`. */
export interface Stretch {
  from: Day;
  to: Day;
}

/** A letter as its events leave it. */
export interface Letter {
  seq: number;
  /** When its last event took effect: no event may be earlier. */
  lastAt: Instant;
  status: Status;
  kind: Kind;
  channel: Channel;
  receivedAt: Instant;
  ruleVersion: number;
  /** Who holds it; before acceptance the department named or routed to. Null: nobody yet. Of `tenant`, where that is set. */
  department: string | null;
  /** The department named by the writer or the file. */
  namedDepartment: string | null;
  /** When the present department got it: the objection runs from here. */
  heldSince: Instant;
  /** Another tenant that holds it after a hand-over. */
  tenant: string | null;
  /** While another tenant holds it: the department of its own that had it last. */
  sentBy: string | null;
  consent: boolean;
  acceptBy: Deadline;
  acceptedAt: Instant | null;
  round: 1 | 2;
  clock: Clock;
  /** The stretches this round's clock ran before its present anchor, so that a new calendar can count them again. */
  stretches: readonly Stretch[];
  /** Until when the writer is waited for; set while awaiting_citizen. */
  waitUntil: Deadline | null;
  /** How long the writer was waited for in this round: the days after `from` up to `to`. */
  waits: readonly Stretch[];
  /** How often the writer was asked. */
  asked: number;
  extended: boolean;
  transfers: number;
  /** Assigned for good after two transfers: can't be passed on. */
  forced: boolean;
  /** A department says it is the wrong address; the coordinator decides. */
  objected: boolean;
  /** A reply waiting for sign-off. */
  draft: {
    author: string | null;
    type: ReplyType;
    outcome: Outcome | null;
    promisedFor: Day | null;
    files: number;
  } | null;
  /** The first interim or final reply, or the decline. */
  firstResponseAt: Instant | null;
  /** The latest final reply. */
  finalReplyAt: Instant | null;
  firstFinalReplyAt: Instant | null;
  outcome: Outcome | null;
  promise: { for: Day; done: boolean } | null;
  ratings: readonly Rating[];
  contactBy: Deadline | null;
  contactedAt: Instant | null;
  /** When it came to rest: closed, declined, withdrawn or spam. */
  closedAt: Instant | null;
  contested: boolean;
  /** The highest colour of the present round. */
  colour: Colour | null;
  mergedInto: string | null;
  release: 'none' | 'published' | 'withheld' | 'taken_down';
  endorsements: number;
  contactErased: boolean;
  erased: boolean;
}

interface WithFiles {
  /** How many files come with it; absent: none. */
  files?: number;
}

export type Command =
  | ({
      name: 'submit';
      kind: Kind;
      department: string | null;
      consent: boolean;
      channel: Channel;
    } & WithFiles)
  | { name: 'accept'; department: string }
  /** One of the two: a `tenant` names its department itself. */
  | { name: 'assign'; department: string | null; tenant?: string | null }
  | { name: 'decline'; grounds: DeclineGround }
  | { name: 'spam'; grounds: SpamGround }
  | { name: 'transfer'; department: string | null; tenant: string | null }
  | { name: 'object' }
  | { name: 'request-info' }
  | ({ name: 'reply'; type: ReplyType; outcome: Outcome | null; promisedFor: Day | null } & WithFiles &
      WithSigns)
  | ({ name: 'approve' } & WithSigns)
  | { name: 'return' }
  | { name: 'extend'; days: number }
  | ({ name: 'publish' } & WithFiles)
  | { name: 'withhold'; grounds: WithholdGround }
  | { name: 'take-down'; grounds: WithholdGround }
  | { name: 'follow-up'; done: boolean }
  | { name: 'contact' }
  /** `children`: how many letters are merged into this one already. */
  | { name: 'merge'; into: string; targetStatus: Status; self: string; children: number }
  | { name: 'join' }
  | { name: 'part' }
  | ({ name: 'answer-merged'; outcome: Outcome; promisedFor: Day | null } & WithFiles)
  | { name: 'note' }
  | { name: 'new-key' }
  | { name: 'erase' }
  /** `required`: the tenant takes no letter without contact details, so they are kept until it is at rest. */
  | { name: 'erase-contact'; required: boolean }
  | { name: 'view-contact' }
  /** A file the writer sent, by its number within the letter. */
  | { name: 'view-file'; file: number }
  | ({ name: 'supplement' } & WithFiles)
  | { name: 'withdraw' }
  | { name: 'rate'; level: Level; solved: Solved; scores: Scores }
  | { name: 'consent'; publish: boolean }
  | { name: 'endorse' }
  | { name: 'verdict'; answers: boolean }
  | { name: 'recompute' }
  /** Departments were merged or split. `before`: only what the earlier one has held since then at the latest; null: whatever it holds. */
  | { name: 'succeed'; from: string; to: string; before: Instant | null }
  | { name: 'elapse' };

export type CommandName = Command['name'];
export type CommandOf<N extends CommandName> = Extract<Command, { name: N }>;

/** Why a command is refused; the wire's `code` (contract/errors.ts says each in words). */
export type Refusal =
  | 'forbidden'
  | 'not_yours'
  | 'wrong_status'
  | 'unknown_department'
  | 'same_department'
  | 'same_tenant'
  | 'handed_over'
  | 'transfer_first'
  | 'already_accepted'
  | 'ask_first'
  | 'too_many_transfers'
  | 'forced_assignment'
  | 'objection_too_late'
  | 'already_objected'
  | 'outcome_missing'
  | 'promise_date_missing'
  | 'promise_date_past'
  | 'reply_pending'
  | 'no_draft'
  | 'own_draft'
  | 'already_extended'
  | 'extension_too_long'
  | 'deadline_passed'
  | 'no_consent'
  | 'nothing_to_publish'
  | 'not_published'
  | 'already_published'
  | 'no_promise'
  | 'not_reopened'
  | 'already_contacted'
  | 'already_rated'
  | 'not_rateable'
  | 'already_replied'
  | 'merge_target'
  | 'has_merged'
  | 'waited_enough'
  | 'unchanged'
  | 'already_erased'
  | 'still_open';

export type Decision = { ok: true; events: LetterEvent[] } | { ok: false; reason: Refusal };
