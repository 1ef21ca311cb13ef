/** Counts the rows that requests read, as D1 itself says in `meta`. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { app } from '../app.ts';
import type { Env } from '../platform/env.ts';
import { origin, testEnv } from './app.ts';

interface Counter {
  rows: number;
  queries: number;
}

/** A statement that also tells what it read. Drizzle reads rows as arrays, which carry no `meta`: those are run once more. */
function countingStatement(statement: D1PreparedStatement, counter: Counter): D1PreparedStatement {
  const count = (result: D1Result<unknown>) => {
    counter.rows += result.meta.rows_read;
    counter.queries += 1;
  };
  return new Proxy(statement, {
    get(target, name) {
      if (name === 'bind')
        return (...values: unknown[]) => countingStatement(target.bind(...values), counter);
      if (name === 'raw') {
        return async (options: { columnNames?: false }) => {
          count(await target.all());
          return target.raw(options);
        };
      }
      if (name === 'all' || name === 'run') {
        return async () => {
          const result = await target[name]();
          count(result);
          return result;
        };
      }
      if (name === 'bare') return target;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function countingDatabase(database: D1Database, counter: Counter): D1Database {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => countingStatement(target.prepare(sql), counter);
      if (name === 'batch') {
        return async (statements: (D1PreparedStatement & { bare?: D1PreparedStatement })[]) => {
          const results = await target.batch(statements.map((statement) => statement.bare ?? statement));
          for (const { meta } of results) counter.rows += meta.rows_read;
          counter.queries += 1;
          return results;
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The service's world, which counts what is read in both databases. */
export function countedEnv(): { env: Env; counter: Counter } {
  const counter = { rows: 0, queries: 0 };
  const env: Env = {
    ...testEnv,
    DIRECTORY: countingDatabase(testEnv.DIRECTORY, counter),
    LETTERS_0: countingDatabase(testEnv.LETTERS_0, counter),
  };
  return { env, counter };
}

/**
 * What one request read, in both databases.
 * @param other what is otherwise in the service's world
 */
export async function rowsRead(
  path: string,
  init: RequestInit = {},
  other: Partial<Env> = {},
): Promise<Counter & { status: number; body: string }> {
  const { env, counter } = countedEnv();
  const context = createExecutionContext();
  const answer = await app.fetch(new Request(`${origin}${path}`, init), { ...env, ...other }, context);
  const body = await answer.text();
  await waitOnExecutionContext(context);
  return { ...counter, status: answer.status, body };
}
