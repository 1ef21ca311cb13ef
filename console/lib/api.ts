import type { Problem } from '../../contract/errors.ts';
import { lang } from '../words/index.ts';

/**
 * Why a request brought nothing back.
 * `offline`: it never left, `lost`: the answer didn't arrive, so it may have been done; `signed-out`: the session is over;
 * `refused`: the service said no, and its words are in `problem`; `broken`: the service failed.
 */
export type Failure = 'offline' | 'lost' | 'signed-out' | 'refused' | 'broken';

export class ApiError extends Error {
  readonly failure: Failure;
  readonly status: number;
  readonly problem: Partial<Problem>;
  readonly retryAfter: number | null;

  constructor(
    failure: Failure,
    status = 0,
    problem: Partial<Problem> = {},
    retryAfter: number | null = null,
  ) {
    super(problem.detail ?? failure);
    this.failure = failure;
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get conflict(): boolean {
    return this.problem.code === 'conflict' || this.problem.code === 'letter_changed';
  }
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('broken');
}

/** Asks the person to sign in again; true once the same person has done so. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain = () => Promise.resolve(false);
export function onSignedOut(ask: SignInAgain): void {
  signInAgain = ask;
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as they are, instead of a body. */
  bytes?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Calls the service and gives its JSON. A session that ended is renewed in place and the call made once more. Throws `ApiError`. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  return read<T>(await answer(path, options));
}

/** The same for a file. Throws `ApiError`. */
export async function callForFile(path: string): Promise<Blob> {
  const response = await answer(path, {});
  try {
    return await response.blob();
  } catch {
    throw new ApiError('offline');
  }
}

/** Without renewal: for the calls that establish a session, or need none. Throws `ApiError`. */
export async function callOnce<T>(path: string, options: Call = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) throw await failureOf(response);
  return response.status === 204 ? (undefined as T) : read<T>(response);
}

async function answer(path: string, options: Call): Promise<Response> {
  let response = await send(path, options);
  if (response.status === 401 && (await signInAgain())) response = await send(path, options);
  if (response.ok) return response;
  throw await failureOf(response);
}

async function send(path: string, options: Call): Promise<Response> {
  const query = Object.entries(options.query ?? {}).filter((entry): entry is [string, string] => !!entry[1]);
  const address = query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path;
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': lang.value,
    ...options.headers,
  };
  const init: RequestInit = {
    method: options.method ?? 'GET',
    credentials: 'same-origin',
    cache: 'no-store',
    headers,
  };
  if (options.signal) init.signal = options.signal;
  if (options.bytes) {
    headers['Content-Type'] = 'application/octet-stream';
    init.body = options.bytes;
  } else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  try {
    return await fetch(address, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(navigator.onLine && init.method !== 'GET' ? 'lost' : 'offline');
  }
}

async function read<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    throw new ApiError('broken', response.status);
  }
}

async function failureOf(response: Response): Promise<ApiError> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('Retry-After') ?? response.headers.get('X-Retry-After') ?? NaN);
  const retryAfter = Number.isFinite(wait) ? wait : null;
  if (response.status === 401) return new ApiError('signed-out', 401, problem);
  return new ApiError(response.status >= 500 ? 'broken' : 'refused', response.status, problem, retryAfter);
}

/** 128 random bits in hex; `crypto.randomUUID` is missing on plain http. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
