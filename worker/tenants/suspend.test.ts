import { expect, it } from 'vitest';
import type { Profile, TenantPage } from '../../contract/tenants.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';

const reason = '机构改革，职责已并入市政务服务局';
const change = (headers: Record<string, string>, tenant: string, does: string, json: object = {}) =>
  call(`/v1/central/tenants/${tenant}/${does}`, { headers, json });

it('a suspended tenant takes no new letters and says why; those it has go on; resumed, it takes them again', async () => {
  const tenant = await aTenant({ jurisdiction: '460100' });
  const [central, coordinator] = [
    await aMember('central', null, [], '46'),
    await aMember('coordinator', tenant),
  ];
  const { number } = await send(tenant);
  expect((await change(central, tenant, 'suspend')).status).toBe(400);
  const suspended = await change(central, tenant, 'suspend', { reason });
  expect(await suspended.json<Profile>()).toMatchObject({ suspended: reason });

  const profile = await (await call(`/v1/tenants/${tenant}`)).json<Profile>();
  expect(profile.suspended).toBe(reason);
  const page = await (await call(`/s/${tenant}/write`)).text();
  expect(page).toContain(reason);
  expect(page).not.toContain('<form');
  const letter = { tenant, kind: 'help', title: '标题文字', body: '来人口述停水三天了。', publish: false };
  const registered = await call('/v1/staff/letters', {
    headers: coordinator,
    json: { ...letter, channel: 'counter' },
  });
  expect([registered.status, await registered.json()]).toMatchObject([409, { code: 'tenant_suspended' }]);
  await expect(send(tenant)).rejects.toThrow();

  const accepted = await call(`/v1/staff/letters/${number}/accept`, {
    headers: coordinator,
    json: { department: 'd01' },
  });
  expect(await accepted.json<StaffLetter>()).toMatchObject({ status: 'accepted' });
  const list = await (await call('/v1/central/tenants', { headers: central })).json<TenantPage>();
  expect(list.items.find(({ slug }) => slug === tenant)?.suspended).toMatchObject({ reason });

  expect((await change(central, tenant, 'resume')).status).toBe(200);
  expect((await (await call(`/v1/tenants/${tenant}`)).json<Profile>()).suspended).toBeUndefined();
  await send(tenant);
  const { results } = await testEnv.DIRECTORY.prepare(
    `SELECT action, subject FROM audit WHERE tenant = ? AND action LIKE 'tenant-%e%' ORDER BY id`,
  )
    .bind(tenant)
    .all();
  expect(results).toContainEqual({ action: 'tenant-suspended', subject: reason });
  expect(results).toContainEqual({ action: 'tenant-resumed', subject: '' });
});

it('a retry of a letter that was taken before gets its receipt all the same', async () => {
  const tenant = await aTenant({ jurisdiction: '460100' });
  const [central, coordinator] = [
    await aMember('central', null, [], '46'),
    await aMember('coordinator', tenant),
  ];
  const json = {
    tenant,
    channel: 'phone',
    kind: 'help',
    title: '标题文字',
    body: '来人口述停水三天了。',
    publish: false,
  };
  const headers = { ...coordinator, 'Idempotency-Key': 'a'.repeat(32) };
  const first = await (await call('/v1/staff/letters', { headers, json })).json<{ number: string }>();
  await change(central, tenant, 'suspend', { reason });
  expect(await (await call('/v1/staff/letters', { headers, json })).json()).toMatchObject({
    number: first.number,
  });
});

it('a suspended tenant is neither offered for a hand-over nor given one', async () => {
  const [home, away] = [await aTenant(), await aTenant({ jurisdiction: '460100', name: '歇业县' })];
  const [central, coordinator] = [
    await aMember('central', null, [], '46'),
    await aMember('coordinator', home),
  ];
  const { number } = await send(home, { department: 'd01' });
  await call(`/v1/staff/letters/${number}/accept`, { headers: coordinator, json: { department: 'd01' } });
  const offered = async () => {
    const path = `/v1/staff/tenants?tenant=${home}&q=${encodeURIComponent('歇业县')}`;
    const { items } = await (
      await call(path, { headers: coordinator })
    ).json<{ items: { slug: string }[] }>();
    return items.map(({ slug }) => slug);
  };
  const handOver = () =>
    call(`/v1/staff/letters/${number}/transfer`, {
      headers: coordinator,
      json: { tenant: away, reason: '属于歇业县的职责' },
    });
  expect(await offered()).toEqual([away]);
  await change(central, away, 'suspend', { reason });
  expect(await offered()).toEqual([]);
  expect(await (await handOver()).json()).toMatchObject({ code: 'unknown_tenant' });
  await change(central, away, 'resume');
  expect((await handOver()).status).toBe(200);
});
