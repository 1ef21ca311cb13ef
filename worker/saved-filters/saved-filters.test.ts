import { describe, expect, it } from 'vitest';
import type { SavedFilter } from '../../contract/inbox.ts';
import { aMember, aTenant, call } from '../test/app.ts';
import { deskLimits } from '../../contract/limits.ts';

type Headers = Record<string, string>;

const path = '/v1/staff/filters';
const keep = (
  headers: Headers,
  tenant: string,
  name: string,
  filter: object = { status: 'open', due: 'late' },
) => call(path, { headers, json: { tenant, name, filter } });
const list = async (headers: Headers, tenant: string) =>
  (await (await call(`${path}?tenant=${tenant}`, { headers })).json<{ items: SavedFilter[] }>()).items;

describe('a member’s own filters', () => {
  it('are kept as they were, in the order in which they were kept, until they are dropped', async () => {
    const tenant = await aTenant();
    const headers = await aMember('officer', tenant, ['d01']);
    const first = { status: 'open', due: 'late', department: 'd01', q: '路灯' };
    const made = await keep(headers, tenant, ' 逾期路灯 ', first);
    expect(made.status).toBe(201);
    const { id } = await made.json<SavedFilter>();
    await keep(headers, tenant, '今天');
    expect(await list(headers, tenant)).toMatchObject([
      { id, name: '逾期路灯', filter: first },
      { name: '今天' },
    ]);
    expect((await call(`${path}/${id}`, { method: 'DELETE', headers })).status).toBe(200);
    expect((await call(`${path}/${id}`, { method: 'DELETE', headers })).status).toBe(404);
    expect(await list(headers, tenant)).toMatchObject([{ name: '今天' }]);
  });

  it('are nobody else’s: not a colleague’s, not another tenant’s', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const [mine, colleague] = [
      await aMember('officer', tenant, ['d01']),
      await aMember('coordinator', tenant),
    ];
    const stranger = await aMember('coordinator', other);
    const { id } = await (await keep(mine, tenant, '我的')).json<SavedFilter>();
    expect(await list(colleague, tenant)).toEqual([]);
    expect((await keep(colleague, tenant, '我的')).status).toBe(201);
    for (const headers of [colleague, stranger])
      expect((await call(`${path}/${id}`, { method: 'DELETE', headers })).status).toBe(404);
    expect((await call(`${path}?tenant=${tenant}`, { headers: stranger })).status).toBe(404);
    expect((await keep(stranger, tenant, '别人的')).status).toBe(404);
    expect(await list(mine, tenant)).toHaveLength(1);
  });

  it('have names of their own, and are twenty at most however many are kept at once', async () => {
    const tenant = await aTenant();
    const headers = await aMember('officer', tenant, ['d01']);
    await keep(headers, tenant, '一');
    const again = await keep(headers, tenant, '一');
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'filter_name_taken' });
    const answers = await Promise.all(
      Array.from({ length: deskLimits.filtersMax + 2 }, (_, index) => keep(headers, tenant, `第${index}个`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(deskLimits.filtersMax - 1);
    expect(await answers.find(({ status }) => status === 409)?.json()).toMatchObject({
      code: 'too_many_filters',
    });
    expect(await list(headers, tenant)).toHaveLength(deskLimits.filtersMax);
  });

  it('are checked before they are kept', async () => {
    const tenant = await aTenant();
    const headers = await aMember('officer', tenant, ['d01']);
    for (const filter of [{ status: 'nonsense' }, { due: 1 }, { q: '长'.repeat(51) }])
      expect((await keep(headers, tenant, '坏', filter)).status).toBe(400);
    expect((await keep(headers, tenant, '')).status).toBe(400);
    expect((await keep(headers, tenant, '长'.repeat(31))).status).toBe(400);
  });
});
