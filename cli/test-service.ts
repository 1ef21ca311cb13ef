/** For tests: a little service on a free port that answers what a test says and remembers what it was asked. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Io } from './io.ts';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}
export interface Answer {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: unknown;
}

export async function testService(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url: path = '', headers } = request;
    const one: Asked = { method, path, headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
    asked.push(one);
    const { status = 200, headers: more = {}, body } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json', ...more });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()));
  return { url, asked, close };
}

/** An `Io` that keeps what is said. */
export function testIo(env: Io['env']): Io & { outLines: string[]; errLines: string[] } {
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    env,
    out: (line) => void outLines.push(line),
    err: (line) => void errLines.push(line),
    rewrite: null,
    outLines,
    errLines,
  };
}

export const problemBody = (status: number, code: string, detail: string, errors?: object[]) => ({
  status,
  body: {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail,
    requestId: 'r1',
    ...(errors && { errors }),
  },
});
