import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { SubmitLetter, WriterLetter } from '../../../contract/letters.ts';
import { pickLang } from '../../../contract/vocabulary.ts';
import { at } from '../../../scripts/root.ts';
import * as data from './mock-data.ts';
import { MockUploads } from './mock-uploads.ts';

const SECRET = 'mock-challenge-secret';
const LETTERS = [data.openLetter, data.repliedLetter, data.lateLetter, data.askedLetter, data.declinedLetter];

export interface Submission {
  key: string;
  body: SubmitLetter;
}

/** How the service is to misbehave; reset before every test. */
export interface Mood {
  /** Connections break, as on a lost line. */
  down: boolean;
  /** The next letters are stored but their answers get lost. */
  loseAnswers: number;
  /** Answers to the next letters instead of storing them. */
  refuse: { status: number; code: string; detail?: string; errors?: object[]; retryAfter?: number }[];
  /** Letters due in a year, for the badge. */
  due: number;
  /** What a bad rating does to a letter. */
  badRating: Partial<WriterLetter>;
}

const calm = (): Mood => ({ down: false, loseAnswers: 0, refuse: [], due: 1024, badRating: {} });

/** The API of `/v1` as interface.md has it, and the built `/embed`, on an origin of its own. */
export class MockService {
  base = '';
  /** Folder with `embed/` in it. */
  readonly assets: string;
  mood = calm();
  readonly uploads = new MockUploads();
  /** Letters stored, by idempotency key. */
  stored = new Map<string, { text: string; receipt: object }>();
  /** Every attempt that reached the door. */
  attempts: Submission[] = [];
  /** Commands of a letter's writer. */
  commands: { number: string; command: string; body: unknown }[] = [];
  requests: string[] = [];
  /** What was asked of the API, with its query. */
  queries: string[] = [];
  /** Beacons. */
  seen: { address: string; origin?: string; body: string; type?: string; cookie?: string }[] = [];
  readonly #spent = new Set<string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(assets = at('dist/assets')) {
    this.assets = assets;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.base = `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  reset(): void {
    this.mood = calm();
    this.stored.clear();
    this.attempts = [];
    this.commands = [];
    this.requests = [];
    this.seen = [];
    this.queries = [];
    this.uploads.reset();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.base);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Authorization, Idempotency-Key');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (this.mood.down) return void request.socket.destroy();
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    this.requests.push(`${request.method} ${url.pathname}`);
    if (url.pathname.startsWith('/embed/')) return this.#script(url.pathname, response);
    this.queries.push(url.pathname + url.search);
    const sent = await bytesOf(request);
    const [, upload, rest = ''] = /\/uploads\/(\w+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
    const text = upload ? '' : sent.toString('utf8');
    if (url.pathname.endsWith('/seen')) {
      const { origin, cookie, 'content-type': type } = request.headers;
      this.seen.push({ address: url.pathname + url.search, origin, body: text, type, cookie });
      return void response.writeHead(204).end();
    }
    const body: unknown = text && JSON.parse(text);
    const { authorization } = request.headers;
    const [status, answer, headers] = upload
      ? await this.uploads.about(request.method!, upload, rest.split('/'), authorization, sent)
      : await this.#answer(url, request, body);
    if (status === 0) return breakOff(response);
    if (answer instanceof Buffer) return void response.writeHead(status, headers).end(answer);
    if (status === 204) return void response.writeHead(204).end();
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(answer));
  }

  /** A file as built; `/embed/v1/{tenant}.js` and its chunks as the worker makes them of `v1.js` and its own. */
  async #script(path: string, response: ServerResponse): Promise<void> {
    const [, tenant = '', chunk = ''] = /^\/embed\/v1\/(\w+)(?:\.js|\/(chunks\/.+))$/.exec(path) ?? [];
    const file = tenant ? `/embed/${chunk || 'v1.js'}` : path;
    let code = await readFile(join(this.assets, file), 'utf8').catch(() => '');
    if (!code) return void response.writeHead(404).end();
    if (chunk) code = code.replaceAll('../v1.js', `../../${tenant}.js`);
    else if (tenant)
      code = `${data.tenantScript(tenant)}${code.replaceAll('./chunks/', `./${tenant}/chunks/`)}`;
    response
      .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(code);
  }

  async #answer(
    url: URL,
    request: IncomingMessage,
    body: unknown,
  ): Promise<[number, object, Record<string, string>?]> {
    const [, scope, name = '', rest, number = '', mark] = url.pathname.slice('/v1'.length).split('/');
    if (scope === 'letters') return this.#writer(request, name, rest, body);
    if (name !== 'jingmen') return [404, { code: 'not_found', detail: '没有找到。' }];
    if (!rest) return [200, data.profile(pickLang(url.searchParams.get('lang')))];
    if (rest === 'challenge') return [200, await challenge()];
    if (rest === 'stats') return [200, data.stats(this.mood.due)];
    if (rest === 'uploads') return this.uploads.begin(body as { bytes: number });
    if (rest === 'notices') return [200, data.notices];
    if (mark) return [201, { endorsements: 4, answers: 5, doesNot: 0 }];
    if (number) return [200, data.publishedLetter(number)];
    if (body) return this.#submit(String(request.headers['idempotency-key']), body as SubmitLetter);
    return [200, data.feedPage(url.searchParams.get('q') ?? '')];
  }

  async #submit(key: string, body: SubmitLetter): Promise<[number, object, Record<string, string>?]> {
    this.attempts.push({ key, body });
    const { challenge: proof, ...letter } = body;
    // Files are the same where their ids are.
    const text = JSON.stringify({ ...letter, uploads: letter.uploads?.map(({ id }) => id) });
    const before = this.stored.get(key);
    if (before)
      return before.text === text
        ? [201, before.receipt]
        : [422, { code: 'idempotency_mismatch', detail: '' }];
    const refusal = this.mood.refuse.shift();
    if (refusal) {
      const headers = refusal.retryAfter ? { 'Retry-After': String(refusal.retryAfter) } : undefined;
      return [refusal.status, refusal, headers];
    }
    if (!this.uploads.has(letter.uploads))
      return [409, { code: 'file_gone', detail: '有一个附件已经不在了。' }];
    if (this.#spent.has(proof)) return [400, { code: 'challenge_spent' }];
    if (!(await proves(proof))) return [400, { code: 'challenge_invalid' }];
    this.#spent.add(proof);
    const receipt = {
      number: 'JM-2026-000123',
      accessKey: data.ACCESS_KEY,
      status: 'submitted',
      receivedAt: '2026-11-16T10:12:00+08:00',
      acceptBy: '2026-11-17T23:59:59+08:00',
      replyBy: '2026-11-25T23:59:59+08:00',
      provisional: false,
      url: `${this.base}/s/jingmen/track`,
      receipt: null,
    };
    this.stored.set(key, { text, receipt });
    return this.mood.loseAnswers-- > 0 ? [0, {}] : [201, receipt];
  }

  #writer(
    request: IncomingMessage,
    number: string,
    command: string | undefined,
    body: unknown,
  ): [number, object, Record<string, string>?] {
    const letter = LETTERS.map((make) => make()).find((each) => each.number === number);
    const key = data.ACCESS_KEY.replaceAll('-', '');
    if (!letter || request.headers.authorization?.replaceAll('-', '') !== `Letter ${key}`)
      return [404, { code: 'not_found', detail: '没有找到。' }];
    if (!command) return [200, letter];
    if (command === 'uploads') return this.uploads.begin(body as { bytes: number });
    if (command === 'files')
      return [200, Buffer.from('a file of the letter'), { 'Content-Type': 'image/jpeg' }];
    this.commands.push({ number, command, body });
    if (command === 'ratings') {
      letter.may = letter.may.filter((may) => may !== 'rate');
      if (Number((body as { level: number }).level) <= 2) Object.assign(letter, this.mood.badRating);
    }
    if (command === 'erasure') letter.may = letter.may.filter((may) => may !== 'erase-contact');
    if (command === 'consent') Object.assign(letter, body);
    if (command === 'withdrawal') Object.assign(letter, { status: 'withdrawn', may: [] });
    return [200, letter];
  }
}

/** Starts an answer and drops the line; a line dropped earlier the browser would repair by itself. */
function breakOff(response: ServerResponse): void {
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '500' });
  response.write('{', () => response.destroy());
}

const challenge = () =>
  createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: 2000,
    deriveKey,
    expiresAt: Math.floor(Date.now() / 1000) + 600,
    hmacSignatureSecret: SECRET,
    hmacKeySignatureSecret: SECRET,
  });

async function proves(base64: string): Promise<boolean> {
  const { challenge: asked, solution } = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  const secrets = { hmacSignatureSecret: SECRET, hmacKeySignatureSecret: SECRET };
  return (await verifySolution({ challenge: asked, solution, deriveKey, ...secrets })).verified;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
