import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's own folder: scripts may be called from anywhere. */
export const root = resolve(import.meta.dirname, '..');
export const at = (...parts: string[]): string => join(root, ...parts);

export const version = (JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }).version;

/** The R2 buckets wrangler.toml binds. */
export function buckets(): string[] {
  return [...readFileSync(at('wrangler.toml'), 'utf8').matchAll(/^bucket_name = "([^"]+)"$/gm)].map(
    ([, name]) => name!,
  );
}

/** The D1 databases wrangler.toml binds, in its order. */
export function databases(): { binding: string; name: string }[] {
  const blocks = readFileSync(at('wrangler.toml'), 'utf8')
    .split(/^\[\[d1_databases\]\]$/m)
    .slice(1);
  const value = (block: string, key: string): string => {
    const found = new RegExp(`^${key} = "([^"]+)"`, 'm').exec(block)?.[1];
    if (!found) throw new Error(`wrangler.toml: a [[d1_databases]] without ${key}`);
    return found;
  };
  return blocks.map((block) => ({ binding: value(block, 'binding'), name: value(block, 'database_name') }));
}
