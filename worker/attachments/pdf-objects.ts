/**
 * Object streams (ISO 32000-1, 7.5.7) hold a PDF's objects compressed. One that can't be read in full, or is written in a way
 * no program needs, is refused: what nobody can look into might be anything.
 */
import { inflate } from '../platform/inflate.ts';
import { latin1 } from './checked.ts';

/** Of all object streams of a file together: ten times what large documents have. */
const inflatedBytesMax = 32 * 1024 * 1024;
const objectStreamsMax = 2000;

const abbreviated = new Set(['AHx', 'A85', 'LZW', 'Fl', 'RL', 'CCF', 'DCT', 'Crypt']);

/** What the names before a `stream` keyword say of it. Filters count since the last stream, so that no comment can hide one. */
export class StreamDictionary {
  /** Where the object begins, as far as keywords tell. */
  start = 0;
  #typed = false;
  #first = false;
  #filter = false;
  #flates = 0;
  #others = 0;
  add(name: string): void {
    if (name === 'ObjStm') this.#typed = true;
    else if (name === 'First') this.#first = true;
    else if (name === 'Filter') this.#filter = true;
    else if (name === 'FlateDecode') this.#flates += 1;
    else if (name.endsWith('Decode') || name === 'DecodeParms' || abbreviated.has(name)) this.#others += 1;
  }
  beginObject(at: number): void {
    this.start = at;
    this.#first = false;
  }
  /** Some readers don't ask for the type. */
  get hasObjects(): boolean {
    return this.#typed || this.#first;
  }
  get coding(): 'none' | 'flate' | 'other' {
    if (this.#others > 0 || this.#flates > 1) return 'other';
    if (this.#flates === 1) return 'flate';
    return this.#filter ? 'other' : 'none';
  }
}

/**
 * @param end behind the keyword `stream`
 * @returns the objects; null where they can't be read. Objects that aren't compressed are read with the rest of the file.
 */
export function readObjectStream(
  bytes: Uint8Array,
  dictionary: StreamDictionary,
  end: number,
  found: { inflatedBytes: number; objectStreams: number },
): Uint8Array | null {
  found.objectStreams += 1;
  if (found.objectStreams > objectStreamsMax || dictionary.coding === 'other') return null;
  if (dictionary.coding === 'none') return new Uint8Array(0);
  const start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  const stop = indexOf(bytes, 'endstream', start);
  const data = bytes.subarray(start, stop);
  const most = inflatedBytesMax - found.inflatedBytes;
  // Some programs never finish their streams: taken where no reader can read on behind the place where we stop.
  const objects =
    inflate(data, most, false) ??
    (start + lengthSaid(bytes, dictionary.start, end) <= stop ? inflate(data, most, true) : null);
  found.inflatedBytes += objects?.length ?? 0;
  return objects;
}

/** NaN where it is said elsewhere in the file. */
function lengthSaid(bytes: Uint8Array, start: number, end: number): number {
  const dictionary = latin1(bytes, start, Math.min(end - start, 2000));
  const all = [...dictionary.matchAll(/\/Length\s+(\d{1,8})\s*(?=[/>])/g)];
  return all.length === 1 ? Number(all[0]![1]) : Number.NaN;
}

function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (latin1(bytes, at, word.length) === word) return at;
  return bytes.length;
}
