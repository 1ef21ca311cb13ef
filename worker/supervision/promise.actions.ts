/** The promise list and the supervisor's list: carried to the directory by the outbox, read by the centre; a tenant reads its own. */
import type { z } from 'zod';
import type {
  ContestedPage,
  contestedQuery,
  PromisePage,
  promiseQuery,
  StaffPromisePage,
} from '../../contract/promises.ts';
import { dayOf, formatInstant, type Facts } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory, type Database, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { ContestedRow, PromiseRow } from '../schema/promises.ts';
import { departmentNames, findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { countLatePromises, listOwnPromises } from './own-promise.store.ts';
import * as store from './promise.store.ts';
import { toContested, toPromise, toStaffPromise } from './promise.view.ts';

interface Standing {
  letter: LetterRow;
  facts: Facts;
}

const instant = (facts: Facts, seconds: number): number => (facts.received + seconds) * 1000;

/** When the promise was kept: the first follow-up after the reply that says so. */
function keptAt({ promiseDone, facts }: { promiseDone: boolean; facts: Facts }): number | null {
  const said = facts.replies?.at(-1)?.[0] ?? 0;
  const done = facts.done?.find((at) => at >= said);
  return promiseDone && done !== undefined ? instant(facts, done) : null;
}

/** What the lists keep of letters of a shard, as they stand now. Twice is once. */
export async function listedRows(env: Env, tenant: Tenant, found: readonly Standing[]): Promise<Statement[]> {
  const db = directory(env);
  const ever = found.filter(
    ({ letter, facts }) => letter.contested || facts.replies?.some((reply) => reply[3] !== undefined),
  );
  const holders = new Map([[tenant.slug, tenant]]);
  for (const { letter } of ever) {
    const slug = letter.holder ?? tenant.slug;
    const other = holders.has(slug) ? null : await findTenant(db, { slug });
    if (other) holders.set(slug, other);
  }
  const rows = ever.map((one) => ({ ...one, holder: holders.get(one.letter.holder ?? '') ?? tenant }));
  return [
    ...store.putPromises(
      db,
      rows.flatMap((one) => promiseRow(one, one.holder)),
    ),
    ...store.putContested(
      db,
      rows.flatMap((one) => contestedRow(one, one.holder)),
    ),
  ];
}

const listedOf = ({ letter }: Standing, holder: Tenant) => ({
  letterId: letter.id,
  tenant: holder.slug,
  jurisdiction: holder.jurisdiction,
  number: letter.number,
  kind: letter.kind,
  department: letter.holder === null ? letter.department : letter.holderDepartment,
  receivedAt: letter.receivedAt,
  seq: letter.seq,
});

function promiseRow(one: Standing, holder: Tenant): PromiseRow[] {
  const { letter, facts } = one;
  const reply = facts.replies?.findLast((given) => given[3] !== undefined);
  if (!reply) return [];
  const { promisedFor } = letter;
  return [
    {
      ...listedOf(one, holder),
      promisedAt: instant(facts, reply[0]),
      promisedFor,
      doneAt: keptAt({ promiseDone: letter.promiseDone, facts }),
    },
  ];
}

function contestedRow(one: Standing, holder: Tenant): ContestedRow[] {
  const { letter, facts } = one;
  if (facts.contested === undefined) return [];
  const levels = (facts.ratings ?? []).map(([, level]) => level);
  const contestedAt = instant(facts, facts.contested);
  return [{ ...listedOf(one, holder), contestedAt, levels, outcome: letter.outcome }];
}

/** Jurisdictions of GB/T 2260 are in one time zone. */
const ZONE = 'Asia/Shanghai';

interface Listed {
  number: string;
  tenant: string;
  department: string | null;
}

/** One page of what several jurisdictions have, each letter once. */
function pageOf<T extends Listed>(
  lists: readonly T[][],
  sortBy: (row: T) => number,
  ascending: boolean,
  limit: number,
): { rows: T[]; nextCursor: string | null } {
  const sign = ascending ? 1 : -1;
  const found = [...new Map(lists.flat().map((row) => [row.number, row])).values()].sort(
    (one, other) => sign * (sortBy(one) - sortBy(other) || (one.number < other.number ? -1 : 1)),
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: last ? `${encodeCursor(sortBy(last))}.${last.number}` : null };
}

async function namesOf(db: Database, rows: readonly Listed[]): Promise<(row: Listed) => string | null> {
  const names = await departmentNames(
    db,
    rows.flatMap((row) => (row.department === null ? [] : [[row.tenant, row.department]])),
  );
  return ({ tenant, department }) => names.get(tenant)?.get(department ?? '') ?? null;
}

/** @param prefixes whoever answers for several jurisdictions sees those of all of them */
export async function readPromises(
  env: Env,
  prefixes: readonly string[],
  { state, tenant, limit }: Omit<z.output<typeof promiseQuery>, 'cursor'>,
  after: store.ListPlace | null,
): Promise<PromisePage> {
  const db = directory(env);
  const at = now();
  const open = state === 'open';
  const list = open ? store.listOpenPromises : store.listKeptPromises;
  const lists = await Promise.all(prefixes.map((prefix) => list(db, prefix, tenant, after, limit + 1)));
  const sortBy = (row: store.ListedPromise) => (open ? Date.parse(row.promisedFor) : row.doneAt!);
  const { rows, nextCursor } = pageOf(lists, sortBy, open, limit);
  const nameOf = await namesOf(db, rows);
  return {
    asOf: formatInstant(at, ZONE),
    items: rows.map((row) => toPromise(row, nameOf(row), at)),
    nextCursor,
  };
}

export async function readContested(
  env: Env,
  prefixes: readonly string[],
  { tenant, limit }: Omit<z.output<typeof contestedQuery>, 'cursor'>,
  after: store.ListPlace | null,
): Promise<ContestedPage> {
  const db = directory(env);
  const lists = await Promise.all(
    prefixes.map((prefix) => store.listContested(db, prefix, tenant, after, limit + 1)),
  );
  const { rows, nextCursor } = pageOf(lists, ({ contestedAt }) => contestedAt, false, limit);
  const orders = await store.ordersAbout(
    db,
    rows.map(({ number }) => number),
  );
  const nameOf = await namesOf(db, rows);
  return {
    asOf: formatInstant(now(), ZONE),
    items: rows.map((row) => toContested(row, nameOf(row), orders.get(row.number) ?? null)),
    nextCursor,
  };
}

/** @param departments those an officer works for; null for all */
export async function readOwnPromises(
  db: Database,
  tenant: Tenant,
  departments: readonly string[] | null,
  { state, limit }: Pick<z.output<typeof promiseQuery>, 'state' | 'limit'>,
  after: { at: number; serial: number } | null,
): Promise<StaffPromisePage> {
  const at = now();
  const today = dayOf(at, tenant.timeZone);
  const scope = { tenant: tenant.slug, departments, kept: state === 'kept' };
  const found = await listOwnPromises(db, scope, after, limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => toStaffPromise(row, keptAt(row), tenant, at)),
    nextCursor: last ? encodeCursor(Date.parse(last.promisedFor), last.serial) : null,
    late: await countLatePromises(db, { ...scope, kept: false }, today),
  };
}
