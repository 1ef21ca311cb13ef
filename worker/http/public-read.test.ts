import { afterEach, describe, expect, it, vi } from 'vitest';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { rowsRead } from '../test/rows.ts';
import { knownVersion, learnVersion } from '../platform/tenant-version.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function published(
  tenant: string,
): Promise<{ number: string; accessKey: string; by: Record<string, string> }> {
  const by = await aMember('coordinator', tenant);
  const { number, accessKey } = await send(tenant);
  await command(number, by, 'accept', { department: 'd01' });
  await command(number, by, 'reply', {
    type: 'final',
    body: '退休以后不再收取档案保管费，电话 0724-1234567。',
    outcome: 'explained',
  });
  await command(number, by, 'publish', { title: '退休档案保管费', body: '请问退休以后还要交保管费吗？' });
  return { number, accessKey, by };
}

async function command(number: string, headers: Record<string, string>, name: string, json: unknown) {
  const answer = await call(`/v1/staff/letters/${number}/${name}`, { headers, json });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

const pathsOf = (tenant: string, number: string): string[] => [
  ...[
    '',
    '?lang=en',
    '/letters',
    '/letters?limit=50&kind=inquiry',
    `/letters?q=${encodeURIComponent('档案')}`,
  ].map((rest) => `/v1/tenants/${tenant}${rest}`),
  ...[
    `/letters/${number}`,
    '/stats',
    '/badge.svg',
    '/badge.json?metric=days',
    '/feed.atom',
    '/feed.json',
    '/notices',
  ].map((rest) => `/v1/tenants/${tenant}${rest}`),
  ...['', `/letters/${number}`, '/stats?period=month', '/notices', '?elder=1&lang=en'].map(
    (rest) => `/s/${tenant}${rest}`,
  ),
];

describe('a public answer that is in the cache', () => {
  it('reads no database, is the same, and says so', async () => {
    const tenant = await aTenant();
    const { number } = await published(tenant);
    for (const path of pathsOf(tenant, number)) {
      const first = await rowsRead(path);
      expect(first.status, path).toBe(200);
      const second = await rowsRead(path);
      expect({ ...second, path }).toEqual({ path, rows: 0, queries: 0, status: 200, body: first.body });
    }
    const answer = await call(`/v1/tenants/${tenant}`);
    expect(answer.headers.get('server-timing')).toMatch(/^cache;desc=hit, app;dur=\d+$/);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30, must-revalidate');
    await answer.text();
    const same = await call(`/v1/tenants/${tenant}`, {
      headers: { 'If-None-Match': answer.headers.get('etag')! },
    });
    expect(same.status).toBe(304);
  });

  it('is made anew at once after any change of its tenant, and after no change of another', async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const { number, accessKey, by } = await published(tenant);
    const list = `/v1/tenants/${tenant}/letters`;
    const mine = { Authorization: `Letter ${accessKey}` };
    const received = async () =>
      (await (await call(`/v1/tenants/${tenant}/stats`)).json<{ received: number }>()).received;
    const listed = async () => (await (await call(list)).json<{ items: unknown[] }>()).items.length;

    expect([await received(), await listed()]).toEqual([1, 1]);
    await send(other);
    expect((await rowsRead(list)).queries).toBe(0);
    await send(tenant);
    expect(await received()).toBe(2);
    await call(`/v1/letters/${number}/consent`, { headers: mine, json: { publish: false } });
    expect(await listed()).toBe(0);
    expect((await call(`${list}/${number}`)).status).toBe(404);
    expect((await call(`/s/${tenant}/letters/${number}`)).status).toBe(404);
    await call('/v1/staff/notices', { headers: by, json: { tenant, title: '停水通知', body: '明天停水。' } });
    expect(
      (await (await call(`/v1/tenants/${tenant}/notices`)).json<{ items: unknown[] }>()).items,
    ).toHaveLength(1);
  });

  it('is made anew at once when the tenant itself changes', async () => {
    const tenant = await aTenant();
    const by = await aMember('coordinator', tenant);
    const months = async () =>
      (await (await call(`/v1/tenants/${tenant}`)).json<{ retentionMonths: number }>()).retentionMonths;
    expect(await months()).toBe(12);
    await call('/v1/staff/retention', { headers: by, json: { tenant, months: 6 } });
    expect(await months()).toBe(6);
  });

  it('is made anew after midnight of the tenant’s own day, since figures end with it', async () => {
    const tenant = await aTenant({ timeZone: 'Asia/Urumqi' });
    const asOf = async () =>
      (await (await call(`/v1/tenants/${tenant}/stats`)).json<{ asOf: string }>()).asOf;
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-02T23:59:59+06:00'));
    expect(await asOf()).toBe('2026-03-02');
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-03T00:00:00+06:00'));
    expect(await asOf()).toBe('2026-03-03');
  });

  it('is never an error', async () => {
    const tenant = await aTenant();
    const missing = `/v1/tenants/${tenant}/letters/XX-2026-000001`;
    expect((await rowsRead(missing)).status).toBe(404);
    expect((await rowsRead(missing)).queries).toBeGreaterThan(0);
  });
});

it('a version that changed while it was read is not remembered', async () => {
  const versions = ['1', '2'];
  const read = async () => ({ id: versions.shift() ?? '2', timeZone: 'Asia/Shanghai' });
  expect((await learnVersion(testEnv, 'raced', read)).id).toBe('1');
  expect(await knownVersion(testEnv, 'raced')).toBeNull();
  await learnVersion(testEnv, 'raced', read);
  expect((await knownVersion(testEnv, 'raced'))?.id).toBe('2');
});
