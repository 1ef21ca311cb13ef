import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OrderDetail, OrderPage } from '../../contract/orders.ts';
import { runJobs } from '../jobs/run.ts';
import { directory, shard } from '../platform/d1.ts';
import { aMember, aTenant, call, newKey, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { openDemandOrders } from './order.actions.ts';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00+08:00');
/** Lets the service's clock stand at a time; only `Date.now` is moved, timers go on. */
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);
const text = '请书面说明情况，并附上办理材料。';

const page = async (headers: Record<string, string>, query = '', side = 'central') =>
  (await call(`/v1/${side}/orders${query}`, { headers })).json<OrderPage>();
const read = async (headers: Record<string, string>, number: string, side = 'central') =>
  (await call(`/v1/${side}/orders/${number}`, { headers })).json<OrderDetail>();

/** A letter received on Monday 2026-03-02 and never answered: its demand notice goes out on 04-09. */
async function aLateLetter(tenant: string) {
  at(start);
  return send(tenant, { department: 'd01' });
}

describe('a demand notice', () => {
  it('opens an order by itself, dated when it was given and addressed to whoever held the letter', async () => {
    const tenant = await aTenant({ jurisdiction: '420801' });
    const letter = await aLateLetter(tenant);
    at(start + 50 * day);
    await runJobs(testEnv);
    const central = await aMember('central', null, [], '420801');
    const { items } = await page(central);
    expect(items).toMatchObject([
      {
        tenant,
        tenantName: '测试市',
        department: 'd01',
        departmentName: '市人社局',
        letter: letter.number,
        cause: 'demand',
        state: 'open',
        issuedAt: '2026-04-09T00:00:00+08:00',
        days: 5,
        dueAt: '2026-04-16T23:59:59+08:00',
        overdue: true,
      },
    ]);
    expect(items[0]!.number).toMatch(/-DB-2026-0001$/);
    const told = await read(central, items[0]!.number);
    expect(told.text).toContain(letter.number);
    expect(told.record).toMatchObject([{ kind: 'opened', role: 'system', by: null }]);
  });

  it('opens one order however often, late or beside itself the job runs', async () => {
    const orders = async (days: number[]) => {
      const tenant = await aTenant();
      await aLateLetter(tenant);
      for (const passed of days) {
        at(start + passed * day);
        await runJobs(testEnv);
      }
      const { results } = await testEnv.DIRECTORY.prepare(
        'SELECT serial, issued_at, due_at, department, state FROM "order" WHERE tenant = ?',
      )
        .bind(tenant)
        .all();
      return results;
    };
    const often = await orders([13, 23, 38, 38, 39, 60]);
    expect(often).toHaveLength(1);
    expect(await orders([90])).toEqual(often);
  });

  it('neither loses nor doubles its order when the outbox is killed behind it', async () => {
    const tenant = await aTenant();
    await aLateLetter(tenant);
    at(start + 50 * day);
    await runJobs(testEnv);
    const found = (await findTenant(directory(testEnv), { slug: tenant }))!;
    const { results } = await testEnv.LETTERS_0.prepare(
      "SELECT letter_id AS letterId, seq FROM event WHERE tenant = ? AND kind = 'escalated'",
    )
      .bind(tenant)
      .all<{ letterId: string; seq: number }>();
    expect(results).toHaveLength(3);
    await Promise.all([1, 2, 3].map(() => openDemandOrders(testEnv, found, results)));
    const count = async (table: string) =>
      (await testEnv.DIRECTORY.prepare(
        `SELECT count(*) AS n FROM ${table} JOIN "order" AS o ON o.id = ${table === '"order"' ? '"order".id' : 'order_event.order_id'} WHERE o.tenant = ?`,
      )
        .bind(tenant)
        .first<{ n: number }>())!.n;
    expect([await count('"order"'), await count('order_event')]).toEqual([1, 1]);
  });

  it('waits in the outbox while the directory can’t be written', async () => {
    const tenant = await aTenant();
    await aLateLetter(tenant);
    at(start + 50 * day);
    const broken = {
      ...testEnv,
      DIRECTORY: new Proxy(testEnv.DIRECTORY, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (name !== 'prepare')
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          return (sql: string) => {
            if (sql.includes('into "order"')) throw new Error('down');
            return target.prepare(sql);
          };
        },
      }),
    };
    vi.spyOn(console, 'error').mockReturnValue();
    await runJobs(broken);
    const coordinator = await aMember('coordinator', tenant);
    expect((await page(coordinator, '', 'staff')).items).toEqual([]);
    at(start + 50 * day + day / 24);
    await runJobs(testEnv);
    expect((await page(coordinator, '', 'staff')).items).toHaveLength(1);
  });
});

describe('an order by hand', () => {
  it('goes to a tenant, is answered by its coordinator, sent back, answered again and accepted, all on record', async () => {
    const tenant = await aTenant();
    const [central, coordinator] = [
      await aMember('central', null, [], '42'),
      await aMember('coordinator', tenant),
    ];
    at(start);
    const letter = await send(tenant);
    const issued = await call('/v1/central/orders', {
      headers: central,
      json: { tenant, department: 'd02', letter: letter.number, text, days: 3 },
    });
    expect(issued.status).toBe(201);
    const { number } = await issued.json<OrderDetail>();
    expect(await read(coordinator, number, 'staff')).toMatchObject({
      state: 'open',
      dueAt: '2026-03-05T23:59:59+08:00',
      may: ['answer'],
    });
    const answer = (body: string) =>
      call(`/v1/staff/orders/${number}/answer`, { headers: coordinator, json: { text: body } });
    expect((await answer('已经安排专人办理，三日内答复。')).status).toBe(200);
    expect(await (await answer('再说一遍，已经安排专人。')).json()).toMatchObject({ code: 'order_answered' });
    expect((await read(central, number)).may).toEqual(['accept', 'return', 'withdraw']);
    at(start + day);
    const back = { headers: central, json: { reason: '没有说明原因。', days: 2 } };
    expect(await (await call(`/v1/central/orders/${number}/return`, back)).json()).toMatchObject({
      state: 'open',
      dueAt: '2026-03-05T23:59:59+08:00',
    });
    at(start + 5 * day);
    expect((await page(coordinator, '?state=overdue', 'staff')).items).toHaveLength(1);
    expect((await answer('延误的原因是人手不足，现已办结。')).status).toBe(200);
    const done = await call(`/v1/central/orders/${number}/accept`, { headers: central, json: {} });
    expect(await done.json()).toMatchObject({ state: 'accepted', overdue: false, may: [] });
    const { record } = await read(coordinator, number, 'staff');
    expect(record.map(({ kind, by, late, text: said }) => [kind, by, late, said])).toEqual([
      ['opened', 'central 某', false, text],
      ['answered', 'coordinator 某', false, '已经安排专人办理，三日内答复。'],
      ['returned', 'central 某', false, '没有说明原因。'],
      ['answered', 'coordinator 某', true, '延误的原因是人手不足，现已办结。'],
      ['accepted', 'central 某', false, null],
    ]);
  });

  it('is withdrawn with a reason: the tenant reads it, owes nothing any more, and nobody goes on with it', async () => {
    const tenant = await aTenant();
    const [central, coordinator] = [
      await aMember('central', null, [], '42'),
      await aMember('coordinator', tenant),
    ];
    at(start);
    const { number } = await (
      await call('/v1/central/orders', { headers: central, json: { tenant, text, days: 3 } })
    ).json<OrderDetail>();
    at(start + 9 * day);
    expect((await page(coordinator, '?state=overdue', 'staff')).items).toHaveLength(1);
    const withdraw = (json: object) =>
      call(`/v1/central/orders/${number}/withdraw`, { headers: central, json });
    expect((await withdraw({})).status).toBe(400);
    const gone = await withdraw({ reason: '发错了单位，已另行发出。' });
    expect(await gone.json()).toMatchObject({
      ...{ state: 'withdrawn', overdue: false, may: [] },
      closedAt: '2026-03-11T09:00:00+08:00',
    });
    expect((await page(coordinator, '?state=overdue', 'staff')).items).toEqual([]);
    expect((await page(central, `?tenant=${tenant}&state=withdrawn`)).items).toHaveLength(1);
    const seen = await read(coordinator, number, 'staff');
    expect(seen).toMatchObject({ state: 'withdrawn', may: [] });
    expect(seen.record.at(-1)).toMatchObject({ kind: 'withdrawn', text: '发错了单位，已另行发出。' });
    const late = { headers: coordinator, json: { text: '已经安排专人办理，三日内答复。' } };
    expect(await (await call(`/v1/staff/orders/${number}/answer`, late)).json()).toMatchObject({
      code: 'order_closed',
    });
  });

  it('is issued once for one key, and refuses another order under it', async () => {
    const tenant = await aTenant();
    const central = await aMember('central', null, [], '42');
    const key = newKey();
    const issue = (json: object) =>
      call('/v1/central/orders', { headers: { ...central, 'Idempotency-Key': key }, json });
    const numbers = await Promise.all(
      [1, 2, 3].map(async () => (await (await issue({ tenant, text })).json<OrderDetail>()).number),
    );
    expect(new Set(numbers).size).toBe(1);
    expect((await issue({ tenant, text: `${text}另一件。` })).status).toBe(422);
  });

  it('names no department or letter that isn’t the tenant’s', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const central = await aMember('central', null, [], '42');
    const { number } = await send(other);
    const status = async (more: object) =>
      (await call('/v1/central/orders', { headers: central, json: { tenant, text, ...more } })).status;
    expect(await status({ department: 'd99' })).toBe(400);
    expect(await status({ letter: number })).toBe(404);
  });

  it('of two who judge it at once, one does', async () => {
    const tenant = await aTenant();
    const [central, coordinator] = [
      await aMember('central', null, [], '42'),
      await aMember('coordinator', tenant),
    ];
    const { number } = await (
      await call('/v1/central/orders', { headers: central, json: { tenant, text } })
    ).json<OrderDetail>();
    await call(`/v1/staff/orders/${number}/answer`, { headers: coordinator, json: { text } });
    const judged = await Promise.all([
      call(`/v1/central/orders/${number}/accept`, { headers: central, json: {} }),
      call(`/v1/central/orders/${number}/return`, { headers: central, json: { reason: '还不行' } }),
    ]);
    expect(judged.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('whose orders one sees', () => {
  it('the centre those under its prefix, an officer those to their departments, and nobody another’s', async () => {
    const [here, there] = [
      await aTenant({ jurisdiction: '430101' }),
      await aTenant({ jurisdiction: '430202' }),
    ];
    const province = await aMember('central', null, [], '43');
    const make = async (tenant: string, department?: string) =>
      (
        await (
          await call('/v1/central/orders', { headers: province, json: { tenant, department, text } })
        ).json<OrderDetail>()
      ).number;
    const [first, second, third] = [await make(here, 'd01'), await make(here), await make(there, 'd01')];
    const numbers = async (headers: Record<string, string>, query = '', side = 'central') =>
      (await page(headers, query, side)).items.map(({ number }) => number).sort();
    expect(await numbers(province)).toEqual([first, second, third].sort());
    expect(await numbers(province, `?tenant=${there}`)).toEqual([third]);
    expect(await numbers(province, `?tenant=${here}&department=d01&state=open`)).toEqual([first]);
    expect((await call('/v1/central/orders?department=d01', { headers: province })).status).toBe(400);
    const city = await aMember('central', null, [], '4301');
    expect(await numbers(city)).toEqual([first, second].sort());
    expect(await numbers(city, `?tenant=${there}`)).toEqual([]);
    expect((await call(`/v1/central/orders/${third}`, { headers: city })).status).toBe(404);
    const officer = await aMember('officer', here, ['d01']);
    expect(await numbers(officer, '', 'staff')).toEqual([first]);
    expect((await call(`/v1/staff/orders/${second}`, { headers: officer })).status).toBe(404);
    expect((await call(`/v1/staff/orders/${first}`, { headers: officer })).status).toBe(200);
  });

  it('pages through them without leaving one out, in both orders', async () => {
    const tenant = await aTenant({ jurisdiction: '440101' });
    const central = await aMember('central', null, [], '44');
    for (let index = 0; index < 5; index++) {
      at(start + index * day);
      await call('/v1/central/orders', { headers: central, json: { tenant, text, days: 5 - index } });
    }
    for (const state of ['', '&state=open']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { items, nextCursor } = await page(central, `?limit=2${state}${cursor}`);
        seen.push(...items.map(({ number }) => number));
        cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
      } while (cursor !== '');
      expect(new Set(seen).size).toBe(5);
    }
    expect((await call('/v1/central/orders?cursor=x', { headers: central })).status).toBe(400);
  });

  it('reads a page of rows, whatever lies beside it in other jurisdictions', async () => {
    await aTenant({ slug: 'crowd', jurisdiction: '500101' });
    const mine = await aTenant({ jurisdiction: '510101' });
    const series = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)';
    const fill = (tenant: string, jurisdiction: string) =>
      testEnv.DIRECTORY.prepare(
        `${series} INSERT INTO "order" SELECT '${tenant}' || i, '${tenant}', '${jurisdiction}', 2026, i, '${tenant}' || i, 'hand', NULL, NULL,
          CASE WHEN i % 2 = 0 THEN 'open' ELSE 'accepted' END, 1, i, i, 5, '2026-03-02', i, 0, NULL, NULL FROM n`,
      ).run();
    await fill('crowd', '500101');
    await fill(mine, '510101');
    for (const prefix of ['', '51', '5101', '510101']) {
      const central = await aMember('central', null, [], prefix);
      for (const query of ['', '?state=open', '?state=overdue', '?state=accepted', `?tenant=${mine}`]) {
        const { status, rows } = await rowsRead(`/v1/central/orders${query}`, { headers: central });
        expect([prefix, query, status]).toEqual([prefix, query, 200]);
        expect([prefix, query, rows <= 150 || rows]).toEqual([prefix, query, true]);
      }
    }
  });
});

it('a shard is asked for nothing by the centre’s list', async () => {
  const central = await aMember('central', null, [], '42');
  const prepare = vi.spyOn(testEnv.LETTERS_0, 'prepare');
  await page(central);
  expect(prepare).not.toHaveBeenCalled();
  expect(shard(testEnv, 0)).toBeDefined();
});
