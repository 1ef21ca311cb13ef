/** Every screen of the console and every dialog over one, against a service that answers from memory. */
import { expect, type Page } from '@playwright/test';
import type { Session } from '../../../contract/staff.ts';
import { central, coordinator, letter, officer } from '../console-mock.data.ts';
import { TO_RELEASE, WITH_FILES } from '../console-mock.files.ts';
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

export const go = async ({ page, mock }: ConsoleTools, account: Session | null, address: string) => {
  mock.signedIn = account !== null;
  if (account) mock.account = account;
  mock.letters.set(BUSY.number, BUSY).set(WITH_FILES.number, WITH_FILES).set(TO_RELEASE.number, TO_RELEASE);
  await page.goto('about:blank');
  await page.goto(`${mock.url}/console/${address}`);
  await page.locator('h1').first().waitFor();
  await expect(page.locator('.loading')).toHaveCount(0);
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
};

export const at = (name: string, account: Session | null, address: string): Screen<ConsoleTools> => ({
  name,
  show: (tools) => go(tools, account, address),
});

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

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

/** With everything the check says to it. */
const reply = (
  name: string,
  text: string,
  then: (page: Page) => Promise<unknown> = async () => {},
): Screen<ConsoleTools> => ({
  name,
  show: async (tools) => {
    const { page } = tools;
    await go(tools, officer, `#/letters/${BUSY.number}`);
    await page.fill('#do-reply-body', text);
    await page.getByRole('radio').nth(2).check();
    await expect(page.locator('.reply-signs')).toBeVisible();
    await then(page);
  },
});

/** Every sign whose words can be pointed at. */
const LEAK =
  '王秀兰同志：您好。经核实，养老金少发一事我们将尽快处理，请您向市财政局咨询反映。您的手机13812345678、身份证号420800196405121234已登记。';

export const daily: Screen<ConsoleTools>[] = [
  at('sign-in', null, '#/'),
  {
    name: 'sign-in, things to change',
    show: async ({ page }) => {
      await press(page, '登录');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  at('today', coordinator, '#/'),
  at('inbox', coordinator, '#/inbox'),
  {
    name: 'inbox, letters chosen',
    show: async ({ page }) => {
      await page.locator('.letter-row .pick input').first().check();
      await expect(page.locator('.bulk')).toBeVisible();
    },
  },
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
      await go(tools, officer, '#/inbox');
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
  reply('reply checked, asked about personal data', LEAK, async (page) => {
    await submit(page);
    await expect(page.locator('.held')).toBeFocused();
    await submit(page);
    await expect(page.locator('#do-reply-hold-error')).toBeVisible();
  }),
  reply('reply of set phrases', '您好，您反映的问题已收悉，我们高度重视，将尽快研究处理。', async (page) => {
    await page.locator('.advice summary').click();
  }),
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

/** A letter's files, a reply's, those to be released; and what is erased. */
export const files: Screen<ConsoleTools>[] = [
  at('letter with files', coordinator, `#/letters/${WITH_FILES.number}`),
  {
    name: 'a file that is gone',
    show: async ({ page, mock }) => {
      const path = `/v1/staff/letters/${WITH_FILES.number}/files/${WITH_FILES.files![0]!.id}`;
      mock.failNext(`GET ${path}`, 404, 'not_found');
      await page.getByRole('link', { name: '照片 1' }).click();
      await expect(page.locator('.paper').getByRole('alert')).toBeVisible();
    },
  },
  command('删除联系方式', submit),
  {
    name: 'reply with files: there, refused, on its way, and its preview',
    show: async (tools) => {
      const { page, mock } = tools;
      await go(tools, officer, `#/letters/${WITH_FILES.number}`);
      const input = page.locator('input[type=file]');
      const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(900) });
      await input.setInputFiles(file('物业回函.pdf'));
      await expect(page.locator('.picked')).toContainText('已传好');
      const start = `POST /v1/staff/letters/${WITH_FILES.number}/uploads`;
      mock.failNext(start, 422, 'file_type', '只能添加照片（JPEG、PNG、WebP）和 PDF 文件。');
      await input.setInputFiles(file('合同.docx'));
      await expect(page.locator('.picked .field-error')).toBeVisible();
      mock.uploads.gate = new Promise(() => undefined);
      await input.setInputFiles(file('楼上更换水管的合同与验收单扫描件（第二版）.pdf'));
      await page.fill('#do-reply-body', '经查，漏水是楼上水管老化，已请物业更换。');
      await submit(page);
      await expect(page.locator('#do-reply-problems')).toBeVisible();
    },
  },
  {
    name: 'publish, with files and a place left unmasked',
    show: async (tools) => {
      await go(tools, officer, `#/letters/${TO_RELEASE.number}/publish`);
      await tools.page.getByRole('button', { name: '照原文保留“13812345678”' }).click();
      await tools.page.getByRole('checkbox', { name: '公开这个文件 照片 1' }).check();
    },
  },
];

/** From another page, for the navigation asks for deliveries too. */
const fails = async (tools: ConsoleTools, tab: string, call: string) => {
  await go(tools, coordinator, '#/retention');
  tools.mock.failNext(call, 500, 'internal');
  await tools.page.locator('.section-tabs').getByRole('link', { name: tab }).click();
  await expect(tools.page.getByRole('alert')).toBeVisible();
};

/** What only a coordinator has. */
export const settings: Screen<ConsoleTools>[] = [
  at('deliveries', coordinator, '#/deliveries'),
  {
    name: 'deliveries, one sent again and one that can’t be',
    show: async ({ page, mock }) => {
      await page.getByRole('button', { name: /^再送一次：收信回执/ }).click();
      await expect(page.locator('.deliveries')).toContainText('已排队');
      mock.failNext('POST /v1/staff/deliveries/d2/redeliver', 409, 'webhook_disabled', '请先启用它。');
      await page.getByRole('button', { name: /^再送一次：答复/ }).click();
      await expect(page.locator('.deliveries').getByRole('alert')).toBeVisible();
    },
  },
  at('deliveries, waiting', coordinator, '#/deliveries?state=pending'),
  at('deliveries, not needed', coordinator, '#/deliveries?state=dropped'),
  {
    name: 'deliveries, none',
    show: async (tools) => {
      tools.mock.settings.deliveries = [];
      await go(tools, coordinator, '#/deliveries');
    },
  },
  {
    name: 'deliveries, service away',
    show: (tools) => fails(tools, '发送记录', 'GET /v1/staff/deliveries'),
  },
  at('webhooks', coordinator, '#/webhooks'),
  {
    name: 'webhooks, a test that failed, last calls and a question',
    show: async ({ page }) => {
      const [sms, orders] = [page.locator('hx-webhook').nth(0), page.locator('hx-webhook').nth(1)];
      await orders.getByRole('button', { name: '试发一条' }).click();
      await expect(orders).toContainText('试发没有成功');
      await expect(sms.locator('.calls li')).toHaveCount(2);
      await sms.getByRole('button', { name: '删除' }).click();
    },
  },
  {
    name: 'webhooks, things to change',
    show: async ({ page }) => {
      await page.getByRole('radio', { name: '只选几样' }).check();
      await press(page, '登记');
      await expect(page.locator('#webhook-problems')).toBeVisible();
    },
  },
  {
    name: 'webhooks, a secret',
    show: async ({ page }) => {
      await page.getByLabel('地址', { exact: true }).fill('https://12345.example.gov.cn/huixin');
      await page.getByRole('checkbox', { name: '答复' }).check();
      await press(page, '登记');
      await expect(page.locator('.secret')).toBeVisible();
    },
  },
  {
    name: 'webhooks, none',
    show: async (tools) => {
      tools.mock.settings.webhooks = [];
      await go(tools, coordinator, '#/webhooks');
    },
  },
  {
    name: 'webhooks, service away',
    show: (tools) => fails(tools, '推送', 'GET /v1/staff/webhooks'),
  },
  at('retention', coordinator, '#/retention'),
  {
    name: 'retention, shorter, things to change',
    show: async ({ page }) => {
      await page.fill('#retention-months', '6');
      await press(page, '改定');
      await expect(page.locator('#retention-problems')).toBeVisible();
    },
  },
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
  at('inbox in English', coordinator, '#/inbox'),
  at('letter in English', officer, '#/letters/JM-2026-000097'),
  reply('reply checked in English', LEAK),
  at('publish in English', officer, '#/letters/JM-2026-000101/publish'),
  at('register in English', officer, '#/register'),
  at('figures in English', coordinator, '#/stats'),
  at('embedding in English', coordinator, '#/embed'),
  at('tenants in English', central, '#/tenants'),
  at('letter with files in English', officer, `#/letters/${WITH_FILES.number}`),
  at('publish with files in English', officer, `#/letters/${TO_RELEASE.number}/publish`),
  at('deliveries in English', coordinator, '#/deliveries'),
  at('webhooks in English', coordinator, '#/webhooks'),
  at('retention in English', coordinator, '#/retention'),
];
