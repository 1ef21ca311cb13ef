/** What the centre has before it, and a coordinator of what comes from there. */
import { expect, type Page } from '@playwright/test';
import type { Session } from '../../../contract/staff.ts';
import { central, coordinator } from '../console-mock.data.ts';
import { orders } from '../console-mock.centre.ts';
import { at, go, press, type ConsoleTools } from './console.screens.ts';
import type { Screen } from './examine.ts';

const submit = (page: Page) => page.locator('form button[type=submit]').first().click();
/** From another page, so that nothing else asks for it first. */
const fails = (name: string, account: Session, address: string, call: string): Screen<ConsoleTools> => ({
  name,
  show: async (tools) => {
    await go(tools, account, '#/nowhere');
    tools.mock.failNext(call, 500, 'internal');
    await tools.page.goto(`${tools.mock.url}/console/${address}`);
    await expect(tools.page.getByRole('alert')).toBeVisible();
  },
});
const none = (name: string, account: Session, address: string): Screen<ConsoleTools> => ({
  name,
  show: async (tools) => {
    tools.mock.centre.empty = true;
    await go(tools, account, address);
    tools.mock.centre.empty = false;
  },
});

export const centre: Screen<ConsoleTools>[] = [
  at('tenants by jurisdiction', central, '#/tenants?view=tree'),
  {
    name: 'one tenant, to be suspended without a reason',
    show: async (tools) => {
      await go(tools, central, '#/tenants/jingmen');
      await press(tools.page, '暂停收信');
      await expect(tools.page.locator('#suspend-problems')).toBeVisible();
    },
  },
  at('overdue', central, '#/overdue?tenant=jingshan'),
  none('nothing overdue', central, '#/overdue'),
  fails('overdue, service away', central, '#/overdue', 'GET /v1/central/overdue'),
  at('orders', central, '#/orders?state=all'),
  none('no orders', central, '#/orders'),
  fails('orders, service away', central, '#/orders', 'GET /v1/central/orders'),
  at('an order to be judged', central, `#/orders/${orders[2]!.number}`),
  {
    name: 'an order sent back without a reason, and withdrawn without one',
    show: async ({ page }) => {
      await page.getByRole('radio', { name: '退回' }).check();
      await submit(page);
      await expect(page.locator('#order-answer-problems')).toBeVisible();
      await press(page, '撤回');
      await expect(page.locator('#order-withdraw-problems')).toBeVisible();
    },
  },
  at(
    'an order from an overdue letter',
    central,
    '#/orders/new?tenant=jingshan&letter=JS-2026-000041&late=34',
  ),
  {
    name: 'a new order, things to change',
    show: async (tools) => {
      await go(tools, central, '#/orders/new');
      await submit(tools.page);
      await expect(tools.page.locator('#order-problems')).toBeVisible();
    },
  },
  at('no such order', central, '#/orders/JS-DB-2026-9999'),
];

export const reports: Screen<ConsoleTools>[] = [
  at('league table', central, '#/league'),
  none('league table, nobody', central, '#/league?by=satisfaction'),
  at('bulletins', central, '#/bulletins'),
  none('no bulletins', central, '#/bulletins'),
  at('a bulletin', central, `#/bulletins/${'a'.repeat(32)}`),
  at('a bulletin being made', central, `#/bulletins/${'b'.repeat(32)}`),
  {
    name: 'a bulletin’s preview',
    show: async (tools) => {
      await go(tools, central, '#/bulletins/new');
      await tools.page.getByRole('radio', { name: '只统计几个' }).check();
      await tools.page.getByRole('checkbox', { name: '京山市人民政府' }).check();
      await press(tools.page, '预览');
      await expect(tools.page.locator('.official')).toBeVisible();
    },
  },
  {
    name: 'a bulletin, things to change',
    show: async (tools) => {
      await go(tools, central, '#/bulletins/new');
      await tools.page.getByRole('radio', { name: '自己选起止' }).check();
      await submit(tools.page);
      await expect(tools.page.locator('#bulletin-problems')).toBeVisible();
    },
  },
  at('figures with charts', coordinator, '#/stats'),
  at('our ranking', coordinator, '#/league'),
  {
    name: 'our ranking, a comment that is as it was',
    show: async ({ page }) => {
      await press(page, '保存');
      await expect(page.locator('#comment-problems')).toBeVisible();
    },
  },
  none('our ranking, not public', coordinator, '#/league'),
  at('orders to us', coordinator, '#/orders'),
  {
    name: 'an order to us, things to change',
    show: async (tools) => {
      await go(tools, coordinator, `#/orders/${orders[0]!.number}`);
      await submit(tools.page);
      await expect(tools.page.locator('#order-answer-problems')).toBeVisible();
    },
  },
];

const inEnglish: Screen<ConsoleTools> = {
  name: 'overdue in English',
  show: async (tools) => {
    await go(tools, central, '#/overdue');
    await press(tools.page, 'English');
  },
};
export const centreInEnglish: Screen<ConsoleTools>[] = [
  inEnglish,
  at('orders in English', central, '#/orders?state=all'),
  at('an order in English', central, `#/orders/${orders[2]!.number}`),
  at('league table in English', central, '#/league'),
  at('a new bulletin in English', central, '#/bulletins/new'),
  at('charts in English', coordinator, '#/stats'),
  at('our ranking in English', coordinator, '#/league'),
];
