/**
 * After a calendar changed: what would move, and moving it. Every deadline that moves is an event of its letter, dated when the
 * calendar changed, not when the job came to it. So a run that is late, repeated or killed in the middle leaves the same record.
 */
import type { PreviewPage } from '../../contract/calendar.ts';
import {
  chinaCalendarMark,
  decide,
  replay,
  type Actor,
  type Calendar,
  type EventOf,
  type Letter,
  type Policy,
} from '../../core/index.ts';
import { policyOfLetter } from '../letters/policy.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import * as store from './calendar.store.ts';
import { toMoves } from './calendar.view.ts';

const previewMax = 50;
const system: Actor = { role: 'system', id: null, departments: [] };

/** Which deadlines of a part of the open letters would move under another calendar. Reads that part and writes nothing. */
export async function previewRecount(
  env: Env,
  tenant: Tenant,
  calendar: Calendar,
  after: string,
): Promise<PreviewPage> {
  const rows = await store.openLetters(shard(env, tenant.shard), tenant.slug, after, previewMax + 1);
  const page = rows.slice(0, previewMax);
  const moving = await movesAmong(env, tenant, page, now(), calendar);
  return {
    items: moving.flatMap((one) => (one.moved ? toMoves(one.row, one.letter, one.moved, tenant) : [])),
    looked: page.length,
    nextCursor: rows.length > previewMax ? page.at(-1)!.id : null,
  };
}

export interface Part {
  /** Letters whose deadlines move or can't be told, in the order of their ids. */
  moving: string[];
  looked: number;
  /** The last letter that was looked at. */
  last: string;
}

/** A part of the open letters that the tenant's calendar of now moves, as of the moment it changed. Most don't: they cost a reading. */
export async function movingLetters(
  env: Env,
  tenant: Tenant,
  { cursor, since }: { cursor: string; since: number },
  limit: number,
): Promise<Part> {
  const rows = await store.openLetters(shard(env, tenant.shard), tenant.slug, cursor, limit);
  const moving = await movesAmong(env, tenant, rows, since);
  return { moving: moving.map(({ row }) => row.id), looked: rows.length, last: rows.at(-1)?.id ?? cursor };
}

interface Looked {
  row: LetterRow;
  letter: Letter;
  moved: EventOf<'recomputed'>;
}

type Found = Looked | { row: LetterRow; moved: null };

/**
 * @param calendar another than the tenant's of now
 * @returns letters that move, and those that can't be told: whoever takes these up one by one learns why
 */
async function movesAmong(
  env: Env,
  tenant: Tenant,
  rows: readonly LetterRow[],
  at: number,
  calendar?: Calendar,
): Promise<Found[]> {
  const records = await store.recordsOf(
    shard(env, tenant.shard),
    rows.map(({ id }) => id),
  );
  const policies = await policiesOf(env, tenant, rows, calendar);
  return rows.flatMap((row): Found[] => {
    try {
      const letter = replay((records.get(row.id) ?? []).map(({ data }) => data));
      const decided = decide(letter, { name: 'recompute' }, system, at, policies.get(row.ruleVersion)!);
      const moved = decided.ok ? decided.events.findLast(({ kind }) => kind === 'recomputed') : undefined;
      return moved?.kind === 'recomputed' ? [{ row, letter, moved }] : [];
    } catch {
      return [{ row, moved: null }];
    }
  });
}

async function policiesOf(
  env: Env,
  tenant: Tenant,
  rows: readonly LetterRow[],
  calendar: Calendar | undefined,
): Promise<Map<number, Policy>> {
  const versions = [...new Set(rows.map(({ ruleVersion }) => ruleVersion))];
  const policies = await Promise.all(
    versions.map((version) => policyOfLetter(directory(env), tenant, version)),
  );
  return new Map(
    policies.map((policy, index) => [versions[index]!, calendar ? { ...policy, calendar } : policy]),
  );
}

/** A new version of the service may bring a new year: then everybody's deadlines are counted again. */
export async function noteEdition(env: Env): Promise<void> {
  const db = directory(env);
  const counted = await store.editionCounted(db);
  if (counted === chinaCalendarMark) return;
  // A fresh deployment has nothing to count; what was there before this table was, its migration asked for.
  const asked = counted === null ? [] : [store.askRecount(db, null, now())];
  await commit(db, [...asked, store.keepEdition(db, chinaCalendarMark)]);
}
