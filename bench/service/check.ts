/**
 * Keeps the comparison honest: both subjects are asked once with their calls counted, and must have asked the platform for
 * the same things, answered the same, and stored rows of the same make.
 */
import { isDeepStrictEqual } from 'node:util';
import { CENSUS_HEADER, type Census } from './census.worker.ts';
import { BADGE, FEED, type Scenario, type Shot } from './scenarios.ts';
import type { Running, Subject } from './subjects.ts';

interface Seen {
  status: number;
  type: string | null;
  etag: string | null;
  caching: string | null;
  body: string;
  census: Census;
}

/** @returns what one request asks. @throws where the bare handler is no longer the service's equal, saying in what */
export async function checkSame(
  running: Running,
  { name, status, shots }: Scenario,
): Promise<{ trips: number; cache: number }> {
  await startAfresh(running);
  const [one, other] = await shots(2);
  if (one!.path === BADGE) await handIn(running, one!);
  const same = one!.method === 'GET';
  const { service, bare } = await askBoth(running, one!, same ? one! : other!);
  const differ = differing(name);
  differ('status', service.status, bare.status);
  if (service.status !== status) throw new Error(`${name}: ${service.status} ${service.body}`);
  for (const what of ['trips', 'cache', 'crypto', 'logs'] as const)
    differ(what, service.census[what].toSorted(), bare.census[what].toSorted());
  for (const what of ['type', 'etag', 'caching'] as const) differ(what, service[what], bare[what]);
  if (same) differ('body', service.body, bare.body);
  else {
    differ('body', makeOf(JSON.parse(service.body)), makeOf(JSON.parse(bare.body)));
    differ('rows', await rowsOf(running, service.body), await rowsOf(running, bare.body));
  }
  return { trips: service.census.trips.length, cache: service.census.cache.length };
}

const differing = (name: string) => (what: string, service: unknown, bare: unknown) => {
  if (isDeepStrictEqual(service, bare)) return;
  throw new Error(
    `${name}: the bare handler differs in ${what}\nservice ${show(service)}\nbare    ${show(bare)}`,
  );
};

/** Nothing is cached; then both are asked for the list, so that they know the tenant's version for the next seconds. */
async function startAfresh(running: Running): Promise<void> {
  await running.emptyCache();
  const { service, bare } = await askBoth(running, FEED, FEED);
  for (const what of ['trips', 'cache', 'crypto'] as const)
    differing('first feed')(what, service.census[what].toSorted(), bare.census[what].toSorted());
}

/** The service draws its badge, and the bare handler gets the picture. */
async function handIn({ counted }: Running, shot: Shot): Promise<void> {
  const { type, body } = await ask(counted.service, shot);
  await fetch(new URL(BADGE, counted.bare), { method: 'PUT', headers: { 'Content-Type': type! }, body });
}

async function askBoth({ counted }: Running, one: Shot, other: Shot): Promise<Record<Subject, Seen>> {
  return { service: await ask(counted.service, one), bare: await ask(counted.bare, other) };
}

async function ask(base: URL, { method, path, headers, body }: Shot): Promise<Seen> {
  const answer = await fetch(new URL(path, base), { method, headers, body: body ?? null });
  const header = (of: string) => answer.headers.get(of);
  return {
    status: answer.status,
    type: header('Content-Type'),
    etag: header('ETag'),
    caching: header('Cache-Control'),
    body: await answer.text(),
    census: JSON.parse(header(CENSUS_HEADER)!) as Census,
  };
}

/** The rows of a letter in every table it is stored in. */
async function rowsOf({ database }: Running, receipt: string): Promise<unknown> {
  const { number } = JSON.parse(receipt) as { number: string };
  const db = await database('LETTERS_0');
  const letter = await db.prepare('SELECT * FROM letter WHERE number = ?').bind(number).first();
  const beside = ['event', 'facts', 'outbox', 'idempotency'].map(async (table) => [
    table,
    await db.prepare(`SELECT * FROM ${table} WHERE letter_id = ?`).bind(letter!['id']).all(),
  ]);
  const tables = (await Promise.all(beside)) as [string, { results: Record<string, unknown>[] }][];
  return makeOf([['letter', letter], ...tables.map(([table, { results }]) => [table, results.map(opened)])]);
}

const opened = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      typeof value === 'string' && /^[[{]/.test(value) ? [name, JSON.parse(value) as unknown] : [name, value],
    ),
  );

/** The make of a value: its names and kinds, the length of its texts; what it says of this very letter left out. */
function makeOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return value === null ? null : typeof value;
  if (Array.isArray(value)) return value.map(makeOf);
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, makeOf(of)]));
}

const show = (value: unknown): string => JSON.stringify(value).slice(0, 2_000);
