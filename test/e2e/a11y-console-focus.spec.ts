/** The console at a keyboard and to the ear: the focus is never lost, what changed is said, everything has its name. */
import type { Locator, Page } from '@playwright/test';
import { tabThrough } from './a11y/examine.ts';
import { focused, heard, listen } from './a11y/in-page.ts';
import { coordinator, officer } from './console-mock.data.ts';
import { TO_RELEASE } from './console-mock.files.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN', trace: 'off', actionTimeout: 10_000 });

const LETTER = '#/letters/JM-2026-000121';

async function expectHeard(page: Page, sentence: string | RegExp): Promise<void> {
  await expect
    .poll(async () => (await page.evaluate(heard)).join('\n'), `said: ${sentence}`)
    .toMatch(sentence);
}

/** Presses Enter on it; what is then there `shown`, something has the focus. */
async function press(page: Page, control: Locator, shown: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
  await expect(shown.first()).toBeVisible();
  await expect
    .poll(async () => (await page.evaluate(focused))?.what ?? 'lost', 'what has the focus')
    .not.toBe('lost');
}

test('narrowing the inbox keeps the focus where it is and says how many letters there are', async ({
  page,
  mock,
}) => {
  mock.account = coordinator;
  await open(page, mock);
  await expect(page.locator('.letter-row')).toHaveCount(7);
  await page.evaluate(listen);
  const department = page.getByLabel('承办单位');
  await department.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.letter-row')).toHaveCount(4);
  await expect(department).toBeFocused();
  await expectHeard(page, /4 封/);
  await page.getByRole('searchbox').fill('没有的词');
  await page.keyboard.press('Enter');
  await expectHeard(page, /没有找到含“没有的词”的信/);
  await press(page, page.getByRole('button', { name: '清除' }), page.locator('.letter-row'));
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('signing in and out, and trying again, leave the focus on the page that came', async ({
  page,
  mock,
}) => {
  mock.signedIn = false;
  await open(page, mock);
  await page.getByLabel('邮箱').fill('officer@demo.test');
  await page.getByLabel('密码').fill('huixin-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.locator('.letter-row').first()).toBeVisible();
  mock.failNext('GET /v1/staff/letters', 500, 'internal');
  await page.getByRole('link', { name: /^逾期/ }).click();
  await press(page, page.getByRole('button', { name: '再试一次' }), page.locator('.letter-row'));
  await press(page, page.getByRole('button', { name: '退出' }), page.getByLabel('密码'));
});

test('what is done with a letter leaves the focus on what came of it', async ({ page, mock }) => {
  mock.account = officer;
  await open(page, mock, LETTER);
  const contact = page.locator('hx-contact');
  await press(page, page.getByRole('button', { name: '查看并记录' }), contact.getByText('13812345678'));
  await press(
    page,
    contact.getByRole('button', { name: '收起' }),
    page.getByRole('button', { name: '查看并记录' }),
  );
  await page.evaluate(listen);
  await page.locator('#note-body').fill('已电话核对');
  await press(page, page.getByRole('button', { name: '记下' }), page.locator('.notes li'));
  await expect(page.getByRole('button', { name: '记下' })).toBeFocused();
  await expectHeard(page, '已记下');
  await press(
    page,
    page.locator('.others').getByRole('button', { name: '转办' }),
    page.locator('#do-transfer-reason'),
  );
  await press(page, page.getByRole('button', { name: '不办了' }), page.locator('.others'));
  await page.fill('#do-reply-body', '经核实，少发的一百二十元已于11月18日补上，依据社会保险经办条例。');
  await page.getByRole('radio', { name: '已解决' }).check();
  mock.failNext('POST /v1/staff/letters/JM-2026-000121/reply', 409, 'conflict');
  await press(page, page.getByRole('button', { name: '发出答复' }), page.getByRole('alert'));
  await expect(page.getByRole('alert')).toBeFocused();
  await press(page, page.getByRole('button', { name: '重新载入这封信' }), page.locator('#do-reply-body'));
});

test('a website is registered and another letter is begun without losing the focus', async ({
  page,
  mock,
}) => {
  mock.account = coordinator;
  await open(page, mock, '#/embed');
  await page.evaluate(listen);
  await page.getByLabel('网站地址').fill('https://www.zhongxiang.gov.cn');
  await press(
    page,
    page.getByRole('button', { name: '登记' }),
    page.getByText('已登记 https://www.zhongxiang.gov.cn'),
  );
  await expectHeard(page, '已登记 https://www.zhongxiang.gov.cn');
  await open(page, mock, '#/register');
  await page.getByRole('radio', { name: '求助' }).check();
  await page.getByLabel('标题').fill('路灯坏了半个月');
  await page.getByLabel('正文').fill('中天街口的路灯坏了半个月，晚上看不清路。');
  await press(page, page.getByRole('button', { name: '登记', exact: true }), page.locator('.slip'));
  await press(page, page.getByRole('button', { name: '再登记一封' }), page.getByLabel('标题'));
});

test('Tab comes to everything in turn, ringed and in sight, and leaves the page again', async ({
  page,
  mock,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  mock.letters.set(TO_RELEASE.number, TO_RELEASE);
  for (const [name, account, address, least] of [
    ['inbox', officer, '#/inbox', 20],
    ['letter', officer, LETTER, 20],
    ['publish', officer, `#/letters/${TO_RELEASE.number}/publish`, 20],
    ['register', officer, '#/register', 16],
    ['deliveries', coordinator, '#/deliveries', 18],
    ['webhooks', coordinator, '#/webhooks', 16],
    ['retention', coordinator, '#/retention', 12],
  ] as const) {
    mock.account = account;
    await page.goto('about:blank');
    await open(page, mock, address);
    await page.locator('h1').waitFor();
    await expect(page.locator('.loading')).toHaveCount(0);
    expect(await tabThrough(page, name), name).toBeGreaterThanOrEqual(least);
  }
});

test('the inbox is a table with heads, a letter has its parts by name, and titles say where one is', async ({
  page,
  mock,
}) => {
  await open(page, mock);
  await expect(page).toHaveTitle(/^收件 · /);
  await expect(page.getByRole('table', { name: '收件' })).toMatchAriaSnapshot(`
    - table "收件":
      - rowgroup:
        - row:
          - columnheader "期限"
          - columnheader "信件"
          - columnheader "承办单位"
          - columnheader "状态"
  `);
  await expect(page.getByRole('navigation', { name: '筛选' }).locator('[aria-current]')).toHaveText(
    /^全部在办/,
  );
  await page.locator('.letter-link').nth(2).click();
  await expect(page).toHaveTitle(/^JM-2026-000121 · /);
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('complementary', { name: '期限与经过' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '答复' })).toHaveAccessibleDescription(/\S/);
  await page.getByRole('button', { name: '发出答复' }).click();
  await expect(page.getByRole('textbox', { name: '答复' })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: '答复' })).toHaveAccessibleDescription(/答复/);
  await expect(page.getByRole('group', { name: '办理结果' })).toHaveAccessibleDescription(/办理结果/);
});
