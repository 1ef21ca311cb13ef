/**
 * Wraps a worker and counts what each request asks of the platform: trips to D1 with the statements they carry, operations
 * on the cache, steps of cryptography and lines of log. The counts come back in a header, after everything the request left running.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** What one request did, each in the order it was begun. */
export interface Census {
  /** `LETTERS_0: insert letter, insert event`: the database, and each statement's verb and table. */
  trips: string[];
  /** `match hit`, `match miss`, `put`, `delete`. */
  cache: string[];
  /** `digest`, `sign` …; the same step on the same bytes counts once. */
  crypto: string[];
  /** The method of `console`. */
  logs: string[];
}

export const CENSUS_HEADER = 'X-Census';

interface Waiting {
  waitUntil(promise: Promise<unknown>): void;
}
interface Handler {
  fetch(request: Request, env: Record<string, unknown>, context: Waiting): Promise<Response> | Response;
}

const nothing = (): Census => ({ trips: [], cache: [], crypto: [], logs: [] });
let census = nothing();
let cryptoSeen = new Set<string>();

/** One request at a time: the counts are the module's. */
export function counted(subject: Handler): Handler {
  countCache();
  countCrypto();
  countLogs();
  return {
    async fetch(request, env, context) {
      census = nothing();
      cryptoSeen = new Set();
      const left: Promise<unknown>[] = [];
      const waiting: Waiting = { waitUntil: (promise) => void left.push(promise) };
      const answer = await subject.fetch(request, withCountedDatabases(env), waiting);
      const body = await answer.arrayBuffer();
      for (let index = 0; index < left.length; index++) await left[index];
      context.waitUntil(Promise.resolve());
      const headers = new Headers(answer.headers);
      headers.set(CENSUS_HEADER, JSON.stringify(census));
      return new Response(body, { status: answer.status, headers });
    },
  };
}

function withCountedDatabases(env: Record<string, unknown>): Record<string, unknown> {
  const counting = Object.entries(env).map(([name, binding]) =>
    /^(DIRECTORY|LETTERS_\d+)$/.test(name)
      ? [name, countedDatabase(name, binding as D1Database)]
      : [name, binding],
  );
  return Object.fromEntries(counting) as Record<string, unknown>;
}

const bare = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();

function countedDatabase(name: string, database: D1Database): D1Database {
  const note = (statements: readonly string[]) =>
    census.trips.push(`${name}: ${statements.map(nameOf).join(', ')}`);
  return within(database, {
    prepare: (sql: string) => countedStatement(database.prepare(sql), sql, note),
    batch: (statements: D1PreparedStatement[]) => {
      const known = statements.map((statement) => bare.get(statement)!);
      note(known.map(({ sql }) => sql));
      return database.batch(known.map(({ statement }) => statement));
    },
    exec: (sql: string) => {
      note([sql]);
      return database.exec(sql);
    },
  });
}

function countedStatement(
  statement: D1PreparedStatement,
  sql: string,
  note: (statements: readonly string[]) => void,
): D1PreparedStatement {
  const running = (how: 'all' | 'run' | 'raw' | 'first') => [
    how,
    (...args: unknown[]) => {
      note([sql]);
      return (statement[how] as (...args: unknown[]) => unknown)(...args);
    },
  ];
  const proxy = within(statement, {
    bind: (...values: unknown[]) => countedStatement(statement.bind(...values), sql, note),
    ...Object.fromEntries([running('all'), running('run'), running('raw'), running('first')]),
  });
  bare.set(proxy, { statement, sql });
  return proxy;
}

/** The object with some of its methods replaced. */
function within<T extends object>(target: T, replaced: Record<string, unknown>): T {
  return new Proxy(target, {
    get(of, name) {
      if (typeof name === 'string' && Object.hasOwn(replaced, name)) return replaced[name];
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}

function nameOf(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1] ?? '?';
  const table = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(sql)?.[1] ?? '?';
  return `${verb} ${table}`.toLowerCase();
}

function countCache(): void {
  const prototype = Cache.prototype;
  for (const name of ['put', 'delete'] as const) {
    const original = prototype[name] as (...args: unknown[]) => Promise<unknown>;
    Object.defineProperty(prototype, name, {
      value(this: Cache, ...args: unknown[]) {
        census.cache.push(name);
        return original.apply(this, args);
      },
    });
  }
  const { match } = prototype;
  Object.defineProperty(prototype, 'match', {
    async value(this: Cache, ...args: Parameters<Cache['match']>) {
      const found = await match.apply(this, args);
      census.cache.push(found ? 'match hit' : 'match miss');
      return found;
    },
  });
}

function countCrypto(): void {
  const prototype = SubtleCrypto.prototype;
  for (const name of ['digest', 'sign', 'verify', 'encrypt', 'decrypt', 'deriveBits'] as const) {
    const original = prototype[name] as (...args: unknown[]) => Promise<unknown>;
    Object.defineProperty(prototype, name, {
      value(this: SubtleCrypto, ...args: unknown[]) {
        const input = JSON.stringify([name, args.map(bytesOf)]);
        if (!cryptoSeen.has(input)) census.crypto.push(name);
        cryptoSeen.add(input);
        return original.apply(this, args);
      },
    });
  }
}

const bytesOf = (value: unknown): unknown => {
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  return ArrayBuffer.isView(value)
    ? [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]
    : value;
};

function countLogs(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[name] = () => void census.logs.push(name);
}
