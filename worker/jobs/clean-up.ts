/** Removes what has served its purpose: spent challenges, old idempotency keys, readers' marks, rate counters, old records. */
import { limits } from '../../contract/limits.ts';
import { forgetEnded } from '../notify/deliver.actions.ts';
import { now } from '../platform/clock.ts';
import { commit, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { dropCounters } from '../platform/limits.ts';
import { forgetGone } from '../presence/presence.actions.ts';
import { dropOldRecords } from '../retention/retention.actions.ts';
import { dropAnswered } from '../supervision/overdue.actions.ts';
import { cursorOf, dropExpired, keepCursor } from './job.store.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A reader's mark is a keyed hash of an address: kept no longer than access logs are. */
const marksKeptDays = 180;

/** Once an hour is enough; the kept cursor is the time of the last run. */
export async function cleanUp(env: Env, index: number): Promise<boolean> {
  const db = shard(env, index);
  const at = now();
  // A cursor ahead of us comes from a clock that was wrong: it must not stop the job.
  if (Math.abs(at - Number((await cursorOf(db, 'clean-up')) ?? 0)) < hourMs) return false;
  await dropCounters(env);
  await forgetEnded(env, index);
  await forgetGone(env, index);
  await dropOldRecords(env);
  await dropAnswered(env);
  // The cursor comes last: whoever is killed before it begins anew.
  await commit(db, [
    ...dropExpired(db, at, at - limits.idempotencyDays * dayMs, at - marksKeptDays * dayMs),
    keepCursor(db, 'clean-up', String(at), at),
  ]);
  return true;
}
