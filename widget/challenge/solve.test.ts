import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import { describe, expect, test } from 'vitest';
import { Search, type Solution } from './solve.ts';

const SECRET = 'a secret of the tests';

async function solved(options: { cost: number; counter?: number; keyPrefix?: string; keyLength?: number }) {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    deriveKey,
    hmacSignatureSecret: SECRET,
    ...options,
  });
  const search = new Search(challenge.parameters);
  let solution: Solution | null = null;
  while (!solution) {
    let tries = 0;
    solution = search.run(() => ++tries > 50);
  }
  const { verified } = await verifySolution({
    challenge,
    solution: { ...solution, time: 1 },
    deriveKey,
    hmacSignatureSecret: SECRET,
  });
  return { verified, solution };
}

describe('the search', () => {
  test('finds, in slices, the counter the service had in mind', async () => {
    const { verified, solution } = await solved({ cost: 1, counter: 777 });
    expect(verified).toBe(true);
    expect(solution.counter).toBe(777);
  });

  test('takes the digest as often as the cost says', async () => {
    expect((await solved({ cost: 25, counter: 120 })).verified).toBe(true);
  });

  test('finds a prefix of an odd number of digits and a shorter key', async () => {
    expect((await solved({ cost: 2, keyPrefix: 'A1f', keyLength: 20 })).verified).toBe(true);
  });

  test('refuses an algorithm it does not know', () => {
    const parameters = {
      algorithm: 'SCRYPT',
      nonce: '00',
      salt: '00',
      cost: 1,
      keyLength: 32,
      keyPrefix: '00',
    };
    expect(() => new Search(parameters)).toThrow(RangeError);
  });
});
