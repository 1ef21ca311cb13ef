import { describe, expect, it } from 'vitest';
import type { Stats } from '../../contract/stats.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';

describe('the figures', () => {
  it('say nothing rather than 100 % where nothing is due', async () => {
    const tenant = await aTenant();
    const stats = await (await call(`/v1/tenants/${tenant}/stats`)).json<Stats>();
    expect(stats).toMatchObject({
      received: 0,
      due: 0,
      replyRate: null,
      onTimeRate: null,
      medianDays: null,
      small: true,
    });
    const badge = await (await call(`/v1/tenants/${tenant}/badge.json`)).json();
    expect(badge).toEqual({ schemaVersion: 1, label: '按时答复率', message: '—', color: 'lightgrey' });
  });

  it('are there at once after a letter, without any job', async () => {
    const tenant = await aTenant();
    await send(tenant, { department: 'd02' });
    const stats = await (await call(`/v1/tenants/${tenant}/stats`)).json<Stats>();
    expect(stats).toMatchObject({
      received: 1,
      unanswered: 1,
      due: 0,
      byDepartment: [{ id: 'd02', name: '市房管局', received: 1 }],
    });
    const other = await (await call(`/v1/tenants/${tenant}/stats?department=d01`)).json<Stats>();
    expect(other).toMatchObject({ received: 0, byDepartment: [] });
    expect((await call(`/v1/tenants/${tenant}/stats?department=d99`)).status).toBe(404);
    expect((await call(`/v1/tenants/${tenant}/stats?from=2026-02-30`)).status).toBe(400);
  });

  it('count promptly answered letters as due and on time, and show few with their counts only', async () => {
    const tenant = await aTenant();
    const coordinator = await aMember('coordinator', tenant);
    const { number } = await send(tenant);
    await call(`/v1/staff/letters/${number}/accept`, { headers: coordinator, json: { department: 'd01' } });
    const reply = { type: 'final', body: '已经办好了,请放心。电话 0724-1234567。', outcome: 'explained' };
    await call(`/v1/staff/letters/${number}/reply`, { headers: coordinator, json: reply });
    const stats = await (await call(`/v1/tenants/${tenant}/stats`)).json<Stats>();
    expect(stats).toMatchObject({
      due: 1,
      replied: 1,
      repliedOnTime: 1,
      replyRate: 1,
      small: true,
      medianDays: 0,
    });
    const badge = await (await call(`/v1/tenants/${tenant}/badge.json?lang=en&metric=reply-rate`)).json();
    expect(badge).toMatchObject({ label: 'Reply rate', message: 'too few · 1' });
    const svg = await call(`/v1/tenants/${tenant}/badge.svg`);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(await svg.text()).toContain('样本不足');
  });
});

describe('public answers', () => {
  it('carry an ETag, answer 304, are open to any page and do not vary', async () => {
    const tenant = await aTenant();
    for (const path of ['', '/letters', '/stats', '/badge.svg', '/feed.atom', '/feed.json', '/notices']) {
      const first = await call(`/v1/tenants/${tenant}${path}`, {
        headers: { Origin: 'https://any.test', 'Accept-Language': 'en' },
      });
      const etag = first.headers.get('etag')!;
      expect(first.headers.get('access-control-allow-origin'), path).toBe('*');
      expect(first.headers.get('vary'), path).toBeNull();
      expect(first.headers.get('cache-control'), path).toContain('public');
      expect(etag, path).toBeTruthy();
      const second = await call(`/v1/tenants/${tenant}${path}`, { headers: { 'If-None-Match': etag } });
      expect(second.status, path).toBe(304);
      await first.arrayBuffer();
    }
  });

  it('describe themselves in OpenAPI 3.1 with one path per staff command, and show it as a page', async () => {
    const document = await (
      await call('/openapi.json')
    ).json<{ openapi: string; paths: Record<string, unknown>; components: { schemas: object } }>();
    expect(document.openapi).toBe('3.1.0');
    const paths = Object.keys(document.paths);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/v1/tenants/{tenant}/letters',
        '/v1/staff/letters/{number}/request-info',
        '/v1/staff/letters/{number}/take-down',
      ]),
    );
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Receipt', 'Stats', 'Problem', 'SubmitLetter']),
    );
    const page = await call('/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('/v1/tenants/{tenant}/letters');
  });
});
