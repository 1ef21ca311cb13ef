/**
 * Which version of a tenant's public data this data centre knows. Answers are cached under the version they were made of,
 * so one entry dropped makes all of them old at once, and nothing else (an exact purge).
 *
 * Whoever commits a change drops the entry before answering: here the change shows at once. Elsewhere the entry is older
 * than `knownSeconds` at most; with the seconds a CDN may keep an answer (http/public-read.ts) that stays below 60.
 */
import { drop, keep, recall } from './cache.ts';
import type { Env } from './env.ts';

/** How long a data centre believes a version without asking the database. */
const knownSeconds = 25;

export interface TenantVersion {
  id: string;
  /** Figures change at midnight: an answer is kept under the tenant's day as well. */
  timeZone: string;
}

const keyOf = (slug: string): string => `version/${encodeURIComponent(slug)}`;

/** @returns null where this data centre doesn't know it (any more). Reads no database. */
export async function knownVersion(env: Env, slug: string): Promise<TenantVersion | null> {
  return (await (await recall(env, keyOf(slug)))?.json<TenantVersion>()) ?? null;
}

/**
 * Reads the version and remembers it. Read once more after that: a change committed in between has dropped an entry that
 * wasn't there yet, so it is dropped here.
 */
export async function learnVersion(
  env: Env,
  slug: string,
  read: () => Promise<TenantVersion>,
): Promise<TenantVersion> {
  const version = await read();
  await keep(env, keyOf(slug), JSON.stringify(version), knownSeconds);
  if ((await read()).id !== version.id) await forgetVersion(env, slug);
  return version;
}

/** If we crash before this, or the cache fails, the old answers show for less than a minute. */
export async function forgetVersion(env: Env, slug: string): Promise<void> {
  await drop(env, keyOf(slug));
}
