/**
 * How often one address may write or sign in: fixed-window counters in the directory, exact, and the same on any machine.
 * The address is never stored, only a keyed hash of it.
 */
import { lt, sql } from 'drizzle-orm';
import { rate } from '../schema/directory.ts';
import { now } from './clock.ts';
import { keyed, toHex } from './crypto.ts';
import { commit, directory } from './d1.ts';
import type { Env } from './env.ts';

export type Limited = 'submit' | 'sign-in' | 'second-factor' | 'write' | 'part' | 'hosted';

const submitsPerMinute = (env: Env): number => Number(env.HUIXIN_SUBMIT_PER_MINUTE ?? 10);
const perMinute: Record<Limited, (env: Env) => number> = {
  submit: submitsPerMinute,
  'sign-in': (env) => Number(env.HUIXIN_SIGN_IN_PER_MINUTE ?? 10),
  // Apart from passwords: an office behind one address signs in with both.
  'second-factor': (env) => Number(env.HUIXIN_SIGN_IN_PER_MINUTE ?? 10),
  // What comes with a letter: supplementing, rating, joining, judging.
  write: (env) => submitsPerMinute(env) * 6,
  // A file of ten megabytes has forty parts.
  part: (env) => submitsPerMinute(env) * 60,
  // Forms without scripts carry no proof of work: half of what the widget may.
  hosted: (env) => Math.ceil(submitsPerMinute(env) / 2),
};

/** Counts one more. @returns 0 where it may, else the seconds to wait. */
export async function waitSeconds(env: Env, what: Limited, address: string): Promise<number> {
  const at = now();
  const minute = Math.floor(at / 60_000);
  const count = await countUp(env, await bucketOf(env, what, address), minute, 1);
  return count > perMinute[what](env) ? Math.max(1, 60 - Math.floor((at / 1000) % 60)) : 0;
}

const kib = 1024;
const windowMinutes = 10;
/** What one address may begin to send in ten minutes: two large files for each letter of a minute. */
const kibPerWindow = (env: Env): number => submitsPerMinute(env) * 20 * kib;

/** The same for what somebody is about to send. */
export async function waitForBytes(env: Env, address: string, bytes: number): Promise<number> {
  const at = now();
  const minute = Math.floor(at / 60_000 / windowMinutes) * windowMinutes;
  const bucket = await bucketOf(env, 'bytes', address);
  const more = Math.ceil(bytes / kib);
  const count = await countUp(env, bucket, minute, more);
  return count > kibPerWindow(env) ? Math.max(1, Math.ceil((minute + windowMinutes) * 60 - at / 1000)) : 0;
}

async function bucketOf(env: Env, what: string, address: string): Promise<string> {
  return toHex((await keyed(env.CHALLENGE_SECRET, `rate:${what}`, address)).slice(0, 16));
}

async function countUp(env: Env, bucket: string, minute: number, by: number): Promise<number> {
  const more = directory(env)
    .insert(rate)
    .values({ bucket, minute, count: by })
    .onConflictDoUpdate({ target: [rate.bucket, rate.minute], set: { count: sql`${rate.count} + ${by}` } })
    .returning({ count: rate.count });
  const committed = await commit(directory(env), [more]);
  return committed.ok ? (committed.results as [[{ count: number }]])[0][0].count : 0;
}

/** Counters of minutes long past. */
export async function dropCounters(env: Env): Promise<void> {
  const db = directory(env);
  await commit(db, [db.delete(rate).where(lt(rate.minute, Math.floor(now() / 60_000) - 10))]);
}
