/** One call of a webhook, signed by the Standard Webhooks specification (symmetric, v1). Nothing of the answer is read or kept. */
import { now } from '../platform/clock.ts';

const timeoutMs = 15_000;

export interface Called {
  /** Null where there was no answer. */
  status: number | null;
  ms: number;
  /** Why it failed; null where it was taken. */
  note: string | null;
}

/** @param secrets `whsec_…`; during a rotation two, each signs */
export async function callWebhook(url: string, id: string, body: string, secrets: string[]): Promise<Called> {
  const started = now();
  // Of the attempt, not of the event: receivers refuse what is old, so that nobody can send it again later.
  const timestamp = String(Math.floor(started / 1000));
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, `${id}.${timestamp}.${body}`)));
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Huixin-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel().catch(() => undefined);
    return { status: answer.status, ms: now() - started, note: noteOf(answer.status) };
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError';
    return { status: null, ms: now() - started, note: late ? 'timeout' : 'unreachable' };
  }
}

function noteOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  // Following it could lead into a house that the address itself may not name.
  return status >= 300 && status < 400 ? 'redirect' : `http-${status}`;
}

/** `v1,<base64 of HMAC-SHA-256>` over `id.timestamp.body`. */
async function sign(secret: string, text: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (char) => char.charCodeAt(0));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}
