import { afterEach, expect, it, vi } from 'vitest';
import { aMember, aTenant, call } from '../test/app.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const site = 'https://www.county.test';
const seen = (tenant: string, version: string, origin = site) =>
  call(`/v1/tenants/${tenant}/seen?version=${version}`, { method: 'POST', headers: { Origin: origin } });

it('a site is noted as alive once a day, with its version; a site that is not registered is not noted', async () => {
  const tenant = await aTenant();
  const headers = await aMember('coordinator', tenant);
  const origins = async () =>
    (
      await (
        await call('/v1/staff/origins', { headers })
      ).json<{ items: { seenAt: string | null; seenVersion: string | null }[] }>()
    ).items;
  await call('/v1/staff/origins', { headers, json: { origin: site } });
  expect(await origins()).toMatchObject([{ seenAt: null, seenVersion: null }]);

  const start = Date.now();
  expect((await seen(tenant, '0.1.0')).status).toBe(204);
  const [first] = await origins();
  expect(first).toMatchObject({ seenVersion: '0.1.0' });
  await seen(tenant, '0.2.0');
  expect(await origins()).toEqual([first]);
  vi.spyOn(Date, 'now').mockReturnValue(start + 2 * 86_400_000);
  await seen(tenant, '0.2.0');
  vi.restoreAllMocks();
  expect(await origins()).toMatchObject([{ seenVersion: '0.2.0' }]);

  expect((await seen(tenant, '0.1.0', 'https://elsewhere.test')).status).toBe(204);
  expect(await origins()).toHaveLength(1);
  expect((await seen(tenant, '<b>')).status).toBe(400);
});
