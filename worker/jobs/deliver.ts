/** Sends what is due to writers, members and webhooks. */
import { deliverDue } from '../notify/deliver.actions.ts';
import { now } from '../platform/clock.ts';
import type { Env } from '../platform/env.ts';

/** What this very tick has put out is due too: its time may lie a little back. @returns how many attempts were made */
export const deliver = (env: Env, index: number, at: number): Promise<number> =>
  deliverDue(env, index, Math.max(at, now()));
