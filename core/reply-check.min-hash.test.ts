/** The signature against the true share of common 4-grams, and the keys by which a store finds what is alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BANDS,
  gramsOf,
  keysOf,
  SIGNATURE_BYTES,
  signatureOf,
  similarityOf,
} from './reply-check.min-hash.ts';

const always = { seed: 20_261_122, numRuns: 400 };

function jaccard(one: string, other: string): number {
  const [ours, theirs] = [gramsOf(one), gramsOf(other)];
  const shared = [...ours].filter((gram) => theirs.has(gram)).length;
  return shared / (ours.size + theirs.size - shared);
}

const estimate = (one: string, other: string) => similarityOf(signatureOf(one)!, signatureOf(other)!);

/** Chinese characters as replies have them: common ones, some again and again. */
const char = fc.integer({ min: 0x4e00, max: 0x5200 }).map((code) => String.fromCharCode(code));
const piece = fc.array(char, { minLength: 12, maxLength: 160, size: 'max' }).map((chars) => chars.join(''));
/** Two texts with a part in common, from nothing to all. */
const pair = fc
  .tuple(piece, piece, piece, piece)
  .chain(([common, one, other, more]) =>
    fc.constantFrom(
      [common + one, common + other],
      [common + more + one, other + common + more],
      [common, common + one.slice(0, 12)],
      [one, other],
    ),
  );

describe('the estimate', () => {
  test('is within five standard errors of the true share, and right on average', () => {
    let [sum, count] = [0, 0];
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const truth = jaccard(one!, other!);
        const error = estimate(one!, other!) - truth;
        sum += error;
        count++;
        expect(Math.abs(error)).toBeLessThanOrEqual(5 * Math.sqrt((truth * (1 - truth)) / 128) + 0.01);
      }),
      always,
    );
    expect(Math.abs(sum / count)).toBeLessThan(0.01);
  });

  test('is the same either way, 1 for the same text and at most 1', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(estimate(one!, other!)).toBe(estimate(other!, one!));
        expect(estimate(one!, other!)).toBeLessThanOrEqual(1);
        expect(estimate(one!, one!)).toBe(1);
      }),
      always,
    );
  });

  test('is next to nothing for texts that share nothing', () => {
    expect(estimate('甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥')).toBeLessThan(0.02);
  });
});

describe('the keys', () => {
  test('texts that are 0.8 alike share one; hardly any that are 0.1 alike do', () => {
    let [alike, met, unlike, metByChance] = [0, 0, 0, 0];
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const truth = jaccard(one!, other!);
        const keys = new Set(keysOf(signatureOf(one!)!));
        const shares = keysOf(signatureOf(other!)!).some((key) => keys.has(key));
        if (truth >= 0.8) [alike, met] = [alike + 1, met + Number(shares)];
        if (truth <= 0.1) [unlike, metByChance] = [unlike + 1, metByChance + Number(shares)];
      }),
      { ...always, numRuns: 2000 },
    );
    expect(alike).toBeGreaterThan(100);
    expect(met).toBe(alike);
    expect(unlike).toBeGreaterThan(100);
    expect(metByChance / unlike).toBeLessThan(0.02);
  });

  test('are unsigned integers of 32 bits, one for each band', () => {
    fc.assert(
      fc.property(piece, (text) => {
        const keys = keysOf(signatureOf(text)!);
        expect(keys).toHaveLength(BANDS);
        for (const key of keys) expect(key === key >>> 0).toBe(true);
      }),
      { ...always, numRuns: 50 },
    );
  });
});

describe('what is kept in rows', () => {
  test('is the same on every machine', () => {
    const signature = signatureOf('经查线路老化已于0月0日更换恢复供电abc😀')!;
    expect(signature).toHaveLength(SIGNATURE_BYTES);
    expect(hex(signature.subarray(0, 16))).toBe('9821650a032e4bada0c50d7da4b1a609');
    expect(keysOf(signature).slice(0, 3)).toEqual([560710437, 1660976878, 1804682484]);
  });

  test('an empty text has no signature; one shorter than a gram has', () => {
    expect(signatureOf('')).toBeNull();
    expect(estimate('好', '好')).toBe(1);
  });

  test('refuses what is no signature', () => {
    const signature = signatureOf('甲乙丙丁')!;
    expect(() => similarityOf(signature, signature.subarray(1))).toThrow(RangeError);
    expect(() => keysOf(new Uint8Array(0))).toThrow(RangeError);
  });
});

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
