import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** The hosted pages as a person without scripts meets them: an old browser, a slow line, a closed-down office. */
const letter = {
  title: '象山大道的路灯坏了三天',
  body: '象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮，希望本周修好。',
};

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('投诉').check();
  await page.getByLabel('标题').fill(letter.title);
  await page.getByLabel('正文').fill(letter.body);
  await page.getByLabel('电话').fill('13912345678');
}

async function write(page: Page): Promise<{ number: string; key: string }> {
  await page.goto('/s/jingmen');
  await page.getByRole('main').getByRole('link', { name: '写信' }).click();
  await fillIn(page);
  await page.getByRole('button', { name: '寄出' }).click();
  await expect(page.getByRole('heading', { name: '信已寄到' })).toBeVisible();
  const slip = await page.locator('.slip').innerText();
  return { number: /JM-\d{4}-\d{6}/.exec(slip)![0], key: /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(slip)![0] };
}

async function asCoordinator(
  request: APIRequestContext,
  number: string,
  steps: [name: string, data: object][],
): Promise<void> {
  const email = { email: 'coordinator@demo.test', password: 'huixin-demo' };
  expect((await request.post('/v1/auth/sign-in/email', { data: email })).ok()).toBe(true);
  for (const [name, data] of steps) {
    const answer = await request.post(`/v1/staff/letters/${number}/${name}`, { data });
    expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
  }
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a letter is written, tracked, answered and rated, and its key is never in an address', async ({
    page,
    playwright,
    service,
  }) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''));
    const { number, key } = await write(page);
    await expect(page.getByText(/我们会在.*前答复您/)).toBeVisible();
    await page.getByText('为什么是这一天？').click();
    await expect(page.getByRole('table').first()).toBeVisible();

    const staff = await playwright.request.newContext({
      baseURL: service,
      extraHTTPHeaders: { Origin: service },
    });
    const { departments } = await (await staff.get('/v1/tenants/jingmen')).json();
    await asCoordinator(staff, number, [
      ['accept', { department: departments[0].id }],
      ['request-info', { question: '是路的东边还是西边？' }],
    ]);
    await page.getByRole('button', { name: '查看办理进度' }).click();
    await expect(page.getByText('是路的东边还是西边？').first()).toBeVisible();
    await page.getByLabel('您想补充什么').fill('东边，公交站旁。');
    await page.getByRole('button', { name: '寄出补充' }).click();
    await expect(page.getByRole('status')).toContainText('补充已经收到');

    await asCoordinator(staff, number, [
      ['reply', { type: 'final', body: '三盏路灯今天都换好了。', outcome: 'resolved' }],
    ]);
    await page.getByRole('link', { name: '查进度' }).click();
    await page.getByLabel('信件编号').fill(number);
    await page.getByLabel('查询码').fill(key.toLowerCase());
    await page.getByRole('button', { name: '查看' }).click();
    await expect(page.getByText('三盏路灯今天都换好了。')).toBeVisible();
    await page.getByLabel('满意', { exact: true }).check();
    await page.getByLabel('已解决', { exact: true }).check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await expect(page.getByRole('status')).toContainText('评价已经记下');
    await expect(page.getByText('已办结').first()).toBeVisible();
    await staff.dispose();

    for (const plain of [key, key.replaceAll('-', '')]) expect(addresses.join('\n')).not.toContain(plain);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('an unfinished form comes back with everything in it and leads to what is missing', async ({
    page,
  }) => {
    await page.goto('/s/jingmen/write?elder=1');
    await page.getByLabel('标题').fill('灯');
    await page.getByLabel('正文').fill('不亮');
    await page.getByRole('button', { name: '寄出' }).click();
    await expect(page.getByRole('alert')).toContainText('有 3 处要改一下');
    await expect(page.getByLabel('标题')).toHaveValue('灯');
    await page.getByRole('link', { name: /正文还差/ }).click();
    await expect(page.getByLabel('正文')).toBeInViewport();
    await fillIn(page);
    await page.getByRole('button', { name: '寄出' }).click();
    await expect(page.getByRole('heading', { name: '信已寄到' })).toBeVisible();
    expect(page.url()).toContain('elder=1');
  });

  test('reloading the receipt sends the same form again and gets the same receipt', async ({ page }) => {
    const { number, key } = await write(page);
    await page.reload();
    await expect(page.locator('.slip')).toContainText(number);
    await expect(page.locator('.slip')).toContainText(key);
    await expect(page.getByRole('status')).toContainText('没有重复寄');
  });

  test('published letters are found, read and left again by links alone', async ({ page }) => {
    await page.goto('/s/jingmen');
    const first = page.locator('.letters h3 a').first();
    const title = await first.innerText();
    await first.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('link', { name: '全部公开的来信' }).click();
    await page.getByRole('link', { name: '更早的答复' }).click();
    await expect(page.locator('.letters h3 a').first()).not.toHaveText(title);
    await page.getByRole('link', { name: '回到最新' }).click();
    await expect(page.locator('.letters h3 a').first()).toHaveText(title);
    await page.getByRole('searchbox').fill('不会有人写的话');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page.getByText('没有找到。')).toBeVisible();
  });

  for (const path of ['', '/write', '/track', '/stats', '/notices']) {
    test(`/s/jingmen${path} fits a 320 px screen in large print`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`/s/jingmen${path}?elder=1`);
      const box = await page.locator('main').boundingBox();
      expect(box!.width).toBeLessThanOrEqual(320);
      await expect(page.locator('body')).toHaveCSS('font-size', '20px');
    });
  }
});

for (const path of ['', '/write', '/track', '/stats', '/notices']) {
  test(`/s/jingmen${path} has no accessibility violation axe can find`, async ({ page }) => {
    for (const more of ['', '?elder=1&lang=en']) {
      await page.goto(`/s/jingmen${path}${more}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
