// The class, not the ready-made `sha256`: that one is wrapped with `Object.hasOwn`, which Chromium 86 doesn't have.
import { _SHA256 } from '@noble/hashes/sha2.js';
import { hexOf } from '../base/hex.ts';

/** What of an `altcha-lib` v2 challenge the search needs. */
export interface ChallengeParameters {
  algorithm: string;
  /** Hex, like `salt` and `keyPrefix`. */
  nonce: string;
  salt: string;
  cost: number;
  keyLength: number;
  keyPrefix: string;
}

export interface Solution {
  counter: number;
  derivedKey: string;
}

/**
 * The search for the counter whose derived key starts with the prefix: SHA-256 over salt ‖ nonce ‖ counter (uint32,
 * big-endian), then over its own digest until it was taken `cost` times. Resumable, so that it never holds the page up.
 */
export class Search {
  private readonly parameters: ChallengeParameters;
  private readonly input: Uint8Array;
  private readonly view: DataView;
  private counter = 0;

  constructor(parameters: ChallengeParameters) {
    if (parameters.algorithm !== 'SHA-256') throw new RangeError(`unknown algorithm ${parameters.algorithm}`);
    this.parameters = { ...parameters, keyPrefix: parameters.keyPrefix.toLowerCase() };
    const fixed = bytesOf(parameters.salt + parameters.nonce);
    this.input = new Uint8Array(fixed.length + 4);
    this.input.set(fixed);
    this.view = new DataView(this.input.buffer, fixed.length);
  }

  /** Tries on until found or `enough()`; null means: call again. */
  run(enough: () => boolean): Solution | null {
    const { cost, keyLength, keyPrefix } = this.parameters;
    const prefixBytes = Math.ceil(keyPrefix.length / 2);
    while (!enough()) {
      const counter = this.counter++;
      this.view.setUint32(0, counter);
      let digest = sha256(this.input);
      for (let round = 1; round < cost; round++) digest = sha256(digest);
      if (hexOf(digest.subarray(0, prefixBytes)).startsWith(keyPrefix))
        return { counter, derivedKey: hexOf(digest.subarray(0, keyLength)) };
    }
    return null;
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => new _SHA256().update(bytes).digest();

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
