import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { queries, type Row, type Shard } from './consistency.ts';

const KEPT = 'storage/v3/d1/miniflare-D1DatabaseObject';

/**
 * Every shard in a state folder, as whoever was killed left it. Read from a copy: opening a database recovers its log, and
 * that is the service's own business when it starts again.
 */
export function readShards(state: string): Shard[] {
  const copy = mkdtempSync(join(tmpdir(), 'huixin-shards-'));
  try {
    const names = readdirSync(join(state, KEPT)).filter((name) => name.endsWith('.sqlite'));
    return names.flatMap((name) => {
      for (const file of [name, `${name}-wal`])
        if (existsSync(join(state, KEPT, file))) cpSync(join(state, KEPT, file), join(copy, file));
      return readShard(join(copy, name)) ?? [];
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function readShard(file: string): Shard | null {
  const database = new DatabaseSync(file);
  try {
    const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'letter'").get();
    if (tables?.['n'] !== 1) return null;
    const [health] = database.prepare('PRAGMA integrity_check').all();
    if (health?.['integrity_check'] !== 'ok') throw new Error(`${file}: ${health?.['integrity_check']}`);
    const read = ([name, sql]: [string, string]) => [name, database.prepare(sql).all() as Row[]];
    return Object.fromEntries(Object.entries(queries).map(read)) as Shard;
  } finally {
    database.close();
  }
}
