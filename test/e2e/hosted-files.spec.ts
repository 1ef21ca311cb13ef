/** Photos and documents on the hosted pages, on a phone whose browser runs no scripts, against the real service. */
import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { aPhoto, notAPhoto, secrets, tooLarge } from './hosted-files.data.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('投诉').check();
  await page.getByLabel('标题').fill('象山大道的路灯坏了三天');
  await page.getByLabel('正文').fill('象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮，照片里看得见。');
  await page.getByLabel('同意公开').check();
}

const files = (page: Page) => page.getByLabel('照片和文件');
const send = (page: Page, name = '寄出') => page.getByRole('button', { name, exact: true }).click();
const numberOf = async (page: Page): Promise<string> =>
  /JM-\d{4}-\d{6}/.exec(await page.locator('.slip').innerText())![0];
const fits = async (page: Page): Promise<void> => {
  const wide = await page.locator('main').evaluate((main) => main.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
};

async function coordinator(request: APIRequestContext): Promise<void> {
  const data = { email: 'coordinator@demo.test', password: 'huixin-demo' };
  expect((await request.post('/v1/auth/sign-in/email', { data })).ok()).toBe(true);
}

async function give(request: APIRequestContext, number: string, name: string, data: object): Promise<void> {
  const answer = await request.post(`/v1/staff/letters/${number}/${name}`, { data });
  expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
}

test('a photo goes with the letter, comes back to its writer without its place, and is public when released', async ({
  page,
  playwright,
  service,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''));
  await page.goto('/s/jingmen/write');
  await fillIn(page);
  await files(page).setInputFiles([aPhoto('张三家门口.jpg'), aPhoto('b.jpg', 800)]);
  await send(page);
  await expect(page.locator('.slip')).toContainText('收到 2 个文件');
  const number = await numberOf(page);
  const key = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(await page.locator('.slip').innerText())![0];
  await page.reload();
  await expect(page.getByRole('status')).toContainText('没有重复寄');
  expect(await numberOf(page)).toBe(number);

  await page.getByRole('button', { name: '查看办理进度' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `下载 ${number}-1.jpg` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${number}-1.jpg`);
  const stored = await readFile(await download.path(), 'latin1');
  for (const secret of secrets) expect(stored).not.toContain(secret);

  await page.getByLabel('您想补充什么').fill('再补一张照片。');
  await files(page).setInputFiles([aPhoto('c.jpg', 1024)]);
  await send(page, '寄出补充');
  await expect(page.getByRole('status')).toContainText('补充已经收到');
  await expect(page.getByText(`${number}-3.jpg`).first()).toBeVisible();
  await fits(page);

  const staff = await playwright.request.newContext({
    baseURL: service,
    extraHTTPHeaders: { Origin: service },
  });
  await coordinator(staff);
  const { departments } = await (await staff.get('/v1/tenants/jingmen')).json();
  await give(staff, number, 'accept', { department: departments[0].id });
  await give(staff, number, 'reply', { type: 'final', body: '三盏路灯今天都换好了。', outcome: 'resolved' });
  const letter = await (await staff.get(`/v1/staff/letters/${number}`)).json();
  expect(JSON.stringify(letter)).not.toContain('张三家门口');
  const text = { title: '路灯坏了三天', body: '三盏路灯都不亮。', files: [letter.files[1].id] };
  await give(staff, number, 'publish', text);
  await staff.dispose();
  await page.goto(`/s/jingmen/letters/${number}`);
  const [released] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `${number}-2.jpg` }).click(),
  ]);
  expect(released.suggestedFilename()).toBe(`${number}-2.jpg`);
  await expect(page.getByText(`${number}-1.jpg`)).toHaveCount(0);
  for (const plain of [key, key.replaceAll('-', '')]) expect(addresses.join('\n')).not.toContain(plain);
});

test('a refused file takes neither the text nor the good files with it, whatever its size', async ({
  page,
}) => {
  await page.goto('/s/jingmen/write');
  await fillIn(page);
  await page.getByLabel('标题').fill('灯');
  await files(page).setInputFiles([aPhoto('好的.jpg'), notAPhoto('脚本.jpg'), tooLarge('太大.jpg')]);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('有 2 处要改一下');
  await expect(files(page)).toHaveAccessibleDescription(/“脚本.jpg”没有收下：只能添加照片/);
  await expect(files(page)).toHaveAccessibleDescription(/“太大.jpg”没有收下：这个文件超过 10 MB/);
  await expect(page.getByText('好的.jpg').first()).toBeVisible();
  await fits(page);
  await page.getByRole('link', { name: /有 2 个文件没有收下/ }).click();
  await expect(files(page)).toBeInViewport();
  await page.getByLabel('标题').fill('象山大道的路灯坏了三天');
  await send(page);
  await expect(page.locator('.slip')).toContainText('收到 1 个文件');
});

test('photos that a phone gives one at a time are kept one after the other, and left out again', async ({
  page,
}) => {
  await page.goto('/s/jingmen/write?elder=1');
  for (const [count, name] of ['一.jpg', '二.jpg', '三.jpg'].entries()) {
    await files(page).setInputFiles([aPhoto(name, 640 + count)]);
    await send(page, '先存文件，接着写');
    await expect(page.getByRole('status')).toContainText(`已存好 ${count + 1} 个文件，还没有寄出`);
  }
  await page.getByLabel('不寄这个 二.jpg').check();
  await fillIn(page);
  await page.getByLabel('标题').press('Enter');
  await expect(page.locator('.slip')).toContainText('收到 2 个文件');
});
