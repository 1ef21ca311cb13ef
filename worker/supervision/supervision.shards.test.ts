import { afterEach, expect, it, vi } from 'vitest';
import type { OverduePage } from '../../contract/orders.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';

afterEach(() => vi.restoreAllMocks());

const start = Date.parse('2026-03-02T09:00:00+08:00');
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

it('the centre’s list holds what is overdue in every shard, orders too, and asks none of them', async () => {
  const tenants = [await aTenant(), await aTenant()];
  at(start);
  const sent = [];
  for (const tenant of tenants) sent.push((await send(tenant)).number);
  at(start + 60 * 86_400_000);
  await runJobs(testEnv);
  const central = await aMember('central', null, [], '42');
  const shards = testEnv as unknown as Record<string, D1Database>;
  const asked = ['LETTERS_0', 'LETTERS_1'].map((name) => vi.spyOn(shards[name]!, 'prepare'));
  const page = await (await call('/v1/central/overdue', { headers: central })).json<OverduePage>();
  expect(page.items.map(({ number, colour }) => [number, colour]).sort()).toEqual(
    sent.map((number) => [number, 'demand']).sort(),
  );
  expect(page.orders.map(({ letter }) => letter).sort()).toEqual([...sent].sort());
  for (const prepare of asked) expect(prepare).not.toHaveBeenCalled();
});

it('a local day is counted again in the shard that holds its tenant', async () => {
  at(start);
  const tenants = [await aTenant(), await aTenant()];
  const moved = [];
  for (const tenant of tenants) {
    const coordinator = await aMember('coordinator', tenant);
    const { number } = await send(tenant);
    const local = { year: 2026, holidays: { '2026-03-05': '三月三' }, workdays: [] };
    expect((await call('/v1/staff/calendar', { headers: coordinator, json: local })).status).toBe(200);
    moved.push(async () =>
      (await call(`/v1/staff/letters/${number}`, { headers: coordinator })).json<{ replyBy: string }>(),
    );
  }
  await runJobs(testEnv);
  for (const read of moved) expect((await read()).replyBy).toBe('2026-03-10T23:59:59+08:00');
});
