/** All rows of the databases, taken and put back, so that a job can be run again from the same beginning. The search index stays as it is. */
import { testEnv } from './app.ts';

interface Table {
  name: string;
  columns: string[];
  rows: unknown[][];
}
interface Kept {
  database: D1Database;
  tables: Table[];
  triggers: { name: string; sql: string }[];
}
export type Snapshot = Kept[];

const all = async <T>(database: D1Database, sql: string): Promise<T[]> =>
  (await database.prepare(sql).all<T>()).results;

async function keep(database: D1Database): Promise<Kept> {
  const names = await all<{ name: string }>(
    database,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
      AND name NOT LIKE 'd1%' AND name NOT LIKE 'search%' ORDER BY name`,
  );
  const tables: Table[] = [];
  for (const { name } of names) {
    const columns = (
      await all<{ name: string }>(database, `SELECT name FROM pragma_table_info('${name}') ORDER BY cid`)
    ).map((column) => column.name);
    const list = columns.map((column) => `"${column}"`).join(', ');
    const rows = await database.prepare(`SELECT ${list} FROM "${name}"`).raw();
    tables.push({ name, columns, rows });
  }
  const triggers = await all<{ name: string; sql: string }>(
    database,
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  );
  return { database, tables, triggers };
}

export const takeSnapshot = async (): Promise<Snapshot> => [
  await keep(testEnv.DIRECTORY),
  await keep(testEnv.LETTERS_0),
];

/** Triggers rest meanwhile: what they keep is in the snapshot. */
export async function putBack(snapshot: Snapshot): Promise<void> {
  for (const { database, tables, triggers } of snapshot)
    await database.batch([
      database.prepare('PRAGMA defer_foreign_keys = on'),
      ...triggers.map(({ name }) => database.prepare(`DROP TRIGGER "${name}"`)),
      ...tables.map(({ name }) => database.prepare(`DELETE FROM "${name}"`)),
      ...tables.flatMap((table) => filled(database, table)),
      ...triggers.map(({ sql }) => database.prepare(sql)),
    ]);
}

/** In one statement, unless there are bytes among the cells: JSON has none. */
function filled(database: D1Database, { name, columns, rows }: Table): D1PreparedStatement[] {
  const into = `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;
  if (!rows.flat().some((cell) => Array.isArray(cell))) {
    const cells = columns.map((_, at) => `value ->> ${at}`).join(', ');
    return [database.prepare(`${into} SELECT ${cells} FROM json_each(?)`).bind(JSON.stringify(rows))];
  }
  const insert = database.prepare(`${into} VALUES (${columns.map(() => '?').join(', ')})`);
  const bytes = (cell: unknown) => (Array.isArray(cell) ? new Uint8Array(cell as number[]) : cell);
  return rows.map((row) => insert.bind(...row.map(bytes)));
}

const id = /[0-9a-z]{25}|[0-9a-f]{32,}/g;

/**
 * Every row, but for where jobs are in their rounds, and what is given by chance: ids that the beginning didn't have, and the
 * places of a queue.
 */
export function contents(snapshot: Snapshot, beginning: Snapshot): string[] {
  const known = new Set(JSON.stringify(beginning.map(({ tables }) => tables)).match(id));
  const masked = (row: unknown[]) =>
    JSON.stringify(row).replaceAll(id, (found) => (known.has(found) ? found : '#'));
  const listed = ({ name, columns, rows }: Table) => {
    const queue = name === 'outbox' ? columns.indexOf('id') : -1;
    return rows.map((row) => `${name} ${masked(row.filter((_, at) => at !== queue))}`);
  };
  return snapshot.flatMap(({ tables }) => tables.filter(({ name }) => name !== 'job').flatMap(listed)).sort();
}
