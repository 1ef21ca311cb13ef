import { readFile } from 'node:fs/promises';
import { positionals, readArguments, required } from '../arguments.ts';
import { type Client, environmentClient } from '../client.ts';
import { type CliCommand, type ExitCode, Failure, type Io } from '../io.ts';
import { progress } from '../progress.ts';
import { type Complaint, readRows, type RowKind, type Rows } from '../read-rows.ts';
import { sendRows } from '../send-rows.ts';

export const importFile: CliCommand = {
  summary: 'Imports letters or notices from a CSV or NDJSON file',
  help: `huixin import --tenant SLUG FILE [--dry-run] [--notices]

  FILE       CSV (UTF-8, with or without byte order mark) or NDJSON (.ndjson, .jsonl), a letter a row:
             external_id, received_at, kind, department, title, body, name, phone, email, publish, accepted_at,
             interim_at, replied_at, reply, outcome, rated_at, rating, solved
  --notices  the file holds notices: department, published_at, title, body
  --dry-run  checks every row and writes nothing

All rows are checked before the first is written. Every bad one is listed as “line N: column: reason” on standard error.
It may be run again: a letter whose external_id was imported before is passed over.`,
  async run(args, io) {
    const { values, positionals: given } = readArguments(args, {
      tenant: { type: 'string' },
      'dry-run': { type: 'boolean' },
      notices: { type: 'boolean' },
    });
    const { FILE } = positionals(given, ['FILE']);
    const target = { tenant: required(values.tenant, '--tenant'), kind: kindOf(values.notices) };
    const read = readRows(FILE, await bytesOf(FILE), target.kind);
    if (read.rows.length === 0) return refuse(io, nothingRead(read));
    const client = await environmentClient(io.env);
    return check(io, client, target, read, values['dry-run'] ?? false);
  },
};

const kindOf = (notices: boolean | undefined): RowKind => (notices ? 'notices' : 'letters');

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new Failure(
      code === 'ENOENT' ? `${path} doesn't exist.` : `${path} can't be read (${code ?? error}).`,
    );
  }
}

function nothingRead(read: Rows): Complaint[] {
  return read.complaints.length > 0
    ? read.complaints
    : [{ line: 1, column: 'file', reason: 'holds no rows' }];
}

async function check(
  io: Io,
  client: Client,
  target: { tenant: string; kind: RowKind },
  read: Rows,
  dryRun: boolean,
): Promise<ExitCode> {
  const checked = await pass(io, client, { ...target, dryRun: true }, read, 'Checked');
  const complaints = [...read.complaints, ...checked.complaints];
  if (complaints.length > 0) return refuse(io, complaints);
  if (dryRun) {
    io.out(`${read.rows.length} rows are right; nothing was written.`);
    return 0;
  }
  const sent = await pass(io, client, { ...target, dryRun: false }, read, 'Imported');
  if (sent.complaints.length > 0) return refuse(io, sent.complaints, sent.written);
  io.out(`${sent.written} ${target.kind} imported, ${sent.skipped} passed over that were there before.`);
  return 0;
}

async function pass(
  io: Io,
  client: Client,
  target: { tenant: string; kind: RowKind; dryRun: boolean },
  { rows }: Rows,
  what: string,
) {
  const bar = progress(io, what, rows.length);
  try {
    return await sendRows(client, target, rows, (done) => bar.at(done));
  } finally {
    bar.end();
  }
}

function refuse(io: Io, complaints: Complaint[], written = 0): ExitCode {
  const sorted = complaints.toSorted((a, b) => a.line - b.line);
  for (const { line, column, reason } of sorted) io.err(`line ${line}: ${column}: ${reason}`);
  const lines = new Set(sorted.map(({ line }) => line)).size;
  const end =
    written === 0
      ? 'Nothing was written.'
      : `${written} rows before them were written; run it again once they are mended.`;
  io.err(`${lines} ${lines === 1 ? 'line has' : 'lines have'} errors. ${end}`);
  return 1;
}
