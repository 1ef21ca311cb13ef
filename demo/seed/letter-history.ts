/** What became of a letter: the steps of its life as rows of the import file. */
import type { z } from 'zod';
import type { importLetter } from '../../contract/imports.ts';
import type { Kind, Level, Outcome, Solved } from '../../contract/vocabulary.ts';
import type { Day } from '../../core/calendar.ts';
import { defaultRules } from '../../core/default-rules.ts';
import type { Instant } from '../../core/events.ts';
import { addDays } from '../../core/local-time.ts';
import { dayIn, officeTime, stampOf, timeOn, workdayAfter, workdayFrom } from './days.ts';
import type { Random } from './random.ts';

export type LetterRow = z.input<typeof importLetter> & { external_id: string };

export interface Final {
  at: Instant;
  outcome: Outcome;
  reply: string;
  rated: { at: Instant; level: Level; solved: Solved } | null;
}

export interface History {
  receivedAt: Instant;
  acceptedAt: Instant | null;
  interimAt: Instant | null;
  final: Final | null;
  /** After a bad rating. */
  second: Final | null;
}

export const replyDays = (kind: Kind): number => defaultRules.replyDays[kind];

/** Accepted by the end of the first working day after receipt, in office hours. */
export function acceptInTime(receivedAt: Instant, random: Random): Instant {
  const day = dayIn(receivedAt);
  const sameDay = workdayFrom(day) === day && receivedAt < timeOn(day, 15, 0) && random.chance(0.7);
  return sameDay ? officeTime(day, random, receivedAt) : officeTime(workdayAfter(day, 1), random);
}

/** Accepted after that day had gone by. */
export const acceptLate = (receivedAt: Instant, workdays: number, random: Random): Instant =>
  officeTime(workdayAfter(dayIn(receivedAt), Math.max(2, workdays)), random);

export function rateAfter(replied: Instant, level: Level, outcome: Outcome, random: Random): Final['rated'] {
  const day = addDays(
    dayIn(replied),
    random.weighed([
      [0, 3],
      [1, 5],
      [2, 4],
      [4, 2],
      [7, 2],
      [11, 1],
    ]),
  );
  const evening = timeOn(day, random.int(18, 22), random.int(0, 59), random.int(0, 59));
  return {
    at: evening > replied ? evening : replied + 3_600_000,
    level,
    solved: solvedBy(level, outcome, random),
  };
}

function solvedBy(level: Level, outcome: Outcome, random: Random): Solved {
  if (level <= 2) return random.chance(0.85) ? 'no' : 'partly';
  if (outcome === 'refused') return 'no';
  if (outcome === 'promised') return random.chance(0.7) ? 'partly' : 'no';
  if (level === 3) return random.chance(0.5) ? 'partly' : 'yes';
  return 'yes';
}

/** The history as it is known at `now`: what lies ahead has not happened. */
export function knownAt(history: History, now: Instant): History {
  const past = <T extends { at: Instant }>(step: T | null) => (step && step.at <= now ? step : null);
  const final = past(history.final);
  const rated = past(final?.rated ?? null);
  const second = rated ? past(history.second) : null;
  return {
    receivedAt: history.receivedAt,
    acceptedAt: history.acceptedAt !== null && history.acceptedAt <= now ? history.acceptedAt : null,
    interimAt: history.interimAt !== null && history.interimAt <= now ? history.interimAt : null,
    final: final && { ...final, rated },
    second: second && { ...second, rated: past(second.rated) },
  };
}

/** The columns that tell the history. */
export function historyColumns({ receivedAt, acceptedAt, interimAt, final, second }: History) {
  return {
    received_at: stampOf(receivedAt),
    ...(acceptedAt !== null && { accepted_at: stampOf(acceptedAt) }),
    ...(interimAt !== null && { interim_at: stampOf(interimAt) }),
    ...(final && finalColumns(final)),
    ...(second && { second: finalColumns(second) }),
  };
}

const finalColumns = ({ at, reply, outcome, rated }: Final) => ({
  replied_at: stampOf(at),
  reply,
  outcome,
  ...(rated && { rated_at: stampOf(rated.at), rating: rated.level, solved: rated.solved }),
});

/** A day some working days after another, at office time. */
export const officeAfter = (day: Day, workdays: number, random: Random, after: Instant = 0): Instant =>
  officeTime(workdayAfter(day, workdays), random, after);
