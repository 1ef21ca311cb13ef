/** What a look for near copies reads: a bounded number of rows, however many replies there are and however alike. */
import { expect, it } from 'vitest';
import { fingerprintOf, SIGNATURE_VERSION } from '../../core/index.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';

const matters = [
  '路灯不亮',
  '小区停水',
  '公交改线',
  '学区划分',
  '噪声扰民',
  '社保补缴',
  '违章搭建',
  '垃圾清运',
];
const canned =
  '您好，您反映的事情我们已经派人到现场看过，问题属实，已要求责任单位整改，整改情况由街道负责跟踪，请您继续关注。';
/** One in two is the same canned reply, the others are of some hundred sorts. */
const bodies = Array.from({ length: 100 }, (_, at) =>
  at % 2 === 0
    ? canned
    : `关于${matters[at % 8]}一事，第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}处的工作人员查过，是${'管线树木车辆账目图纸'.slice(at % 9, (at % 9) + 2)}的缘故，${canned.slice(at % 30)}`,
);
const prints = bodies.map((body) => fingerprintOf(body)!);

async function filled(count: number): Promise<{ path: string; headers: Record<string, string> }> {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const { number } = await send(tenant);
  await call(`/v1/staff/letters/${number}/accept`, { headers: coordinator, json: { department: 'd01' } });
  const db = testEnv.LETTERS_0;
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
      INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, department, title, body, key_hash, consent,
        received_at, rule_version, seq, round, provisional, contested, objected, drafted, promise_done, release, to_publish,
        endorsements, answers, answers_not)
      SELECT ?1 || i, ?1, 2025, i, upper(?1) || '-2025-' || printf('%06d', i), 'complaint', 'closed', 'import', 'd01', 'x', 'x', 'x', 0,
        0, 1, 3, 1, 0, 0, 0, 0, 0, 'none', 0, 0, 0, 0 FROM n`,
    )
    .bind(tenant, count)
    .run();
  const insert = db.prepare(
    'INSERT INTO reply_print (tenant, letter_id, seq, at, version, signature, keys) VALUES (?, ?, 3, ?, ?, ?, ?)',
  );
  for (let from = 1; from <= count; from += 500)
    await db.batch(
      Array.from({ length: Math.min(500, count - from + 1) }, (_, index) => {
        const { signature, keys } = prints[(from + index) % prints.length]!;
        return insert.bind(
          ...[tenant, `${tenant}${from + index}`, from + index, SIGNATURE_VERSION, signature],
          JSON.stringify(keys),
        );
      }),
    );
  return { path: `/v1/staff/letters/${number}/reply-check`, headers: coordinator };
}

it('at 5,000 replies, half of them the same, a look reads at most 1,300 rows, and finds five', async () => {
  const { path, headers } = await filled(5_000);
  const asked = async (body: string) => {
    const json = { ...headers, 'Content-Type': 'application/json' };
    const found = await rowsRead(path, {
      ...{ method: 'POST', headers: json, body: JSON.stringify({ type: 'final', body }) },
    });
    console.log(`near copies among 5,000 replies: ${found.rows} rows`);
    expect(found.status).toBe(200);
    return { ...found, copies: (JSON.parse(found.body) as { copies: unknown[] }).copies };
  };
  const same = await asked(canned);
  expect(same.rows).toBeLessThanOrEqual(1_300);
  expect(same.copies).toHaveLength(5);
  expect((await asked(bodies[1]!)).rows).toBeLessThanOrEqual(1_300);
  const unlike = await asked('您的户口已经迁好，凭身份证领取户口簿即可，随时来。');
  expect(unlike.copies).toEqual([]);
  expect(unlike.rows).toBeLessThanOrEqual(150);
}, 120_000);
