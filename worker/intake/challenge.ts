/** Proof of work (ALTCHA v2): asks nothing of the person, and a little of the machine that writes in bulk. */
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import type { Env } from '../platform/env.ts';

/** Hashes a solver tries: about a second on a cheap phone, in slices. */
const counterMin = 3_000;
const counterMax = 12_000;

export function issueChallenge(env: Env, tenant: string, now: number) {
  return createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: randomInt(counterMax, counterMin),
    deriveKey,
    data: { tenant },
    expiresAt: Math.floor(now / 1000) + limits.challengeMinutesMax * 60,
    hmacSignatureSecret: env.CHALLENGE_SECRET,
    hmacKeySignatureSecret: `key:${env.CHALLENGE_SECRET}`,
  });
}

const answer = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
      data: z.object({ tenant: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().optional() }),
});

export type Proof =
  | { ok: true; signature: string; expiresAt: number }
  | { ok: false; reason: 'challenge_invalid' | 'challenge_expired' };

/** Checks an answer without remembering it: the caller commits `signature` as spent together with what it paid for. */
export async function checkProof(env: Env, tenant: string, base64: string): Promise<Proof> {
  const parsed = answer.safeParse(decode(base64));
  if (!parsed.success || parsed.data.challenge.parameters.data.tenant !== tenant)
    return { ok: false, reason: 'challenge_invalid' };
  const { challenge, solution } = parsed.data;
  const result = await verifySolution({
    challenge,
    solution: { ...solution, time: solution.time ?? 0 },
    deriveKey,
    hmacSignatureSecret: env.CHALLENGE_SECRET,
    hmacKeySignatureSecret: `key:${env.CHALLENGE_SECRET}`,
  });
  if (result.expired) return { ok: false, reason: 'challenge_expired' };
  if (!result.verified) return { ok: false, reason: 'challenge_invalid' };
  return { ok: true, signature: challenge.signature, expiresAt: challenge.parameters.expiresAt * 1000 };
}

function decode(base64: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))));
  } catch {
    return null;
  }
}
