/**
 * Where files lie: the only file that knows R2. Names are made by the callers of random identifiers; nothing of a person is in
 * them. What is written is there for the next reader at once.
 */
import type { Env } from './env.ts';

/** One part of an upload; putting it again replaces it. */
export const partName = (upload: string, part: number): string => `incoming/${upload}/${part}`;
export const partsPrefix = (upload: string): string => `incoming/${upload}/`;
/** Two checks of one upload that race write two objects, and the row names the one that belongs to it. */
export const objectName = (file: string, sha256: string): string => `files/${file}-${sha256.slice(0, 32)}`;
export const objectsPrefix = (file: string): string => `files/${file}-`;
const everyPart = 'incoming/';

export async function putBytes(env: Env, name: string, bytes: Uint8Array | ArrayBuffer): Promise<void> {
  await env.FILES.put(name, bytes);
}

/** @returns null where it isn't there */
export async function openBytes(env: Env, name: string): Promise<ReadableStream | null> {
  return (await env.FILES.get(name))?.body ?? null;
}

/** How many bytes each part of an upload has. */
export async function partSizes(env: Env, upload: string): Promise<Map<number, number>> {
  const prefix = partsPrefix(upload);
  const { objects } = await env.FILES.list({ prefix });
  return new Map(objects.map(({ key, size }) => [Number(key.slice(prefix.length)), size]));
}

/** The platform opens six connections for a request. */
const atOnce = 6;

/**
 * The parts one behind the other, each of `partBytes`, the last one with the rest.
 * @returns null where one is missing or has another size
 */
export async function readParts(
  env: Env,
  upload: string,
  partBytes: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const whole = new Uint8Array(length);
  const readAt = async (at: number): Promise<boolean> => {
    const object = await env.FILES.get(partName(upload, at / partBytes + 1));
    if (object?.size !== Math.min(partBytes, length - at)) return false;
    whole.set(new Uint8Array(await object.arrayBuffer()), at);
    return true;
  };
  const places = Array.from({ length: Math.ceil(length / partBytes) }, (_, index) => index * partBytes);
  for (let done = 0; done < places.length; done += atOnce) {
    const read = await Promise.all(places.slice(done, done + atOnce).map(readAt));
    if (read.includes(false)) return null;
  }
  return whole;
}

/** Everything under a prefix; repeatable. */
export async function removeUnder(env: Env, prefix: string): Promise<void> {
  for (;;) {
    const { objects, truncated } = await env.FILES.list({ prefix });
    if (objects.length > 0) await env.FILES.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}

/** Parts whose upload is long over: those that came in while it was being removed. */
export async function removePartsBefore(env: Env, time: number): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await env.FILES.list({ prefix: everyPart, ...(cursor ? { cursor } : {}) });
    const old = page.objects.filter(({ uploaded }) => uploaded.getTime() < time);
    if (old.length > 0) await env.FILES.delete(old.map(({ key }) => key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
}
