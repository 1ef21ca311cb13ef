/** Every hosted page, in the reader's language and size: `choice` is the query that chooses them. */
import { expect, type Page } from '@playwright/test';
import { aPhoto, notAPhoto } from '../hosted-files.data.ts';
import type { Screen } from './examine.ts';
import type { Kept, Letters } from './letters.ts';

export interface HostedTools {
  page: Page;
  letters: Letters;
}

export function hostedScreens(choice: Record<string, string>): Screen<HostedTools>[] {
  const elder = choice['elder'] === '1';
  const at = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...choice, ...more }).toString();
    return `/s${path}${query && `?${query}`}`;
  };
  const screen = (name: string, show: (tools: HostedTools) => Promise<unknown>) => ({ name, show, elder });
  const place = (name: string, path: string, more?: Record<string, string>) =>
    screen(name, async ({ page }) => page.goto(at(path, more)));
  const send = (page: Page) => page.locator('main button[type=submit]').first().click();
  const follow = async (page: Page, { number, key }: Kept) => {
    await page.goto(at('/jingmen/track'));
    await page.locator('#number').fill(number);
    await page.locator('#key').fill(key);
    await send(page);
    await expect(page.locator('main .timeline')).toBeVisible();
  };
  const followed = (name: string, which: Exclude<keyof Letters, 'takenDown'>) =>
    screen(name, async ({ page, letters }) => follow(page, letters[which]));
  const email = `reader-${choice['lang'] ?? 'zh'}@example.test`;
  const openAll = (page: Page) =>
    page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));

  return [
    place('tenants', ''),
    place('list', '/jingmen'),
    screen('search with everything open', async ({ page }) => {
      await page.goto(at('/jingmen', { q: '养老', kind: 'inquiry' }));
      await openAll(page);
    }),
    place('search, nothing found', '/jingmen', { q: '不会有人写的话' }),
    screen('letter', async ({ page }) => {
      await page.goto(at('/jingmen'));
      await page.locator('.letters h3 a').first().click();
      await expect(page.locator('article')).toBeVisible();
    }),
    screen('taken down', async ({ page, letters }) => page.goto(at(`/jingmen/letters/${letters.takenDown}`))),
    place('no such letter', '/jingmen/letters/JM-2020-999999'),
    place('no such page', '/jingmen/nothing'),
    place('no such tenant', '/nowhere'),
    place('write', '/jingmen/write'),
    screen('write, things to change', async ({ page }) => {
      await page.locator('#body').fill('不亮');
      await page.locator('#email').fill('name@');
      await send(page);
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    screen('write, files kept and refused', async ({ page }) => {
      await page
        .locator('#files')
        .setInputFiles([aPhoto('张三家门口.jpg'), notAPhoto('门牌.heic'), notAPhoto('b.svg')]);
      await send(page);
      await expect(page.locator('.kept')).toBeVisible();
      await expect(page.locator('#files-error')).toBeVisible();
    }),
    screen('receipt with its calendar', async ({ page }) => {
      await page.locator('#kind').check();
      await page.locator('#title').fill('象山大道的路灯坏了三天');
      await page.locator('#body').fill('象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮。');
      await page.locator('#email').fill(email);
      await send(page);
      await expect(page.locator('.slip')).toBeVisible();
      await openAll(page);
    }),
    screen('deleting contact details, not confirmed', async ({ page }) => {
      await send(page);
      await openAll(page);
      await page.locator('form:has(#erase) .grave').click();
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    screen('no more mail, by the link in a message', async ({ page }) => {
      await page.goto(`${await stopLink(page, email)}&${new URLSearchParams(choice)}`);
      await expect(page.locator('main form')).toHaveCount(2);
    }),
    screen('mail stopped', async ({ page }) => {
      await send(page);
      await expect(page.getByRole('status')).toBeVisible();
    }),
    place('track', '/jingmen/track'),
    screen('track, nothing filled in', async ({ page }) => {
      await send(page);
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    screen('track, not found', async ({ page }) => {
      await page.locator('#number').fill('JM-2020-999999');
      await page.locator('#key').fill('0000-0000-0000-0000-0000');
      await send(page);
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    screen('letter in hand, everything open', async ({ page, letters }) => {
      await follow(page, letters.open);
      await openAll(page);
    }),
    screen('supplement, its file refused', async ({ page }) => {
      await page.locator('#files').setInputFiles([notAPhoto('门牌.heic')]);
      await page.locator('form:has(#supplement) .button').first().click();
      await expect(page.locator('#files-error')).toBeVisible();
    }),
    screen('withdrawal, not confirmed', async ({ page }) => {
      await openAll(page);
      await page.locator('form:has(#confirm) .grave').click();
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    followed('letter with a question', 'asked'),
    followed('late letter', 'late'),
    followed('declined letter', 'declined'),
    followed('answered letter with its rating', 'answered'),
    screen('rating, things to change', async ({ page }) => {
      await page.locator('form:has(#level) button').click();
      await expect(page.getByRole('alert')).toBeVisible();
    }),
    ...['month', 'quarter', 'year', ''].map((period) =>
      place(`figures of ${period || '365 days'}`, '/jingmen/stats', period ? { period } : {}),
    ),
    place('notices', '/jingmen/notices'),
    place('no more mail, by a broken link', '/jingmen/unsubscribe', { number: 'JM-2026-000001', token: 'x' }),
  ];
}

/** Out of the message that a demonstration keeps where one can look. */
async function stopLink(page: Page, email: string): Promise<string> {
  await page.request.get('/cdn-cgi/handler/scheduled?cron=*+*+*+*+*');
  await page.goto('/dev/outbox');
  await page.getByRole('listitem').filter({ hasText: email }).first().getByRole('link').click();
  const text = await page.locator('pre').last().innerText();
  const { pathname, search } = new URL(/http\S+unsubscribe\S+/.exec(text)![0]);
  return `${pathname}${search}`;
}
