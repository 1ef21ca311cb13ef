/**
 * A data centre's cache that goes by the clock of the test, and CDNs in front that keep what they are allowed to: for what must
 * be gone everywhere within a minute. The real one, of workerd, can't be moved in time.
 */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { vi } from 'vitest';
import { app } from '../app.ts';
import type { Env } from '../platform/env.ts';
import { origin, testEnv } from './app.ts';

interface Entry {
  status: number;
  headers: Headers;
  body: ArrayBuffer;
  until: number;
}

const answerOf = ({ status, headers, body }: Entry): Response =>
  new Response(status === 304 ? null : body, { status, headers });

const secondsOf = (headers: Headers, field: string): number =>
  Number(new RegExp(`(?:^|[ ,])${field}=(\\d+)`).exec(headers.get('cache-control') ?? '')?.[1] ?? 0);

async function entryOf(answer: Response, seconds: number): Promise<Entry> {
  const { status, headers } = answer;
  return { status, headers, body: await answer.arrayBuffer(), until: Date.now() + seconds * 1000 };
}

export class DataCentre {
  private readonly entries = new Map<string, Entry>();
  private readonly env: Env;

  constructor() {
    // What the build makes isn't needed here.
    const script = async () => new Response('import "./chunks/a.js";');
    this.env = { ...testEnv, ASSETS: { fetch: script } as unknown as Fetcher };
  }

  private readonly cache = {
    match: async (url: string) => {
      const kept = this.entries.get(url);
      return kept && Date.now() < kept.until ? answerOf(kept) : undefined;
    },
    put: async (url: string, answer: Response) =>
      void this.entries.set(url, await entryOf(answer, secondsOf(answer.headers, 'max-age'))),
    delete: async (url: string) => this.entries.delete(url),
  };

  /** Asks the service as it runs here. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    vi.stubGlobal('caches', { default: this.cache });
    const context = createExecutionContext();
    const answer = await app.fetch(
      new Request(`${origin}${path}`, { redirect: 'manual', ...init }),
      this.env,
      context,
    );
    const whole = await entryOf(answer, 0);
    await waitOnExecutionContext(context);
    vi.unstubAllGlobals();
    return answerOf(whole);
  }
}

/** A CDN in front of a data centre: it keeps an answer for as long as it may. */
export class Cdn {
  private readonly entries = new Map<string, Entry>();
  private readonly behind: DataCentre;

  constructor(behind: DataCentre) {
    this.behind = behind;
  }

  async ask(path: string): Promise<Response> {
    const kept = this.entries.get(path);
    if (kept && Date.now() < kept.until) return answerOf(kept);
    const answer = await this.behind.ask(path);
    const entry = await entryOf(answer, secondsOf(answer.headers, 's-maxage'));
    if (answer.status === 200) this.entries.set(path, entry);
    return answerOf(entry);
  }
}
