/** Sends import rows to the service in calls of a size it takes. */
import { importResult } from '../contract/imports.ts';
import { limits } from '../contract/limits.ts';
import type { Client } from './client.ts';
import type { Complaint, Row, RowKind } from './read-rows.ts';

export interface Sent {
  written: number;
  /** Imported before. */
  skipped: number;
  complaints: Complaint[];
}

/** A call carries no more text than this, in UTF-16 units; a row longer than that goes alone. */
const CALL_CHARS_MAX = 400_000;

/** `told` hears the rows done so far. Stops at the first call with complaints unless it is a dry run, which gathers them all. */
export async function sendRows(
  client: Client,
  target: { tenant: string; kind: RowKind; dryRun: boolean },
  rows: readonly Row[],
  told: (done: number) => void,
): Promise<Sent> {
  const sent: Sent = { written: 0, skipped: 0, complaints: [] };
  let done = 0;
  for (const part of parts(rows)) {
    // `line` counts rows here: the file's own line numbers have gaps, and are put back below.
    const call = { dryRun: target.dryRun, line: done + 1, rows: part.map(({ values }) => values) };
    const path = `/v1/central/tenants/${encodeURIComponent(target.tenant)}/import/${target.kind}`;
    const result = importResult.parse(await client.post(path, call));
    sent.written += result.written;
    sent.skipped += result.skipped;
    for (const { line, column, reason } of result.errors)
      sent.complaints.push({ line: rows[line - 1]?.line ?? line, column, reason });
    done += part.length;
    told(done);
    if (!target.dryRun && result.errors.length > 0) break;
  }
  return sent;
}

function* parts(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let chars = 0;
  for (const row of rows) {
    const length = JSON.stringify(row.values).length;
    if (part.length > 0 && (part.length === limits.importRowsPerCallMax || chars + length > CALL_CHARS_MAX)) {
      yield part;
      part = [];
      chars = 0;
    }
    part.push(row);
    chars += length;
  }
  if (part.length > 0) yield part;
}
