import type { FieldError, Problem } from '../../contract/errors.ts';
import type { Profile } from '../../contract/tenants.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { broughtFor } from './brought.ts';
import { serviceUrl } from './service-url.ts';

const PATIENCE_MS = 20_000;

/** A call that did not bring what was asked. `status` 0: no answer came at all. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];
  /** Seconds the service asks us to wait, where it says so. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    super(problem.detail ?? '');
    this.status = status;
    this.code = problem.code ?? (status ? 'unexpected_answer' : 'unreachable');
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** Nothing is decided: the same call may succeed later. */
  get passing(): boolean {
    return [0, 408, 429].includes(this.status) || this.status >= 500;
  }
}

/** What a caught value says about a call; whatever else was thrown counts as no answer. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof Failure ? thrown : new Failure(0, {});

interface Call {
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: unknown;
}

/** The public API, `/v1`. No cookies ever travel. */
export class Api {
  readonly base: string;
  readonly lang: Lang;

  constructor(lang: Lang, base = serviceUrl(import.meta.url)) {
    this.lang = lang;
    this.base = base;
  }

  /** The tenant's hosted page, which works without scripts. */
  pageOf(tenant: string): string {
    return `${this.base}/s/${encodeURIComponent(tenant)}`;
  }

  /** Departments, kinds and terms: the ones the script brought, else the service's. */
  async profile(tenant: string): Promise<Profile> {
    const brought = broughtFor(tenant);
    return brought?.lang === this.lang ? brought.profile : this.tenant(tenant, '');
  }

  tenant<T>(tenant: string, path: string, call?: Call): Promise<T> {
    return this.call(`/tenants/${encodeURIComponent(tenant)}${path}`, call);
  }

  /** A letter as its writer sees it. */
  letter<T>(number: string, accessKey: string, path = '', body?: unknown): Promise<T> {
    const headers = { Authorization: `Letter ${accessKey}` };
    return this.call(`/letters/${encodeURIComponent(number)}${path}`, { headers, body });
  }

  private async call<T>(path: string, { query = {}, headers = {}, body }: Call = {}): Promise<T> {
    const asked = Object.entries<string | number | undefined>({ lang: this.lang, ...query }).flatMap(
      ([name, value = '']) => (value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]),
    );
    const sent =
      body === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          };
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
    try {
      const response = await fetch(`${this.base}/v1${path}?${asked.join('&')}`, {
        ...sent,
        credentials: 'omit',
        signal: abort.signal,
      });
      // An answer cut off half way is no answer, whatever its status said.
      if (response.ok) return (await response.json()) as T;
      const problem: Partial<Problem> = await response.json().catch(() => ({}));
      throw new Failure(response.status, problem, secondsOf(response.headers.get('Retry-After')));
    } catch (thrown) {
      throw failureOf(thrown);
    } finally {
      clearTimeout(timer);
    }
  }
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header);
  return seconds > 0 ? seconds : null;
}
