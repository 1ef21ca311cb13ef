/**
 * The built console behind the CSP it ships with, and a service that answers from memory. One per test, on a free port.
 */
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import type { FieldError } from '../../contract/errors.ts';
import type { QueuePage, ReplyCheck, Session, StaffLetter } from '../../contract/staff.ts';
import { NOW, after, letters, officer, queueItem } from './console-mock.data.ts';
import { notices, stats, tenants } from './console-mock.figures.ts';
import { DayMock } from './console-mock.day.ts';
import { CentreMock } from './console-mock.centre.ts';
import { SettingsMock } from './console-mock.settings.ts';
import { UploadsMock } from './console-mock.uploads.ts';

const ROOT = resolve(import.meta.dirname, '../../dist/assets');
/** The very policy the service sends: `/console/*` of public/_headers. */
const headers = await readFile(resolve(import.meta.dirname, '../../public/_headers'), 'utf8');
const CSP =
  /^\/console\/\*\n(?: {2}.*\n)*? {2}Content-Security-Policy: (.+)$/m.exec(headers)?.[1] ??
  "default-src 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

interface Failure {
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
}

export class ConsoleMock {
  /** Everything that was asked of `/v1`, in order. */
  readonly calls: Call[] = [];
  /** Who a sign-in signs in as. */
  account: Session = officer;
  signedIn = true;
  letters = new Map<string, StaffLetter>(letters.map((one) => [one.number, one]));
  readonly uploads = new UploadsMock();
  readonly settings = new SettingsMock();
  readonly centre = new CentreMock();
  readonly day = new DayMock(() => [...this.letters.values()]);
  url = '';
  /** Letters on a page of the queue. */
  pageSize = 30;
  /** Holds back answers to the queue until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  /** Other letters answered with what is being typed. */
  replyCheck: ReplyCheck = { copies: [], others: 0 };
  readonly #failures = new Map<string, Failure>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async open(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** The next such call fails: `failNext('POST /v1/staff/letters/JM-…/reply', 409, 'conflict')`. */
  failNext(call: string, status: number, code: string, detail = code, errors?: Failure['errors']): void {
    this.#failures.set(call, { status, code, detail, ...(errors && { errors }) });
  }

  posts(path: string): Call[] {
    return this.calls.filter((call) => call.method === 'POST' && call.path === path);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/v1/')) return this.#file(url.pathname, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const json = bytes.length > 0 && request.headers['content-type'] === 'application/json';
    const call: Call = {
      ...{ method: request.method ?? 'GET', path: url.pathname, query: Object.fromEntries(url.searchParams) },
      ...{ headers: request.headers, body: json ? (JSON.parse(bytes.toString()) as unknown) : bytes.length },
    };
    this.calls.push(call);
    const key = `${call.method} ${call.path}`;
    const failure = this.#failures.get(key);
    this.#failures.delete(key);
    if (failure) return send(response, failure.status, failure);
    const answer = await this.#answer(call);
    if (answer instanceof Uint8Array)
      return void response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(answer);
    if (answer === null) return void response.writeHead(204).end();
    send(
      response,
      answer === undefined ? 404 : answer === 401 ? 401 : 200,
      answer ?? { code: 'not_found', detail: '没有找到' },
    );
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const file = resolve(join(ROOT, extname(path) ? path : '/console/index.html'));
    const body = file.startsWith(ROOT + sep) ? await readFile(file).catch(() => null) : null;
    if (!body) return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': CSP,
      })
      .end(body);
  }

  async #answer({ method, path, query, body }: Call): Promise<unknown> {
    if (path === '/v1/auth/sign-in/email') {
      this.signedIn = (body as { password: string }).password === 'huixin-demo';
      return this.signedIn ? { user: {} } : 401;
    }
    if (path === '/v1/auth/sign-out') return { success: !(this.signedIn = false) };
    if (!this.signedIn) return 401;
    if (path === '/v1/staff/session') return this.account;
    const settled =
      this.day.answer(method, path, body) ??
      this.settings.answer(method, path, query, body) ??
      this.centre.answer(method, path, query, body) ??
      this.uploads.answer(method, path, body);
    if (settled !== undefined) return settled;
    if (path === '/v1/staff/letters' && method === 'GET') return this.#queue(query);
    if (path === '/v1/staff/letters') return receipt;
    if (path === '/v1/staff/notices') return method === 'GET' ? notices : notices.items[0];
    if (path.endsWith('/stats')) return stats;
    if (path === '/v1/central/tenants') return method === 'GET' ? tenants : {};
    if (path.endsWith('/origins'))
      return {
        items: [{ origin: 'https://www.jingmen.gov.cn', createdAt: NOW, seenAt: NOW, seenVersion: '0.1.0' }],
      };
    return this.#letter(method, path.replace('/v1/staff/letters/', ''));
  }

  async #queue(query: Record<string, string>): Promise<QueuePage> {
    await this.gate;
    const open = [...this.letters.values()].filter((one) =>
      ['submitted', 'accepted', 'awaiting_citizen'].includes(one.status),
    );
    const pool =
      query['status'] === 'open'
        ? open
        : query['status'] === 'to-publish'
          ? [...this.letters.values()].filter((one) => one.may.includes('publish'))
          : [...this.letters.values()];
    const found = pool.filter(
      (one) =>
        (!query['due'] || one.due === query['due']) &&
        (!query['q'] || one.title.includes(query['q'])) &&
        (!query['department'] || (one.department ?? 'unassigned') === query['department']),
    );
    const from = Number(query['cursor'] ?? 0);
    const to = from + this.pageSize;
    const count = (due: string) => open.filter((one) => one.due === due).length;
    return {
      ...{ items: found.slice(from, to).map(queueItem), nextCursor: to < found.length ? String(to) : null },
      counts: {
        open: open.length,
        late: count('late'),
        today: count('today'),
        unassigned: open.filter((one) => !one.department).length,
        reopened: open.filter((one) => one.round > 1).length,
        toPublish: 1,
      },
    };
  }

  #letter(method: string, path: string): unknown {
    const [number = '', command] = path.split('/');
    const letter = this.letters.get(number);
    if (letter && command === 'files') return Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
    if (!letter || method === 'GET') return letter;
    if (command === 'reply-check') return this.replyCheck;
    if (command === 'contact') return { name: '王秀兰', phone: '13812345678', email: null };
    if (command === 'new-key') return { number, accessKey: 'K7QF-2M9X-4TWB-8HND-1CVA' };
    const next = after(letter, command ?? '');
    this.letters.set(number, next);
    return next;
  }
}

const receipt = {
  ...{
    number: 'JM-2026-000130',
    accessKey: 'K7QF-2M9X-4TWB-8HND-1CVA',
    status: 'submitted',
    receivedAt: NOW,
  },
  ...{ acceptBy: '2026-11-23T23:59:59+08:00', replyBy: '2026-11-27T23:59:59+08:00', provisional: false },
  ...{ url: 'https://example.test/s/jingmen/letters/JM-2026-000130', receipt: null },
};

function send(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(JSON.stringify(body));
}
