/**
 * What must be true of a shard at any moment, whoever was killed in the middle of what: nothing half-written, doubled or
 * missing. Pure: rows in, faults out, so that the crash test (node:sqlite) and the fuzz (D1) ask the same.
 */
import {
  factsOf,
  nextBoundary,
  replay,
  type EventOf,
  type Letter,
  type LetterEvent,
  type Policy,
} from '../../core/index.ts';

export type Row = Record<string, string | number | null>;

/** What is read of a shard; columns are named as in worker/migrations/letters. */
export const queries = {
  letters: 'SELECT * FROM letter',
  events: 'SELECT * FROM event ORDER BY letter_id, seq',
  facts: 'SELECT * FROM facts',
  held: 'SELECT * FROM held_letter',
  idempotency: 'SELECT letter_id FROM idempotency',
  index: 'SELECT rowid AS id FROM search',
  tallies: 'SELECT * FROM tally',
} as const;
export type Shard = Record<keyof typeof queries, Row[]>;

/** @param policyOf the rules a tenant's letters live by; null leaves out what only rules can tell */
export function faultsIn(shard: Shard, policyOf: (tenant: string) => Policy | null): string[] {
  const faults: string[] = [];
  const events = Map.groupBy(shard.events, (row) => row['letter_id']);
  const facts = Map.groupBy(shard.facts, ownerOf);
  const ids = new Set(shard.letters.map((row) => row['id']));
  for (const row of shard.letters) {
    const own = {
      events: events.get(row['id']!) ?? [],
      facts: facts.get(`${row['tenant']} ${row['id']}`) ?? [],
    };
    const wrong = faultsOfLetter(row, own, policyOf(String(row['tenant'])));
    faults.push(...wrong.map((fault) => `${row['number']}: ${fault}`));
  }
  for (const table of ['events', 'idempotency'] as const) {
    for (const row of shard[table])
      if (!ids.has(row['letter_id']!)) faults.push(`${table}: a row of no letter (${row['letter_id']})`);
  }
  // Facts are of a letter here, or of one of another tenant that was handed over, with which they were written.
  const owners = new Set([
    ...shard.letters.map(({ tenant, id }) => `${tenant} ${id}`),
    ...shard.held.map(ownerOf),
  ]);
  for (const row of shard.facts)
    if (!owners.has(ownerOf(row))) faults.push(`facts: a row of no letter (${row['letter_id']})`);
  return [...faults, ...faultsOfNumbers(shard.letters), ...faultsOfIndex(shard), ...faultsOfTallies(shard)];
}

const ownerOf = (row: Row): string => `${row['tenant']} ${row['letter_id']}`;

/** Serials run from 1 without a gap, and the number says the same as its parts. */
function faultsOfNumbers(letters: readonly Row[]): string[] {
  const faults: string[] = [];
  const numbers = new Set(letters.map((row) => row['number']));
  if (numbers.size !== letters.length) faults.push('a number is given twice');
  const series = Map.groupBy(letters, (row) => `${row['tenant']} ${row['year']}`);
  for (const [name, rows] of series) {
    const serials = rows.map((row) => Number(row['serial'])).sort((a, b) => a - b);
    if (serials.some((serial, at) => serial !== at + 1))
      faults.push(`${name}: serials have a gap or a double`);
  }
  for (const { number, year, serial } of letters) {
    const expected = `-${year}-${String(serial).padStart(6, '0')}`;
    if (!String(number).endsWith(expected)) faults.push(`${number}: is not number ${expected}`);
  }
  return faults;
}

interface Own {
  events: readonly Row[];
  facts: readonly Row[];
}

function faultsOfLetter(row: Row, own: Own, policy: Policy | null): string[] {
  const events = own.events.map(({ data }) => JSON.parse(String(data)) as LetterEvent);
  if (events[0]?.kind !== 'submitted') return ['has no first event'];
  const faults: string[] = [];
  own.events.forEach((stored, at) => {
    const event = events[at]!;
    if (stored['seq'] !== at + 1) faults.push(`event ${at + 1} is missing`);
    const same = event.seq === stored['seq'] && event.kind === stored['kind'] && event.at === stored['at'];
    if (!same || stored['tenant'] !== row['tenant']) faults.push(`event ${at + 1} contradicts its row`);
  });
  if (own.facts.length !== 1) faults.push(`has ${own.facts.length} rows of facts`);
  else if (String(own.facts[0]!['facts']) !== JSON.stringify(factsOf(events)))
    faults.push('its facts are not those of its events');
  const letter = replay(events);
  const expected = { ...rowOf(letter, events), ...(policy ? rowByRules(letter, policy) : {}) };
  for (const [column, value] of Object.entries(expected))
    if (row[column] !== value) faults.push(`${column} is ${row[column]}, its events say ${value}`);
  const answers = events.filter(isAnswer);
  if ((row['answered_at'] === null) !== (answers.length === 0)) faults.push('is answered without an answer');
  if (row['rating'] !== null && !letter.ratings.some(({ level }) => level === row['rating']))
    faults.push(`nobody rated it ${row['rating']}`);
  const released = letter.release === 'published';
  if (released !== (row['public_title'] !== null)) faults.push('its public text is not as its release');
  if (letter.contactErased && row['contact'] !== null) faults.push('its contact details are still there');
  if (letter.erased && (row['title'] !== '' || row['body'] !== '' || row['contact'] !== null))
    faults.push('is erased and still has text');
  return faults;
}

const flag = (value: boolean): number => (value ? 1 : 0);

type Answer = EventOf<'declined'> | EventOf<'replied'>;

const isAnswer = (event: LetterEvent): event is Answer =>
  event.kind === 'declined' || (event.kind === 'replied' && event.type === 'final');

/** The letter's row as its events alone tell it; which of two answers is shown is a matter of taste, and not here. */
function rowOf(letter: Letter, events: readonly LetterEvent[]): Row {
  const verdicts = events.filter((event) => event.kind === 'verdict');
  const dues: Partial<Record<Letter['status'], number>> = {
    submitted: letter.acceptBy.before,
    accepted: letter.clock.due.before,
  };
  return {
    kind: letter.kind,
    status: letter.status,
    channel: letter.channel,
    department: letter.tenant === null ? letter.department : letter.sentBy,
    holder: letter.tenant,
    holder_department: letter.tenant === null ? null : letter.department,
    consent: flag(letter.consent),
    received_at: letter.receivedAt,
    rule_version: letter.ruleVersion,
    seq: letter.seq,
    round: letter.round,
    due_at: letter.tenant === null ? (dues[letter.status] ?? null) : null,
    colour: letter.colour,
    contested: flag(letter.contested),
    objected: flag(letter.objected),
    drafted: flag(letter.tenant === null && letter.draft !== null),
    days: events.find(isAnswer)?.days ?? null,
    closed_at: letter.closedAt,
    promised_for: letter.promise?.for ?? null,
    promise_done: flag(letter.promise?.done ?? false),
    merged_into: letter.mergedInto,
    release: letter.release,
    endorsements: letter.endorsements,
    answers: verdicts.filter(({ answers }) => answers).length,
    answers_not: verdicts.filter(({ answers }) => !answers).length,
  };
}

const rowByRules = (letter: Letter, policy: Policy): Row => ({
  next_at: nextBoundary(letter, policy)?.at ?? null,
});

/** What is published is in the index, once, and nothing else is. */
function faultsOfIndex({ letters, index }: Shard): string[] {
  const indexed = index.map(({ id }) => id!);
  const published = letters.filter((row) => row['release'] === 'published' && row['consent'] === 1);
  const listed = new Set(published.map((row) => row['search_id']));
  const faults = published
    .filter((row) => !indexed.includes(row['search_id']!))
    .map((row) => `${row['number']}: is published and not in the search index`);
  if (listed.size !== published.length || indexed.length !== listed.size)
    faults.push(`${published.length} letters are published, ${indexed.length} are in the search index`);
  return faults;
}

function faultsOfTallies({ letters, tallies }: Shard): string[] {
  const faults: string[] = [];
  for (const tally of tallies) {
    const own = letters.filter((row) => row['tenant'] === tally['tenant']);
    const count = (fits: (row: Row) => boolean) => own.filter(fits).length;
    const expected = {
      received: own.length,
      published: count((row) => row['release'] === 'published' && row['consent'] === 1),
      without_consent: count((row) => row['consent'] === 0 && row['status'] !== 'spam'),
      spam: count((row) => row['status'] === 'spam'),
    };
    for (const [column, value] of Object.entries(expected))
      if (tally[column] !== value)
        faults.push(`${tally['tenant']}: ${column} is ${tally[column]}, not ${value}`);
  }
  return faults;
}
