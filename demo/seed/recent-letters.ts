/** Letters of the 365 days to today: most answered in time, some late, some not at all, as in real mailboxes. */
import type { Level } from '../../contract/vocabulary.ts';
import type { Day } from '../../core/calendar.ts';
import type { Instant } from '../../core/events.ts';
import { addDays, startOfDay } from '../../core/local-time.ts';
import { CANNED, Deck, replyText, secondReplyText, type Written } from './compose.ts';
import { dayIn, isWorkday, officeTime, spoken, workdayFrom, writingTime, ZONE } from './days.ts';
import { Filler } from './fill.ts';
import {
  acceptInTime,
  acceptLate,
  type Final,
  type History,
  historyColumns,
  knownAt,
  type LetterRow,
  officeAfter,
  rateAfter,
  replyDays,
} from './letter-history.ts';
import type { OwnWords } from './own-words.ts';
import { personOf } from './people.ts';
import type { Places } from './places.ts';
import { type Random, randomOf } from './random.ts';
import type { Topic } from './topics/topic.ts';

export interface Mailbox {
  /** Begins every external id. */
  id: string;
  places: Places;
  topics: readonly Topic[];
  departments: readonly { name: string; phone: string; letters: number }[];
  /** Letters that came in today. */
  today: number;
}

type Fate =
  | 'prompt'
  | 'in-time'
  | 'interim-in-time'
  | 'late'
  | 'interim-late'
  | 'interim-only'
  | 'accepted-only'
  | 'ignored';

/** Of a hundred letters; the rest is answered in time. */
const FATES: readonly (readonly [Fate, number])[] = [
  ['prompt', 11],
  ['interim-in-time', 4],
  ['late', 9],
  ['interim-late', 4],
  ['interim-only', 3],
  ['accepted-only', 3],
  ['ignored', 2],
];

/** Rows in the order of receipt. `now` is the present; nothing in them lies ahead of it. */
export function recentLetters(mailbox: Mailbox, now: Instant): LetterRow[] {
  const today = dayIn(now);
  const random = randomOf(`${mailbox.id} ${today}`);
  const senders = random.shuffled(
    mailbox.departments.flatMap((department) => Array.from({ length: department.letters }, () => department)),
  );
  const times = receiptTimes(senders.length, mailbox.today, now, random);
  const fates = fatesOf(senders.length, random);
  const decks = new Map(
    mailbox.departments.map(({ name }) => [
      name,
      new Deck(
        mailbox.topics.filter(({ department, when }) => department === name && when !== 'then'),
        random,
      ),
    ]),
  );
  // Dealt in another order than that of the times, so that retitled letters are not all of the same months.
  const order = random.shuffled(senders.map((_, at) => at));
  const rows = order.map((at): LetterRow => {
    const { name, phone } = senders[at]!;
    const receivedAt = times[at]!;
    const filler = new Filler({ places: mailbox.places, phone, received: dayIn(receivedAt) }, random);
    const written = decks.get(name)!.write(filler);
    const history = knownAt(historyOf(fates[at]!, written, receivedAt, filler, random), now);
    return {
      external_id: `${mailbox.id}-${String(at + 1).padStart(4, '0')}`,
      kind: written.topic.kind,
      // A writer who names nobody leaves it to the mailbox; until then it is unassigned.
      ...((history.acceptedAt !== null || random.chance(0.7)) && { department: name }),
      title: written.title,
      body: written.body,
      ...personOf(random),
      publish: random.chance(0.82),
      ...historyColumns(history),
    };
  });
  return rows.sort((one, other) => (one.external_id < other.external_id ? -1 : 1));
}

/** Dealt rather than drawn, so that every demo shows every fate in the same proportion. */
function fatesOf(count: number, random: Random): Fate[] {
  const fates = FATES.flatMap(([fate, share]) =>
    Array.from({ length: Math.round((count * share) / 100) }, () => fate),
  );
  const rest = Array.from({ length: count - fates.length }, (): Fate => 'in-time');
  return random.shuffled([...fates, ...rest]);
}

/** Fewer on days off and at Spring Festival; `today` of them since midnight. */
function receiptTimes(count: number, today: number, now: Instant, random: Random): Instant[] {
  const day = dayIn(now);
  const midnight = startOfDay(day, ZONE);
  const times = Array.from(
    { length: today },
    () => midnight + Math.floor((0.35 + random.next() * 0.6) * (now - midnight)),
  );
  while (times.length < count) {
    const before: Day = addDays(day, -random.int(1, 364));
    if (!isWorkday(before) && random.chance(0.55)) continue;
    times.push(writingTime(before, random));
  }
  return times.sort((one, other) => one - other);
}

function historyOf(
  fate: Fate,
  written: Written,
  receivedAt: Instant,
  filler: Filler,
  random: Random,
): History {
  const day = dayIn(receivedAt);
  const limit = replyDays(written.topic.kind);
  const late = fate === 'late' || fate === 'interim-late';
  const workdays = fate === 'prompt' ? 1 : late ? limit + random.int(1, 11) : random.int(2, limit);
  const history: History = { receivedAt, acceptedAt: null, interimAt: null, final: null, second: null };
  if (fate === 'ignored') return history;
  history.acceptedAt = random.chance(0.93)
    ? acceptInTime(receivedAt, random)
    : acceptLate(receivedAt, 2, random);
  if (fate.startsWith('interim'))
    history.interimAt = officeAfter(day, Math.min(limit, 3), random, history.acceptedAt);
  if (fate === 'accepted-only' || fate === 'interim-only') return history;
  const before = Math.max(history.acceptedAt, history.interimAt ?? 0);
  const repliedAt = Math.max(officeAfter(day, workdays, random), before + 45 * 60_000);
  const canned = random.chance(0.045);
  filler.replyOn(dayIn(repliedAt), dayIn(history.acceptedAt));
  history.final = firstReply(written, receivedAt, repliedAt, { canned, late }, filler, random);
  history.second = secondReply(written, history.final, filler, random);
  return history;
}

function firstReply(
  written: Written,
  receivedAt: Instant,
  at: Instant,
  how: { canned: boolean; late: boolean },
  filler: Filler,
  random: Random,
): Final {
  const own = ownWords(written, at, receivedAt);
  const reply = how.canned ? random.pick(CANNED) : replyText(written.answer, filler, random, own);
  const outcome = how.canned ? 'explained' : written.answer.outcome;
  const level = random.chance(how.canned ? 0.9 : 0.5) ? levelOf(how, random) : null;
  return { at, reply, outcome, rated: level && rateAfter(at, level, outcome, random) };
}

/** Of a chance of their own: what happens to a letter doesn't hang on how its reply is worded. */
function ownWords({ title }: Written, at: Instant, receivedAt: Instant): OwnWords {
  const day = dayIn(at);
  const occasion = { title, came: spoken(dayIn(receivedAt), day), told: spoken(day, day) };
  return { occasion, random: randomOf(`${title} ${at}`) };
}

function levelOf({ canned, late }: { canned: boolean; late: boolean }, random: Random): Level {
  if (canned)
    return random.weighed([
      [1, 6],
      [2, 4],
      [3, 1],
    ]);
  if (late)
    return random.weighed([
      [5, 2],
      [4, 4],
      [3, 5],
      [2, 4],
      [1, 2],
    ]);
  return random.weighed([
    [5, 36],
    [4, 32],
    [3, 17],
    [2, 9],
    [1, 6],
  ]);
}

/** Within 15 calendar days mostly; one in ten runs over, one in twenty never comes. */
function secondReply(written: Written, first: Final, filler: Filler, random: Random): Final | null {
  const { answer } = written;
  if (!first.rated || first.rated.level > 2 || random.chance(0.05)) return null;
  const days = random.chance(0.1) ? random.int(17, 26) : random.int(3, 12);
  const at = officeTime(workdayFrom(addDays(dayIn(first.rated.at), days)), random);
  filler.replyOn(dayIn(at), dayIn(first.rated.at));
  const outcome = answer.outcome === 'refused' ? 'explained' : answer.outcome;
  const level = random.chance(0.75)
    ? random.weighed<Level>([
        [5, 2],
        [4, 5],
        [3, 5],
        [2, 3],
        [1, 3],
      ])
    : null;
  return {
    at,
    reply: secondReplyText(
      answer,
      CANNED.includes(first.reply),
      filler,
      random,
      ownWords(written, at, first.at),
    ),
    outcome,
    rated: level && rateAfter(at, level, outcome, random),
  };
}
