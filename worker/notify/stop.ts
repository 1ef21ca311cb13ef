/** Who wants no more mail: signed links that need no key, and the names under which a wish is kept. */
import { keyed, sameSecret, toHex } from '../platform/crypto.ts';
import type { Env } from '../platform/env.ts';

export const letterSubject = (letterId: string): string => `letter:${letterId}`;

/** The address itself is never kept. */
export async function addressSubject(env: Env, email: string): Promise<string> {
  const hash = await keyed(env.ACCESS_KEY_SECRET, 'mail-address', email.trim().toLowerCase());
  return `address:${toHex(hash.slice(0, 16))}`;
}

/** 128 bits; opens nothing but the stopping of mail about this letter. */
async function stopToken(env: Env, tenant: string, letterId: string): Promise<string> {
  return toHex((await keyed(env.ACCESS_KEY_SECRET, 'mail-stop', `${tenant}.${letterId}`)).slice(0, 16));
}

export async function isStopToken(
  env: Env,
  tenant: string,
  letterId: string,
  token: string,
): Promise<boolean> {
  return sameSecret(token, await stopToken(env, tenant, letterId));
}

export async function stopLink(
  env: Env,
  origin: string,
  tenant: string,
  { id, number }: { id: string; number: string },
): Promise<string> {
  const query = new URLSearchParams({ number, token: await stopToken(env, tenant, id) });
  return `${origin}/s/${tenant}/unsubscribe?${query.toString()}`;
}
