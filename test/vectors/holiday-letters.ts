/**
 * Letters made to catch a clock out: received around the holidays of 2026, each taken up and answered within a second of its
 * deadline. With them the figures that they must give, counted by the hand-written table beside it.
 */
import { acceptDue, type Query, recount, replyDue, type VectorRow } from './recount.ts';
import { dueCalendarDay, plus } from './workdays-2026.ts';

export const holidayDepartments = ['市人社局', '市房管局', '市供水公司', '市出租办'] as const;

/** Days of receipt: before, within and after each holiday. */
const STRETCHES = [
  ['2026-02-10', '2026-02-28'],
  ['2026-04-01', '2026-04-08'],
  ['2026-04-28', '2026-05-10'],
  ['2026-06-16', '2026-06-23'],
  ['2026-09-16', '2026-10-12'],
] as const;

const KINDS = ['inquiry', 'complaint', 'suggestion', 'help', 'report'] as const;
/** The first and the last second of a day, and one between. */
const HOURS = ['00:00:00', '23:59:59', '11:30:00'] as const;

/** Seconds from the first instant that is too late; null for what doesn't happen. */
interface Timing {
  accept: -1 | 0 | 1 | null;
  reply: -1 | 0 | 1 | null;
  interim?: true;
  /** The second reply after a bad rating: null for a round that stays open. */
  again?: -1 | 0 | null;
}

const TIMINGS: readonly Timing[] = [
  { accept: -1, reply: -1 },
  { accept: 0, reply: 0 },
  { accept: 1, reply: 1 },
  { accept: -1, reply: 0 },
  { accept: 0, reply: -1 },
  { accept: -1, reply: null },
  { accept: null, reply: null },
  { accept: -1, reply: null, interim: true },
  { accept: -1, reply: -1, again: -1 },
  { accept: -1, reply: 1, again: 0 },
  { accept: 0, reply: -1, again: null },
];

/** Cut-offs in and after the holidays, some on the very day of a deadline; `to` may lie ahead. */
const QUERIES: readonly Query[] = [
  { from: '2026-02-01', to: '2026-10-31', asOf: '2026-11-20' },
  { from: '2026-02-01', to: '2026-10-31', asOf: '2026-09-30' },
  { from: '2026-02-10', to: '2026-02-28', asOf: '2026-02-14' },
  { from: '2026-02-10', to: '2026-02-28', asOf: '2026-02-27' },
  { from: '2026-02-10', to: '2026-02-28', asOf: '2026-03-12' },
  { from: '2026-04-01', to: '2026-05-10', asOf: '2026-05-09' },
  { from: '2026-06-16', to: '2026-06-23', asOf: '2026-06-22' },
  { from: '2026-09-16', to: '2026-09-30', asOf: '2026-10-10' },
  { from: '2026-09-30', to: '2026-10-12', asOf: '2026-10-13' },
];

function daysOf([from, to]: readonly [string, string]): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) days.push(day);
  return days;
}

/** So many seconds from the end of a day. */
function around(day: string, seconds: -1 | 0 | 1): string {
  return seconds < 0 ? `${day}T23:59:59+08:00` : `${plus(day, 1)}T00:00:0${seconds}+08:00`;
}

export const holidayRows: readonly VectorRow[] = STRETCHES.flatMap(daysOf).flatMap((day, dayAt) =>
  KINDS.map((kind, kindAt) => {
    const at = dayAt * KINDS.length + kindAt;
    return rowOf(day, kind, at, TIMINGS[(at * 7) % TIMINGS.length]!);
  }),
);

function rowOf(day: string, kind: VectorRow['kind'], at: number, timing: Timing): VectorRow {
  const { accept, reply } = timing;
  const named = accept !== null || at % 2 === 0;
  const row: VectorRow = {
    external_id: `clock-${String(at + 1).padStart(3, '0')}`,
    received_at: `${day}T${HOURS[at % HOURS.length]}+08:00`,
    kind,
    ...(named && { department: holidayDepartments[at % holidayDepartments.length]! }),
    title: `节假日前后的期限核对${at + 1}`,
    body: '核对受理期限和答复期限。',
    publish: false,
  };
  if (accept !== null) row.accepted_at = around(acceptDue(row), accept);
  if (timing.interim) row.interim_at = around(replyDue(row), -1);
  if (reply === null) return row;
  Object.assign(row, { replied_at: around(replyDue(row), reply), reply: '已核对。', outcome: 'explained' });
  if (timing.again !== undefined) addSecondRound(row, timing.again);
  return row;
}

/** Rated badly a day after the reply; the second reply falls around the end of the fifteenth calendar day. */
function addSecondRound(row: VectorRow, again: -1 | 0 | null): void {
  const ratedDay = plus(row.replied_at!.slice(0, 10), 1);
  Object.assign(row, { rated_at: `${ratedDay}T12:00:00+08:00`, rating: 2, solved: 'no' });
  if (again === null) return;
  const replied_at = around(dueCalendarDay(ratedDay, 15), again);
  row.second = { replied_at, reply: '已重新核对。', outcome: 'resolved' };
}

/** What the service must answer to each query. */
export const holidayExpected = QUERIES.map((query) => ({ query, figures: recount(holidayRows, query) }));
