/**
 * MinHash (Broder, "On the resemblance and containment of documents", 1997): a signature of fixed size from which the
 * Jaccard similarity of two texts' character 4-grams is estimated, and keys by which a store finds what may be similar
 * without reading the rest (banding: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", ch. 3). 32-bit integers only
 * and fixed seeds: the same text has the same signature on every machine. Kept in rows: a change of anything here is a new
 * version, and all signatures must be made anew.
 */
export const SIGNATURE_VERSION = 1;

/** The estimate's standard error is √(j(1−j)/128): 0.04 at 0.7. */
const HASHES = 128;
/** 128 minima of 16 bits, the lower byte first. */
export const SIGNATURE_BYTES = HASHES * 2;
const GRAM = 4;

/** A pair as similar as j shares a key with 1−(1−j⁴)¹⁶: 0.99 at 0.7, 0.9998 at 0.8; 0.12 at 0.3, 0.002 at 0.1. */
export const BANDS = 16;
const ROWS = 4;

/** Different 4-grams, counted in UTF-16 units, of letters and digits; a shorter text is one gram. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  if (text === '') return grams;
  for (let at = 0; at + GRAM <= Math.max(GRAM, text.length); at++) grams.add(text.slice(at, at + GRAM));
  return grams;
}

/** Null for an empty text: it resembles nothing. */
export function signatureOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (text === '') return null;
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (const gram of gramsOf(text)) {
    const hash = hashOf(gram);
    for (let index = 0; index < HASHES; index++) {
      const value = mixed(hash ^ SEEDS[index]!);
      if (value < minima[index]!) minima[index] = value;
    }
  }
  const bytes = new Uint8Array(SIGNATURE_BYTES);
  for (let index = 0; index < HASHES; index++) {
    // The higher half of a minimum is nearly always 0: the lower one tells them apart.
    bytes[2 * index] = minima[index]! & 0xff;
    bytes[2 * index + 1] = (minima[index]! >>> 8) & 0xff;
  }
  return bytes;
}

/** From 0 to 1: the share of equal minima, less what 16 bits have in common by chance. @throws RangeError on another size */
export function similarityOf(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== SIGNATURE_BYTES || other.length !== SIGNATURE_BYTES)
    throw new RangeError(`a signature has ${SIGNATURE_BYTES} bytes`);
  let equal = 0;
  for (let at = 0; at < SIGNATURE_BYTES; at += 2)
    if (one[at] === other[at] && one[at + 1] === other[at + 1]) equal++;
  const chance = 2 ** -16;
  return Math.max(0, (equal / HASHES - chance) / (1 - chance));
}

/** Sixteen unsigned integers of 32 bits; texts that share one are candidates. @throws RangeError on another size */
export function keysOf(signature: Uint8Array): number[] {
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError(`a signature has ${SIGNATURE_BYTES} bytes`);
  return Array.from({ length: BANDS }, (_, band) => {
    // The band is in the key, so that equal minima of different bands don't meet.
    let hash = mixed(band + 1);
    const from = band * ROWS * 2;
    for (const byte of signature.subarray(from, from + ROWS * 2)) hash = mixed(Math.imul(hash, 31) + byte);
    return hash;
  });
}

/** FNV-1a over both bytes of each unit. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) {
    const unit = gram.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
}

/** The last steps of MurmurHash3: a bijection in which each bit of the input bears on each of the output. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const SEEDS = Uint32Array.from({ length: HASHES }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)));
