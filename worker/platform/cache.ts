/**
 * The data centre's cache: the only file that knows the Cache API. What is kept here can be lost at any moment and is read
 * by everybody in this data centre, so it holds public answers and nothing else. Nothing kept outlives a deployment. A cache
 * that fails is an empty one: no request fails with it.
 */
import type { Env } from './env.ts';

/** No host of that name exists: entries are reached through this file only. */
const addressOf = (env: Env, key: string): string =>
  `https://cache.invalid/${env.CF_VERSION_METADATA?.id ?? ''}/${key}`;

export async function recall(env: Env, key: string): Promise<Response | undefined> {
  return caches.default.match(addressOf(env, key)).catch(() => undefined);
}

/** Keeps a body under a key for so many seconds, with the headers given. */
export async function keep(
  env: Env,
  key: string,
  body: string | ArrayBuffer,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<void> {
  const answer = new Response(body, { headers: { ...headers, 'Cache-Control': `max-age=${seconds}` } });
  await caches.default.put(addressOf(env, key), answer).catch(() => undefined);
}

export async function drop(env: Env, key: string): Promise<void> {
  await caches.default.delete(addressOf(env, key)).catch(() => undefined);
}

/** What was computed once, or computes and keeps it. `key` names everything that the value depends on. */
export async function remember<T>(
  env: Env,
  key: string,
  seconds: number,
  compute: () => Promise<T>,
): Promise<T> {
  const known = await recall(env, key);
  if (known) return known.json<T>();
  const value = await compute();
  await keep(env, key, JSON.stringify(value), seconds);
  return value;
}
