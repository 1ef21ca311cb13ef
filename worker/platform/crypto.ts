/** Randomness, hashes and seals. Everything secret that is stored is a hash or sealed. */

const encoder = new TextEncoder();
/** Crockford base32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Crockford base32 of the leading `chars * 5` bits. */
export function base32(bytes: Uint8Array, chars: number): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    for (; bits >= 5 && text.length < chars; bits -= 5) text += alphabet[(buffer >> (bits - 5)) & 31];
    buffer &= (1 << bits) - 1;
  }
  return text;
}

/** A random identifier of 125 bits. */
export const randomId = (): string => base32(randomBytes(16), 25).toLowerCase();

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hex; of a text its UTF-8. */
export async function sha256(data: string | BufferSource): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** HMAC-SHA-256 under a secret of the deployment; `purpose` keeps the uses of a secret apart. */
export async function keyed(secret: string, purpose: string, text: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${purpose}\u0000${text}`)));
}

/** Compares secrets in constant time, whatever their lengths. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all(
    [a, b].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text))),
  );
  return crypto.subtle.timingSafeEqual(left!, right!);
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

async function aesKey(raw: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** AES-256-GCM with a random 96-bit nonce; `context` is authenticated, so a sealed text can't be moved elsewhere. Base64. */
export async function seal(key: string, context: string, text: string): Promise<string> {
  const iv = randomBytes(12);
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(context) };
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(algorithm, await aesKey(key), encoder.encode(text)),
  );
  const whole = new Uint8Array(iv.length + sealed.length);
  whole.set(iv);
  whole.set(sealed, iv.length);
  return toBase64(whole);
}

/** @throws where the key or the context is another, or the text was changed. */
export async function open(key: string, context: string, sealed: string): Promise<string> {
  const whole = fromBase64(sealed);
  const algorithm = { name: 'AES-GCM', iv: whole.slice(0, 12), additionalData: encoder.encode(context) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, await aesKey(key), whole.slice(12)));
}

/** A new data key, base64 of 32 bytes. */
export const newDataKey = (): string => toBase64(randomBytes(32));
