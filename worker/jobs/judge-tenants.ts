/** Says of each tenant of a shard whether anybody is there, when its night has come or something happened. */
import { judgeShard } from '../liveness/judging.actions.ts';
import type { Env } from '../platform/env.ts';

export const judgeTenants = (env: Env, index: number): Promise<number> => judgeShard(env, index);
