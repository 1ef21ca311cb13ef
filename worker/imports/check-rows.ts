/** Reads the rows of an import file and says what is wrong with each, by line and column. Writes nothing. */
import type { z } from 'zod';
import { importLetter, importNotice, type ImportLetter, type ImportResult } from '../../contract/imports.ts';
import type { Level, Solved } from '../../contract/vocabulary.ts';
import { openDepartments, parseMoment } from '../../core/index.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export type RowError = ImportResult['errors'][number];

interface Round {
  repliedAt: number;
  reply: string;
  outcome: 'resolved' | 'explained' | 'promised' | 'refused';
  rating: { at: number; level: Level; solved: Solved } | null;
}

/** A row with its times read and its department found. */
export interface LetterHistory extends Omit<ImportLetter, 'department' | 'second'> {
  department: string | null;
  receivedAt: number;
  acceptedAt: number | null;
  interimAt: number | null;
  rounds: Round[];
}

export interface NoticeImport {
  externalId: string;
  department: string | null;
  title: string;
  body: string;
  publishedAt: number;
}

export interface Checked<T> {
  rows: T[];
  errors: RowError[];
}

type Report = (column: string, reason: string) => void;

function checkAll<S extends z.ZodType, T>(
  schema: S,
  rows: readonly unknown[],
  line: number,
  read: (row: z.output<S>, report: Report, line: number) => T,
): Checked<T> {
  const checked: Checked<T> = { rows: [], errors: [] };
  for (const [index, raw] of rows.entries()) {
    const parsed = schema.safeParse(raw);
    const report: Report = (column, reason) => checked.errors.push({ line: line + index, column, reason });
    if (parsed.success) checked.rows.push(read(parsed.data, report, line + index));
    else
      for (const issue of parsed.error.issues) report(String(issue.path.join('.') || 'row'), reasonOf(issue));
  }
  return checked;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.message.includes('undefined')))
    return 'missing';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum} characters`;
  if (issue.code === 'invalid_format')
    return 'must be a time such as 2026-02-27T09:30:00+08:00 or 2026-02-27 09:30';
  return issue.message;
}

export function checkLetters(
  tenant: Tenant,
  rows: readonly unknown[],
  line: number,
  now: number,
): Checked<LetterHistory> {
  const seen = new Map<string, number>();
  return checkAll(importLetter, rows, line, (row, report, at) => {
    const before = seen.get(row.external_id);
    if (before !== undefined) report('external_id', `is the same as in line ${before}`);
    seen.set(row.external_id, at);
    return readLetter(tenant, row, now, report);
  });
}

function readLetter(tenant: Tenant, row: ImportLetter, now: number, report: Report): LetterHistory {
  const at = readTimes(tenant, now, report);
  const receivedAt = at('received_at', row.received_at) ?? 0;
  const acceptedAt = at('accepted_at', row.accepted_at);
  const interimAt = at('interim_at', row.interim_at);
  const repliedAt = at('replied_at', row.replied_at);
  if (repliedAt === null && row.reply !== undefined) report('replied_at', 'missing, though there is a reply');
  if (row.rating !== undefined && repliedAt === null)
    report('rating', 'a letter without a reply cannot be rated');
  const rounds: Round[] = [];
  if (repliedAt !== null)
    rounds.push({
      repliedAt,
      reply: row.reply ?? '',
      outcome: row.outcome ?? 'explained',
      rating: rating(row, at, repliedAt),
    });
  if (row.second) rounds.push(secondRound(row, at, report));
  const [first, second] = rounds;
  inOrder(
    [
      ['received_at', receivedAt],
      ['accepted_at', acceptedAt],
      ['interim_at', interimAt],
      ['replied_at', repliedAt],
      ['rated_at', first?.rating?.at ?? null],
      ['second.replied_at', second?.repliedAt ?? null],
      ['second.rated_at', second?.rating?.at ?? null],
    ],
    report,
  );
  const department = findDepartment(tenant, row.department, report);
  if (row.department === undefined && (acceptedAt ?? interimAt ?? repliedAt) !== null) {
    report('department', 'missing, though the letter was accepted or answered');
  }
  return { ...row, department, receivedAt, acceptedAt, interimAt, rounds };
}

type ReadTime = (column: string, text: string | undefined) => number | null;

/** A history can't reach into the future. */
function readTimes(tenant: Tenant, now: number, report: Report): ReadTime {
  return (column, text) => {
    if (text === undefined) return null;
    const at = parseMoment(text, tenant.timeZone);
    if (at === null) report(column, 'is not a time that exists');
    else if (at > now) report(column, 'lies in the future');
    else if (text < '1949') report(column, 'lies before 1949');
    return at;
  };
}

function rating(
  row: { rating?: number | undefined; rated_at?: string | undefined; solved?: Solved | undefined },
  at: ReadTime,
  repliedAt: number,
): Round['rating'] {
  if (row.rating === undefined) return null;
  const level = row.rating as Level;
  return {
    at: at('rated_at', row.rated_at) ?? repliedAt,
    level,
    solved: row.solved ?? (level >= 3 ? 'yes' : 'no'),
  };
}

function secondRound(row: ImportLetter, at: ReadTime, report: Report): Round {
  const second = row.second!;
  if ((row.rating ?? 5) > 2) report('second', 'only a letter rated 1 or 2 is answered again');
  const repliedAt = at('second.replied_at', second.replied_at) ?? 0;
  return {
    repliedAt,
    reply: second.reply ?? '',
    outcome: second.outcome,
    rating: rating(second, at, repliedAt),
  };
}

function inOrder(times: [column: string, at: number | null][], report: Report): void {
  const known = times.filter((time): time is [string, number] => time[1] !== null);
  known.forEach(([column, at], index) => {
    const before = known[index - 1];
    if (before && at < before[1]) report(column, `is before ${before[0]}`);
  });
}

function findDepartment(tenant: Tenant, named: string | undefined, report: Report): string | null {
  if (named === undefined) return null;
  const departments = openDepartments(tenant);
  const found = departments.find(({ id }) => id === named) ?? departments.find(({ name }) => name === named);
  if (!found) report('department', `there is no department "${named}"`);
  return found?.id ?? null;
}

/** A notice has no id of its own in the file: what it says, where and when, is its identity. */
export function checkNotices(
  tenant: Tenant,
  rows: readonly unknown[],
  line: number,
  now: number,
): Checked<NoticeImport> {
  return checkAll(importNotice, rows, line, (row, report) => ({
    externalId: JSON.stringify([row.department ?? '', row.published_at, row.title]),
    department: findDepartment(tenant, row.department, report),
    title: row.title,
    body: row.body,
    publishedAt: readTimes(tenant, now, report)('published_at', row.published_at) ?? 0,
  }));
}
