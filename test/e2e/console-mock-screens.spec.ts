/** Every screen of the console, the work of coordinators and the centre among them, and that everybody can use it. */
import { AxeBuilder } from '@axe-core/playwright';
import { central, coordinator, officer } from './console-mock.data.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

test.describe('other desks', () => {
  test('a letter from the counter is registered once, and its contact details are never stored', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/register');
    await page.getByRole('radio', { name: '求助' }).check();
    await page.getByLabel('标题').fill('路灯坏了半个月');
    await page.getByLabel('正文').fill('中天街口的路灯坏了半个月，晚上看不清路。');
    await page.locator('#register-contact-phone').fill('13812345678');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('13812345678');
    mock.failNext('POST /v1/staff/letters', 503, 'busy');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.locator('#register-problems')).toBeVisible();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.locator('.slip')).toContainText('JM-2026-000130');
    const sent = mock.posts('/v1/staff/letters');
    expect(sent[1]?.body).toMatchObject({
      channel: 'counter',
      kind: 'help',
      department: 'hrss',
      contact: { phone: '13812345678' },
      publish: false,
    });
    expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
  });

  test('a coordinator registers an origin and is told how to write it', async ({ page, mock }) => {
    mock.account = coordinator;
    await open(page, mock, '#/embed');
    await expect(page.locator('hx-copy textarea').first()).toHaveValue(/<huixin-letterbox tenant="jingmen">/);
    await page.getByLabel('网站地址').fill('www.jingmen.gov.cn/index.html');
    await page.getByRole('button', { name: '登记' }).click();
    await expect(page.locator('#origin-origin-error')).toContainText('只填到域名为止');
    await page.getByLabel('网站地址').fill('https://www.zhongxiang.gov.cn/');
    await page.getByRole('button', { name: '登记' }).click();
    await expect(page.getByText('已登记 https://www.zhongxiang.gov.cn')).toBeVisible();
    expect(mock.posts('/v1/staff/origins')[0]).toMatchObject({
      query: { tenant: 'jingmen' },
      body: { origin: 'https://www.zhongxiang.gov.cn' },
    });
  });

  test('the centre sees who owes answers first and creates a tenant', async ({ page, mock }) => {
    mock.account = central;
    await open(page, mock, '#/tenants');
    await expect(page.locator('tbody tr').first()).toContainText('京山市');
    await page.getByText('新建单位').click();
    await page.getByLabel('名称').fill('钟祥市人民政府');
    await page.getByLabel('代号').fill('zhongxiang');
    await page.getByLabel('行政区划代码').fill('420881');
    await page.getByLabel('承办单位', { exact: true }).fill('教育局\n卫健局');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await expect(page).toHaveURL(/tenants\/zhongxiang/);
    expect(mock.posts('/v1/central/tenants')[0]?.body).toEqual({
      ...{ name: '钟祥市人民政府', slug: 'zhongxiang', jurisdiction: '420881', locale: 'zh-CN' },
      departments: ['教育局', '卫健局'],
    });
  });
});

const screens = [
  ['sign-in', null, '#/'],
  ['today', coordinator, '#/'],
  ['inbox', coordinator, '#/inbox'],
  ['letter', officer, '#/letters/JM-2026-000121'],
  ['reopened letter', officer, '#/letters/JM-2026-000097'],
  ['publish', officer, '#/letters/JM-2026-000101/publish'],
  ['register', officer, '#/register'],
  ['notices', coordinator, '#/notices'],
  ['stats', coordinator, '#/stats'],
  ['embed', coordinator, '#/embed'],
  ['tenants', central, '#/tenants'],
  ['tenant', central, '#/tenants/jingmen'],
] as const;

test.describe('everybody can use it', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no axe violation on any screen, ${colorScheme}`, async ({ page, mock }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      for (const [name, account, address] of screens) {
        mock.signedIn = account !== null;
        if (account) mock.account = account;
        await page.goto('about:blank');
        await open(page, mock, address);
        await page.locator('h1').waitFor();
        await expect(page.locator('.loading')).toHaveCount(0);
        await page
          .locator('details')
          .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
        const axe = new AxeBuilder({ page });
        // The markup is the same in the dark; only colours differ.
        if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
        else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  }

  test('no screen scrolls sideways at 320 px, which is 400 % zoom', async ({ page, mock }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [name, account, address] of screens) {
      mock.signedIn = account !== null;
      if (account) mock.account = account;
      await page.goto('about:blank');
      await open(page, mock, address);
      await page.locator('h1').waitFor();
      await expect(page.locator('.loading')).toHaveCount(0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
    }
  });

  test('speaks English when asked and remembers it', async ({ page, mock }) => {
    await open(page, mock);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Letters' })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('.letter-row').first()).toContainText('16 days late');
  });
});
