/** The bulletin's figures against a count in plain SQL over the events, which knows nothing of the core; and what reading costs. */
import { expect, it } from 'vitest';
import { rowsRead } from '../test/rows.ts';
import { testEnv } from '../test/app.ts';
import { aCentral, make, QUARTER, tableOf, theQuarter } from './test/quarter.ts';

const from = Date.parse(`${QUARTER.from}T00:00:00+08:00`);
const end = Date.parse('2011-04-01T00:00:00+08:00');

/** One row a department: its name there is the id of the holder as submitted. */
const recount = `
  WITH l AS (
    SELECT e.letter_id, e.data ->> 'department' AS department, e.data ->> '$.acceptBy.before' AS accept_before,
      e.data ->> '$.clock.due.before' AS reply_before,
      (SELECT min(at) FROM event a WHERE a.letter_id = e.letter_id AND a.kind IN ('accepted', 'declined') AND a.at < ?3) AS taken,
      (SELECT min(at) FROM event r WHERE r.letter_id = e.letter_id AND r.at < ?3
        AND (r.kind = 'declined' OR (r.kind = 'replied' AND r.data ->> 'type' = 'final'))) AS answered,
      (SELECT min(at) FROM event i WHERE i.letter_id = e.letter_id AND i.at < ?3 AND i.kind IN ('declined', 'replied')) AS heard
    FROM event e WHERE e.tenant = ?1 AND e.kind = 'submitted' AND e.at >= ?2 AND e.at < ?3
  )
  SELECT department, count(*) AS received, sum(taken IS NOT NULL AND taken < accept_before) AS accepted, sum(heard IS NULL) AS unanswered,
    sum(answered IS NOT NULL OR reply_before <= ?3) AS due, sum(answered IS NOT NULL) AS replied,
    sum(answered IS NOT NULL AND answered < reply_before) AS on_time, sum(answered IS NULL AND reply_before <= ?3) AS overdue
  FROM l GROUP BY department ORDER BY department`;

it('every count of every department is that of a recount in SQL', async () => {
  const central = await aCentral();
  const tenant = await theQuarter(central, '420801');
  const made = await make(central, { ...QUARTER, scope: { jurisdiction: '420801' } });
  const { results } = await testEnv.LETTERS_0.prepare(recount)
    .bind(tenant, from, end)
    .all<Record<string, number | string>>();
  const names = new Map(
    (
      await testEnv.DIRECTORY.prepare('SELECT id, name FROM department WHERE tenant = ?')
        .bind(tenant)
        .all<{ id: string; name: string }>()
    ).results.map(({ id, name }) => [id, name]),
  );
  const { rows } = tableOf(made, 'departments');
  expect(results).toHaveLength(8);
  expect(rows.slice(0, -1).map((row) => row.slice(0, 8))).toEqual(
    results.map(({ department, ...counts }) => [names.get(String(department)), ...Object.values(counts)]),
  );
});

it('a page of the list and a bulletin are read by their own rows, and never from a shard', async () => {
  const central = await aCentral();
  const insert = testEnv.DIRECTORY.prepare(
    `INSERT INTO bulletin (id, jurisdiction, request, title, from_day, to_day, as_of, time_zone, tenants, made_by, begun_at, frozen_at, year, issue)
      SELECT printf('%032x', ?1 + value), ?2, '{}', 'x', '2026-01-01', '2026-01-31', '2026-01-31', 'Asia/Shanghai', '[]', 'x', value, 1, 2026, value
      FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 400) SELECT value FROM n)`,
  );
  await testEnv.DIRECTORY.batch([insert.bind(10_000, '360100'), insert.bind(20_000, '420100')]);
  const LETTERS_0 = undefined as unknown as D1Database;
  const list = await rowsRead('/v1/central/bulletins?limit=30', { headers: central }, { LETTERS_0 });
  expect(list.status).toBe(200);
  expect(list.rows).toBeLessThan(150);
  const id = (20_400).toString(16).padStart(32, '0');
  const one = await rowsRead(`/v1/central/bulletins/${id}`, { headers: central }, { LETTERS_0 });
  expect(one.status).toBe(200);
  expect(one.rows).toBeLessThan(30);
});
