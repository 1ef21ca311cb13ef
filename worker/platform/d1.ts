/**
 * The databases, and the one way to write to them. D1 has no interactive transaction: `batch` is the atomic unit, so a
 * store exports writes as statements that haven't run, and an action commits them together.
 */
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { Env } from './env.ts';
import { forgetVersion } from './tenant-version.ts';

export type Database = DrizzleD1Database;
export type Statement = BatchItem<'sqlite'>;

export const directory = (env: Env): Database => drizzle(env.DIRECTORY);

/** Numbers of the shards that are bound, ascending: adding one is a binding and nothing else. */
export function shardsOf(env: Env): number[] {
  return Object.keys(env)
    .flatMap((name) => /^LETTERS_(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export function shard(env: Env, index: number): Database {
  const binding = (env as unknown as Record<string, D1Database | undefined>)[`LETTERS_${index}`];
  if (!binding) throw new Error(`no database is bound as LETTERS_${index}`);
  return drizzle(binding);
}

/** Which promise of the schema a batch would have broken. */
export type Constraint =
  | 'event'
  | 'idempotency'
  | 'challenge'
  | 'external'
  | 'reader'
  | 'file'
  | 'name'
  /** What a row refers to isn't there. */
  | 'reference'
  | 'other';

const constraints: [RegExp, Constraint][] = [
  [/event\.letter_id/, 'event'],
  [/idempotency\./, 'idempotency'],
  [/spent_challenge\./, 'challenge'],
  [/(letter|notice)\.external_id/, 'external'],
  [/reader_mark\./, 'reader'],
  [/(upload|file|attachment)\./, 'file'],
  [/(tenant|department|user|origin)\./, 'name'],
];

export type Committed = { ok: true; results: unknown[] } | { ok: false; violated: Constraint };

/**
 * Runs all statements or none. If we crash before D1 answers, the batch is either wholly there or not at all; the caller
 * learns which by repeating it with the same keys.
 */
export async function commit(db: Database, statements: readonly Statement[]): Promise<Committed> {
  const [first, ...rest] = statements;
  if (!first) return { ok: true, results: [] };
  try {
    return { ok: true, results: await db.batch([first, ...rest]) };
  } catch (error) {
    const message = messageOf(error);
    if (message.includes('FOREIGN KEY constraint failed')) return { ok: false, violated: 'reference' };
    if (!message.includes('UNIQUE constraint failed')) throw error;
    return { ok: false, violated: constraints.find(([pattern]) => pattern.test(message))?.[1] ?? 'other' };
  }
}

/** The same for a tenant's letters and notices; what is public of them follows at once. */
export async function commitTo(
  env: Env,
  tenant: { slug: string; shard: number },
  statements: readonly Statement[],
): Promise<Committed> {
  return forgetting(env, tenant.slug, commit(shard(env, tenant.shard), statements));
}

/** The same for the tenant itself, in the directory. */
export async function commitTenant(
  env: Env,
  slug: string,
  statements: readonly Statement[],
): Promise<Committed> {
  return forgetting(env, slug, commit(directory(env), statements));
}

async function forgetting(env: Env, slug: string, committing: Promise<Committed>): Promise<Committed> {
  const committed = await committing;
  if (committed.ok) await forgetVersion(env, slug);
  return committed;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messageOf(error.cause)}` : '';
}
