/**
 * Jingmen, first quarter of 2011: 95 letters, 39 taken up within the time limit, 56 unanswered at the quarter's end. The
 * figures are those of the bulletin the city published; the letters are made up.
 */
import type { Level } from '../../contract/vocabulary.ts';
import type { Day } from '../../core/calendar.ts';
import type { Instant } from '../../core/events.ts';
import { addDays, daysApart } from '../../core/local-time.ts';
import { Deck, replyText, secondReplyText, type Written } from './compose.ts';
import { dayIn, isWorkday, officeTime, workdayAfter, workdayFrom, writingTime } from './days.ts';
import { Filler } from './fill.ts';
import { acceptInTime, type History, historyColumns, type LetterRow, rateAfter } from './letter-history.ts';
import { jingmen } from './mailboxes.ts';
import { personOf } from './people.ts';
import { jingmenPlaces } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { saltPanic } from './topics/salt.ts';
import type { Topic } from './topics/topic.ts';

export const QUARTER = { from: '2011-01-01', to: '2011-03-31' } as const;

/** Per department: answered, unanswered. In all 39 and 56. */
const SHARES: Record<string, readonly [number, number]> = {
  市人社局: [11, 9],
  市房管局: [7, 13],
  市物价局: [4, 7],
  市卫生局: [4, 8],
  市供水公司: [5, 8],
  市旅游局: [2, 3],
  市出租办: [2, 6],
  市盐务管理局: [4, 2],
};
/** Those of them that are about the panic buying of salt. */
const PANIC: Record<string, readonly [number, number]> = { 市物价局: [1, 2], 市盐务管理局: [4, 2] };

type Delay = 'days' | 'week' | 'month';

interface Slot {
  department: string;
  answered: boolean;
  panic: boolean;
  received: Day;
  /** For the answered ones. */
  replied: Day;
}

export function letters2011(): LetterRow[] {
  const random = randomOf('jingmen 2011-Q1');
  const decks = new Map<string, Deck>();
  const deckOf = (department: string, topics: readonly Topic[]) => {
    const key = `${department} ${topics.length}`;
    const fitting = topics.filter((topic) => topic.department === department && topic.when !== 'now');
    return decks.get(key) ?? decks.set(key, new Deck(fitting, random)).get(key)!;
  };
  const slots = slotsOf(random).sort((one, other) => (one.received < other.received ? -1 : 1));
  return slots.map((slot, at) => {
    const { department, received } = slot;
    const { phone } = jingmen.departments.find(({ name }) => name === department)!;
    const filler = new Filler({ places: jingmenPlaces, phone, received }, random);
    const written = deckOf(department, slot.panic ? saltPanic : jingmen.topics).write(filler);
    const history = slot.answered
      ? answered(slot, written, filler, random)
      : unanswered(slot, written, filler, random);
    return {
      external_id: `jm-2011q1-${String(at + 1).padStart(3, '0')}`,
      kind: written.topic.kind,
      department,
      title: written.title,
      body: written.body,
      ...personOf(random),
      publish: random.chance(0.75),
      ...historyColumns(history),
    };
  });
}

function slotsOf(random: Random): Slot[] {
  // What is left of the 39 without the panic: three to four days, a week, more than a month.
  const delays = random.shuffled<Delay>([
    ...repeat('days', 10),
    ...repeat('week', 13),
    ...repeat('month', 11),
  ]);
  return Object.entries(SHARES).flatMap(([department, [yes, no]]) => {
    const panic = PANIC[department] ?? [0, 0];
    return [
      ...Array.from({ length: yes }, (_, at): Slot => {
        const inPanic = at < panic[0];
        const days = answeredDays(inPanic ? 'days' : delays.pop()!, inPanic, random);
        return { ...days, department, answered: true, panic: inPanic };
      }),
      ...Array.from({ length: no }, (_, at): Slot => {
        const inPanic = at < panic[1];
        const received = inPanic ? panicDay(random) : addDays(QUARTER.from, random.int(3, 88));
        return { received, replied: '', department, answered: false, panic: inPanic };
      }),
    ];
  });
}

const repeat = (value: Delay, count: number): Delay[] => Array.from({ length: count }, () => value);
const panicDay = (random: Random): Day => addDays('2011-03-17', random.int(0, 2));

/** Days of receipt and reply; the reply falls on a working day of the quarter. */
function answeredDays(delay: Delay, panic: boolean, random: Random): { received: Day; replied: Day } {
  const [least, most] = ({ days: [3, 4], week: [6, 9], month: [32, 52] } as const)[delay];
  for (;;) {
    const received = panic
      ? panicDay(random)
      : addDays(QUARTER.from, random.int(3, delay === 'month' ? 45 : 78));
    const replied = addDays(received, random.int(least, most));
    if (replied <= QUARTER.to && isWorkday(replied) && workdayAfter(received, 1) < replied)
      return { received, replied };
  }
}

function answered({ received, replied }: Slot, written: Written, filler: Filler, random: Random): History {
  const receivedAt = writingTime(received, random);
  const at = officeTime(replied, random);
  filler.replyOn(replied, received);
  const { outcome } = written.answer;
  const level = random.chance(0.35)
    ? random.weighed<Level>([
        [5, 2],
        [4, 4],
        [3, 5],
        [2, 1],
      ])
    : null;
  const rated = level && rateAfter(at, level, outcome, random);
  const final = { at, reply: replyText(written.answer, filler, random), outcome, rated };
  const history: History = {
    receivedAt,
    acceptedAt: acceptInTime(receivedAt, random),
    interimAt: null,
    final,
    second: null,
  };
  if (rated && rated.level <= 2) {
    const again = officeTime(workdayAfter(dayIn(rated.at), 6), random);
    history.second = {
      at: again,
      reply: secondReplyText(written.answer, false, filler, random),
      outcome,
      rated: null,
    };
  }
  return history;
}

/** Nobody took it up in time; the answer came in April or May. */
function unanswered({ received }: Slot, written: Written, filler: Filler, random: Random): History {
  const receivedAt = writingTime(received, random);
  const none: History = { receivedAt, acceptedAt: null, interimAt: null, final: null, second: null };
  const replied = workdayAfter('2011-04-05', random.int(0, 38));
  const at = officeTime(replied, random);
  const acceptedAt = acceptedLate(received, at, random);
  filler.replyOn(replied, dayIn(acceptedAt));
  const final = {
    at,
    reply: replyText(written.answer, filler, random),
    outcome: written.answer.outcome,
    rated: null,
  };
  return { ...none, acceptedAt, final };
}

/** Either weeks after the letter, still in the quarter, or in the days before the reply. */
function acceptedLate(received: Day, repliedAt: Instant, random: Random): Instant {
  const slow = workdayAfter(received, random.int(4, 12));
  if (slow <= QUARTER.to && random.chance(0.3)) return officeTime(slow, random);
  const after = '2011-04-01';
  const day = workdayFrom(addDays(after, random.int(0, daysApart(after, dayIn(repliedAt)))));
  return Math.min(officeTime(day, random), repliedAt - 2 * 3_600_000);
}
