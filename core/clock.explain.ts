/** "Why this date?": the days a clock counted and the days it left out, for the writer and the officer alike. */
import { isWeekend, type Day } from './calendar.ts';
import { deadline, type Days, type Unit } from './clock.rules.ts';
import type { Clock, Deadline, LetterEvent } from './events.ts';
import { addDays } from './local-time.ts';

/**
 * Why a day didn't count: the letter came or was rated that day; a day off; the clock stood still or began to run again;
 * or the count had ended on a day off, so that the deadline moved on.
 */
export type Why = 'received' | 'rated' | 'weekend' | 'holiday' | 'stopped' | 'resumed' | 'moved';

export interface LeftOut {
  day: Day;
  why: Why;
  /** The holiday's name, where the calendar knows it. */
  name: string | null;
}

export interface Explanation {
  counted: Day[];
  left: LeftOut[];
  /** While the clock stands still, the deadline that held when it stopped. */
  due: Deadline;
  provisional: boolean;
}

export interface LetterExplanation {
  accept: Explanation;
  reply: Explanation;
  /** The reopened round's clock. */
  again: Explanation | null;
}

/** @throws TypeError where the events don't begin with a submission */
export function explain(events: readonly LetterEvent[], policy: Days): LetterExplanation {
  const [first] = events;
  if (first?.kind !== 'submitted') throw new TypeError('a letter needs at least its submission');
  const reopened = events.findIndex(({ kind }) => kind === 'reopened');
  const rounds = reopened < 0 ? [events] : [events.slice(0, reopened), events.slice(reopened)];
  const acceptBy = events.reduce(
    (due, event) => (event.kind === 'recomputed' ? event.acceptBy : due),
    first.acceptBy,
  );
  const received: Start = { day: first.clock.anchor, why: 'received' };
  const span = {
    from: received,
    unit: 'working',
    due: acceptBy,
    gaps: [],
    until: acceptBy.day,
    budget: Infinity,
  } as const;
  return {
    accept: walk(span, policy),
    reply: walk(spanOf(rounds[0]!, received), policy),
    again: rounds[1]
      ? walk(spanOf(rounds[1], { day: clocksOf(rounds[1])[0]!.anchor, why: 'rated' }), policy)
      : null,
  };
}

/** The count of a rule from a day, without a letter: the administrators' diagnostic. */
export function explainCount(unit: Unit, days: number, received: Day, policy: Days): Explanation {
  const due = deadline(unit, days, received, policy);
  return walk(
    { from: { day: received, why: 'received' }, unit, due, gaps: [], until: due.day, budget: days },
    policy,
  );
}

interface Start {
  day: Day;
  why: 'received' | 'rated';
}

/** After `on` up to and including `to` no day counted; a null `to`: still stopped. */
interface Gap {
  on: Day;
  to: Day | null;
}

interface Span {
  from: Start;
  unit: Unit;
  budget: number;
  due: Deadline;
  gaps: readonly Gap[];
  until: Day;
}

function walk({ from, unit, budget, due, gaps, until }: Span, policy: Days): Explanation {
  const counted: Day[] = [];
  const left: LeftOut[] = [{ day: from.day, why: from.why, name: null }];
  for (let day = addDays(from.day, 1); day <= until; day = addDays(day, 1)) {
    const why =
      gapAt(gaps, day) ??
      (unit === 'working' ? dayOff(day, policy) : counted.length < budget ? null : 'moved');
    if (why) left.push({ day, why, name: policy.calendar.holidayName?.(day) ?? null });
    else counted.push(day);
  }
  return { counted, left, due, provisional: due.provisional };
}

function gapAt(gaps: readonly Gap[], day: Day): Why | null {
  const gap = gaps.find(({ on, to }) => day > on && (to === null || day <= to));
  return gap ? (day === gap.to ? 'resumed' : 'stopped') : null;
}

function dayOff(day: Day, { calendar }: Days): Why | null {
  if (calendar.isWorkday(day)) return null;
  return isWeekend(day) && !calendar.holidayName?.(day) ? 'weekend' : 'holiday';
}

function spanOf(events: readonly LetterEvent[], from: Start): Span {
  const clocks = clocksOf(events);
  const { unit, budget, due, stoppedOn } = clocks.at(-1)!;
  const gaps: Gap[] = [];
  for (const clock of clocks) {
    const open = gaps.at(-1)?.to === null ? gaps.at(-1) : undefined;
    if (open && clock.stoppedOn === null) open.to = clock.anchor > open.on ? clock.anchor : open.on;
    else if (!open && clock.stoppedOn !== null) gaps.push({ on: clock.stoppedOn, to: null });
  }
  const until = stoppedOn !== null && stoppedOn < due.day ? stoppedOn : due.day;
  return { from, unit, budget, due, gaps, until };
}

function clocksOf(events: readonly LetterEvent[]): Clock[] {
  return events.flatMap((event) => ('clock' in event ? [event.clock] : []));
}
