import { expect, it, vi } from 'vitest';
import type { CentralRanking } from '../../contract/ranking.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';

it('tenants of several shards stand in one table, which is as old as the shard counted longest ago', async () => {
  const tenants = [await aTenant(), await aTenant(), await aTenant()];
  for (const tenant of tenants) await send(tenant);
  const centre = await aMember('central', null, [], '42');
  const table = async () =>
    (await call('/v1/central/ranking?jurisdiction=42', { headers: centre })).json<CentralRanking>();
  expect(await table()).toMatchObject({ asOf: null, cutOff: null, total: { received: 0 } });
  // Both shards at the same time, or the first one's run is the older on a slow machine.
  const start = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(start);
  await runJobs(testEnv);
  const first = await table();
  expect(first.total.received).toBe(3);
  expect(first.below.map(({ tenant, counts }) => [tenant, counts.received]).sort()).toEqual(
    tenants.map((tenant) => [tenant, 1]).sort(),
  );
  const { LETTERS_1: _away, ...one } = testEnv as unknown as Record<string, unknown>;
  vi.spyOn(Date, 'now').mockReturnValue(start + 3_600_000);
  await runJobs(one as never);
  expect((await table()).asOf).toBe(first.asOf);
  await runJobs(testEnv);
  expect(Date.parse((await table()).asOf!)).toBeGreaterThan(Date.parse(first.asOf!));
  vi.restoreAllMocks();
});
