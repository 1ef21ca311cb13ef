/**
 * Serves the demo site from an origin of its own, as a government's web server would, for tests and for trying out an
 * embedding across origins. Under `npm start` the service itself serves the same files.
 */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface DemoOptions {
  /** Where the service runs, `https://host:port`; null where it answers under the same origin, behind a proxy. */
  serviceUrl: string | null;
  /** 0 takes a free one. */
  port?: number;
  /** Address to listen on. */
  host?: string;
  /** Sends the strict policy with every page; `fixtures/strict-csp.html` has it always. */
  csp?: boolean;
}

export interface Demo {
  /** Address of the front page, ending in `/demo/`. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

const SITE = join(import.meta.dirname, 'site');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export async function serveDemo({
  serviceUrl,
  port = 0,
  host = '127.0.0.1',
  csp = false,
}: DemoOptions): Promise<Demo> {
  const service = serviceUrl === null ? null : new URL(serviceUrl).origin;
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path === null) return void response.writeHead(302, { location: '/demo/' }).end();
    void answer(path, service, csp).then(({ status, headers, body }) =>
      response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return { url: `${origin}/demo/`, origin, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The file below the site's folder; null outside `/demo/`. */
function pathOf(url: string): string | null {
  const { pathname } = new URL(url, 'http://demo');
  if (!pathname.startsWith('/demo/')) return null;
  const path = pathname.slice('/demo/'.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

async function answer(path: string, service: string | null, csp: boolean): Promise<Answer> {
  const file = normalize(join(SITE, decodeURIComponent(path)));
  const type = TYPES[extname(file)];
  const notFound: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' };
  if (!file.startsWith(SITE + sep) || type === undefined) return notFound;
  const source = await readFile(file, 'utf8').catch(() => null);
  if (source === null) return notFound;
  if (!file.endsWith('.html')) return { status: 200, headers: { 'content-type': type }, body: source };
  const page = service === null ? source : pointAt(service, source);
  if (file.endsWith('old-cms.html')) return inGbk(page);
  const strict = csp || file.endsWith('strict-csp.html');
  const headers = { 'content-type': type, ...(strict && { 'content-security-policy': policy(service) }) };
  return { status: 200, headers, body: page };
}

/** What a strict site would send: nothing inline, scripts and connections only to the service. */
function policy(service: string | null): string {
  const from = service ?? "'self'";
  return [
    "default-src 'none'",
    `script-src ${from}`,
    `connect-src ${from}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The addresses in the snippets, and those that a page's own policy allows. */
function pointAt(service: string, page: string): string {
  return page
    .replaceAll(/="\/(?=(?:embed|s)\/)/g, `="${service}/`)
    .replaceAll(/(script-src|connect-src) 'self'/g, `$1 ${service}`);
}

/** Pages of that age were written in GBK: the widget's own words must not suffer from it. */
function inGbk(page: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=gb2312' },
    body: encodeGbk(page.replace('charset=utf-8', 'charset=gb2312')),
  };
}

/** The platform only decodes GBK, so the table is made by decoding every two-byte code once. */
function encodeGbk(text: string): Uint8Array {
  const codes = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char < '\u0080') return [char.charCodeAt(0)];
      const code = codes.get(char);
      if (!code) throw new Error(`GBK has no “${char}”`);
      return code;
    }),
  );
}
