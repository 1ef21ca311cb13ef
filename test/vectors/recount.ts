/**
 * The figures of product.md §6 counted the slow way from the rows of an import file, by the table of workdays-2026.ts. Shares no
 * code with core. Times are compared as texts: all are `YYYY-MM-DDTHH:MM:SS+08:00`.
 */
import { dueCalendarDay, dueDay, workdaysTo } from './workdays-2026.ts';

export interface Step {
  replied_at: string;
  outcome: string;
  rated_at?: string;
  rating?: number;
}
export interface VectorRow extends Partial<Step> {
  external_id: string;
  received_at: string;
  kind: 'inquiry' | 'complaint' | 'suggestion' | 'help' | 'report';
  department?: string;
  title: string;
  body: string;
  publish: boolean;
  accepted_at?: string;
  interim_at?: string;
  reply?: string;
  solved?: string;
  second?: Step & { reply: string; solved?: string };
}

export interface Counted {
  received: number;
  acceptedOnTime: number;
  unanswered: number;
  replied: number;
  repliedOnTime: number;
  overdue: number;
  due: number;
  medianDays: number | null;
}

export interface Query {
  from: string;
  to: string;
  asOf: string;
}

const REPLY_DAYS = { inquiry: 5, complaint: 7, suggestion: 7, help: 7, report: 15 };
const ACCEPT_DAYS = 1;
const AGAIN_DAYS = 15;
export const UNASSIGNED = 'unassigned';

const dayOf = (time: string) => time.slice(0, 10);
export const replyDue = (row: VectorRow) => dueDay(dayOf(row.received_at), REPLY_DAYS[row.kind]);
export const acceptDue = (row: VectorRow) => dueDay(dayOf(row.received_at), ACCEPT_DAYS);

export function recount(
  rows: readonly VectorRow[],
  query: Query,
): Counted & { byDepartment: Record<string, Counted> } {
  const inPeriod = rows.filter((row) => {
    const day = dayOf(row.received_at);
    return day >= query.from && day <= query.to && day <= query.asOf;
  });
  const departments = [...new Set(inPeriod.map((row) => row.department ?? UNASSIGNED))].sort();
  const of = (name: string) => inPeriod.filter((row) => (row.department ?? UNASSIGNED) === name);
  return {
    ...count(inPeriod, query.asOf),
    byDepartment: Object.fromEntries(departments.map((name) => [name, count(of(name), query.asOf)])),
  };
}

function count(rows: VectorRow[], asOf: string): Counted {
  const known = (time: string | undefined): time is string => time !== undefined && dayOf(time) <= asOf;
  const counted: Counted = {
    received: rows.length,
    acceptedOnTime: 0,
    unanswered: 0,
    replied: 0,
    repliedOnTime: 0,
    overdue: 0,
    due: 0,
    medianDays: null,
  };
  const days: number[] = [];
  for (const row of rows) {
    const answered = known(row.replied_at);
    const late = replyDue(row) <= asOf;
    if (known(row.accepted_at) && dayOf(row.accepted_at) <= acceptDue(row)) counted.acceptedOnTime++;
    if (!answered && !known(row.interim_at)) counted.unanswered++;
    if (answered || late) counted.due++;
    if (!answered && late) counted.overdue++;
    if (!answered) continue;
    counted.replied++;
    if (dayOf(row.replied_at!) <= replyDue(row)) counted.repliedOnTime++;
    days.push(workdaysTo(dayOf(row.received_at), dayOf(row.replied_at!)));
    if (secondRoundOverdue(row, asOf)) counted.overdue++;
  }
  counted.medianDays = median(days);
  return counted;
}

function secondRoundOverdue(row: VectorRow, asOf: string): boolean {
  if (row.rating === undefined || row.rating > 2 || dayOf(row.rated_at!) > asOf) return false;
  if (row.second && dayOf(row.second.replied_at) <= asOf) return false;
  return dueCalendarDay(dayOf(row.rated_at!), AGAIN_DAYS) <= asOf;
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
