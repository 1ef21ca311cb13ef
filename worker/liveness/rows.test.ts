/** Rows read for 200 tenants of 5,000 letters each, and by a run of the job after a day: never in proportion to the history. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnualTable, InspectionTable } from '../../contract/inspection.ts';
import type { LivenessPage } from '../../contract/liveness.ts';
import { aMember, aTenant, testEnv } from '../test/app.ts';
import { countedEnv, rowsRead } from '../test/rows.ts';
import { judgeShard } from './judging.actions.ts';

const year = new Date().getUTCFullYear();
const sums = `{"received":400,"due":380,"replied":370,"repliedOnTime":300,"overdue":10,"days":{"1":90,"2":100,"3":80,"5":100}}`;
const months = `{${Array.from({ length: 12 }, (_none, at) => `"${String(at + 1).padStart(2, '0')}":${sums}`).join(',')}}`;

/** Tenants with ten people, two pages and 5,000 letters in hand or done, of which `waiting` are overdue. */
async function fill(prefix: string, jurisdiction: string, tenants: number, waiting: number): Promise<void> {
  const series = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${tenants}),
    k (j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM k WHERE j < 10)`;
  const day = 86_400_000;
  const then = Date.now() - 200 * day;
  const run = (statement: string) => testEnv.DIRECTORY.prepare(`${series} ${statement}`);
  await testEnv.DIRECTORY.batch([
    run(`INSERT INTO tenant (slug, name, jurisdiction, prefix, shard, time_zone, locale, rule_version, data_key, created_at)
      SELECT '${prefix}' || i, '单位' || i, '${jurisdiction}' || (10 + i % 80), '${prefix.toUpperCase()}' || i, 0, 'Asia/Shanghai', 'zh-CN', 1, 'x', ${then} FROM n`),
    run(
      `INSERT INTO member (id, user_id, role, tenant, status, created_at) SELECT '${prefix}' || i || '-' || j, '${prefix}' || i || '-' || j, 'officer', '${prefix}' || i, 'active', 1 FROM n, k`,
    ),
    run(`INSERT INTO sign_in SELECT '${prefix}' || i || '-' || j, ${then} + i * ${day / 2} FROM n, k`),
    run(
      `INSERT INTO origin (tenant, origin, created_at) SELECT '${prefix}' || i, 'https://' || j || '.test', 1 FROM n, k WHERE j < 3`,
    ),
    run(`INSERT INTO roll_up SELECT '${prefix}' || i, '', ${year} - j + 1, '${months}', 1 FROM n, k`),
    run(
      `INSERT INTO open_letter (tenant, letter_id, jurisdiction, number, kind, status, received_at, reply_at, round, interim, seq)
      SELECT '${prefix}' || i, j || '-' || l, '${jurisdiction}00', '${prefix}' || i || '-' || j || '-' || l, 'help', 'accepted', ${then}, ${then + 20 * day}, 1, 0, 1
      FROM n, k, (WITH RECURSIVE m (l) AS (SELECT 1 UNION ALL SELECT l + 1 FROM m WHERE l < ${Math.ceil(waiting / 10)}) SELECT l FROM m)`,
    ),
  ]);
}

const noShard = new Proxy({} as D1Database, {
  get: () => {
    throw new Error('a shard was asked');
  },
});

describe('a jurisdiction of 200 tenants beside 400 others', () => {
  let centre: Record<string, string>;
  beforeAll(async () => {
    await fill('own', '4108', 200, 50);
    await fill('other', '4208', 400, 10);
    centre = await aMember('central', null, [], '41');
    for (let runs = 0; runs < 10 && (await judgeShard(testEnv, 0)) > 0; runs++);
  }, 120_000);

  it('the first page and every later one: at most 5,000 rows, and no shard is asked', async () => {
    let cursor = '';
    const seen: string[] = [];
    do {
      const { status, rows, body } = await rowsRead(
        `/v1/central/liveness?jurisdiction=41${cursor}`,
        { headers: centre },
        { LETTERS_0: noShard },
      );
      expect(status).toBe(200);
      expect(rows).toBeLessThanOrEqual(700);
      const page = JSON.parse(body) as LivenessPage;
      expect(page.counts.dormant + page.counts.slow + page.counts.active).toBe(200);
      seen.push(...page.items.map(({ tenant }) => tenant));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(200);
  });

  it('a tenant’s own: its own row', async () => {
    const slug = await aTenant({ jurisdiction: '410100' });
    await judgeShard(testEnv, 0);
    const own = await rowsRead(
      `/v1/staff/liveness?tenant=${slug}`,
      { headers: centre },
      { LETTERS_0: noShard },
    );
    expect([own.status, own.rows <= 100]).toEqual([200, true]);
  });

  it('annual forms and self-checks of all: at most 5,000 rows, and no shard is asked', async () => {
    for (const [path, most] of [
      ['annual', 1_500],
      ['inspection', 2_500],
    ] as const) {
      const { status, rows, body } = await rowsRead(
        `/v1/central/${path}?jurisdiction=41`,
        { headers: centre },
        { LETTERS_0: noShard },
      );
      expect(status).toBe(200);
      expect((JSON.parse(body) as AnnualTable | InspectionTable).items.length).toBeGreaterThanOrEqual(200);
      expect(rows, path).toBeLessThanOrEqual(most);
    }
  });

  it('the job reads of a shard what changed, not what it holds; of the directory a share for each tenant', async () => {
    await testEnv.LETTERS_0.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO activity (tenant, copied) SELECT 'gone' || i, 1 FROM n`,
    ).run();
    const measured = async () => {
      const { env, counter } = countedEnv();
      const judged = await judgeShard(env, 0);
      return { judged, rows: counter.rows };
    };
    const idle = await measured();
    expect(idle.judged).toBe(0);
    expect(idle.rows).toBeLessThanOrEqual(10);
    await testEnv.LETTERS_0.prepare("UPDATE activity SET version = 2 WHERE tenant = 'gone7'").run();
    const one = await measured();
    expect(one.rows).toBeLessThanOrEqual(20);
    await testEnv.DIRECTORY.prepare("UPDATE liveness SET due_at = 0 WHERE tenant LIKE 'own%'").run();
    const night = await measured();
    expect(night.judged).toBe(200);
    // Ten people, two pages, fifty letters that wait and are looked at twice.
    expect(night.rows / night.judged).toBeLessThanOrEqual(250);
  });
});
