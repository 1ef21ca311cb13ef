import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContestedPage, PromisePage, StaffPromisePage } from '../../contract/promises.ts';
import { runJobs } from '../jobs/run.ts';
import { directory } from '../platform/d1.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { mirrorLetters } from './overdue.actions.ts';

// Many calls each, and 100,000 rows: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const dayMs = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00+08:00');
let clock: { mockReturnValue: (time: number) => unknown };
beforeEach(() => void (clock = vi.spyOn(Date, 'now').mockReturnValue(start)));
afterEach(() => vi.restoreAllMocks());

type Headers = Record<string, string>;
/** A token holds for a day; one of later holds for all that is told here. */
async function aMemberFor(...who: Parameters<typeof aMember>): Promise<Headers> {
  clock.mockReturnValue(start + 300 * dayMs);
  const headers = await aMember(...who);
  clock.mockReturnValue(start);
  return headers;
}
const promises = async (headers: Headers, query = '') =>
  (await call(`/v1/central/promises${query}`, { headers })).json<PromisePage>();
const own = async (headers: Headers, query = '') =>
  (await call(`/v1/staff/promises${query}`, { headers })).json<StaffPromisePage>();
const contested = async (headers: Headers, query = '') =>
  (await call(`/v1/central/contested${query}`, { headers })).json<ContestedPage>();
const numbers = ({ items }: { items: { number: string }[] }) => items.map(({ number }) => number);

const give = async (headers: Headers, number: string, name: string, json: object) =>
  expect((await call(`/v1/staff/letters/${number}/${name}`, { headers, json })).status).toBe(200);
const rate = (number: string, accessKey: string, level: number) =>
  call(`/v1/letters/${number}/ratings`, {
    headers: { Authorization: `Letter ${accessKey}` },
    json: { level, solved: level > 2 ? 'yes' : 'no' },
  });
const body = '经核查，已列入年度计划，将如期办理。电话0724-1234567。';
const reply = (more: object) => ({ type: 'final', body, outcome: 'explained', ...more });

async function promised(tenant: string, coordinator: Headers, promisedFor: string, department = 'd01') {
  const letter = await send(tenant, { department });
  await give(coordinator, letter.number, 'accept', { department });
  await give(coordinator, letter.number, 'reply', reply({ outcome: 'promised', promisedFor }));
  return letter;
}

describe('the promise list', () => {
  it('has what was promised until a follow-up says it was done: open ones by date, the late first', async () => {
    const tenant = await aTenant({ jurisdiction: '460101' });
    const coordinator = await aMemberFor('coordinator', tenant);
    const central = await aMemberFor('central', null, [], '4601');
    const later = await promised(tenant, coordinator, '2026-05-01', 'd02');
    const soon = await promised(tenant, coordinator, '2026-03-10');
    await runJobs(testEnv);
    clock.mockReturnValue(start + 13 * dayMs);
    const open = await promises(central);
    expect(numbers(open)).toEqual([soon.number, later.number]);
    expect(open.items[0]).toMatchObject({
      ...{ tenant, tenantName: '测试市', department: 'd01', departmentName: '市人社局', kind: 'inquiry' },
      ...{ promisedFor: '2026-03-10', promisedAt: '2026-03-02T09:00:00+08:00', keptAt: null, daysLate: 5 },
    });
    expect(open.items[1]!.daysLate).toBe(-47);
    await give(coordinator, soon.number, 'follow-up', { body: '路灯已经招标，下周安装。', done: false });
    await runJobs(testEnv);
    expect(numbers(await promises(central))).toEqual([soon.number, later.number]);
    await give(coordinator, soon.number, 'follow-up', { body: '路灯已全部安装，当晚亮灯。', done: true });
    await runJobs(testEnv);
    expect(numbers(await promises(central))).toEqual([later.number]);
    expect((await promises(central, '?state=kept')).items).toMatchObject([
      { number: soon.number, keptAt: '2026-03-15T09:00:00+08:00', daysLate: 5 },
    ]);
  });

  it('is told at once to those who must keep it: a coordinator all, an officer their departments’', async () => {
    const tenant = await aTenant({ jurisdiction: '460201' });
    const coordinator = await aMemberFor('coordinator', tenant);
    const officer = await aMemberFor('officer', tenant, ['d01']);
    const elsewhere = await aMemberFor('coordinator', await aTenant());
    const mine = await promised(tenant, coordinator, '2026-03-10');
    const other = await promised(tenant, coordinator, '2026-03-05', 'd02');
    clock.mockReturnValue(start + 6 * dayMs);
    expect(await own(coordinator)).toMatchObject({
      items: [
        { number: other.number, title: '退休档案保管费', departmentName: '市房管局', daysLate: 3 },
        { number: mine.number, daysLate: -2 },
      ],
      nextCursor: null,
      late: 1,
    });
    expect(await own(officer)).toMatchObject({ items: [{ number: mine.number }], late: 0 });
    const first = await own(coordinator, '?limit=1');
    expect(numbers(await own(coordinator, `?limit=1&cursor=${first.nextCursor}`))).toEqual([mine.number]);
    await give(officer, mine.number, 'follow-up', { body: '已经按期办理完毕。', done: true });
    expect(numbers(await own(coordinator))).toEqual([other.number]);
    expect(numbers(await own(coordinator, '?state=kept'))).toEqual([mine.number]);
    expect((await call(`/v1/staff/promises?tenant=${tenant}`, { headers: elsewhere })).status).toBe(404);
  });

  it('drops a promise that a later reply replaced, and a run of the outbox that comes late doesn’t bring it back', async () => {
    const slug = await aTenant({ jurisdiction: '460301' });
    const tenant = (await findTenant(directory(testEnv), { slug }))!;
    const coordinator = await aMemberFor('coordinator', slug);
    const central = await aMemberFor('central', null, [], '4603');
    const { number, accessKey } = await promised(slug, coordinator, '2026-04-01');
    await runJobs(testEnv);
    const row = () =>
      testEnv.DIRECTORY.prepare('SELECT * FROM promise WHERE number = ?')
        .bind(number)
        .first<{ letter_id: string }>();
    const before = (await row())!;
    await rate(number, accessKey, 1);
    await give(coordinator, number, 'reply', reply({ outcome: 'resolved' }));
    await runJobs(testEnv);
    expect(numbers(await promises(central))).toEqual([]);
    expect(numbers(await own(coordinator))).toEqual([]);
    // As a run that had read the letter before that reply would write it.
    const columns = Object.keys(before);
    const after = (await row())!;
    expect(after).toMatchObject({ promised_for: null });
    expect(columns).toContain('seq');
    await mirrorLetters(testEnv, tenant, [{ letterId: before.letter_id }, { letterId: before.letter_id }]);
    expect(await row()).toEqual(after);
  });
});

describe('the supervisor’s list', () => {
  it('has letters that were answered twice and rated dissatisfied twice, with the order about each', async () => {
    const tenant = await aTenant({ jurisdiction: '470101' });
    const coordinator = await aMemberFor('coordinator', tenant);
    const central = await aMemberFor('central', null, [], '4701');
    const [bad, good] = [await send(tenant), await send(tenant)];
    for (const { number, accessKey } of [bad, good]) {
      await give(coordinator, number, 'accept', { department: 'd01' });
      await give(coordinator, number, 'reply', reply({}));
      expect((await rate(number, accessKey, 2)).status).toBe(200);
      await give(coordinator, number, 'reply', reply({ outcome: 'resolved' }));
    }
    clock.mockReturnValue(start + dayMs);
    await rate(bad.number, bad.accessKey, 1);
    await rate(good.number, good.accessKey, 4);
    await runJobs(testEnv);
    const { items } = await contested(central);
    expect(items).toEqual([
      {
        ...{
          number: bad.number,
          tenant,
          tenantName: '测试市',
          department: 'd01',
          departmentName: '市人社局',
        },
        ...{
          kind: 'inquiry',
          receivedAt: '2026-03-02T09:00:00+08:00',
          contestedAt: '2026-03-03T09:00:00+08:00',
        },
        ...{ levels: [2, 1], outcome: 'resolved', order: null },
      },
    ]);
    const order = { tenant, letter: bad.number, text: '请核实办理情况，书面说明。' };
    const issued = await call('/v1/central/orders', { headers: central, json: order });
    expect((await contested(central)).items[0]!.order).toBe((await issued.json<{ number: string }>()).number);
    await runJobs(testEnv);
    expect((await contested(central)).items).toHaveLength(1);
  });

  it('and the promises show nobody those of another jurisdiction', async () => {
    const tenant = await aTenant({ jurisdiction: '480101' });
    const coordinator = await aMemberFor('coordinator', tenant);
    await promised(tenant, coordinator, '2026-04-01');
    await runJobs(testEnv);
    const beside = await aMemberFor('central', null, [], '4802');
    const above = await aMemberFor('central', null, [], '48');
    expect([(await promises(above)).items.length, (await promises(beside)).items.length]).toEqual([1, 0]);
    expect(numbers(await promises(beside, `?tenant=${tenant}`))).toEqual([]);
    expect(numbers(await contested(beside, `?tenant=${tenant}`))).toEqual([]);
  });
});

it('a page among 100,000 promises and contested letters reads its own rows, for every length of a jurisdiction', async () => {
  const mine = await aTenant({ jurisdiction: '530101' });
  await aTenant({ slug: 'other-half', jurisdiction: '540101' });
  for (const [tenant, jurisdiction] of [
    ['other-half', '540101'],
    [mine, '530101'],
  ]) {
    const some = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)`;
    const row = `'${tenant}' || i, '${tenant}', '${jurisdiction}', '${tenant}-' || i, 'help', 'd01', i, i`;
    await testEnv.DIRECTORY.batch([
      testEnv.DIRECTORY.prepare(
        `${some} INSERT INTO promise SELECT ${row}, date('2026-01-01', (i % 900) || ' days'), CASE WHEN i % 2 = 0 THEN i END, 1 FROM n`,
      ),
      testEnv.DIRECTORY.prepare(
        `${some} INSERT INTO contested_letter SELECT ${row}, '[1,1]', 'resolved', 1 FROM n`,
      ),
    ]);
  }
  for (const prefix of ['', '53', '5301', '530101']) {
    const central = await aMemberFor('central', null, [], prefix);
    for (const path of ['promises?state=open', 'promises?state=kept', 'contested?'])
      for (const query of ['&limit=100', `&limit=100&tenant=${mine}`]) {
        const first = await rowsRead(`/v1/central/${path}${query}`, { headers: central });
        expect([prefix, path, query, first.status, first.rows <= 800 || first.rows]).toEqual([
          prefix,
          path,
          query,
          200,
          true,
        ]);
        const page = JSON.parse(first.body) as PromisePage;
        expect(page.items).toHaveLength(100);
        const next = await rowsRead(`/v1/central/${path}${query}&cursor=${page.nextCursor}`, {
          headers: central,
        });
        expect([next.status, next.rows <= 800 || next.rows]).toEqual([200, true]);
        const seen = new Set(numbers(page));
        expect(numbers(JSON.parse(next.body) as PromisePage).some((number) => seen.has(number))).toBe(false);
      }
  }
});
