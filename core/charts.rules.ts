/**
 * The figures as courses (product.md §6): counted by the same rules as the figures themselves, so that weeks add up to them.
 * Spam and withdrawn letters are left out.
 */
import type { Charts, OpenAge } from '../contract/charts.ts';
import { LEVELS, type Level } from '../contract/vocabulary.ts';
import type { Day } from './calendar.ts';
import type { Instant } from './events.ts';
import type { Facts } from './facts.ts';
import { addDays, dayOf, daysApart } from './local-time.ts';
import { asOfCutOff, hasLapsed, type Known } from './stats.as-of.ts';
import { emptyTally, type Tally, tallyLetter } from './stats.tally.ts';

export interface ChartsQuery {
  from: Day;
  to: Day;
  /** The cut-off day; what happens from `before` on isn't known. */
  asOf: Day;
  before: Instant;
  timeZone: string;
}

const AGES: [from: number, age: OpenAge][] = [
  [0, '0-4'],
  [5, '5-14'],
  [15, '15-29'],
  [30, '30-89'],
  [90, '90+'],
];

type Courses = Omit<Charts, 'tenant' | 'from' | 'to' | 'asOf'>;

export function chartsOf(facts: Iterable<Facts>, query: ChartsQuery): Courses {
  const { timeZone, asOf, before } = query;
  const weeks = weeksOf(query);
  const total = emptyTally();
  const open = new Map<OpenAge, { count: number; overdue: number }>();
  const levels = new Map<Level, number>();
  let accepted = 0;
  for (const letter of facts) {
    const known = asOfCutOff(letter, before);
    if (!known || known.spam !== null || known.withdrawn !== null) continue;
    const received = dayOf(letter.received * 1000, timeZone);
    tallyLetter(total, known);
    const week = weeks.findLast(({ from }) => from <= received);
    if (week) tallyLetter(week.tally, known);
    if (known.accepted !== null || known.declined !== null) accepted++;
    if (isOpen(known)) add(open, ageOf(daysApart(received, asOf)), isOverdue(known));
    const latest = known.ratings.at(-1);
    if (latest) levels.set(latest[1], (levels.get(latest[1]) ?? 0) + 1);
  }
  const { received, replied, rated, solvedYes: solved } = total;
  return {
    weeks: weeks.map(toWeek),
    open: AGES.map(([, age]) => ({ age, ...(open.get(age) ?? { count: 0, overdue: 0 }) })),
    flow: { received, accepted, replied, rated, solved },
    ratings: LEVELS.map((level) => ({ level, count: levels.get(level) ?? 0 })),
  };
}

interface Week {
  from: Day;
  to: Day;
  tally: Tally;
}

/** From Monday to Sunday; the first and the last as much of theirs as lies in the period. */
function weeksOf({ from, to }: ChartsQuery): Week[] {
  const weeks: Week[] = [];
  for (let start = from; start <= to;) {
    const sunday = addDays(start, (7 - new Date(`${start}T00:00:00Z`).getUTCDay()) % 7);
    const end = sunday < to ? sunday : to;
    weeks.push({ from: start, to: end, tally: emptyTally() });
    start = addDays(end, 1);
  }
  return weeks;
}

function toWeek({ from, to, tally }: Week): Courses['weeks'][number] {
  const { received, due, replied, repliedOnTime } = tally;
  const onTimeRate = due === 0 ? null : repliedOnTime / due;
  return { from, to, received, due, replied, repliedOnTime, onTimeRate };
}

/** A round without a final reply; a declined letter has had its answer. */
const isOpen = ({ declined, replies, rounds }: Known): boolean =>
  declined === null && replies.length < rounds.length;

const isOverdue = ({ rounds, asOf }: Known): boolean => hasLapsed(rounds.at(-1)!.at(-1)!, asOf);

const ageOf = (days: number): OpenAge => (AGES.findLast(([from]) => days >= from) ?? AGES[0]!)[1];

function add(open: Map<OpenAge, { count: number; overdue: number }>, age: OpenAge, late: boolean): void {
  const { count, overdue } = open.get(age) ?? { count: 0, overdue: 0 };
  open.set(age, { count: count + 1, overdue: overdue + (late ? 1 : 0) });
}
