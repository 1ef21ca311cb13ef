/** Goes on with bulletins whose making takes more than one call. The directory holds them: one shard's turn does it for all. */
import { makePending } from '../bulletins/bulletin.actions.ts';
import { shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';

/** @returns how many were waiting */
export async function makeBulletins(env: Env, index: number): Promise<number> {
  return index === shardsOf(env)[0] ? makePending(env) : 0;
}
