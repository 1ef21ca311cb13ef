/**
 * Removes from the bucket what nothing refers to any more: uploads that no letter took, parts of complete ones, files of
 * erased letters. What is to go was marked in the batch that forgot it; a mark is dropped when its objects are gone, so a run
 * that is killed is taken up by the next.
 */
import { dropRemoval, expireBefore, removalsDue } from '../attachments/attachment.store.ts';
import { removePartsBefore, removeUnder } from '../platform/bucket.ts';
import { now } from '../platform/clock.ts';
import { commit, shard, shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { cursorOf, keepCursor } from './job.store.ts';

const hourMs = 3_600_000;
/** One run's share; the next minute takes the rest. */
const removalsMax = 100;
/** Somebody may be completing an upload in its last second. */
const graceMs = hourMs;
/** Of parts that came in while their upload was being removed. */
const strayMs = 48 * hourMs;

export async function removeOrphans(env: Env, index: number): Promise<number> {
  const db = shard(env, index);
  const at = now();
  await commit(db, expireBefore(db, at - graceMs, at));
  const prefixes = await removalsDue(db, removalsMax);
  for (const prefix of prefixes) {
    await removeUnder(env, prefix);
    await commit(db, [dropRemoval(db, prefix)]);
  }
  // The bucket is everybody's: one shard looks after it, once an hour.
  const last = Number((await cursorOf(db, 'remove-orphans')) ?? 0);
  if (index === shardsOf(env)[0] && Math.abs(at - last) >= hourMs) {
    await removePartsBefore(env, at - strayMs);
    await commit(db, [keepCursor(db, 'remove-orphans', String(at), at)]);
  }
  return prefixes.length;
}
