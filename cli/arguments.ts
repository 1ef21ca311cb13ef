import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './io.ts';

/** `parseArgs` whose complaints are usage errors. */
export function readArguments<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The positional arguments by name; a missing or an extra one is a usage error. */
export function positionals<const N extends readonly string[]>(values: string[], names: N) {
  const missing = names[values.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = values[names.length];
  if (extra !== undefined) throw new UsageError(`“${extra}” was not expected here.`);
  return Object.fromEntries(names.map((name, at) => [name, values[at]])) as Record<N[number], string>;
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`${option} is missing.`);
  return value;
}
