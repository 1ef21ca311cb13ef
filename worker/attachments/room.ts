/** How many bytes one instance of the service checks at a time: its memory is shared by all its requests. */

const bytesMax = 40 * 1024 * 1024;
/** Where a request was cut off, nobody says so: its place is given away then. */
const patienceMs = 60_000;

const working = new Map<symbol, { bytes: number; since: number }>();

/** @returns what gives the room back; null where there is none at present */
export function takeRoom(bytes: number, now: number): (() => void) | null {
  let taken = 0;
  for (const [key, work] of working) {
    if (now - work.since > patienceMs) working.delete(key);
    else taken += work.bytes;
  }
  if (taken > 0 && taken + bytes > bytesMax) return null;
  const key = Symbol();
  working.set(key, { bytes, since: now });
  return () => void working.delete(key);
}
