/** Every hosted page, in the reader's language and size: `choice` is the query that chooses them. */
import { expect, type Page } from '@playwright/test';
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
    screen('receipt with its calendar', async ({ page }) => {
      await page.locator('#kind').check();
      await page.locator('#title').fill('象山大道的路灯坏了三天');
      await page.locator('#body').fill('象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮。');
      await page.locator('#email').fill('');
      await send(page);
      await expect(page.locator('.slip')).toBeVisible();
      await openAll(page);
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
    screen('withdrawal, not confirmed', async ({ page }) => {
      await page.locator('.grave').click();
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
