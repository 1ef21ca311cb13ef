/**
 * In the morning of each tenant's day: digests for staff, and word to writers whose promised day has passed. Goes through the
 * tenants of a shard once in a quarter of an hour, a share each minute. A morning that was slept through is made up for on the
 * same day, not later; keys keep what is announced twice from being sent twice.
 */
import { dayOf } from '../../core/index.ts';
import { announce, morningOf } from '../notify/digest.actions.ts';
import { tenantsAfter } from '../notify/digest.store.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { mailerOf } from '../platform/mailer.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { cursorOf, keepCursor } from './job.store.ts';

/** Offsets from UTC are whole quarters of an hour, so mornings begin with one. */
const quarter = 15 * 60_000;
const looksMax = 500;
const mornings = 40;

/** Up to which time mornings were looked for; in a pass its own time, and the tenant behind which it goes on. */
type Cursor = [since: number, pass?: number, done?: string];

/** @returns how many tenants had their morning in this share */
export async function sendDigests(env: Env, index: number, at: number): Promise<number> {
  if (mailerOf(env) === null) return 0;
  const db = shard(env, index);
  const [since, pass = at, done = ''] = JSON.parse((await cursorOf(db, 'send-digests')) ?? '[0]') as Cursor;
  if (done === '' && Math.floor(at / quarter) === Math.floor(since / quarter)) return 0;
  const tenants = await tenantsAfter(directory(env), index, done, looksMax);
  let count = 0;
  let last = '';
  for (const { slug, timeZone } of tenants) {
    if (isMorning(since, pass, timeZone)) {
      await wake(env, slug, pass);
      count++;
    }
    last = slug;
    if (count === mornings) break;
  }
  const over = count < mornings && tenants.length < looksMax;
  const next: Cursor = over ? [pass] : [since, pass, last];
  await commit(db, [keepCursor(db, 'send-digests', JSON.stringify(next), at)]);
  return count;
}

/** Whether this day's began after `since` and by `at`. A `since` ahead of us comes from a clock that was wrong. */
function isMorning(since: number, at: number, timeZone: string): boolean {
  const begins = morningOf(dayOf(at, timeZone), timeZone);
  return at >= begins && (since < begins || since > at);
}

/** What fails with one tenant keeps the others from nothing. */
async function wake(env: Env, slug: string, at: number): Promise<void> {
  try {
    const tenant = await findTenant(directory(env), { slug });
    if (tenant) await announce(env, tenant, at);
  } catch (error) {
    const { name } = error as Error;
    console.error(JSON.stringify({ level: 'error', job: 'send-digests', tenant: slug, error: name }));
  }
}
