import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../contract/letters.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';
import { stylePath } from './style.css.ts';
import {
  addressesIn,
  command,
  formTo,
  formsIn,
  open,
  post,
  submitForm,
  textOf,
  type Page,
} from './test/plain-browser.ts';

const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><a href="javascript:alert(3)">&amp;`;

async function published(
  tenant: string,
  more: Record<string, string> = {},
): Promise<Receipt & { coordinator: Record<string, string> }> {
  const receipt = await send(tenant, {
    department: 'd01',
    title: more['title'] ?? '退休档案保管费',
    body: more['body'] ?? '请问退休以后档案保管费还要不要交？',
  });
  const coordinator = await aMember('coordinator', tenant);
  await command(coordinator, receipt.number, 'accept', { department: 'd01' });
  await command(coordinator, receipt.number, 'reply', {
    type: 'final',
    body: more['reply'] ?? '退休人员的档案保管费已经取消。',
    outcome: 'explained',
    phone: '0724-1234567',
  });
  await command(coordinator, receipt.number, 'publish', {
    title: more['title'] ?? '退休档案保管费',
    body: more['body'] ?? '还要不要交？',
  });
  return { ...receipt, coordinator };
}

function expectPlain({ html, headers }: Page): void {
  expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|base)\b/i);
  // Without the attributes' values: what people wrote may stand there.
  expect(html.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)\s*=/i);
  expect(html).not.toMatch(/\s(?:href|action|src)="\s*javascript:/i);
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; style-src 'self'");
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(headers.get('Set-Cookie')).toBeNull();
}

describe('every page', () => {
  it('is plain HTML under a strict policy: no script, no inline style, no cookie', async () => {
    const tenant = await aTenant();
    const { number, accessKey } = await published(tenant);
    const pages = [
      '',
      '/write',
      '/track',
      '/stats',
      '/stats?period=month',
      '/notices',
      `/letters/${number}`,
      '/letters/XX-2026-000001',
      '/nowhere',
    ];
    for (const path of pages) expectPlain(await open(`/s/${tenant}${path}`));
    expectPlain(await open('/s'));
    expectPlain(await open('/s/nobody'));
    expectPlain(await post(`/s/${tenant}/write`, {}));
    expectPlain(await post(`/s/${tenant}/track`, { number, key: accessKey }));
  });

  it('shows hostile text as text', async () => {
    const tenant = await aTenant({ name: `市<b>"'`, departments: [hostile.slice(0, 60), '市房管局'] });
    const { number, accessKey, coordinator } = await published(tenant, {
      title: hostile.slice(0, 100),
      body: hostile,
      reply: hostile,
    });
    await call('/v1/staff/notices', {
      headers: coordinator,
      json: { title: hostile, body: hostile, department: null, tenant },
    });
    const mine = await post(`/s/${tenant}/track`, { number, key: accessKey });
    const rated = await submitForm(formTo(mine, { action: 'rate' }), {
      level: '2',
      solved: 'no',
      comment: hostile,
    });
    const supplemented = await submitForm(formTo(rated, { action: 'supplement' }), { supplement: hostile });
    const q = encodeURIComponent(hostile.slice(0, 40));
    const written = await post(`/s/${tenant}/write`, {
      title: hostile,
      body: hostile,
      name: hostile,
      kind: hostile,
      department: hostile,
    });
    const pages = [
      mine,
      rated,
      supplemented,
      written,
      await open(`/s/${tenant}`),
      await open(`/s/${tenant}?q=${q}&kind=${q}&department=${q}&elder=1`),
      await open(`/s/${tenant}?q=alert`),
      await open(`/s/${tenant}/letters/${number}`),
      await open(`/s/${tenant}/letters/${q}`),
      await open(`/s/${tenant}/notices`),
      await open(`/s/${tenant}/stats`),
      await open(`/s/${tenant}/track?number=${q}`),
      await open(`/s/${tenant}/write?kind=${q}&department=${q}`),
      await post(`/s/${tenant}/track`, { number: hostile, key: hostile }),
      await open(`/s/${q}`),
      await open('/s'),
    ];
    for (const page of pages) {
      expectPlain(page);
      expect(page.html).not.toMatch(/<img|<b>"/);
    }
    expect(textOf(rated.html)).toContain(hostile);
    expect(textOf(supplemented.html).split('&amp;').length).toBeGreaterThan(2);
  });

  it('keeps the reader’s language and size in every link and form', async () => {
    const tenant = await aTenant();
    const page = await open(`/s/${tenant}?lang=en&elder=1`);
    expect(page.html).toContain('<html lang="en">');
    const inside = addressesIn(page.html).filter((address) => address.startsWith(`/s/${tenant}`));
    const choices = inside.filter((address) => !/lang=en/.test(address) || !/elder=1/.test(address));
    // The two that lead out of them.
    expect(choices).toEqual([`/s/${tenant}?lang=en`, `/s/${tenant}?elder=1`]);
    const write = await open(`/s/${tenant}/write?lang=en&elder=1`);
    expect(formTo(write, { path: '/write' }).action).toBe(`/s/${tenant}/write?lang=en&elder=1`);
    const { html } = await submitForm(formTo(write, { path: '/write' }), {});
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('class="elder"');
  });

  it('may be kept by caches where it is public, and by nobody where it is personal', async () => {
    const tenant = await aTenant();
    const front = await open(`/s/${tenant}`);
    expect(front.headers.get('Cache-Control')).toContain('public');
    expect(front.headers.get('Vary')).toBeNull();
    const again = await open(`/s/${tenant}`, { 'If-None-Match': front.headers.get('ETag')! });
    expect(again.status).toBe(304);
    for (const path of ['/write', '/track', '/nowhere', '/letters/XX-2026-000001']) {
      expect((await open(`/s/${tenant}${path}`)).headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

describe('the front page', () => {
  it('promises, counts honestly and finds letters by form and link', async () => {
    const tenant = await aTenant();
    expect(textOf((await open(`/s/${tenant}`)).html)).toContain('近一年回复率 —');
    const { number } = await published(tenant);
    const page = await open(`/s/${tenant}`);
    const text = textOf(page.html);
    expect(text).toContain('1 个工作日内受理，5–15 个工作日内答复');
    expect(text).toContain('样本不足（应答复 1 件，已答复 1 件）');
    expect(page.html).toContain(`/s/${tenant}/letters/${number}`);
    const search = formsIn(page.html).find(({ method }) => method === 'get')!;
    const found = await open(
      `${search.action}?${new URLSearchParams({ ...search.fields, q: '档案' }).toString()}`,
    );
    expect(found.html).toContain('<mark>档案</mark>');
    const nothing = await open(`/s/${tenant}?q=${encodeURIComponent('噪声')}`);
    expect(textOf(nothing.html)).toContain('没有找到');
  });

  it('leads from a broken cursor to a page that says so, and offers no further page where there is none', async () => {
    const tenant = await aTenant();
    await published(tenant);
    expect((await open(`/s/${tenant}`)).html).not.toContain('rel="next"');
    const broken = await open(`/s/${tenant}?cursor=%25%25`);
    expect(broken.status).toBe(400);
    expect(broken.headers.get('Content-Type')).toContain('text/html');
  });
});

describe('other pages', () => {
  it('show a published letter with its answer, and the figures with their definitions', async () => {
    const tenant = await aTenant();
    const { number } = await published(tenant);
    const letter = textOf((await open(`/s/${tenant}/letters/${number.toLowerCase()}`)).html);
    expect(letter).toContain('保管费已经取消。');
    expect(letter).toContain('来信人还没有评价');
    const stats = await open(`/s/${tenant}/stats`);
    expect(textOf(stats.html)).toContain('共收到 1 件，已全部公开');
    expect(
      addressesIn(stats.html).filter((address) => address.startsWith(`/v1/tenants/${tenant}/stats?from=`)),
    ).toHaveLength(1);
  });

  it('list notices and tenants', async () => {
    const tenant = await aTenant({ name: '沙洋县人民政府' });
    const coordinator = await aMember('coordinator', tenant);
    expect(textOf((await open(`/s/${tenant}/notices`)).html)).toContain('还没有主动发布的消息');
    await call('/v1/staff/notices', {
      headers: coordinator,
      json: { title: '冬季招聘会', body: '12 月 5 日', tenant },
    });
    expect(textOf((await open(`/s/${tenant}/notices`)).html)).toContain('冬季招聘会');
    expect((await open('/s')).html).toContain(`href="/s/${tenant}"`);
  });

  it('speak humanely of what is not there', async () => {
    const page = await open('/s/nobody-here?lang=en');
    expect(page.status).toBe(404);
    expect(textOf(page.html)).toContain('This page was not found');
    const tenant = await aTenant();
    const slash = await open(`/s/${tenant}/`);
    expect([slash.status, slash.headers.get('Location')]).toEqual([301, `/s/${tenant}`]);
  });

  it('are styled by one sheet whose address changes with it', async () => {
    const sheet = await open(stylePath);
    expect(sheet.headers.get('Cache-Control')).toContain('immutable');
    expect(sheet.headers.get('Content-Type')).toContain('text/css');
    const before = await open('/s/style.00000000.css');
    expect(before.status).toBe(200);
    expect(before.headers.get('Cache-Control')).toBe('public, max-age=60');
  });
});
