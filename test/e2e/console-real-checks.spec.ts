/** Spot checks and promises in the console, on the real service: opened, drawn, judged by keyboard, closed; followed up. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { SpotCheck, SpotCheckItems } from '../../contract/spot-checks.ts';
import { ANSWER, api, expect, letterFor, test } from './console-real.fixture.ts';
import { operatorHeaders } from './support/operator.ts';

const SOURCE = '福彩双色球第2026135期开奖号码，红球从小到大，后接蓝球';

/** Another central admin, signed in. */
async function secondReviewer(browser: Browser, service: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const member = { email: `second-${Date.now()}@demo.test`, password: 'judges-replies-alone' };
  const made = await context.request.post(`${service}/v1/staff/members`, {
    headers: operatorHeaders(),
    data: { ...member, name: '李评阅', role: 'central', jurisdiction: '42' },
  });
  expect(made.status(), await made.text()).toBe(201);
  const signedIn = await context.request.post(`${service}/v1/auth/sign-in/email`, {
    headers: { Origin: service },
    data: member,
  });
  expect(signedIn.status()).toBe(200);
  return context;
}

const idOf = async (page: Page, service: string) =>
  (await api<{ id: string }>(page, service, '/v1/staff/session')).id;

test('a spot check is drawn by a value that becomes known, judged by two alone, and closed', async ({
  as,
  browser,
  service,
}) => {
  test.setTimeout(60_000);
  const page = await as('central');
  const context = await secondReviewer(browser, service);
  const other = await context.newPage();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const check = await api<SpotCheck>(page, service, '/v1/central/spot-checks', {
    ...{ scope: { jurisdiction: '42' }, from: `${today.slice(0, 4)}-01-01`, to: today, size: 5 },
    ...{ source: SOURCE, drawAt: new Date(Date.now() + 6000).toISOString() },
    reviewers: [await idOf(page, service), await idOf(other, service)],
  });

  // The page knows when the value does: it asks for it without a reload.
  await page.goto(`${service}/console/#/spot-checks`);
  await page
    .getByRole('link', { name: /第\d+次抽查/ })
    .first()
    .click();
  await expect(page.locator('.check-proof')).toContainText(check.populationHash!);
  await expect(page.getByLabel('公布的数值')).toBeVisible();
  await page.getByLabel('公布的数值').fill('０３ 07 12 18 25 31 + 09');
  await expect(page.locator('hx-check-draw')).toContainText('03071218253109');
  await page.getByRole('button', { name: '抽取' }).click();

  await page.getByRole('link', { name: '开始评阅' }).click();
  for (let letter = 1; letter <= 5; letter++) {
    await expect(page.locator('h1')).toHaveText(`第 ${letter} 封，共 5 封`);
    await expect(page.locator('.check-form form')).toBeVisible();
    for (const key of ['1', '1', '2', '3']) await page.keyboard.press(key);
    await expect(page.locator('.check-form input:checked')).toHaveCount(4);
    await page.keyboard.press('Enter');
    if (letter < 5) await page.waitForURL(`**letter=${letter + 1}`);
  }
  await expect(page.locator('.check-form .done')).toContainText('已保存：62.5 分');

  const items = await api<SpotCheckItems>(other, service, `/v1/central/spot-checks/${check.id}/items`);
  expect(JSON.stringify(items)).not.toContain('62.5');
  const mark = (said: string) => ({ mark: said, remark: '' });
  for (const { ordinal } of items.items)
    await api(other, service, `/v1/central/spot-checks/${check.id}/items/${ordinal}/score`, {
      parts: { facts: mark('yes'), grounds: mark('yes'), result: mark('yes'), next: mark('no') },
    });
  await context.close();

  await page.goto(`${service}/console/#/`);
  await page.goto(`${service}/console/#/spot-checks/${check.id}`);
  await expect(page.locator('.scores')).toContainText('68.8');
  await expect(page.locator('.agreement .total')).toContainText('15 / 20');
  await page.getByRole('button', { name: '结束抽查' }).click();
  await expect(page.locator('.page-head')).toContainText('已结束');

  const coordinator = await as('coordinator');
  await coordinator.goto(`${service}/console/#/spot-checks/${check.id}`);
  await expect(coordinator.locator('.own-scores > li').first()).toContainText('评阅人乙的评分');
  await expect(coordinator.locator('main')).not.toContainText('李评阅');
});

test('a promise stays on the list until a follow-up says it was done', async ({ as, service }) => {
  const page = await as('coordinator');
  const title = '承诺修好的三盏路灯';
  const { number } = await letterFor(page, service, '市人社局', title);
  const command = (name: string, data: object) =>
    api(page, service, `/v1/staff/letters/${number}/${name}`, data);
  await command('accept', { department: 'd01' });
  const promisedFor = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await command('reply', { type: 'final', body: ANSWER, outcome: 'promised', promisedFor });

  await page.goto(`${service}/console/#/promises`);
  const entry = page.locator('hx-promise', { hasText: number });
  await expect(entry).toContainText('还有');
  await entry.locator('summary').click();
  await entry.getByRole('button', { name: '记下并告知来信人' }).click();
  await expect(entry.locator('.problems')).toBeFocused();
  await entry.getByRole('radio', { name: '还没有办成' }).check();
  await entry.getByLabel('办得怎样').fill('线缆已经买好，下周三安装。');
  await entry.getByRole('button', { name: '记下并告知来信人' }).click();
  await expect(page.locator('.done')).toContainText('仍列在这里');
  await entry.locator('summary').click();
  await entry.getByRole('radio', { name: '已经办成' }).check();
  await entry.getByLabel('办得怎样').fill('三盏路灯已经全部修好。');
  await entry.getByRole('button', { name: '记下并告知来信人' }).click();
  await expect(page.locator('.done')).toContainText(`${number} 已记为办成`);
  await expect(entry).toHaveCount(0);
  await page.getByRole('link', { name: '已兑现' }).click();
  await expect(entry).toContainText('按期');
});
