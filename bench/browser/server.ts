/** One small server for all subjects: their pages, scripts and answers, everything as brotli of the same quality. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { at } from '../../scripts/root.ts';
import { profile, TENANT, twikooAnswers, walineComments } from './canned.ts';
import { pageOf } from './page.ts';
import { SUBJECTS } from './subjects.ts';

const RIVALS = at('bench/browser/rivals/node_modules');
const EMBED = at('dist/assets/embed');

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
};

export class BenchServer {
  base = '';
  readonly #files = new Map<string, Promise<Buffer | null>>();
  readonly #minimal: string;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** `minimal`: the built text of the minimal element. */
  constructor(minimal: string) {
    this.#minimal = minimal;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // Chromium takes brotli over plain http from loopback names only.
    this.base = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.base);
    const key = request.method === 'POST' ? `${pathname} ${await eventOf(request)}` : pathname;
    if (!this.#files.has(key)) this.#files.set(key, this.#pack(key));
    const body = await this.#files.get(key)!;
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[pathname.split('.').pop()!] ?? TYPES['json'],
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  }

  async #pack(key: string): Promise<Buffer | null> {
    const text = await this.#text(key).catch(() => null);
    return text === null ? null : compressed(text);
  }

  async #text(key: string): Promise<string | null> {
    const subject = SUBJECTS.find(({ id }) => key === `/${id}.html`);
    if (subject) return pageOf(subject);
    if (key === '/minimal.js') return this.#minimal;
    if (key.startsWith('/embed/')) return embedded(key.slice('/embed'.length));
    if (key.startsWith('/waline/')) return readFile(`${RIVALS}/@waline/client/dist/${key.slice(8)}`, 'utf8');
    if (key.startsWith('/twikoo/')) return readFile(`${RIVALS}/twikoo/dist/${key.slice(8)}`, 'utf8');
    const answer = answerOf(key);
    return answer && JSON.stringify(answer);
  }
}

export const compressed = (text: string): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** The widget's scripts as the service sends them, those of a tenant with its profile in front. */
async function embedded(path: string): Promise<string> {
  const own = path.startsWith(`/v1/${TENANT}`);
  if (!own) return readFile(EMBED + path, 'utf8');
  const rest = path.slice(`/v1/${TENANT}`.length);
  if (rest !== '.js')
    return (await readFile(EMBED + rest, 'utf8')).replaceAll('../v1.js', `../../${TENANT}.js`);
  const data = JSON.stringify({ lang: profile.locale, profile }).replaceAll('<', '\\u003c');
  const code = (await readFile(`${EMBED}/v1.js`, 'utf8')).replaceAll('./chunks/', `./${TENANT}/chunks/`);
  return `((globalThis[Symbol.for('huixin')]??={}).profiles??={})["${TENANT}"]=${data};\n${code}`;
}

function answerOf(key: string): object | null {
  if (key === `/v1/tenants/${TENANT}`) return profile;
  if (key === '/api/comment') return walineComments;
  const [path, event = ''] = key.split(' ');
  return path === '/twikoo-api' ? (twikooAnswers[event] ?? { code: 0 }) : null;
}

/** Which of Twikoo's questions a POST asks. */
async function eventOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return /"event":"(\w+)"/.exec(text)?.[1] ?? '';
}
