import { expect, it } from 'vitest';
import type { AnnualTable } from '../../contract/inspection.ts';
import type { LivenessPage } from '../../contract/liveness.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { judgeShard } from './judging.actions.ts';

it('tenants of several shards stand in one list and one form, each judged by its own shard’s run', async () => {
  const tenants = [await aTenant(), await aTenant(), await aTenant()];
  for (const tenant of tenants) await send(tenant);
  const centre = await aMember('central', null, [], '42');
  const list = async () =>
    (await call('/v1/central/liveness?jurisdiction=42', { headers: centre })).json<LivenessPage>();
  expect(await list()).toMatchObject({ asOf: null, items: [] });
  const first = await judgeShard(testEnv, 0);
  expect(first).toBeGreaterThan(0);
  expect((await list()).items).toHaveLength(first);
  await runJobs(testEnv);
  const all = await list();
  expect(all.items.map(({ tenant }) => tenant).sort()).toEqual([...tenants].sort());
  const form = await (
    await call('/v1/central/annual?jurisdiction=42', { headers: centre })
  ).json<AnnualTable>();
  expect(form.items.map(({ received }) => received)).toEqual([1, 1, 1]);
  expect(form.asOf).not.toBeNull();
});
