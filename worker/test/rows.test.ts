import { beforeAll, describe, expect, it } from 'vitest';
import { aMember, aTenant, fromAnywhere, newKey, solved, someLetter, testEnv } from './app.ts';
import { rowsRead } from './rows.ts';

/** 100,000 letters of one tenant beside 50 small ones, half of them published. */
const many = 100_000;
let big = '';
let small = '';
let number = '';
let officer: Record<string, string> = {};

beforeAll(async () => {
  big = await aTenant({ prefix: 'BIG' });
  small = await aTenant({ prefix: 'SMALL' });
  officer = await aMember('officer', big, ['d01']);
  await fill(big, 'BIG', many);
  await fill(small, 'SMALL', 1_000);
  for (let index = 0; index < 50; index++) await fill(`other${index}`, `O${index}X`, 20);
  number = 'BIG-2026-050002';
}, 240_000);

async function fill(tenant: string, prefix: string, count: number): Promise<void> {
  const db = testEnv.LETTERS_0;
  const series = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const token = `t${Array.from(new TextEncoder().encode(tenant), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const start = Date.now() - 300 * 86_400_000;
  const at = `${start} + i * ${Math.floor((290 * 86_400_000) / count)}`;
  const published = "CASE WHEN i % 2 = 0 THEN 'published' ELSE 'none' END";
  const [base] = (
    await db.prepare('SELECT coalesce(max(search_id), 0) AS n FROM letter').all<{ n: number }>()
  ).results;
  await db.batch([
    db.prepare(`${series} INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, department, title, body,
      key_hash, consent, received_at, rule_version, seq, round, due_at, provisional, contested, objected, drafted, answered_at,
      days, outcome, promise_done, release, to_publish, public_title, public_body, public_reply, endorsements, answers, answers_not, search_id)
      SELECT '${tenant}-' || i, '${tenant}', 2026, i, printf('${prefix}-2026-%06d', i), 'inquiry',
        CASE WHEN i % 100 = 1 THEN 'accepted' ELSE 'closed' END, 'import', CASE WHEN i % 3 = 0 THEN 'd01' ELSE 'd02' END,
        '停水通知第' || i, '自来水又停了,请问什么时候来水?', 'x', 1, ${at}, 1, 1, 1,
        CASE WHEN i % 100 = 1 THEN ${at} END, 0, 0, 0, 0, ${at} + 86400000, 1, 'resolved', 0, ${published}, i % 2 = 1 AND i % 100 <> 1,
        '停水通知第' || i, '自来水又停了', '已经恢复供水', 0, 0, 0, CASE WHEN i % 2 = 0 THEN ${base!.n} + i END FROM n`),
    db.prepare(`${series} INSERT INTO search (rowid, tenant, title, body)
      SELECT ${base!.n} + i, '${token}', '停 水 通 知 第 ' || i, CASE WHEN i % 40 = 0 THEN '难 过' ELSE '自 来 水 又 停 了' END FROM n WHERE i % 2 = 0`),
    db.prepare(`${series} INSERT INTO facts (tenant, received_at, letter_id, facts)
      SELECT '${tenant}', ${at}, '${tenant}-' || i, '{"received":' || ((${at}) / 1000) || ',"holders":[[0,"d01"]],"acceptBy":[[0,100000]],"rounds":[[[0,600000]]],"accepted":1000,"replies":[[86400,1,"resolved"]]}' FROM n`),
    db.prepare(`${series} INSERT INTO event (letter_id, seq, tenant, at, kind, data) SELECT '${tenant}-' || i, 1, '${tenant}', ${at}, 'submitted',
      json_object('seq', 1, 'at', ${at}, 'role', 'import', 'kind', 'submitted', 'letterKind', 'inquiry', 'department', 'd01', 'consent', json('true'),
        'channel', 'import', 'ruleVersion', 1, 'acceptBy', json('{"day":"2026-03-02","before":1772467200000,"provisional":false}'),
        'clock', json('{"unit":"working","anchor":"2026-03-01","budget":5,"used":0,"stoppedOn":null,"due":{"day":"2026-03-06","before":1772812800000,"provisional":false}}')) FROM n`),
  ]);
}

const q = (text: string) => encodeURIComponent(text);

describe('rows read at 100,000 letters', () => {
  const reads: [name: string, path: (tenant: string) => string, budget: number][] = [
    ['a feed page of 20', (tenant) => `/v1/tenants/${tenant}/letters?limit=20`, 60],
    ['a feed page of a kind', (tenant) => `/v1/tenants/${tenant}/letters?limit=20&kind=inquiry`, 60],
    ['a feed page of a department', (tenant) => `/v1/tenants/${tenant}/letters?limit=20&department=d02`, 60],
    [
      'the first page of a common search',
      (tenant) => `/v1/tenants/${tenant}/letters?limit=20&q=${q('停水')}`,
      500,
    ],
    [
      'the first page of a rare search',
      (tenant) => `/v1/tenants/${tenant}/letters?limit=20&q=${q('难过')}`,
      500,
    ],
    ['the Atom feed', (tenant) => `/v1/tenants/${tenant}/feed.atom`, 60],
    ['the notices', (tenant) => `/v1/tenants/${tenant}/notices`, 20],
  ];
  it.each(reads)('%s stays in its budget, and grows with nothing', async (_name, path, budget) => {
    const [large, little] = [await rowsRead(path(big)), await rowsRead(path(small))];
    expect(large.status).toBe(200);
    expect(large.rows).toBeLessThanOrEqual(budget);
    expect(large.rows).toBeLessThanOrEqual(little.rows * 1.3 + 2);
  });

  it('the profile: at most 20 beside the figures, which count as a year’s stats and are kept for the version', async () => {
    // The stats page asks for the same figures of the same version, so the profile finds them.
    await rowsRead(`/v1/tenants/${big}/stats`);
    const [large, little] = [
      await rowsRead(`/v1/tenants/${big}?lang=en`),
      await rowsRead(`/v1/tenants/${small}?lang=en`),
    ];
    expect(large.status).toBe(200);
    expect(large.rows).toBeLessThanOrEqual(20);
    expect(little.status).toBe(200);
  });

  it('one published letter: at most 30', async () => {
    const { status, rows } = await rowsRead(`/v1/tenants/${big}/letters/${number}`);
    expect(status).toBe(200);
    expect(rows).toBeLessThanOrEqual(30);
  });

  it('the officer’s queue: 1,000 open letters and the first of the backlog, not the 99,000 others', async () => {
    const { status, rows } = await rowsRead('/v1/staff/letters?limit=30', { headers: officer });
    expect(status).toBe(200);
    expect(rows).toBeLessThanOrEqual(6_000);
  });

  it('the figures of a year: at most 1.1 for each letter', async () => {
    // Asked for by its days, since the profile has already had the default computed.
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { status, rows, body } = await rowsRead(`/v1/tenants/${big}/stats?to=${today}`);
    expect(status).toBe(200);
    expect((JSON.parse(body) as { received: number }).received).toBe(many);
    expect(rows).toBeLessThanOrEqual(many * 1.1);
  }, 60_000);

  it('a submission reads what it needs to number and check one letter', async () => {
    const answer = await rowsRead(`/v1/tenants/${big}/letters`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), ...fromAnywhere() },
      body: JSON.stringify({ ...someLetter, challenge: await solved(big) }),
    });
    expect(answer.status).toBe(201);
    expect(answer.rows).toBeLessThanOrEqual(60);
  });
});
