/** Everything the widget may show, on a page with an old site's manners, against a service that can be made to fail. */
import { BODY, expect, LETTERBOX, send, TITLE, track, write } from '../widget/widget-test.ts';
import type { Locator, Page } from '@playwright/test';
import type { MockService } from '../widget/mock-service.ts';
import type { Screen } from './examine.ts';

export interface WidgetTools {
  page: Page;
  box: Locator;
  service: MockService;
  open(body: string, options?: { lang?: string; head?: string; script?: string }): Promise<void>;
}

export const ELDER = LETTERBOX.replace('tenant=', 'elder tenant=');
export const TRACK = LETTERBOX.replace('tenant=', 'view="track" tenant=');
const ELDER_TRACK = TRACK.replace('tenant=', 'elder tenant=');
const REPLIES = LETTERBOX.replace('tenant=', 'view="replies" tenant=');
export const ready = (box: Locator) => expect(box.locator('[name=department] option')).toHaveCount(4);
export const press = (box: Locator, name: string) => box.getByRole('button', { name }).first().click();

export async function fresh({ page, service }: WidgetTools): Promise<void> {
  service.reset();
  await page.evaluate(() => localStorage.clear());
}

export const writing: Screen<WidgetTools>[] = [
  { name: 'write', show: async ({ open, box }) => open(LETTERBOX).then(() => ready(box)) },
  {
    name: 'write, English',
    show: async ({ open, box }) => open(LETTERBOX, { lang: 'en' }).then(() => ready(box)),
  },
  {
    name: 'write to an organisation with a long name',
    show: async ({ page, open, box, service }) => {
      const name = '荆门市东宝区人力资源和社会保障局社会保险事业管理中心城乡居民养老保险经办服务大厅';
      await page.route(`${service.base}/v1/tenants/jingmen?**`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...(await answer.json()), name } });
      });
      await open(LETTERBOX);
      await expect(box.getByText(name)).toBeVisible();
      await page.unroute(`${service.base}/v1/tenants/jingmen?**`);
    },
  },
  {
    name: 'write, things to change',
    show: async ({ open, box }) => {
      await open(LETTERBOX);
      await box.locator('[name=body]').fill('路灯坏了');
      await box.locator('[name=phone]').fill('12');
      await box.locator('[name=email]').fill('name@');
      await send(box);
      await expect(box.locator('.summary')).toBeFocused();
    },
  },
  {
    name: 'write, found again',
    show: async ({ page, open, box }) => {
      await open(LETTERBOX);
      await write(box);
      await page.reload();
      await expect(box.getByText('已找回您上次没写完的信。')).toBeVisible();
      await ready(box);
    },
  },
  {
    name: 'write, cleared',
    show: async ({ box }) => {
      await press(box, '清空，重新写');
      await expect(box.getByText('已清空。')).toBeVisible();
    },
  },
  {
    name: 'write, refused',
    show: async (tools) => {
      const { open, box, service } = tools;
      await fresh(tools);
      await open(LETTERBOX);
      await ready(box);
      service.mood.refuse = [
        {
          status: 403,
          code: 'origin_not_allowed',
          detail: '这个网站没有登记，信没有寄出。请打开网页版信箱。',
        },
      ];
      await write(box);
      await send(box);
      await expect(box.locator('.summary')).toContainText('没有登记');
    },
  },
  {
    name: 'write, waiting for the line',
    show: async ({ box, service }) => {
      service.mood.down = true;
      await send(box);
      await expect(box.getByText('网络断了，信还在这台设备上')).toBeVisible();
    },
  },
  {
    name: 'write, sent or not?',
    show: async ({ page, open, box, service }) => {
      service.reset();
      service.mood.loseAnswers = 1;
      await open(LETTERBOX);
      await page.evaluate(() => localStorage.clear());
      await write(box);
      await box.locator('[name=phone]').fill('13912345678');
      await send(box);
      await expect(box.getByText('网络断了')).toBeVisible();
      await page.reload();
      await expect(box.getByText('联系方式没有存在这台设备上')).toBeVisible();
      await ready(box);
    },
  },
  {
    name: 'receipt with its calendar',
    show: async (tools) => {
      const { open, box } = tools;
      await fresh(tools);
      await open(LETTERBOX);
      await write(box);
      await send(box);
      await expect(box.locator('.slip')).toBeVisible();
      await press(box, '为什么是这一天？');
      await expect(box.locator('.calendar .due')).toBeVisible();
    },
  },
  {
    name: 'receipt, English',
    show: async ({ open, box }) => {
      await open(LETTERBOX, { lang: 'en' });
      await ready(box);
      await write(box);
      await send(box);
      await expect(box.locator('.slip')).toBeVisible();
      await press(box, 'Why this day?');
      await expect(box.locator('.calendar .due')).toBeVisible();
    },
  },
  {
    name: 'write, service away',
    show: async ({ page, open, box, service }) => {
      await page.route(`${service.base}/v1/**`, (route) => route.abort());
      await open(LETTERBOX);
      await expect(box.getByText('现在连不上信箱。')).toBeVisible();
      await page.unroute(`${service.base}/v1/**`);
    },
  },
  {
    name: 'unknown tenant',
    show: async ({ page, open }) => {
      await open(LETTERBOX.replace('jingmen', 'nowhere'));
      await expect(page.getByRole('link', { name: '给市政府写信' })).toBeVisible();
    },
  },
];

const elderSteps = ['kind', 'department', 'title', 'body', 'files', 'contact', 'publish'];

export const elderly: Screen<WidgetTools>[] = [
  ...elderSteps.map((step, at) => ({
    name: `write step by step: ${step}`,
    elder: true,
    show: async ({ open, box }: WidgetTools) => {
      if (at === 0) return open(ELDER).then(() => ready(box));
      if (step === 'body') await box.locator('[name=title]').fill(TITLE);
      if (step === 'files') await box.locator('[name=body]').fill(BODY);
      await press(box, '下一步');
      await expect(box.getByText(`第 ${at + 1} 步`)).toBeVisible();
    },
  })),
  {
    name: 'check everything',
    elder: true,
    show: async ({ box }) => {
      await press(box, '下一步');
      await expect(box.getByRole('heading', { name: '核对后寄出' })).toBeFocused();
    },
  },
  {
    name: 'something to change, step by step',
    elder: true,
    show: async ({ box }) => {
      await box.getByRole('button', { name: '修改 标题' }).click();
      await box.locator('[name=title]').fill('');
      await press(box, '下一步');
      await expect(box.locator('#title-fault')).toBeVisible();
    },
  },
  {
    name: 'receipt, large',
    elder: true,
    show: async ({ box }) => {
      await box.locator('[name=title]').fill(TITLE);
      for (const _ of [3, 4, 5, 6, 7]) await press(box, '下一步');
      await send(box);
      await expect(box.locator('.slip')).toBeVisible();
      await press(box, '为什么是这一天？');
      await expect(box.locator('.calendar .due')).toBeVisible();
    },
  },
  {
    name: 'tracked letter, large',
    elder: true,
    show: async ({ open, box }) => {
      await open(ELDER_TRACK);
      await track(box, 'JM-2026-000124');
      await expect(box.getByText('四盏路灯因电缆被施工挖断')).toBeVisible();
    },
  },
  {
    name: 'replies, large, English',
    elder: true,
    show: async ({ open, box }) => {
      await open(REPLIES.replace('tenant=', 'elder tenant='), { lang: 'en' });
      await box.locator('.letters button').first().click();
      await expect(box.locator('.opened .timeline li')).toHaveCount(4);
    },
  },
];

const followed = (number: string, said: string, options = {}) => ({
  show: async ({ open, box }: WidgetTools) => {
    await open(TRACK, options);
    await track(box, number);
    await expect(box.getByText(said).first()).toBeVisible();
  },
});

export const following: Screen<WidgetTools>[] = [
  {
    name: 'look-up',
    show: async ({ open, box }) => {
      await open(TRACK);
      await expect(box.locator('[name=accessKey]')).toBeVisible();
    },
  },
  {
    name: 'look-up, nothing filled in',
    show: async ({ box }) => {
      await send(box);
      await expect(box.locator('#number-fault')).toBeVisible();
    },
  },
  {
    name: 'look-up, not found',
    show: async ({ box }) => {
      await track(box, 'JM-2026-999999');
      await expect(box.locator('.failure')).toBeFocused();
    },
  },
  {
    name: 'letter in hand, everything open',
    show: async ({ open, box }) => {
      await open(TRACK);
      await track(box, 'JM-2026-000123');
      await press(box, '为什么是这一天？');
      await expect(box.locator('.calendar .due')).toBeVisible();
      for (const summary of await box.locator('summary').all()) await summary.click();
      await press(box, '撤回这封信');
      await expect(box.locator('[name=reason]')).toBeFocused();
    },
  },
  { name: 'letter in hand, English', ...followed('JM-2026-000123', 'is handling it now', { lang: 'en' }) },
  { name: 'late letter', ...followed('JM-2026-000125', '答复已经超期 6 天。') },
  { name: 'declined letter', ...followed('JM-2026-000127', '荆门市劳动人事争议仲裁院') },
  { name: 'letter with a question', ...followed('JM-2026-000126', '请问是路口哪一侧的灯杆') },
  {
    name: 'letter with a question, left empty',
    show: async ({ box }) => {
      await press(box, '提交补充');
      await expect(box.locator('#supplement-fault')).toBeVisible();
    },
  },
  { name: 'answered letter', ...followed('JM-2026-000124', '四盏路灯因电缆被施工挖断') },
  {
    name: 'rating, left empty',
    show: async ({ box }) => {
      await press(box, '提交评价');
      await expect(box.locator('#level-fault')).toBeVisible();
    },
  },
  {
    name: 'rating, filled in',
    show: async ({ box }) => {
      await box.getByRole('radio', { name: '不满意', exact: true }).check();
      await box.getByRole('radio', { name: '没有解决' }).check();
      await box.locator('[name=comment]').fill('还是不亮');
    },
  },
  {
    name: 'rated badly',
    show: async ({ box, service }) => {
      service.mood.badRating = { status: 'accepted', round: 2 };
      await press(box, '提交评价');
      await expect(box.getByText('评价已收到，谢谢。')).toBeVisible();
    },
  },
];

export const reading: Screen<WidgetTools>[] = [
  {
    name: 'replies',
    show: async ({ open, box }) => {
      await open(REPLIES);
      await expect(box.locator('.letters > li')).toHaveCount(2);
    },
  },
  {
    name: 'replies, found and opened',
    show: async ({ box }) => {
      await box.locator('[name=q]').fill('路灯');
      await send(box);
      await expect(box.locator('h2 mark')).toHaveText('路灯');
      await box.getByRole('button', { name: TITLE }).click();
      await expect(box.locator('.opened .timeline li')).toHaveCount(4);
      await press(box, '我也遇到');
      await expect(box.getByText('已记下，谢谢。')).toBeVisible();
    },
  },
  {
    name: 'replies, nothing found',
    show: async ({ box }) => {
      await box.locator('[name=q]').fill('没有的词');
      await send(box);
      await expect(box.getByText('没有找到。换一个更短的词试试')).toBeVisible();
    },
  },
  {
    name: 'replies, service away',
    show: async ({ box, service }) => {
      service.mood.down = true;
      await send(box);
      await expect(box.getByText('现在连不上信箱。')).toBeVisible();
      service.mood.down = false;
    },
  },
  {
    name: 'feed, notices and badges on one page, English',
    show: async ({ page, open }) => {
      await open(
        '<huixin-badge tenant="jingmen"></huixin-badge> <huixin-badge tenant="jingmen" metric="days"></huixin-badge> <huixin-badge tenant="jingmen" metric="satisfaction"></huixin-badge><huixin-feed tenant="jingmen"></huixin-feed><huixin-notices tenant="jingmen"></huixin-notices>',
        { lang: 'en' },
      );
      await expect(page.locator('huixin-feed .letters > li')).toHaveCount(2);
      await page.locator('huixin-notices summary').first().click();
      await expect(page.locator('huixin-badge').first()).toContainText('92 %');
    },
  },
  {
    name: 'feed, notices and badge, service away',
    // The badge stands in a line of text, and so does its link.
    target: 24,
    show: async ({ page, open, service }) => {
      await page.route(`${service.base}/v1/**`, (route) => route.abort());
      await open(
        '<huixin-badge tenant="jingmen"><a href="/">信箱</a></huixin-badge><huixin-feed tenant="jingmen"></huixin-feed><huixin-notices tenant="jingmen"></huixin-notices>',
      );
      await expect(page.locator('huixin-feed, huixin-notices').getByText('现在连不上信箱。')).toHaveCount(2);
      await page.unroute(`${service.base}/v1/**`);
    },
  },
];
