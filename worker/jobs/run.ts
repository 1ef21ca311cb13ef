/** What the clock's tick sets going, shard by shard. Every job is safe to run twice, late, or to be killed in the middle. */
import { shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { cleanUp } from './clean-up.ts';
import { sendOutbox } from './send-outbox.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

export async function runJobs(env: Env): Promise<void> {
  for (const index of shardsOf(env)) {
    await sweepDeadlines(env, index);
    await sendOutbox(env, index);
    await cleanUp(env, index);
  }
}
