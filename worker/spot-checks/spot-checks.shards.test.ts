import { afterEach, expect, it, vi } from 'vitest';
import type { PromisePage, StaffPromisePage } from '../../contract/promises.ts';
import type { SpotCheck, SpotCheckLetter } from '../../contract/spot-checks.ts';
import { runJobs } from '../jobs/run.ts';
import { aTenant, call, testEnv } from '../test/app.ts';
import { aHouse, does, sent, toTenant } from '../test/hand-over-journey.ts';
import { asked, give, hour, items, open, population, replied, start, twoReviewers } from './test/checks.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

it('a spot check draws from tenants of several shards as from one', async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(start);
  const [one, other] = await twoReviewers('42');
  const tenants = [await aTenant(), await aTenant()];
  for (const tenant of tenants) await replied(one!.headers, tenant, 30);
  const { results } = await testEnv.DIRECTORY.prepare('SELECT DISTINCT shard FROM tenant').all();
  expect(results).toHaveLength(2);
  const opened = await open(one!.headers, asked('42', [one!, other!], { size: 20 }));
  const check = await opened.json<SpotCheck>();
  expect(check).toMatchObject({ state: 'frozen', population: 60 });
  expect((await population(one!.headers, check.id)).split('\n')).toHaveLength(61);
  clock.mockReturnValue(start + 13 * hour);
  await give(one!.headers, check.id, 'draw', { value: '2026031' });
  const sample = await items(one!.headers, check.id);
  expect(new Set(sample.map(({ tenant }) => tenant))).toEqual(new Set(tenants));
  expect(new Set(sample.map(({ number }) => number)).size).toBe(20);
});

it('a letter that another tenant holds is drawn from, and promised, as that tenant’s', async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(start);
  const [one, other] = await twoReviewers('42');
  const [home, holder] = [await aHouse('甲市'), await aHouse('乙县')];
  const { number } = await sent(home);
  await does(home.coordinator, number, 'accept', { department: 'd01' });
  await does(home.coordinator, number, 'transfer', toTenant(holder.slug));
  await does(holder.coordinator, number, 'accept', { department: 'd02' });
  const body = '经查，您反映的路段由我科养护，已列入四月的养护计划。电话 0724-2345678。';
  const promised = { type: 'final', outcome: 'promised', promisedFor: '2026-04-30', body };
  await does(holder.coordinator, number, 'reply', promised);
  clock.mockReturnValue(start + hour);
  await runJobs(testEnv);

  const own = async ({ slug, coordinator }: typeof home) =>
    (
      await (
        await call(`/v1/staff/promises?tenant=${slug}`, { headers: coordinator })
      ).json<StaffPromisePage>()
    ).items.map((item) => [item.number, item.departmentName, item.promisedFor]);
  expect(await own(home)).toEqual([]);
  expect(await own(holder)).toEqual([[number, '乙县二科', '2026-04-30']]);
  const { items: below } = await (
    await call(`/v1/central/promises?tenant=${holder.slug}`, { headers: one!.headers })
  ).json<PromisePage>();
  expect(below).toMatchObject([{ number, tenantName: '乙县', departmentName: '乙县二科' }]);

  const scope = { jurisdiction: '42', tenants: [home.slug, holder.slug] };
  const more = { scope, from: '2026-03-20', to: '2026-03-20' };
  const check = await (await open(one!.headers, asked('42', [one!, other!], more))).json<SpotCheck>();
  expect(await population(one!.headers, check.id)).toBe(`${number}\n`);
  clock.mockReturnValue(start + 13 * hour);
  await give(one!.headers, check.id, 'draw', { value: '2026031' });
  expect(await items(one!.headers, check.id)).toMatchObject([{ number, tenant: holder.slug }]);
  const letter = await call(`/v1/central/spot-checks/${check.id}/items/1`, { headers: one!.headers });
  expect((await letter.json<SpotCheckLetter>()).replies).toMatchObject([{ body }]);
});
