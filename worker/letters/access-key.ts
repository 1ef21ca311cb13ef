/**
 * The key with which a writer comes back. It is derived from a secret of the deployment and the submission's idempotency
 * key, so that neither the database nor the operator alone can make it, and a repeated submission gets the same one.
 */
import { base32, keyed, randomBytes, sha256 } from '../platform/crypto.ts';
import type { Env } from '../platform/env.ts';

/** 100 bits. */
const chars = 20;

const grouped = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1-');

export async function deriveAccessKey(env: Env, tenant: string, idempotencyKey: string): Promise<string> {
  return grouped(base32(await keyed(env.ACCESS_KEY_SECRET, `access:${tenant}`, idempotencyKey), chars));
}

/** For letters registered at the counter, and for a lost key. */
export const randomAccessKey = (): string => grouped(base32(randomBytes(13), chars));

/** As a person may type it: any case, with or without hyphens and spaces, O for 0, I and L for 1. */
function normalised(key: string): string {
  return key.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

export const hashAccessKey = (key: string): Promise<string> => sha256(`access-key\u0000${normalised(key)}`);
