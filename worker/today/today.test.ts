import { beforeAll, describe, expect, it } from 'vitest';
import type { Today } from '../../contract/inbox.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';

type Headers = Record<string, string>;

async function todayOf(headers: Headers, tenant: string): Promise<Today> {
  const answer = await call(`/v1/staff/today?tenant=${tenant}`, { headers });
  expect(answer.status).toBe(200);
  return answer.json<Today>();
}

const give = (number: string, command: string, headers: Headers, json: object) =>
  call(`/v1/staff/letters/${number}/${command}`, { headers, json });

const day = 86_400_000;
/** Moves a letter's next due time, as waiting would. */
async function dueIn(number: string, ms: number): Promise<void> {
  await testEnv.LETTERS_0.prepare('UPDATE letter SET due_at = ? WHERE number = ?')
    .bind(Date.now() + ms, number)
    .run();
}

const numbers = (section: Today['late'] | null) => section?.items.map(({ number }) => number);
const answer = { type: 'final', body: '经查，三盏路灯已于昨天修好，请您查看。' };

describe('today’s page', () => {
  it('has what is late before what is due today, the longest late first, and nothing that is due later', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    const [one, two, three, four] = await Promise.all(
      Array.from({ length: 4 }, () => send(tenant, { department: 'd01' })),
    );
    await dueIn(one!.number, -1000);
    await dueIn(two!.number, -3 * day);
    await dueIn(three!.number, 1000);
    await dueIn(four!.number, 3 * day);
    const today = await todayOf(officer, tenant);
    expect(numbers(today.late)).toEqual([two!.number, one!.number]);
    expect(today.late.count).toBe(2);
    expect(numbers(today.today)).toEqual([three!.number]);
    expect(today.late.items[0]).toMatchObject({ due: 'late', title: '退休档案保管费' });
  });

  it('tells an officer of their own departments only, and a coordinator of all of them', async () => {
    const tenant = await aTenant();
    const [first, second] = [
      await send(tenant, { department: 'd01' }),
      await send(tenant, { department: 'd02' }),
    ];
    const nobodys = await send(tenant);
    for (const { number } of [first, second, nobodys]) await dueIn(number, -1000);
    const officer = await todayOf(await aMember('officer', tenant, ['d01']), tenant);
    expect(numbers(officer.late)).toEqual([first.number]);
    expect(officer.unassigned).toBeNull();
    const both = await todayOf(await aMember('officer', tenant, ['d01', 'd02']), tenant);
    expect(numbers(both.late)).toEqual([first.number, second.number]);
    expect((await todayOf(await aMember('officer', tenant), tenant)).late).toEqual({ count: 0, items: [] });
    const coordinator = await todayOf(await aMember('coordinator', tenant), tenant);
    expect(coordinator.late.count).toBe(3);
    expect(numbers(coordinator.unassigned)).toEqual([nobodys.number]);
  });

  it('is not there for members of another tenant', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    for (const role of ['officer', 'coordinator'] as const) {
      const headers = await aMember(role, other, ['d01']);
      expect((await call(`/v1/staff/today?tenant=${tenant}`, { headers })).status).toBe(404);
    }
  });

  it('says until when a dissatisfied writer is to be contacted, until somebody has', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    const { number, accessKey } = await send(tenant, { department: 'd01' });
    await give(number, 'accept', officer, { department: 'd01' });
    await give(number, 'reply', officer, { ...answer, outcome: 'explained' });
    await call(`/v1/letters/${number}/ratings`, {
      headers: { Authorization: `Letter ${accessKey}` },
      json: { level: 1, solved: 'no' },
    });
    const before = await todayOf(officer, tenant);
    expect(before.reopened).toMatchObject({ count: 1, items: [{ number, round: 2 }] });
    expect(before.reopened.items[0]!.contactBy).toMatch(/T23:59:59/);
    expect((await give(number, 'contacted', officer, { note: '已通话，下周上门。' })).status).toBe(200);
    expect((await todayOf(officer, tenant)).reopened.items[0]!.contactBy).toBeNull();
  });

  it('has promises of the week ahead and of the past, until they are kept', async () => {
    const tenant = await aTenant();
    const officer = await aMember('officer', tenant, ['d01']);
    const dayIn = (days: number) =>
      new Date(Date.now() + days * day + 8 * 3_600_000).toISOString().slice(0, 10);
    const promise = async (days: number) => {
      const { number } = await send(tenant, { department: 'd01' });
      await give(number, 'accept', officer, { department: 'd01' });
      await give(number, 'reply', officer, { ...answer, outcome: 'promised', promisedFor: dayIn(days) });
      return number;
    };
    const [soon, far] = [await promise(6), await promise(9)];
    expect(await todayOf(officer, tenant)).toMatchObject({
      promised: { count: 1, items: [{ number: soon, promisedFor: dayIn(6) }] },
    });
    await give(soon, 'follow-up', officer, { body: '已经办成了', done: true });
    expect((await todayOf(officer, tenant)).promised.count).toBe(0);
    const all = await call(`/v1/staff/letters?tenant=${tenant}&status=promised`, { headers: officer });
    expect((await all.json<{ items: object[] }>()).items).toMatchObject([{ number: far }]);
  });

  it('has for the coordinator what waits for sign-off and what a department objects to, as the inbox has', async () => {
    const tenant = await aTenant();
    const [officer, coordinator] = [
      await aMember('officer', tenant, ['d01']),
      await aMember('coordinator', tenant),
    ];
    await call('/v1/staff/rules', { headers: coordinator, json: { tenant, signOff: true } });
    const [drafted, objected] = [
      await send(tenant, { department: 'd01' }),
      await send(tenant, { department: 'd01' }),
    ];
    await give(drafted.number, 'accept', officer, { department: 'd01' });
    await give(drafted.number, 'reply', officer, { ...answer, outcome: 'explained' });
    await give(objected.number, 'object', officer, { reason: '不属于我们的职责' });
    const today = await todayOf(coordinator, tenant);
    expect(numbers(today.drafted)).toEqual([drafted.number]);
    expect(numbers(today.objected)).toEqual([objected.number]);
    for (const [status, { number }] of Object.entries({ drafted, objected })) {
      const page = await call(`/v1/staff/letters?tenant=${tenant}&status=${status}`, {
        headers: coordinator,
      });
      expect((await page.json<{ items: object[] }>()).items).toMatchObject([{ number }]);
    }
  });

  it('has the orders that wait for an answer; an officer those to their departments', async () => {
    const tenant = await aTenant();
    const central = await aMember('central', null, [], '42');
    const order = { tenant, text: '请书面说明情况和原因。' };
    await call('/v1/central/orders', { headers: central, json: { ...order, department: 'd01' } });
    await call('/v1/central/orders', { headers: central, json: { ...order, department: 'd02' } });
    const officer = await todayOf(await aMember('officer', tenant, ['d01']), tenant);
    expect(officer.orders).toMatchObject({
      count: 1,
      items: [{ department: 'd01', departmentName: '市人社局' }],
    });
    expect((await todayOf(await aMember('coordinator', tenant), tenant)).orders.count).toBe(2);
  });
});

describe('at 10,000 letters, all of them open and late', () => {
  let tenant = '';
  beforeAll(async () => {
    tenant = await aTenant({ prefix: 'MANY' });
    await testEnv.LETTERS_0.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, department, title, body, key_hash, consent,
        received_at, rule_version, seq, round, due_at, provisional, contested, objected, drafted, promise_done, release, to_publish,
        endorsements, answers, answers_not)
      SELECT '${tenant}-' || i, '${tenant}', 2026, i, printf('MANY-2026-%06d', i), 'inquiry', 'accepted', 'import',
        CASE WHEN i % 100 = 0 THEN 'd01' WHEN i % 3 = 0 THEN NULL ELSE 'd02' END, '停水', '请问什么时候来水?', 'x', 1,
        1750000000000 + i, 1, 1, 1, 1760000000000 + i, 0, 0, i % 50 = 0, i % 70 = 0, 0, 'none', 0, 0, 0, 0 FROM n`,
    ).run();
  }, 60_000);

  it('reads what it shows and what it counts, and counts up to 500', async () => {
    const path = `/v1/staff/today?tenant=${tenant}`;
    const officer = await aMember('officer', tenant, ['d01', 'd02']);
    const small = await rowsRead(path, { headers: officer });
    expect(small.status).toBe(200);
    expect((JSON.parse(small.body) as Today).late).toMatchObject({
      count: 500,
      items: [{ number: 'MANY-2026-000001' }, {}, {}, {}, {}],
    });
    expect(small.rows).toBeLessThanOrEqual(1_000);
    const all = await rowsRead(path, { headers: await aMember('coordinator', tenant) });
    expect((JSON.parse(all.body) as Today).unassigned?.count).toBe(500);
    expect(all.rows).toBeLessThanOrEqual(2_500);
  });
});
