/** Everybody can read, see and reach everything on the hosted pages, whatever they see, hear or press with. */
import type { Page } from '@playwright/test';
import { expectUsable, tabThrough } from './a11y/examine.ts';
import { hostedScreens } from './a11y/hosted.screens.ts';
import { makeLetters, type Letters } from './a11y/letters.ts';
import { expect, test } from './support/test.ts';

// A trace of so many screens would take longer than the screens.
test.use({ trace: 'off', actionTimeout: 10_000 });

let letters: Letters;
test.beforeAll(async ({ playwright }) => {
  letters = await makeLetters(playwright, process.env['HUIXIN_E2E_BASE']!);
});

for (const [name, choice] of [
  ['in Chinese', {}],
  ['in English and large print', { lang: 'en', elder: '1' }],
] as const)
  test(`everybody can use every hosted page ${name}, in any colours, at any size`, async ({ page }) => {
    test.setTimeout(240_000);
    await expectUsable({ page, letters }, hostedScreens(choice));
  });

async function follow(page: Page, choice = ''): Promise<void> {
  await page.goto(`/s/jingmen/track${choice}`);
  await page.locator('#number').fill(letters.answered.number);
  await page.locator('#key').fill(letters.answered.key);
  await page.keyboard.press('Enter');
  await expect(page.locator('main .timeline')).toBeVisible();
}

test('every page has a title of its own, its language, and one heading of the first order', async ({
  page,
}) => {
  for (const lang of ['zh-CN', 'en']) {
    const titles: string[] = [];
    for (const path of [
      '',
      '/jingmen',
      '/jingmen/write',
      '/jingmen/track',
      '/jingmen/stats',
      '/jingmen/notices',
      '/jingmen/nothing',
      `/jingmen/letters/${letters.takenDown}`,
    ]) {
      await page.goto(`/s${path}?lang=${lang}`);
      titles.push(await page.title());
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('banner')).toBeVisible();
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.getByRole('contentinfo')).toBeVisible();
    }
    expect(new Set(titles).size, titles.join('\n')).toBe(titles.length);
  }
});

test('the menu says where one is, and the way past it is the first stop', async ({ page }) => {
  await page.goto('/s/jingmen/track');
  await expect(page.getByRole('navigation', { name: '信箱栏目' })).toMatchAriaSnapshot(`
    - navigation "信箱栏目":
      - list:
        - listitem:
          - link "看答复"
        - listitem:
          - link "写信"
        - listitem:
          - link "查进度"
        - listitem:
          - link "办理数据"
        - listitem:
          - link "主动发布"
  `);
  await expect(page.getByRole('link', { name: '查进度' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('what has to be changed has the focus, is in the title, and is tied to its field', async ({ page }) => {
  await page.goto('/s/jingmen/write');
  await expect(page.getByRole('group', { name: '您想做什么？' }).getByRole('radio')).toHaveCount(5);
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveAccessibleDescription(/一句话/);
  await expect(page.getByRole('group', { name: '怎样联系您' })).toHaveAccessibleDescription(
    /每次查看都有记录/,
  );
  await page.getByRole('textbox', { name: '正文' }).fill('不亮');
  await page.getByRole('button', { name: '寄出' }).click();
  await expect(page).toHaveTitle(/^有误：写信/);
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAccessibleDescription(/请改：\s?正文还差/);
  await expect(page.getByRole('group', { name: '您想做什么？' })).toHaveAccessibleDescription(/请改：/);
  await page.getByRole('alert').getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^咨询/ })).toBeFocused();
});

test('Tab comes to everything in turn, ringed and in sight, and leaves the page again', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const [path, least] of [
    ['', 3],
    ['/jingmen', 30],
    ['/jingmen/write?elder=1', 18],
    ['/jingmen/stats?lang=en', 15],
    ['/jingmen/notices', 7],
  ] as const) {
    await page.goto(`/s${path}`);
    expect(await tabThrough(page, path), path).toBeGreaterThanOrEqual(least);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await follow(page, '?elder=1');
  expect(await tabThrough(page, 'answered letter')).toBeGreaterThanOrEqual(12);
});

test('in forced colours lateness, the menu’s place and the due day are told by more than colour', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/s/jingmen/track');
  const current = page.getByRole('link', { name: '查进度' });
  await expect(current).toHaveCSS('font-weight', '600');
  const edge = (name: string) =>
    page.getByRole('link', { name }).evaluate((link) => getComputedStyle(link).borderBottomColor);
  const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await edge('看答复')).toBe(ground);
  expect(await edge('查进度')).not.toBe(ground);
  await page.locator('#number').fill(letters.late.number);
  await page.locator('#key').fill(letters.late.key);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已经超过答复期限 \d+ 天/)).toBeVisible();
  const mark = await page
    .locator('.word.late')
    .evaluate((element) => getComputedStyle(element, '::before').content);
  expect(mark).toBe('"▲"');
});

test('what was done has the focus, and the letter tells its state, its way and its parts in order', async ({
  page,
}) => {
  await follow(page);
  await expect(page).toHaveTitle(`${letters.answered.number} · 荆门市`);
  const headings = await page.getByRole('main').getByRole('heading').allTextContents();
  expect(headings.map((text) => text.trim())).toEqual(
    expect.arrayContaining(['象山大道的路灯坏了三天', '答复', '评价这次答复', '办理过程', '您的信', '公开']),
  );
  await page.getByRole('radio', { name: '满意', exact: true }).check();
  await page.getByRole('radio', { name: '部分解决' }).check();
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByRole('status')).toBeFocused();
  await expect(page.getByRole('status')).toContainText('评价已经记下');
});
