import { expect, it } from 'vitest';
import type { Charts } from '../../contract/charts.ts';
import { addDays, dayOf } from '../../core/index.ts';
import { aTenant, call, send } from '../test/app.ts';

const read = (tenant: string, query = '') => call(`/v1/tenants/${tenant}/charts${query}`);

it('what charts draw is there at once after a letter, week by week for a year', async () => {
  const tenant = await aTenant();
  expect(await (await read(tenant)).json<Charts>()).toMatchObject({ flow: { received: 0 } });
  await send(tenant, { department: 'd02' });
  const today = dayOf(Date.now(), 'Asia/Shanghai');
  const charts = await (await read(tenant)).json<Charts>();
  expect(charts).toMatchObject({ tenant, from: addDays(today, -364), to: today, asOf: today });
  expect(charts.weeks.length).toBeGreaterThanOrEqual(52);
  expect(charts.weeks.at(-1)).toMatchObject({ to: today, received: 1, due: 0, onTimeRate: null });
  expect(charts.open[0]).toEqual({ age: '0-4', count: 1, overdue: 0 });
  expect(charts.flow).toEqual({ received: 1, accepted: 0, replied: 0, rated: 0, solved: 0 });
  expect(charts.ratings.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
});

it('refuses a period that ends before it begins, and one that no chart can show', async () => {
  const tenant = await aTenant();
  expect((await read(tenant, '?from=2026-02-01&to=2026-01-01')).status).toBe(400);
  expect((await read(tenant, '?from=1990-01-01&to=2026-01-01')).status).toBe(400);
  expect((await read('no-such-tenant')).status).toBe(404);
});
