/** What the clock's tick sets going, shard by shard. Every job is safe to run twice, late, or to be killed in the middle. */
import { shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { cleanUp } from './clean-up.ts';
import { sendOutbox } from './send-outbox.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

const jobs = { sweepDeadlines, sendOutbox, cleanUp };

/** What fails in one shard or job keeps no other from running; it is tried again in the next minute. */
export async function runJobs(env: Env): Promise<void> {
  for (const index of shardsOf(env)) {
    for (const [job, run] of Object.entries(jobs)) {
      try {
        await run(env, index);
      } catch (error) {
        console.error(JSON.stringify({ level: 'error', job, shard: index, error: (error as Error).name }));
      }
    }
  }
}
