/** Keeping and dropping a member's own filters. */
import type { InboxFilter, SavedFilter } from '../../contract/inbox.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { deleteFilter, insertFilter } from './saved-filter.store.ts';
import { deskLimits } from '../../contract/limits.ts';

export type Saved =
  { ok: true; filter: SavedFilter } | { ok: false; reason: 'filter_name_taken' | 'too_many_filters' };

export async function keepFilter(
  env: Env,
  userId: string,
  tenant: string,
  { name, filter }: { name: string; filter: InboxFilter },
): Promise<Saved> {
  const db = directory(env);
  const row = { id: randomId(), userId, tenant, name, filter, createdAt: now() };
  const committed = await commit(db, [insertFilter(db, row, deskLimits.filtersMax)]);
  if (!committed.ok) return { ok: false, reason: 'filter_name_taken' };
  const [inserted] = committed.results as [unknown[]];
  return inserted.length > 0
    ? { ok: true, filter: { id: row.id, name, filter } }
    : { ok: false, reason: 'too_many_filters' };
}

/** @returns whether there was one of that id among the member's own */
export async function dropFilter(env: Env, userId: string, id: string): Promise<boolean> {
  const db = directory(env);
  const committed = await commit(db, [deleteFilter(db, userId, id)]);
  return committed.ok && (committed.results as [unknown[]])[0].length > 0;
}
