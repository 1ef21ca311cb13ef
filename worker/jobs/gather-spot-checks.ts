/** Goes on with spot checks whose list takes more than one call. The directory holds them: one shard's turn does it for all. */
import { shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { gatherPending } from '../spot-checks/spot-check.actions.ts';

/** @returns how many were waiting */
export async function gatherSpotChecks(env: Env, index: number): Promise<number> {
  return index === shardsOf(env)[0] ? gatherPending(env) : 0;
}
