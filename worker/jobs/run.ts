/** What the clock's tick sets going, shard by shard. Every job is safe to run twice, late, or to be killed in the middle. */
import { now } from '../platform/clock.ts';
import { shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';

import { cleanUp } from './clean-up.ts';
import { deliver } from './deliver.ts';
import { judgeTenants } from './judge-tenants.ts';
import { gatherSpotChecks } from './gather-spot-checks.ts';
import { makeBulletins } from './make-bulletins.ts';
import { passOnLetters } from './pass-on-letters.ts';
import { recompute } from './recompute.ts';
import { removeOrphans } from './remove-orphans.ts';
import { retain } from './retain.ts';
import { rollUp } from './roll-up.ts';
import { sendDigests } from './send-digests.ts';
import { sendOutbox } from './send-outbox.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

// Recomputing comes first: the sweep goes by the deadlines it leaves.
export const jobs = {
  recompute,
  passOnLetters,
  sweepDeadlines,
  rollUp,
  sendOutbox,
  judgeTenants,
  sendDigests,
  deliver,
  retain,
  removeOrphans,
  cleanUp,
  makeBulletins,
  gatherSpotChecks,
};

export type JobName = keyof typeof jobs;

/**
 * What fails in one shard or job keeps no other from running; it is tried again in the next minute.
 * @param at the time of the tick, by which messages are due
 */
export async function runJobs(env: Env, at = now()): Promise<void> {
  for (const index of shardsOf(env)) {
    for (const [job, run] of Object.entries(jobs)) {
      try {
        await run(env, index, at);
      } catch (error) {
        console.error(JSON.stringify({ level: 'error', job, shard: index, error: (error as Error).name }));
      }
    }
  }
}
