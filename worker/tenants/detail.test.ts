import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantDetail } from '../../contract/tenant-detail.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, someLetter, solved, testEnv } from '../test/app.ts';

let tenant = '';
let coordinator: Record<string, string> = {};

beforeAll(async () => {
  tenant = await aTenant();
  coordinator = await aMember('coordinator', tenant);
});

const path = '/v1/staff/tenant';
const read = async () =>
  (await call(`${path}?tenant=${tenant}`, { headers: coordinator })).json<TenantDetail>();
const set = (json: object) => call(path, { headers: coordinator, json: { tenant, ...json } });
const profile = async () =>
  (await call(`/v1/tenants/${tenant}`)).json<{ phone: string | null; contactRequired: boolean }>();

describe('details of a tenant', () => {
  it('are changed one by one; what is left out stays, and its public pages follow at once', async () => {
    expect(await read()).toMatchObject({ phone: '0724-1234567', locale: 'zh-CN', contactRequired: false });
    expect((await profile()).phone).toBe('0724-1234567');
    expect(await (await set({ phone: '12345' })).json()).toMatchObject({ phone: '12345', locale: 'zh-CN' });
    expect((await profile()).phone).toBe('12345');
    expect(await (await set({ phone: '', locale: 'en' })).json()).toMatchObject({
      phone: null,
      locale: 'en',
    });
    expect(await read()).toMatchObject({ phone: null, locale: 'en', contactRequired: false });
  });

  it('say which of them changed on record, and refuse what changes nothing', async () => {
    await set({ phone: '0724-2222222', contactRequired: true });
    const again = await set({ phone: '0724-2222222' });
    expect([again.status, (await again.json<{ code: string }>()).code]).toEqual([409, 'unchanged']);
    const { results } = await testEnv.DIRECTORY.prepare(
      "SELECT subject FROM audit WHERE tenant = ? AND action = 'tenant-changed' ORDER BY id DESC LIMIT 1",
    )
      .bind(tenant)
      .all<{ subject: string }>();
    expect(results).toEqual([{ subject: 'phone, contactRequired' }]);
  });

  it('hold for the next letter: one without a way to reach its writer is refused where one is required', async () => {
    const own = await aTenant();
    const mine = await aMember('coordinator', own);
    const write = async () => {
      const json = { ...someLetter, challenge: await solved(own) };
      const headers = { 'Idempotency-Key': newKey(), ...fromAnywhere() };
      return (await call(`/v1/tenants/${own}/letters`, { headers, json })).status;
    };
    expect(await write()).toBe(201);
    await call(path, { headers: mine, json: { tenant: own, contactRequired: true } });
    expect(await write()).toBe(400);
  });

  it('are refused where they aren’t a text or a language', async () => {
    expect((await set({ phone: '9'.repeat(31) })).status).toBe(400);
    expect((await set({ locale: 'fr' })).status).toBe(400);
    expect((await set({ contactRequired: 'yes' })).status).toBe(400);
  });
});
