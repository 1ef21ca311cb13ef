/**
 * **near-copy**: another letter was answered with these words already. Compared is what is left without courtesies, spaces
 * and signs, with every number as one 0, so that a copy with other dates and sums stays one. An own answer that happens to
 * follow the same pattern is not: its facts differ. Source: product.md §7; §6 counts near-copies against gaming.
 */
import { substanceOf } from './reply-check.courtesy.ts';
import { keysOf, signatureOf, similarityOf } from './reply-check.min-hash.ts';
import { plainOf, type Plain } from './reply-check.text.ts';

/** Estimated share of common 4-grams. */
const SIMILAR_MIN = 0.6;
export const COPIES_MAX = 5;
/** With fewer characters left the courtesies are compared too: 来信收悉，感谢关注 sent to six hundred is a copy. */
const SUBSTANCE_MIN = 12;

/** A reply to another letter, never to this one or one merged with it. */
export interface EarlierReply {
  /** Whatever the caller knows it by; given back. */
  id: string;
  signature: Uint8Array;
}

export interface Copy {
  id: string;
  /** From 0 to 1, estimated. */
  similarity: number;
}

/** What a store keeps of a reply: 256 bytes, and 16 keys to index them by. Null where there is nothing to compare. */
export interface Fingerprint {
  signature: Uint8Array<ArrayBuffer>;
  keys: number[];
}

export function fingerprintOf(body: string): Fingerprint | null {
  const signature = signatureOf(comparable(plainOf(body)));
  return signature && { signature, keys: keysOf(signature) };
}

/** The most similar first, at most five. */
export const findCopies = (plain: Plain, earlier: readonly EarlierReply[]): Copy[] =>
  allCopies(plain, earlier).slice(0, COPIES_MAX);

/** All of them, the most similar first. */
export const copiesOf = (body: string, earlier: readonly EarlierReply[]): Copy[] =>
  allCopies(plainOf(body), earlier);

function allCopies(plain: Plain, earlier: readonly EarlierReply[]): Copy[] {
  const own = earlier.length > 0 ? signatureOf(comparable(plain)) : null;
  if (!own) return [];
  return earlier
    .map(({ id, signature }) => ({ id, similarity: similarityOf(own, signature) }))
    .filter(({ similarity }) => similarity >= SIMILAR_MIN)
    .sort((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1));
}

/** What is compared of a reply: letters and numbers of its substance. */
export function comparable(plain: Plain): string {
  const said = substanceOf(plain).map(({ start, end }) => plain.text.slice(start, end));
  const letters = lettersOf(said.join(''));
  return letters.length >= SUBSTANCE_MIN ? letters : lettersOf(plain.text);
}

/** All but letters and digits, by fixed ranges: what is a letter to an engine depends on its Unicode version. */
const SIGNS =
  /[^0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\ufe0f\ufe70-\ufeff\uff66-\uffdf]+/g;

function lettersOf(text: string): string {
  return text.replace(SIGNS, '').replace(/\d+/g, '0');
}
