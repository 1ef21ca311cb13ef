/** The platform as the bare handler uses it. */
import type { D1Database } from '@cloudflare/workers-types';

export interface Bare {
  Bindings: {
    DIRECTORY: D1Database;
    LETTERS_0: D1Database;
    ACCESS_KEY_SECRET: string;
    CHALLENGE_SECRET: string;
    HUIXIN_PUBLIC_URL: string;
  };
}

/** The browser's own types know no default cache. */
export const cache = (): Cache => (caches as unknown as { default: Cache }).default;

const bytesOf = (text: string) => new TextEncoder().encode(text);

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export async function digestHex(algorithm: 'SHA-1' | 'SHA-256', text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest(algorithm, bytesOf(text))));
}

export async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(text)));
}
