/** Templates and calendars through the console alone, on a service of its own: a changed calendar moves everybody's deadlines. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectUsable } from './a11y/examine.ts';
import { api, done, expect, letterFor, open, standing, test as base } from './console-real.fixture.ts';
import { startService, type Service } from './support/service.ts';

let state = '';
let own: Service;

const test = base.extend({ service: async ({}, use) => use(own.base) });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  state = await mkdtemp(join(tmpdir(), 'huixin-words-'));
  own = await startService({ HUIXIN_STATE: state });
});

test.afterAll(async () => {
  await own.stop();
  await rm(state, { recursive: true, force: true });
});

const section = async (page: Page, name: string, tab: string) => {
  await page.locator('header nav').getByRole('link', { name, exact: true }).click();
  await page.locator('.section-tabs').getByRole('link', { name: tab }).click();
};
const editor = (page: Page) => page.locator('#do-reply-body');
const selected = (page: Page) =>
  editor(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );

const body =
  '您好。经查，【待填：查明的情况】。依据《城市照明管理规定》第二十条，已于【待填：日期】修复。电话 0724-2345678。';

test('a template is kept by the coordinator, and filled gap by gap by the officer before the reply can go', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  await section(coordinator, '设置', '常用语');
  await coordinator.getByRole('button', { name: '新写一条' }).click();
  await coordinator.getByLabel('标题', { exact: true }).fill('路灯维修：已修复');
  await coordinator.getByLabel('正文', { exact: true }).fill(body);
  await expect(coordinator.locator('.template-preview mark')).toHaveText([
    '【待填：查明的情况】',
    '【待填：日期】',
  ]);
  await coordinator.getByRole('checkbox', { name: '投诉' }).check();
  await coordinator.getByRole('button', { name: '保存' }).click();
  await expect(coordinator.locator('.done')).toHaveText('已保存“路灯维修：已修复”。');

  const officer = await as('officer');
  const letter = await letterFor(officer, service, '市人社局', '小区东门的路灯不亮');
  await open(officer, service, letter);
  await officer.locator('.command button[type=submit]').click();
  await expect(standing(officer)).toHaveText('办理中');
  await officer.getByRole('button', { name: '常用语' }).click();
  await officer.getByLabel('查找').fill('修复');
  await officer.getByRole('button', { name: '插入 路灯维修：已修复' }).click();
  await expect(editor(officer)).toHaveValue(body);
  expect(await selected(officer)).toBe('【待填：查明的情况】');
  await officer.keyboard.type('线缆被挖断');
  await officer.getByRole('radio', { name: '已解决' }).check();
  await officer.locator('.command button[type=submit]').click();
  await expect(officer.locator('#do-reply-problems')).toContainText('还有 1 处“【待填】”没有填');
  await editor(officer).press('Control+Home');
  await officer.keyboard.press('Tab');
  expect(await selected(officer)).toBe('【待填：日期】');
  await officer.keyboard.type('十一月十日');
  await officer.keyboard.press('Tab');
  await expect(editor(officer)).not.toBeFocused();
  await expect(officer.locator('.gaps')).toHaveCount(0);
  await officer.locator('.command button[type=submit]').click();
  await expect(done(officer)).toContainText('答复已发出');
  await expect(officer.locator('.letter-main')).toContainText('线缆被挖断');
});

test('a letter like one that was answered finds its reply, which begins the next one', async ({
  as,
  service,
}) => {
  const officer = await as('officer');
  const letter = await letterFor(officer, service, '市人社局', '小区西门的路灯也不亮');
  await open(officer, service, letter);
  await officer.locator('.command button[type=submit]').click();
  await expect(standing(officer)).toHaveText('办理中');
  await editor(officer).fill('您好。');
  await officer.getByRole('button', { name: '相似的来信' }).click();
  await officer.getByRole('button', { name: '插入这份答复：小区东门的路灯不亮' }).click();
  await expect(editor(officer)).toHaveValue(/^您好。[^]*线缆被挖断/);
  await officer.keyboard.press('Control+z');
  await expect(editor(officer)).toHaveValue('您好。');
});

test('a day of the place’s own shows which deadlines move, and moves them only once it is applied', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, '市人社局', '日历改动会影响的信', { kind: 'inquiry' });
  const { counted } = await api<{ counted: string[] }>(
    page,
    service,
    '/v1/staff/clock?tenant=jingmen&rule=reply-inquiry',
  );
  const [day = ''] = counted;
  const dueOf = async () =>
    (await api<{ replyBy: string }>(page, service, `/v1/staff/letters/${letter.number}`)).replyBy;
  const before = await dueOf();
  await section(page, '期限', '日历');
  await expect(page.locator('.month')).toHaveCount(12);
  const year = page.getByRole('heading', { level: 2, name: `${day.slice(0, 4)} 年` });
  if (!(await year.isVisible())) await page.getByRole('button', { name: '下一年' }).click();
  await page.getByLabel('节日名称').fill('市庆日');
  await page.getByLabel('第一天').fill(day);
  await page.getByRole('button', { name: '加到下面的改动里' }).click();
  await expect(page.locator('.month .change')).toHaveCount(1);
  await expect(page.getByRole('button', { name: '确定改动' })).toHaveCount(0);
  await page.getByRole('button', { name: '看看哪些期限会变' }).click();
  const moved = page.locator('.moves tbody tr', { hasText: letter.number }).filter({ hasText: '答复' });
  await expect(moved).toContainText('推后');
  expect(await dueOf()).toBe(before);
  await page.getByRole('button', { name: '确定改动' }).click();
  await expect(page.locator('.done')).toContainText('日历已改定');
  await expect(page.locator('.spans')).toContainText('市庆日');
  await (await fetch(`${own.base}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*&time=${Date.now()}`)).text();
  await expect(page.locator('hx-recount')).toContainText('都已按新的日历算好', { timeout: 25_000 });
  expect((await dueOf()) > before).toBe(true);
  await section(page, '期限', '期限演算');
  await expect(page.locator('.by-day')).toContainText('放假（市庆日）');
});

test('everybody can use the pages of time and words, in any colours, at any size', async ({
  as,
  service,
}) => {
  test.setTimeout(240_000);
  const page = await as('coordinator');
  const at = (path: string, sees: string) => ({
    name: path,
    show: async () => {
      await page.goto(`${service}/console/#/${path}`);
      await expect(page.locator(sees).first()).toBeVisible();
    },
  });
  await expectUsable({ page }, [
    at('rules', '.rule-line'),
    at('calendar', '.month'),
    {
      name: 'a change of the calendar',
      show: async () => {
        await page.getByLabel('节日名称').fill('市庆日');
        await page.getByLabel('第一天').fill(`${new Date().getFullYear()}-12-30`);
        await page.getByRole('button', { name: '加到下面的改动里' }).click();
        await page.getByRole('button', { name: '看看哪些期限会变' }).click();
        await expect(page.getByRole('button', { name: '确定改动' })).toBeVisible();
      },
    },
    at('clock', '.by-day'),
    at('details', '#details-phone'),
    at('templates', '.template-list'),
    {
      name: 'a template being written',
      show: async () => {
        await page.getByRole('button', { name: '新写一条' }).click();
        await page.getByLabel('正文', { exact: true }).fill(body);
      },
    },
  ]);
  const centre = await as('central');
  const ofCentre = (path: string, sees: string) => ({
    name: `${path} of the centre`,
    show: async () => {
      await centre.goto(`${service}/console/#/${path}`);
      await expect(centre.locator(sees).first()).toBeVisible();
    },
  });
  await expectUsable({ page: centre }, [ofCentre('rules', '.bound-line'), ofCentre('calendar', '.month')]);
});

test('what helps with a reply can be used by everybody too', async ({ as, service }) => {
  test.setTimeout(120_000);
  const page = await as('officer');
  const letter = await letterFor(page, service, '市人社局', '小区南门的路灯也不亮');
  await open(page, service, letter);
  await page.locator('.command button[type=submit]').click();
  await expect(standing(page)).toHaveText('办理中');
  const help = (name: string, sees: string) => ({
    name,
    show: async () => {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.locator(sees).first()).toBeVisible();
    },
  });
  await expectUsable({ page }, [
    help('常用语', 'hx-template-picker .found li'),
    help('相似的来信', 'hx-similar-letters .found li'),
    {
      name: 'gaps to fill',
      show: async () => {
        await editor(page).fill(body);
        await expect(page.locator('.gaps')).toBeVisible();
      },
    },
  ]);
});
