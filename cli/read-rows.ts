/** Reads an import file (interface.md, "Import file"): CSV or NDJSON, UTF-8 with or without byte order mark. */
import { CsvError, parse } from 'csv-parse/sync';
import { importLetter, importNotice } from '../contract/imports.ts';

export interface Row {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  values: Record<string, unknown>;
}

export interface Complaint {
  line: number;
  column: string;
  reason: string;
}

export interface Rows {
  rows: Row[];
  complaints: Complaint[];
}

export type RowKind = 'letters' | 'notices';

const COLUMNS: Record<RowKind, readonly string[]> = {
  letters: Object.keys(importLetter.shape),
  notices: Object.keys(importNotice.shape),
};
/** Columns without which no row can be right, so that one message does instead of one for each row. */
const NEEDED: Record<RowKind, readonly string[]> = {
  letters: ['external_id', 'received_at', 'kind', 'title', 'body'],
  notices: ['published_at', 'title', 'body'],
};

/** `name` decides by its ending; a file of another name is NDJSON where it begins with a brace. */
export function readRows(name: string, bytes: Uint8Array, kind: RowKind): Rows {
  let text: string;
  try {
    // Decoding drops a byte order mark.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const reason = 'not UTF-8; in a spreadsheet choose “CSV UTF-8” when saving';
    return { rows: [], complaints: [{ line: 1, column: 'file', reason }] };
  }
  const ndjson = /\.(ndjson|jsonl)$/i.test(name) || (!/\.csv$/i.test(name) && /^\s*\{/.test(text));
  const read = ndjson ? readNdjson(text, kind) : readCsv(text, kind);
  return { rows: read.rows, complaints: [...read.complaints, ...repeated(read.rows)] };
}

function readNdjson(text: string, kind: RowKind): Rows {
  const rows: Row[] = [];
  const complaints: Complaint[] = [];
  text.split('\n').forEach((source, at) => {
    if (source.trim() === '') return;
    const line = at + 1;
    const values = object(source);
    if (!values) return void complaints.push({ line, column: 'row', reason: 'not a JSON object' });
    for (const column of Object.keys(values))
      if (!COLUMNS[kind].includes(column)) complaints.push({ line, column, reason: unknown(kind) });
    rows.push({ line, values });
  });
  return { rows, complaints };
}

function object(source: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function readCsv(text: string, kind: RowKind): Rows {
  let records: CsvRecord[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as CsvError & { lines?: number; column?: number | string | null };
    const where = typeof column === 'number' ? `column ${column + 1}` : 'row';
    return { rows: [], complaints: [{ line: lines ?? 1, column: where, reason: error.message }] };
  }
  const [head, ...rest] = records;
  if (!head) return { rows: [], complaints: [{ line: 1, column: 'file', reason: 'empty' }] };
  const columns = head.record.map((column) => column.trim());
  const complaints = headComplaints(columns, kind);
  if (complaints.length > 0) return { rows: [], complaints };
  return csvRows(columns, rest);
}

function csvRows(columns: string[], records: CsvRecord[]): Rows {
  const rows: Row[] = [];
  const complaints: Complaint[] = [];
  for (const { record, info } of records) {
    // The parser knows the line a row ends on; a quoted text may hold line breaks.
    const line = info.lines - record.reduce((sum, value) => sum + value.split('\n').length - 1, 0);
    if (record.length !== columns.length) {
      const reason = `${record.length} fields where the first line names ${columns.length}`;
      complaints.push({ line, column: 'row', reason });
    } else {
      rows.push({ line, values: Object.fromEntries(columns.map((column, at) => [column, record[at]])) });
    }
  }
  return { rows, complaints };
}

function headComplaints(columns: string[], kind: RowKind): Complaint[] {
  // The second round of a letter is an object, which a CSV can't hold.
  const known = COLUMNS[kind].filter((column) => column !== 'second');
  const at = (column: string, reason: string): Complaint => ({ line: 1, column, reason });
  return [
    ...columns.filter((column) => !known.includes(column)).map((column) => at(column, unknown(kind))),
    ...columns
      .filter((column, index) => columns.indexOf(column) !== index)
      .map((column) => at(column, 'named twice')),
    ...NEEDED[kind].filter((column) => !columns.includes(column)).map((column) => at(column, 'missing')),
  ];
}

const unknown = (kind: RowKind) => `unknown column; known are ${COLUMNS[kind].join(', ')}`;

/** The service passes over an external_id it has seen, so a twin inside a file would silently be lost. */
function repeated(rows: Row[]): Complaint[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, values }) => {
    const id = values['external_id'];
    if (id === undefined || id === null || id === '') return [];
    const before = first.get(String(id));
    if (before !== undefined)
      return [{ line, column: 'external_id', reason: `the same as in line ${before}` }];
    first.set(String(id), line);
    return [];
  });
}
