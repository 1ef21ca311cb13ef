import type { Api } from '../api/client.ts';
import { type ChallengeParameters, Search, type Solution } from './solve.ts';

/** Below a frame, so that typing never stutters. */
const SLICE_MS = 12;

interface Wire {
  parameters: ChallengeParameters;
  signature?: string;
}

/**
 * Proves work without asking anything of the person: fetched at the first keystroke, solved while they write. Its file
 * carries the solver, so views that need it fetch it with `late`.
 */
export class Challenge {
  private readonly fetch: () => Promise<Wire>;
  private pending: Promise<string> | null = null;

  constructor(api: () => Api, tenant: () => string) {
    this.fetch = () => api().tenant<Wire>(tenant(), '/challenge');
  }

  /** Starts early; a failure shows when the answer is asked for. */
  prepare(): void {
    this.answer().catch(() => {});
  }

  /** base64 of `{challenge, solution}`. The same answer until `renew`. Rejects with a `Failure`. */
  answer(): Promise<string> {
    return (this.pending ??= this.solve().catch((failure: unknown) => {
      this.pending = null;
      throw failure;
    }));
  }

  /** The service has seen this answer, or it is too old. */
  renew(): void {
    this.pending = null;
  }

  private async solve(): Promise<string> {
    const challenge = await this.fetch();
    const started = performance.now();
    const solution = await inSlices(new Search(challenge.parameters));
    const time = Math.round(performance.now() - started);
    return base64(JSON.stringify({ challenge, solution: { ...solution, time } }));
  }
}

async function inSlices(search: Search): Promise<Solution> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    const found = search.run(() => performance.now() > end);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
