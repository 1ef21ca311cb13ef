/** Reading spot checks: pages of them, one with its result, its letters, and what a tenant sees. */
import type {
  SpotCheck,
  SpotCheckItems,
  SpotCheckLetter,
  SpotCheckPage,
  SpotCheckResult,
  SpotCheckSummary,
  TenantSpotCheck,
} from '../../contract/spot-checks.ts';
import { populationText, spotCheckResult, tallyOf, type SpotCheckFacts } from '../../core/index.ts';
import { eventsOf, findByNumber } from '../letters/letter.store.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory, shard, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { SpotCheckRow } from '../schema/spot-checks.ts';
import { namesOf } from '../staff/member.store.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import * as samples from './sample.store.ts';
import * as store from './spot-check.store.ts';
import { toItems, toJudged, toLetter } from './sample.view.ts';
import { toSpotCheck, toSummary, toTenantCheck, type SeenCheck } from './spot-check.view.ts';

async function seen(db: Database, rows: readonly SpotCheckRow[]): Promise<SeenCheck[]> {
  const ids = rows.map(({ id }) => id);
  const people = rows.flatMap(({ openedBy, reviewers }) => [openedBy, ...reviewers]);
  const [progress, counts, names] = await Promise.all([
    store.progressOf(db, ids),
    samples.scoreCounts(db, ids),
    namesOf(db, [...new Set(people)]),
  ]);
  return rows.map((row) => ({
    row,
    ...(progress.get(row.id) ?? { done: 0, of: 0 }),
    judged: row.reviewers.map((one) => counts.get(`${row.id} ${one}`) ?? 0),
    names,
  }));
}

/** What the rules ask of a check. */
export async function standingOf(db: Database, row: SpotCheckRow): Promise<SpotCheckFacts> {
  const counts = await samples.scoreCounts(db, [row.id]);
  return { ...row, scores: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** Once both reviewers are done; null before. */
export async function resultOf(db: Database, row: SpotCheckRow): Promise<SpotCheckResult | null> {
  if (row.result !== null) return row.result;
  if (row.drawnAt === null) return null;
  const [items, scores] = [await samples.itemsOf(db, row.id), await samples.scoresOf(db, row.id)];
  if (scores.length < 2 * items.length) return null;
  const names = new Map((await store.tenantsOf(db, row.id)).map(({ tenant, name }) => [tenant, name]));
  return spotCheckResult(toJudged(row, items, scores), names);
}

export const findSpotCheck = (env: Env, id: string): Promise<SpotCheckRow | null> =>
  store.findSpotCheck(directory(env), id);

function pageOf(
  rows: readonly SpotCheckRow[],
  limit: number,
): { page: SpotCheckRow[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, nextCursor: last ? `${encodeCursor(last.openedAt)}.${last.id}` : null };
}

/** @param prefixes whoever answers for several jurisdictions sees the checks of all of them */
export async function readSpotChecks(
  env: Env,
  prefixes: readonly string[],
  limit: number,
  after: store.SpotCheckPlace | null,
): Promise<SpotCheckPage> {
  const db = directory(env);
  const lists = await Promise.all(
    prefixes.map((prefix) => store.listSpotChecks(db, prefix, after, limit + 1)),
  );
  const found = lists
    .flat()
    .sort((one, other) => other.openedAt - one.openedAt || (one.id < other.id ? 1 : -1));
  const { page, nextCursor } = pageOf(found, limit);
  return { items: (await seen(db, page)).map(toSummary), nextCursor };
}

/** @param me whose own part is told apart */
export async function readSpotCheck(env: Env, id: string, me: string): Promise<SpotCheck> {
  const db = directory(env);
  const row = (await store.findSpotCheck(db, id))!;
  const [one] = await seen(db, [row]);
  return toSpotCheck(one!, await resultOf(db, row), me);
}

/** The list as it was hashed. */
export async function readPopulation(env: Env, id: string): Promise<string> {
  return populationText(await store.allNumbers(directory(env), id));
}

export async function readItems(env: Env, id: string, me: string): Promise<SpotCheckItems> {
  const db = directory(env);
  const row = (await store.findSpotCheck(db, id))!;
  return { items: toItems(row, await samples.itemsOf(db, id), await samples.scoresOf(db, id), me) };
}

/** @returns null where the sample has no letter of that place */
export async function readLetter(
  env: Env,
  id: string,
  ordinal: number,
  me: string,
): Promise<SpotCheckLetter | null> {
  const db = directory(env);
  const row = (await store.findSpotCheck(db, id))!;
  const { items } = await readItems(env, id, me);
  const item = items.find((one) => one.ordinal === ordinal);
  // A letter that was handed over lies with the tenant its number begins with.
  const tenant = item && (await findTenant(db, { prefix: item.number.split('-')[0]! }));
  if (!item || !tenant) return null;
  const letters = shard(env, tenant.shard);
  const letter = await findByNumber(letters, tenant.slug, item.number);
  if (!letter) return null;
  const rows = await eventsOf(letters, tenant.slug, letter.id);
  return toLetter(item, letter, rows, tenant, row.openedAt);
}

export async function readChecksOfTenant(
  env: Env,
  tenant: string,
  limit: number,
  after: store.SpotCheckPlace | null,
): Promise<{ items: SpotCheckSummary[]; nextCursor: string | null }> {
  const db = directory(env);
  const { page, nextCursor } = pageOf(await store.listOfTenant(db, tenant, after, limit + 1), limit);
  return { items: (await seen(db, page)).map(toSummary), nextCursor };
}

/** @returns null where the tenant isn't in the check's scope */
export async function readCheckOfTenant(
  env: Env,
  tenant: string,
  id: string,
): Promise<TenantSpotCheck | null> {
  const db = directory(env);
  const [row, mine] = [await store.findSpotCheck(db, id), await store.tenantOf(db, id, tenant)];
  if (!row || !mine) return null;
  const [one] = await seen(db, [row]);
  const items = (await samples.itemsOf(db, id)).filter((item) => item.tenant === tenant);
  const closed = row.closedAt === null ? [] : toJudged(row, items, await samples.scoresOf(db, id));
  const result = row.closedAt === null ? null : tallyOf(closed);
  return toTenantCheck(one!, mine, closed, result);
}
