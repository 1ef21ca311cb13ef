/**
 * A form without scripts can't solve a challenge: it carries a signed token instead, good for one letter to one tenant.
 * Its nonce is the submission's idempotency key, so that the same form sent twice gives the same receipt.
 */
import { base32, keyed, randomBytes, sameSecret, toHex } from '../platform/crypto.ts';
import type { Env } from '../platform/env.ts';

const goodForMs = 2 * 60 * 60_000;
/** 130 bits. */
const nonceChars = 26;

/** `nonce.expiry in seconds.MAC`, 26 + 10 + 64 characters. */
export async function issueFormToken(env: Env, tenant: string, now: number): Promise<string> {
  const nonce = base32(randomBytes(17), nonceChars);
  const expires = String(Math.floor((now + goodForMs) / 1000));
  return `${nonce}.${expires}.${await macOf(env, tenant, nonce, expires)}`;
}

export type FormToken =
  | { state: 'good' | 'expired'; token: string; nonce: string; expiresAt: number }
  /** Not ours, or another tenant's. */
  | { state: 'foreign' };

export async function readFormToken(
  env: Env,
  tenant: string,
  token: string,
  now: number,
): Promise<FormToken> {
  const [, nonce = '', expires = '', mac = ''] =
    /^([0-9A-Z]{26})\.(\d{10})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (!(await sameSecret(mac, await macOf(env, tenant, nonce, expires)))) return { state: 'foreign' };
  const expiresAt = Number(expires) * 1000;
  return { state: expiresAt > now ? 'good' : 'expired', token, nonce, expiresAt };
}

async function macOf(env: Env, tenant: string, nonce: string, expires: string): Promise<string> {
  return toHex(await keyed(env.CHALLENGE_SECRET, 'form', `${tenant}.${nonce}.${expires}`));
}
