/** The service's API as the command line and the demo's seed use it. */
import { problem, type Problem } from '../contract/errors.ts';
import { Failure, UsageError } from './io.ts';

/** The service refused: what it said, in words. */
export class Refused extends Failure {
  readonly status: number;
  readonly code: string;

  constructor(status: number, said: Problem | null, path: string) {
    super(said ? refusalWords(said) : `The service answered ${status} to ${path} without saying why.`);
    this.status = status;
    this.code = said?.code ?? '';
  }
}

function refusalWords(said: Problem): string {
  const fields = (said.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
  return `${said.detail || said.title} (${said.status} ${said.code})${fields.join('')}`;
}

export interface Client {
  readonly baseUrl: string;
  get(path: string): Promise<unknown>;
  /** Answers the body, null where there is none. Throws `Refused` for any status from 400. */
  post(path: string, body: unknown): Promise<unknown>;
  /** The bytes of a file. Throws as `post` does. */
  download(path: string): Promise<Uint8Array>;
}

type Credentials = { token: string } | { cookie: string } | null;

/** A client with a bearer token, or without one for what is public. */
export function tokenClient(baseUrl: string, token: string | null): Client {
  return client(baseUrl, token === null ? null : { token });
}

/** Signs in with a password and keeps the session's cookie. */
export async function passwordClient(baseUrl: string, email: string, password: string): Promise<Client> {
  const response = await send(baseUrl, '/v1/auth/sign-in/email', null, { email, password });
  const said = await body(response, '/v1/auth/sign-in/email');
  if (typeof said === 'object' && said !== null && 'twoFactorRedirect' in said)
    throw new Failure(
      'This account asks for a second factor. Make a token in the console and set HUIXIN_TOKEN.',
    );
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return client(baseUrl, { cookie });
}

/** The client that the environment describes: HUIXIN_URL with HUIXIN_TOKEN, or HUIXIN_EMAIL and HUIXIN_PASSWORD. */
export async function environmentClient(env: Readonly<Record<string, string | undefined>>): Promise<Client> {
  const baseUrl = (env['HUIXIN_URL'] || 'http://127.0.0.1:8787').replace(/\/+$/, '');
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
    throw new UsageError(`HUIXIN_URL is not a web address: ${baseUrl}`);
  if (env['HUIXIN_TOKEN']) return tokenClient(baseUrl, env['HUIXIN_TOKEN']);
  if (env['HUIXIN_EMAIL'] && env['HUIXIN_PASSWORD'])
    return passwordClient(baseUrl, env['HUIXIN_EMAIL'], env['HUIXIN_PASSWORD']);
  throw new UsageError('Set HUIXIN_TOKEN to an API token, or HUIXIN_EMAIL and HUIXIN_PASSWORD.');
}

function client(baseUrl: string, credentials: Credentials): Client {
  const call = async (path: string, payload?: unknown) =>
    body(await send(baseUrl, path, credentials, payload), path);
  const download = async (path: string) => {
    const response = await send(baseUrl, path, credentials, undefined);
    if (!response.ok) await body(response, path);
    return new Uint8Array(await response.arrayBuffer());
  };
  return { baseUrl, get: (path) => call(path), post: (path, payload) => call(path, payload), download };
}

async function send(baseUrl: string, path: string, credentials: Credentials, payload: unknown) {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'en' };
  if (credentials && 'token' in credentials) headers['authorization'] = `Bearer ${credentials.token}`;
  if (credentials && 'cookie' in credentials) headers['cookie'] = credentials.cookie;
  if (payload !== undefined) {
    headers['content-type'] = 'application/json';
    // A write with a cookie must come from the service's own origin; with a token nobody asks.
    if (!credentials || 'cookie' in credentials) headers['origin'] = new URL(baseUrl).origin;
  }
  const method = payload === undefined ? 'GET' : 'POST';
  const init: RequestInit = { method, headers, redirect: 'manual' };
  if (payload !== undefined) init.body = JSON.stringify(payload);
  try {
    return await fetch(baseUrl + path, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    throw new Failure(
      `${baseUrl} could not be reached${cause?.code ? ` (${cause.code})` : ''}. Is the service running, and is HUIXIN_URL its address?`,
    );
  }
}

async function body(response: Response, path: string): Promise<unknown> {
  const text = await response.text();
  const said = text === '' ? null : parsed(text);
  if (response.ok && said !== undefined) return said;
  if (response.status < 400)
    throw new Failure(`The service answered ${response.status} to ${path} with something that is not JSON.`);
  const told = problem.safeParse(said);
  throw new Refused(response.status, told.success ? told.data : signInProblem(said, response.status), path);
}

/** Sign-in is answered by the identity library in a shape of its own: {code, message}. */
function signInProblem(said: unknown, status: number): Problem | null {
  if (typeof said !== 'object' || said === null || !('message' in said)) return null;
  const { message } = said;
  if (typeof message !== 'string') return null;
  const code = 'code' in said && typeof said.code === 'string' ? said.code : '';
  return { type: 'about:blank', title: message, status, code, detail: message, requestId: '' };
}

/** undefined where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
