import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OverduePage } from '../../contract/orders.ts';
import { runJobs } from '../jobs/run.ts';
import { directory } from '../platform/d1.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { mirrorLetters } from './overdue.actions.ts';
import { OVERDUE_AGES } from '../../contract/vocabulary.ts';

afterEach(() => vi.restoreAllMocks());

const dayMs = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00+08:00');
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);
const overdue = async (headers: Record<string, string>, query = '') =>
  (await call(`/v1/central/overdue${query}`, { headers })).json<OverduePage>();
const numbers = ({ items }: OverduePage) => items.map(({ number }) => number);
const give = async (headers: Record<string, string>, number: string, name: string, json: object) =>
  expect((await call(`/v1/staff/letters/${number}/${name}`, { headers, json })).status).toBe(200);

describe('the overdue list', () => {
  it('holds every letter past its reply deadline, late for longest first, with age, step and colour', async () => {
    const tenant = await aTenant({ jurisdiction: '640101' });
    at(start);
    const slow = await send(tenant, { kind: 'report', department: 'd02' });
    const quick = await send(tenant, { department: 'd01' });
    at(start + 15 * dayMs);
    await runJobs(testEnv);
    const central = await aMember('central', null, [], '64');
    const page = await overdue(central);
    expect(page).toMatchObject({ orders: [], moreOrders: false, nextCursor: null });
    expect(page.items).toEqual([
      {
        number: quick.number,
        tenant,
        tenantName: '测试市',
        department: 'd01',
        departmentName: '市人社局',
        kind: 'inquiry',
        status: 'submitted',
        receivedAt: '2026-03-02T09:00:00+08:00',
        replyBy: '2026-03-09T23:59:59+08:00',
        daysLate: 8,
        daysOld: 15,
        round: 1,
        colour: 'yellow',
        interim: false,
      },
    ]);
    at(start + 22 * dayMs);
    const later = await aMember('central', null, [], '6401');
    expect(numbers(await overdue(later))).toEqual([quick.number, slow.number]);
  });

  it('is asked for by how late letters are, from the day of the deadline on', async () => {
    const tenant = await aTenant({ jurisdiction: '620101' });
    at(start);
    const { number } = await send(tenant, { department: 'd01' });
    await runJobs(testEnv);
    // Due on 2026-03-09: a day late on the 10th.
    for (const [date, age] of [
      ['2026-03-09', null],
      ['2026-03-10', '1-4'],
      ['2026-03-13', '1-4'],
      ['2026-03-14', '5-14'],
      ['2026-03-24', '15-29'],
      ['2026-04-07', '15-29'],
      ['2026-04-08', '30-89'],
      ['2026-06-06', '30-89'],
      ['2026-06-07', '90+'],
    ] as const) {
      at(Date.parse(`${date}T12:00:00+08:00`));
      const central = await aMember('central', null, [], '62');
      const found = [];
      for (const one of OVERDUE_AGES)
        if (numbers(await overdue(central, `?age=${encodeURIComponent(one)}`)).includes(number))
          found.push(one);
      expect(found, date).toEqual(age === null ? [] : [age]);
    }
    const headers = await aMember('central', null, [], '62');
    expect((await call('/v1/central/overdue?age=3', { headers })).status).toBe(400);
  });

  it('follows what happens: a final reply ends it, an interim reply doesn’t, a reopened letter comes back', async () => {
    const tenant = await aTenant({ jurisdiction: '650101' });
    at(start);
    const letters = [];
    for (let index = 0; index < 2; index++) letters.push(await send(tenant, { department: 'd01' }));
    const [answered, interim] = letters as [(typeof letters)[0], (typeof letters)[0]];
    at(start + 20 * dayMs);
    const coordinator = await aMember('coordinator', tenant);
    const central = await aMember('central', null, [], '65');
    await runJobs(testEnv);
    expect(numbers(await overdue(central)).sort()).toEqual([answered.number, interim.number].sort());
    for (const { number } of letters) await give(coordinator, number, 'accept', { department: 'd01' });
    const body = '已经核实并办结，请放心。电话 0724-1234567。';
    await give(coordinator, answered.number, 'reply', { type: 'final', body, outcome: 'resolved' });
    await give(coordinator, interim.number, 'reply', { type: 'interim', body });
    await runJobs(testEnv);
    expect((await overdue(central)).items).toMatchObject([
      { number: interim.number, status: 'accepted', interim: true },
    ]);
    await call(`/v1/letters/${answered.number}/ratings`, {
      headers: { Authorization: `Letter ${answered.accessKey}` },
      json: { level: 1, solved: 'no' },
    });
    at(start + 46 * dayMs);
    await runJobs(testEnv);
    const again = await overdue(await aMember('central', null, [], '65'));
    expect(again.items.find(({ number }) => number === answered.number)).toMatchObject({ round: 2 });
    expect(again.orders).toMatchObject([{ letter: interim.number, cause: 'demand' }]);
  });

  it('leaves out a letter whose clock stands, and takes it back when it runs again', async () => {
    const tenant = await aTenant({ jurisdiction: '220101' });
    at(start);
    const { number } = await send(tenant, { department: 'd01' });
    const coordinator = await aMember('coordinator', tenant);
    await give(coordinator, number, 'accept', { department: 'd01' });
    await give(coordinator, number, 'request-info', { question: '请问具体在哪条路？' });
    await runJobs(testEnv);
    at(start + 13 * dayMs);
    await runJobs(testEnv);
    expect((await overdue(await aMember('central', null, [], '22'))).items).toEqual([]);
    at(start + 30 * dayMs);
    await runJobs(testEnv);
    expect(numbers(await overdue(await aMember('central', null, [], '22')))).toEqual([number]);
  });

  it('knows letters of an import that were never answered, and no others of it', async () => {
    const tenant = await aTenant({ jurisdiction: '230101' });
    const central = await aMember('central', null, [], '23');
    const row = {
      ...{ received_at: '2011-01-10 09:00', kind: 'complaint', department: '市人社局', title: '旧信一封' },
      ...{ body: '这是一封旧信的正文，来自旧系统。', name: '', phone: '', email: '', publish: 'no' },
      ...{ accepted_at: '', interim_at: '', outcome: '', rated_at: '', rating: '', solved: '' },
    };
    const rows = [
      { ...row, external_id: 'a', replied_at: '', reply: '' },
      { ...row, external_id: 'b', replied_at: '2011-01-12 09:00', reply: '已经办结。', outcome: 'resolved' },
    ];
    const imported = await call(`/v1/central/tenants/${tenant}/import/letters`, {
      headers: central,
      json: { rows, line: 2, dryRun: false },
    });
    expect(await imported.json()).toMatchObject({ written: 2, errors: [] });
    await runJobs(testEnv);
    expect((await overdue(central)).items).toMatchObject([{ receivedAt: '2011-01-10T09:00:00+08:00' }]);
  });

  it('isn’t brought back by a run of the outbox that comes late, nor changed by one that comes twice', async () => {
    const slug = await aTenant({ jurisdiction: '210101' });
    const tenant = (await findTenant(directory(testEnv), { slug }))!;
    at(start);
    const letter = await send(slug, { department: 'd01' });
    const id = (await testEnv.LETTERS_0.prepare('SELECT id FROM letter WHERE number = ?')
      .bind(letter.number)
      .first<{ id: string }>())!.id;
    await runJobs(testEnv);
    const row = () =>
      testEnv.DIRECTORY.prepare('SELECT * FROM open_letter WHERE letter_id = ?')
        .bind(id)
        .first<{ seq: number }>();
    const before = await row();
    await mirrorLetters(testEnv, tenant, [{ letterId: id }, { letterId: id }]);
    expect(await row()).toEqual(before);
    await testEnv.DIRECTORY.prepare('UPDATE open_letter SET seq = 9, closed_at = 1 WHERE letter_id = ?')
      .bind(id)
      .run();
    await mirrorLetters(testEnv, tenant, [{ letterId: id }]);
    expect(await row()).toMatchObject({ seq: 9, closed_at: 1 });
  });
});

it('a page among 100,000 letters in hand reads its own rows, for every length of a jurisdiction', async () => {
  const mine = await aTenant({ jurisdiction: '530101' });
  await aTenant({ slug: 'other-half', jurisdiction: '540101' });
  const fill = (tenant: string, jurisdiction: string) =>
    testEnv.DIRECTORY.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
        INSERT INTO open_letter SELECT '${tenant}', '${tenant}' || i, '${jurisdiction}', '${tenant}-' || i, 'help', 'accepted',
          'd01', i, i, 1, NULL, 0, 1, CASE WHEN i % 2 = 0 THEN 1 END FROM n`,
    ).run();
  await fill('other-half', '540101');
  await fill(mine, '530101');
  for (const prefix of ['', '53', '5301', '530101']) {
    const central = await aMember('central', null, [], prefix);
    for (const query of ['?limit=100', `?limit=100&tenant=${mine}`, `?tenant=${mine}&department=d01`]) {
      const { status, rows, body } = await rowsRead(`/v1/central/overdue${query}`, { headers: central });
      const { items, nextCursor } = JSON.parse(body) as OverduePage;
      expect([prefix, query, status, rows <= 500 || rows]).toEqual([prefix, query, 200, true]);
      const next = await rowsRead(`/v1/central/overdue${query}&cursor=${nextCursor}`, { headers: central });
      expect([next.status, next.rows <= 500 || next.rows]).toEqual([200, true]);
      const more = numbers(JSON.parse(next.body) as OverduePage);
      expect(more.some((number) => numbers({ items } as OverduePage).includes(number))).toBe(false);
    }
  }
});
