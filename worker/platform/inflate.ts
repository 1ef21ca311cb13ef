/** Unfolding zlib data (RFC 1950) in bounded memory. */
import { constants, inflateSync } from 'node:zlib';

/**
 * What follows the data's own end is passed over.
 * @param unfinished whether data that has no end, and no check sum, is taken as far as it goes
 * @returns null where it isn't zlib data, is damaged, or unfolds to more than `most` bytes
 */
export function inflate(bytes: Uint8Array, most: number, unfinished: boolean): Uint8Array | null {
  if (most <= 0) return null;
  try {
    const finishFlush = unfinished ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
    return inflateSync(bytes, { finishFlush, maxOutputLength: most });
  } catch {
    return null;
  }
}
