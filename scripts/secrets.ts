import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secrets a deployment needs. `MASTER_KEY` encrypts contact data: without it those are lost for good. */
export const SECRETS = [
  'MASTER_KEY',
  'AUTH_SECRET',
  'ACCESS_KEY_SECRET',
  'CHALLENGE_SECRET',
  'OPERATOR_TOKEN',
] as const;
export type SecretName = (typeof SECRETS)[number];

/** Base64 of 32 random bytes for the key, hex for the rest (no character a shell or dotenv would touch). */
export function generate(name: SecretName): string {
  return name === 'MASTER_KEY' ? randomBytes(32).toString('base64') : randomBytes(32).toString('hex');
}

/** Reads the file, adds what it lacks and keeps what it has. Readable by its owner only. */
export async function secretsIn(
  file: string,
  needed: readonly SecretName[] = SECRETS,
): Promise<Record<string, string>> {
  const values = existsSync(file) ? parse(await readFile(file, 'utf8')) : {};
  const missing = needed.filter((name) => !values[name]);
  if (missing.length === 0) return values;
  for (const name of missing) values[name] = generate(name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const text = Object.entries(values)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('');
  await writeFile(file, text, { mode: 0o600 });
  return values;
}

function parse(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)];
  return Object.fromEntries(lines.map(([, name, value]) => [name!, value!]));
}
