/** Rows read for 200 tenants, and by a run of the job after one day: in proportion to the day, not to the history. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CentralRanking } from '../../contract/ranking.ts';
import { aMember, aTenant, testEnv } from '../test/app.ts';
import { countedEnv, rowsRead } from '../test/rows.ts';
import { rollUpShard } from './roll-up.actions.ts';
import { expectRecount } from '../test/recount.ts';

const sums = `{"received":400,"due":380,"replied":370,"repliedOnTime":300,"rated":90,"satisfied":70,"solvedYes":60,"days":{"1":90,"2":100,"3":80,"5":100}}`;
const months = `{${Array.from({ length: 12 }, (_none, at) => `"${String(at + 1).padStart(2, '0')}":${sums}`).join(',')}}`;

/** Tenants with five departments over ten years, their roll-ups as a job would have left them. */
async function fill(prefix: string, jurisdiction: string, tenants: number): Promise<void> {
  const series = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${tenants})`;
  const year = new Date().getUTCFullYear();
  await testEnv.DIRECTORY.batch([
    testEnv.DIRECTORY
      .prepare(`${series} INSERT INTO tenant (slug, name, jurisdiction, prefix, shard, time_zone, locale, rule_version, data_key, created_at)
      SELECT '${prefix}' || i, '单位' || i, '${jurisdiction}' || (10 + i % 80), '${prefix.toUpperCase()}' || i, 0, 'Asia/Shanghai', 'zh-CN', 1, 'x', 1 FROM n`),
    testEnv.DIRECTORY.prepare(
      `${series} INSERT INTO tenant_rules SELECT '${prefix}' || i, 1, '{}', 1 FROM n`,
    ),
    testEnv.DIRECTORY
      .prepare(`${series}, d (department) AS (VALUES (''), ('d01'), ('d02'), ('d03'), ('d04'), ('d05')),
      y (year) AS (SELECT ${year - 9} UNION ALL SELECT year + 1 FROM y WHERE year < ${year})
      INSERT INTO roll_up SELECT '${prefix}' || i, department, year, '${months}', 1 FROM n, d, y`),
    testEnv.DIRECTORY.prepare(
      `${series} INSERT INTO ranking_comment SELECT '${prefix}' || i, 1, '说明', 1, 'x' FROM n`,
    ),
    testEnv.DIRECTORY.prepare(
      `${series} INSERT INTO ranking_comment SELECT '${prefix}' || i, 2, '说明二', 2, 'x' FROM n`,
    ),
  ]);
}

describe('a jurisdiction of 200 tenants beside 800 others, over ten years', () => {
  let centre: Record<string, string>;
  beforeAll(async () => {
    await fill('own', '4108', 200);
    await fill('other', '4208', 800);
    centre = await aMember('central', null, [], '41');
  }, 60_000);

  const thisYear = new Date().getUTCFullYear();
  it.each([
    ['twelve months', ''],
    ['three years, and the three before', `&from=${thisYear - 2}-01&to=${thisYear}-12`],
  ])('%s: at most 5,000 rows, and no shard is asked', async (_name, query) => {
    const { status, rows, body } = await rowsRead(
      `/v1/central/ranking?jurisdiction=41${query}`,
      { headers: centre },
      { LETTERS_0: noShard },
    );
    expect(status).toBe(200);
    const shown = JSON.parse(body) as CentralRanking;
    expect(shown.bands.map(({ items }) => items.length)).toEqual([200]);
    expect(shown.bands[0]!.items[0]!.comment!.text).toBe('说明二');
    expect(rows).toBeLessThanOrEqual(5_000);
  });

  it('one tenant’s departments and months: its own rows', async () => {
    const { status, rows } = await rowsRead(
      '/v1/central/ranking/own7',
      { headers: centre },
      { LETTERS_0: noShard },
    );
    expect(status).toBe(200);
    expect(rows).toBeLessThanOrEqual(100);
  });
});

const noShard = new Proxy({} as D1Database, {
  get: () => {
    throw new Error('a shard was asked');
  },
});

describe('a run of the job', () => {
  const day = 86_400_000;
  const perDay = 60;
  const numbers = (count: number) => JSON.stringify(Array.from({ length: count }, (_none, at) => at));
  const monthOf = (time: number) => new Date(time + day / 3).toISOString().slice(0, 7);

  /** Letters of the last years, answered long ago. */
  async function past(slug: string, name: string, count: number): Promise<void> {
    const at = `${Date.now() - 900 * day} + i * ${Math.floor((800 * day) / count)}`;
    await testEnv.LETTERS_0.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      INSERT INTO facts (tenant, received_at, letter_id, facts) SELECT '${slug}', ${at}, '${name}' || i,
        '{"received":' || ((${at}) / 1000) || ',"holders":[[0,"d0' || (1 + i % 2) || '"]],"acceptBy":[[0,100000]],"rounds":[[[0,600000]]],"accepted":1000,"replies":[[86400,1,"resolved"]]}' FROM n`,
    ).run();
  }

  /** New letters, and ratings of old ones. */
  async function aDay(slug: string, name: string): Promise<void> {
    const now = Date.now();
    await testEnv.LETTERS_0.batch([
      testEnv.LETTERS_0.prepare(
        `INSERT INTO facts (tenant, received_at, letter_id, facts) SELECT '${slug}', ${now} + value, '${name}' || value,
        '{"received":' || (${now} / 1000) || ',"holders":[[0,"d01"]],"acceptBy":[[0,100000]],"rounds":[[[0,600000]]]}'
        FROM json_each('${numbers(perDay / 2)}')`,
      ),
      testEnv.LETTERS_0.prepare(
        `UPDATE facts SET facts = json_insert(facts, '$.ratings', json('[[90000,5,"yes"]]')) WHERE tenant = '${slug}'
        AND facts NOT LIKE '%ratings%' AND letter_id IN (SELECT 'old' || (value * 7 + 1) FROM json_each('${numbers(perDay)}'))
        AND letter_id LIKE '${name === 'first' ? '%1' : '%8'}'`,
      ),
    ]);
  }

  const runCounted = async () => {
    const { env, counter } = countedEnv();
    const counted = await rollUpShard(env, 0);
    return { counted, rows: counter.rows };
  };

  it('after one day reads rows in proportion to what happened, however long the history is', async () => {
    const slug = await aTenant();
    const measured: { counted: number; rows: number }[] = [];
    for (const [name, letters] of [
      ['first', 1_000],
      ['second', 40_000],
    ] as const) {
      await past(slug, name === 'first' ? 'old' : 'more', letters);
      for (let runs = 0; runs < 20 && (await runCounted()).counted > 0; runs++);
      await aDay(slug, name);
      measured.push(await runCounted());
      const idle = await runCounted();
      expect([idle.counted, idle.rows <= 10]).toEqual([0, true]);
    }
    const [short, long] = measured as [(typeof measured)[0], (typeof measured)[0]];
    expect(short.counted).toBeGreaterThan(perDay / 2);
    for (const { counted, rows } of measured) expect(rows).toBeLessThanOrEqual(counted * 8 + 30);
    expect(long.rows / long.counted).toBeLessThanOrEqual((short.rows / short.counted) * 1.3);
    await expectRecount(slug, { from: monthOf(Date.now() - 900 * day), to: monthOf(Date.now()) });
  }, 240_000);
});
