/** What a press of a key leaves behind: the focus is somewhere sensible, and what happened is said aloud. */
import type { Locator, Page } from '@playwright/test';
import { tabThrough } from './a11y/examine.ts';
import { focused } from './a11y/in-page.ts';
import { BODY, expect, LETTERBOX, send, test, TITLE, track, write } from './widget/widget-test.ts';

test.use({ trace: 'off', actionTimeout: 10_000 });

const TRACK = LETTERBOX.replace('tenant=', 'view="track" tenant=');
const REPLIES = LETTERBOX.replace('tenant=', 'view="replies" tenant=');
const ELDER = LETTERBOX.replace('tenant=', 'elder tenant=');

/** Presses Enter on it; what is then there `shown`, something has the focus. */
async function press(page: Page, button: Locator, shown: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(shown.first()).toBeVisible();
  await expect
    .poll(async () => (await page.evaluate(focused))?.what ?? 'lost', 'what has the focus')
    .not.toBe('lost');
}

const button = (box: Locator, name: string | RegExp) => box.getByRole('button', { name }).first();

test.describe('the focus is not lost', () => {
  test('when the service is tried again, in vain and with luck', async ({ page, open, servers }) => {
    for (const [element, found] of [
      [REPLIES, '.letters > li'],
      [LETTERBOX, '[name=department] option:nth-child(2)'],
      ['<huixin-feed tenant="jingmen"></huixin-feed>', '.letters > li'],
      ['<huixin-notices tenant="jingmen"></huixin-notices>', '.notices > li'],
    ] as const) {
      await page.route(`${servers.service.base}/v1/**`, (route) => route.abort());
      await open(element);
      const one = page.locator(/<([\w-]+)/.exec(element)![1]!);
      const said = one.getByText('现在连不上信箱。');
      await expect(said).toBeVisible();
      await press(page, button(one, '再试一次'), said);
      await page.unroute(`${servers.service.base}/v1/**`);
      await button(one, '再试一次').focus();
      await page.keyboard.press('Enter');
      await expect(one.locator(found).first()).toBeAttached();
      expect(await page.evaluate(focused), element).not.toBeNull();
    }
  });

  test('when a letter is not withdrawn after all, and when consent changes', async ({ page, box, open }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000123');
    await press(page, button(box, '撤回这封信'), box.locator('[name=reason]'));
    await press(page, button(box, '返回'), button(box, '撤回这封信'));
    await expect(button(box, '撤回这封信')).toBeFocused();
    await box.locator('[name=publish]').focus();
    await page.keyboard.press('Space');
    await expect(box.getByText('已更改。')).toBeVisible();
    await expect(box.locator('[name=publish]')).toBeFocused();
  });

  test('when more is fetched', async ({ page, open, servers }) => {
    const { feedPage, notices } = await import('./widget/mock-data.ts');
    await page.route(`${servers.service.base}/v1/tenants/jingmen/{letters,notices}?**`, async (route) => {
      const url = new URL(route.request().url());
      const all = url.pathname.endsWith('notices') ? notices : feedPage('');
      const second = url.searchParams.get('cursor') === 'next';
      const items = second ? all.items.slice(1) : all.items.slice(0, 1);
      await route.fulfill({
        json: { ...all, items, nextCursor: second ? null : 'next' },
        headers: { 'Access-Control-Allow-Origin': '*' },
      });
    });
    await open(
      '<huixin-feed tenant="jingmen"></huixin-feed><huixin-notices tenant="jingmen"></huixin-notices>',
    );
    const [feed, news] = [page.locator('huixin-feed'), page.locator('huixin-notices')];
    await press(page, button(feed, '再看一些'), feed.locator('.letters > li').nth(1));
    await expect(feed.locator('.letters > li').nth(1).getByRole('button')).toBeFocused();
    await press(page, button(news, /更多|再看/), news.locator('.notices > li').nth(1));
    await expect(news.locator('.notices summary').nth(1)).toBeFocused();
  });

  test('when a letter is sent on, kept back, cleared and brought back', async ({
    page,
    box,
    open,
    servers,
  }) => {
    for (const element of [LETTERBOX, ELDER]) {
      servers.service.reset();
      await open(element);
      await page.evaluate(() => localStorage.clear());
      await fillIn(box, element === ELDER);
      servers.service.mood.down = true;
      const waits = box.getByText('网络断了，信还在这台设备上');
      await press(page, button(box, '寄出'), waits);
      await press(page, button(box, '现在就寄'), waits);
      await press(page, button(box, '先不寄，继续修改'), button(box, /^(寄出|下一步)$/));
      await expect(waits).toBeHidden();
      servers.service.mood.down = false;
      await page.reload();
      await press(page, button(box, '清空，重新写'), box.getByText('已清空。'));
      await press(page, button(box, '恢复刚才的内容'), box.locator('form.write'));
      await expect(box.getByText('已清空。')).toBeHidden();
    }
  });

  test('when a fault is on another screen of elder mode: its link turns to it', async ({
    page,
    box,
    open,
    servers,
  }) => {
    servers.service.mood.refuse = [
      {
        ...{ status: 400, code: 'bad_request' },
        errors: [
          { path: 'title', code: 'custom', message: '标题里有不能用的字' },
          { path: 'contact.phone', code: 'custom', message: '这个号码不能用' },
        ],
      },
    ];
    await open(ELDER);
    await fillIn(box, true);
    await send(box);
    await expect(box.locator('.summary')).toBeFocused();
    await press(page, button(box, '这个号码不能用'), box.locator('[name=phone]'));
    await expect(box.locator('[name=phone]')).toBeFocused();
  });
});

async function fillIn(box: Locator, elder: boolean): Promise<void> {
  if (!elder) return write(box);
  const next = () => button(box, '下一步').click();
  await next();
  await next();
  await box.locator('[name=title]').fill(TITLE);
  await next();
  await box.locator('[name=body]').fill(BODY);
  for (const _ of [4, 5, 6, 7]) await next();
  await expect(box.getByRole('heading', { name: '核对后寄出' })).toBeVisible();
}

test('Tab comes to everything in turn, ringed and in sight, and leaves the page again', async ({
  page,
  box,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(LETTERBOX);
  await expect(box.locator('[name=department] option')).toHaveCount(4);
  expect(await tabThrough(page, 'write')).toBeGreaterThanOrEqual(11);
  await open(TRACK);
  await track(box, 'JM-2026-000124');
  await expect(box.getByText('四盏路灯因电缆被施工挖断')).toBeVisible();
  expect(await tabThrough(page, 'answered letter')).toBeGreaterThanOrEqual(10);
  await page.emulateMedia({ forcedColors: 'active' });
  await open(REPLIES);
  await box.locator('.letters button').first().click();
  await expect(box.locator('.opened .timeline li')).toHaveCount(4);
  expect(await tabThrough(page, 'opened reply')).toBeGreaterThanOrEqual(9);
});
