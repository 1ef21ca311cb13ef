/**
 * The operator's virus scanner, where there is one: takes a file's bytes by POST, answers 200 with `{"clean": boolean}`. What
 * it is told is the bytes alone.
 */
import type { Env } from './env.ts';

export type Scan = 'clean' | 'infected' | 'unscanned' | 'unavailable';

const patienceMs = 20_000;

/** @returns `unscanned` where none is set up, or it doesn't answer and needn't */
export async function scan(env: Env, bytes: Uint8Array<ArrayBuffer>): Promise<Scan> {
  const silent = env.HUIXIN_SCAN_REQUIRED === '1' ? 'unavailable' : 'unscanned';
  if (!env.HUIXIN_SCAN_URL) return silent;
  try {
    const answer = await fetch(env.HUIXIN_SCAN_URL, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status !== 200) return silent;
    const said: unknown = await answer.json();
    const clean = typeof said === 'object' && said !== null && 'clean' in said ? said.clean : null;
    if (clean === true) return 'clean';
    return clean === false ? 'infected' : silent;
  } catch {
    return silent;
  }
}
