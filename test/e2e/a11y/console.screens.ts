/** Every screen of the console and every dialog over one, against a service that answers from memory. */
import { expect, type Page } from '@playwright/test';
import type { Session } from '../../../contract/staff.ts';
import { central, coordinator, letter, officer } from '../console-mock.data.ts';
import type { ConsoleMock } from '../console-mock.server.ts';
import type { Screen } from './examine.ts';

export interface ConsoleTools {
  page: Page;
  mock: ConsoleMock;
}

/** A letter that everything may be done with. */
const BUSY = letter('JM-2026-000200', {
  status: 'accepted',
  may: [
    'reply',
    'request-info',
    'extend',
    'transfer',
    'object',
    'decline',
    'spam',
    'merge',
    'new-key',
    'erase',
    'note',
    'contact',
  ],
});

const go = async ({ page, mock }: ConsoleTools, account: Session | null, address: string) => {
  mock.signedIn = account !== null;
  if (account) mock.account = account;
  mock.letters.set(BUSY.number, BUSY);
  await page.goto('about:blank');
  await page.goto(`${mock.url}/console/${address}`);
  await page.locator('h1').first().waitFor();
  await expect(page.locator('.loading')).toHaveCount(0);
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
};

const at = (name: string, account: Session | null, address: string): Screen<ConsoleTools> => ({
  name,
  show: (tools) => go(tools, account, address),
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const command = (
  title: string,
  more: (page: Page) => Promise<unknown> = async () => {},
): Screen<ConsoleTools> => ({
  name: title,
  show: async ({ page }) => {
    await page.locator('.others').getByRole('button', { name: title, exact: true }).click();
    await more(page);
  },
});

const submit = (page: Page) => page.locator('.actions form.command button[type=submit]').click();

export const daily: Screen<ConsoleTools>[] = [
  at('sign-in', null, '#/'),
  {
    name: 'sign-in, things to change',
    show: async ({ page }) => {
      await press(page, '登录');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  at('inbox', coordinator, '#/'),
  {
    name: 'inbox, nothing found',
    show: async ({ page }) => {
      await page.getByRole('searchbox').fill('张三');
      await press(page, '查找');
      await expect(page.locator('.state')).toBeVisible();
    },
  },
  {
    name: 'inbox, service away',
    show: async (tools) => {
      tools.mock.failNext('GET /v1/staff/letters', 500, 'internal');
      await go(tools, officer, '#/');
      await expect(tools.page.getByRole('alert')).toBeVisible();
    },
  },
  at('letter due today', officer, '#/letters/JM-2026-000121'),
  {
    name: 'letter with contact, advice and things to change',
    show: async ({ page }) => {
      await press(page, '查看并记录');
      await page.fill('#do-reply-body', '您好，近期尽快处理。');
      await submit(page);
      await expect(page.locator('#do-reply-problems')).toBeVisible();
    },
  },
  at('late letter', coordinator, '#/letters/JM-2026-000118'),
  at('reopened letter', officer, '#/letters/JM-2026-000097'),
  at('no such letter', officer, '#/letters/JM-2020-999999'),
  at('letter with every command', coordinator, `#/letters/${BUSY.number}`),
  command('不予受理', submit),
  command('转办'),
  command('延期', (page) => page.fill('#do-extend-days', '5')),
  command('删除内容'),
  command('换发查询码', async (page) => {
    await page.locator('#do-new-key-proof').fill('本人带身份证到窗口核对');
    await submit(page);
    await expect(page.locator('.slip')).toBeVisible();
  }),
  {
    name: 'sign-in over the letter',
    show: async ({ page, mock }) => {
      mock.signedIn = false;
      await page.locator('#note-body').fill('已电话核对');
      await page.locator('hx-notes button[type=submit]').click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

export const desk: Screen<ConsoleTools>[] = [
  at('publish', officer, '#/letters/JM-2026-000101/publish'),
  at('register', officer, '#/register'),
  {
    name: 'register, things to change',
    show: async ({ page }) => {
      await press(page, '登记');
      await expect(page.locator('#register-problems')).toBeVisible();
    },
  },
  {
    name: 'registered',
    show: async ({ page }) => {
      await page.getByRole('radio', { name: '求助' }).check();
      await page.getByLabel('标题').fill('路灯坏了半个月');
      await page.getByLabel('正文').fill('中天街口的路灯坏了半个月，晚上看不清路。');
      await press(page, '登记');
      await expect(page.locator('.slip')).toBeVisible();
    },
  },
  at('notices', coordinator, '#/notices'),
  {
    name: 'notices, things to change',
    show: async ({ page }) => {
      await page.locator('form button[type=submit]').click();
      await expect(page.locator('#notice-problems')).toBeVisible();
    },
  },
  at('figures', coordinator, '#/stats'),
  at('embedding', coordinator, '#/embed'),
  {
    name: 'embedding, things to change',
    show: async ({ page }) => {
      await page.getByLabel('网站地址').fill('www.jingmen.gov.cn/index.html');
      await press(page, '登记');
      await expect(page.locator('#origin-origin-error')).toBeVisible();
    },
  },
  at('tenants', central, '#/tenants'),
  {
    name: 'tenants, things to change',
    show: async ({ page }) => {
      await press(page, '新建');
      await expect(page.locator('#tenant-problems')).toBeVisible();
    },
  },
  at('one tenant', central, '#/tenants/jingmen'),
  at('no such page', officer, '#/nowhere'),
];

/** The same in English, where words are longer. */
export const english: Screen<ConsoleTools>[] = [
  {
    name: 'sign-in in English',
    show: async (tools) => {
      await go(tools, null, '#/');
      await press(tools.page, 'English');
    },
  },
  at('inbox in English', coordinator, '#/'),
  at('letter in English', officer, '#/letters/JM-2026-000097'),
  at('publish in English', officer, '#/letters/JM-2026-000101/publish'),
  at('register in English', officer, '#/register'),
  at('figures in English', coordinator, '#/stats'),
  at('embedding in English', coordinator, '#/embed'),
  at('tenants in English', central, '#/tenants'),
];
