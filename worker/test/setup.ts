import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

/** Lays the real migrations in every database of this file's own storage. */
const bindings = env as unknown as Record<string, unknown>;
const directory = bindings['TEST_DIRECTORY_MIGRATIONS'] as D1Migration[];
const letters = bindings['TEST_LETTERS_MIGRATIONS'] as D1Migration[];
for (const [name, binding] of Object.entries(bindings)) {
  if (name === 'DIRECTORY') await applyD1Migrations(binding as D1Database, directory);
  else if (/^LETTERS_\d+$/.test(name)) await applyD1Migrations(binding as D1Database, letters);
}
