import { expect, it } from 'vitest';
import { testEnv } from '../test/app.ts';
import { aCentral, make, QUARTER, tableOf, theQuarter } from './test/quarter.ts';

it('a bulletin sums up tenants of several shards', async () => {
  const central = await aCentral();
  for (const name of ['甲市', '乙市']) await theQuarter(central, '420800', name);
  const { results } = await testEnv.DIRECTORY.prepare('SELECT DISTINCT shard FROM tenant').all();
  expect(results).toHaveLength(2);
  const made = await make(central, { ...QUARTER, scope: { jurisdiction: '42' } });
  expect(made.content!.total).toMatchObject({
    received: 190,
    acceptedOnTime: 78,
    unanswered: 112,
    notices: 10,
  });
  expect(tableOf(made, 'tenants').rows.map(([, ...counts]) => counts.slice(0, 3))).toEqual([
    [95, 39, 56],
    [95, 39, 56],
    [190, 78, 112],
  ]);
});
