import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportResult } from '../contract/imports.ts';
import { main } from './main.ts';
import { type Answer, type Asked, testIo, testService } from './test-service.ts';

interface Call {
  dryRun: boolean;
  line: number;
  rows: { external_id: string; body: string }[];
}

let folder: string;
let service: Awaited<ReturnType<typeof testService>> | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huixin-import-'));
});
afterEach(async () => {
  await service?.close();
  service = null;
  await rm(folder, { recursive: true });
});

/** Accepts every row but those whose body says “bad”. */
function importing({ body }: Asked): Answer {
  const { dryRun, line, rows } = body as Call;
  const errors = rows.flatMap((row, at) =>
    row.body === 'bad' ? [{ line: line + at, column: 'body', reason: 'is bad' }] : [],
  );
  const written = dryRun || errors.length > 0 ? 0 : rows.length;
  return { body: { written, skipped: 0, errors } satisfies ImportResult };
}

async function run(csv: string, ...more: string[]) {
  service ??= await testService(importing);
  const file = join(folder, 'letters.csv');
  await writeFile(file, csv);
  const io = testIo({ HUIXIN_URL: service.url, HUIXIN_TOKEN: 't' });
  const code = await main(['import', '--tenant', 'jingmen', file, ...more], io);
  return { code, io, calls: service.asked.map(({ body }) => body as Call) };
}

const csvOf = (bodies: string[]) =>
  [
    'external_id,received_at,kind,title,body',
    ...bodies.map((body, at) => `id${at},2026-01-05,inquiry,t,${body}`),
  ].join('\n');

it('checks the whole file in calls of at most 100 rows before it writes the first', async () => {
  const { code, io, calls } = await run(csvOf(Array.from({ length: 250 }, () => 'fine')));
  expect(code).toBe(0);
  expect(calls.map(({ dryRun, line, rows }) => [dryRun, line, rows.length])).toEqual([
    [true, 1, 100],
    [true, 101, 100],
    [true, 201, 50],
    [false, 1, 100],
    [false, 101, 100],
    [false, 201, 50],
  ]);
  expect(io.outLines).toEqual(['250 letters imported, 0 passed over that were there before.']);
  expect(io.errLines.at(-1)).toBe('Imported: 250 of 250 (100 %)');
});

it('lists every bad row with its line in the file and writes nothing', async () => {
  const bodies = Array.from({ length: 150 }, (_, at) => (at === 3 || at === 120 ? 'bad' : '"two\nlines"'));
  const { code, io, calls } = await run(csvOf(bodies));
  expect(code).toBe(1);
  expect(calls.every(({ dryRun }) => dryRun)).toBe(true);
  // Rows of two lines each from line 2 on; row 3 is one line long.
  expect(io.errLines.filter((line) => line.startsWith('line '))).toEqual([
    'line 8: body: is bad',
    'line 241: body: is bad',
  ]);
  expect(io.errLines.at(-1)).toBe('2 lines have errors. Nothing was written.');
});

it('reports what the reader and what the service find wrong together, in the order of the file', async () => {
  const { code, io } = await run(`${csvOf(['fine', 'bad'])}\nid9,too,short\nid0,2026-01-05,inquiry,t,again`);
  expect(code).toBe(1);
  expect(io.errLines.filter((line) => line.startsWith('line '))).toEqual([
    'line 3: body: is bad',
    'line 4: row: 3 fields where the first line names 5',
    'line 5: external_id: the same as in line 2',
  ]);
});

it('writes nothing in a dry run', async () => {
  const { code, io, calls } = await run(csvOf(['fine']), '--dry-run');
  expect(code).toBe(0);
  expect(calls.map(({ dryRun }) => dryRun)).toEqual([true]);
  expect(io.outLines).toEqual(['1 rows are right; nothing was written.']);
});

it('names an unknown column without asking the service', async () => {
  const { code, io, calls } = await run('external_id,received_at,kind,title,body,Titel\n');
  expect(code).toBe(1);
  expect(io.errLines[0]).toContain('line 1: Titel: unknown column');
  expect(calls).toEqual([]);
});

it('sends notices to their own address', async () => {
  service = await testService(() => ({ body: { written: 1, skipped: 0, errors: [] } }));
  const { code } = await run(
    'department,published_at,title,body\n市旅游局,2011-03-01,标题,正文',
    '--notices',
  );
  expect(code).toBe(0);
  expect(new Set(service.asked.map(({ path }) => path))).toEqual(
    new Set(['/v1/central/tenants/jingmen/import/notices']),
  );
});

it('fails in words when the file does not exist', async () => {
  const io = testIo({ HUIXIN_TOKEN: 't' });
  expect(await main(['import', '--tenant', 'jingmen', join(folder, 'none.csv')], io)).toBe(1);
  expect(io.errLines[0]).toContain("doesn't exist");
});
