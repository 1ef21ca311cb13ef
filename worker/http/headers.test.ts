import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTenant, call, send } from '../test/app.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('headers', () => {
  it('let no answer be sniffed, framed by others, or met again without encryption', async () => {
    const tenant = await aTenant();
    const { number } = await send(tenant);
    const paths = [
      `/v1/tenants/${tenant}`,
      `/v1/letters/${number}`,
      '/v1/staff/letters',
      '/nothing',
      '/docs',
      '/openapi.json',
      '/s',
      ...['', '/write', '/track', '/stats', '/letters/XX-2026-000001'].map((rest) => `/s/${tenant}${rest}`),
    ];
    for (const path of paths) {
      const { headers } = await call(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      expect(headers.get('referrer-policy'), path).toMatch(/^(no-referrer|same-origin)$/);
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toMatch(/frame-ancestors '(none|self)'/);
      expect(policy, path).not.toMatch(/unsafe|\*/);
    }
  });
});

describe('the log', () => {
  it('has a line for a request, by its pattern: no number, key, word searched for, or anything that was sent', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const tenant = await aTenant();
    const { number, accessKey } = await send(tenant, { body: '我叫欧阳修文,电话13800001234,请问怎么办。' });
    await call(`/v1/letters/${number}`, { headers: { Authorization: `Letter ${accessKey}` } });
    await call(`/v1/tenants/${tenant}/letters?q=${encodeURIComponent('欧阳修文')}`);
    await call(`/s/${tenant}/letters/${number}?q=13800001234`);
    const log = lines.join('\n');
    expect(log).toContain('"route":"/v1/letters/:number","status":200');
    expect(log).toContain('"route":"/s/:tenant/letters/:number","status":404');
    for (const secret of [number, accessKey, '欧阳修文', encodeURIComponent('欧阳修文'), '13800001234'])
      expect(log).not.toContain(secret);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ level: 'info', method: 'GET', tenant });
  });
});
