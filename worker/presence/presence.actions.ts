/** Telling colleagues that a letter is open on somebody's desk, and hearing whether it changed meanwhile. */
import type { Presence } from '../../contract/inbox.ts';
import { harmless } from '../letters/version.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { LetterRow } from '../schema/letters.ts';
import { namesOf } from '../staff/member.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import * as store from './presence.store.ts';

/** The console says every 30 seconds that it is still there; two of these may be lost. */
export const presenceMs = 75_000;

export interface Present {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  userId: string;
}

export async function arrive({ env, tenant, row, userId }: Present): Promise<Presence> {
  const db = shard(env, tenant.shard);
  const at = now();
  // What nobody reads in public: no cached answer depends on it.
  await commit(db, [store.putPresence(db, { letterId: row.id, userId, until: at + presenceMs })]);
  const [others, version] = await Promise.all([
    store.othersAt(db, row.id, userId, at),
    store.lastSeqBut(db, tenant.slug, row.id, [...harmless]),
  ]);
  const names = await namesOf(directory(env), others);
  return { others: [...names.values()].sort(), version };
}

export async function leave({ env, tenant, row, userId }: Present): Promise<void> {
  const db = shard(env, tenant.shard);
  await commit(db, [store.dropPresence(db, row.id, userId)]);
}

/** The job's step. */
export async function forgetGone(env: Env, index: number): Promise<void> {
  const db = shard(env, index);
  await commit(db, [store.dropGone(db, now())]);
}
