/** Brings what changed in a shard since the last run to the centre's roll-ups. */
import type { Env } from '../platform/env.ts';
import { rollUpShard } from '../ranking/roll-up.actions.ts';

export const rollUp = (env: Env, index: number): Promise<number> => rollUpShard(env, index);
