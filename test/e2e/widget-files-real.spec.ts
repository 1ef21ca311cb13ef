/** Files from a page of another site, under a strict policy, to the real service and back to their writer. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { operatorHeaders } from './support/operator.ts';
import { file, jpegFacts, MAKER, paper, phonePhoto } from './support/photos.ts';
import { expect, test as base } from './support/test.ts';
import { HostPages } from './widget/host-pages.ts';

const TITLE = '老房子外墙脱落请来看看';
const BODY = '东宝区象山一路老房子外墙有一块快掉下来了，附上照片，请派人来看看。';
const input = (box: Locator) => box.locator('[name=files]');
const items = (box: Locator) => box.locator('.files > li');

interface Tools {
  /** A page on plain http, of an origin that a tenant of this test's own has registered. */
  open(): Promise<void>;
  box: Locator;
}

const test = base.extend<Tools, { site: HostPages }>({
  site: [
    async ({}, use) => {
      const site = await new HostPages().start();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, site, service, plainService }, use) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const breaches: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) breaches.push(message.text());
    });
    const slug = `files${Date.now().toString(36)}`;
    const named = site.base.replace('localhost', 'county.test');
    await central(service, '/v1/central/tenants', {
      ...{ slug, name: '石桥县', jurisdiction: '420800', departments: ['办公室'] },
      prefix: slug.slice(-8).toUpperCase(),
    });
    await central(service, `/v1/central/tenants/${slug}/origins`, { origin: new URL(named).origin });
    await use(async () => {
      const address = site.add(plainService, `<huixin-letterbox tenant="${slug}"></huixin-letterbox>`);
      await page.goto(address.replace('localhost', 'county.test'));
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
    });
    expect(breaches, 'breaches of the page’s policy').toEqual([]);
  },
  box: async ({ page }, use) => use(page.locator('huixin-letterbox')),
});

async function central(service: string, path: string, body: object): Promise<void> {
  const answer = await fetch(service + path, {
    method: 'POST',
    headers: operatorHeaders(),
    body: JSON.stringify(body),
  });
  expect(answer.status, path).toBe(201);
}

async function write(box: Locator): Promise<void> {
  await box.locator('[name=title]').fill(TITLE);
  await box.locator('[name=body]').fill(BODY);
}

const send = (box: Locator) => box.locator('button[type=submit]').click();

/** Saves a file of the letter that is shown, as its writer would. */
async function downloaded(page: Page, box: Locator, name: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    box.getByRole('button', { name }).click(),
  ]);
  return readFile(await download.path());
}

test('a photo with its place, from a phone on a page with a strict policy, arrives without it and at most 2560 px', async ({
  page,
  box,
  open,
}) => {
  await open();
  const taken = await phonePhoto(page, 4000, 3000, 6);
  expect(taken.includes(MAKER)).toBe(true);
  await input(box).setInputFiles([
    file('IMG_0001.jpg', taken, 'image/jpeg'),
    file('通知书.pdf', paper(3000)),
  ]);
  await write(box);
  await send(box);
  await expect(box.locator('.slip')).toContainText('附件2 个，已收到');
  await box.getByRole('button', { name: '查看办理进度' }).click();
  await box.getByText('信的内容').click();
  const kept = await downloaded(page, box, /下载 .*-1\.jpg/);
  expect(jpegFacts(kept)).toEqual({ width: 1920, height: 2560, metadata: [] });
  expect(kept.includes(MAKER)).toBe(false);
  const document = await downloaded(page, box, /下载 .*-2\.pdf/);
  expect(document.subarray(0, 5).toString()).toBe('%PDF-');
});

test('damaged, active and disguised files are refused in words, and the letter goes without them', async ({
  box,
  open,
}) => {
  await open();
  const active = Buffer.from(
    paper(900)
      .toString()
      .replace('/Pages 2 0 R', '/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
  );
  await input(box).setInputFiles([
    file(
      '坏的.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(600, 1)]),
      'image/jpeg',
    ),
    file('会动的.pdf', active),
    file('run.jpg', Buffer.from('#!/bin/sh\n'.repeat(50)), 'image/jpeg'),
  ]);
  await expect(items(box)).toHaveText([
    /坏的\.jpg.*文件没有传完整，或者本身已损坏/s,
    /会动的\.pdf.*这个 PDF 带有脚本/s,
    /run\.jpg.*只能附照片/s,
  ]);
  for (const _ of [1, 2, 3]) await items(box).first().getByRole('button', { name: '去掉' }).click();
  await write(box);
  await send(box);
  await expect(box.locator('.slip')).toBeVisible();
  await expect(box.locator('.slip')).not.toContainText('附件');
});

test('a line that goes while a file is sent costs no part twice', async ({ page, context, box, open }) => {
  await open();
  const arrived: string[] = [];
  let cut: Promise<void> | null = null;
  page.on('response', (response) => {
    if (response.request().method() !== 'PUT' || response.status() !== 204) return;
    arrived.push(response.url().replace(/.*\/parts\/(\d+).*/, '$1'));
    if (arrived.length === 3) cut = context.setOffline(true);
  });
  const large = paper(2_000_000);
  await input(box).setInputFiles(file('合同.pdf', large));
  await expect(items(box)).toContainText('网络断了，连上后会接着传');
  await cut;
  await context.setOffline(false);
  await expect(items(box)).toContainText('已收到');
  expect(arrived.toSorted((a, b) => Number(a) - Number(b))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  await write(box);
  await send(box);
  await expect(box.locator('.slip')).toContainText('附件1 个');
});

test('a letter with files whose answer got lost gives its receipt after a reload, once', async ({
  page,
  box,
  open,
  service,
  plainService,
}) => {
  await open();
  await input(box).setInputFiles(file('合同.pdf', paper(3000)));
  await expect(items(box)).toContainText('已收到');
  await write(box);
  const letters = /\/v1\/tenants\/\w+\/letters\?/;
  const numbers: string[] = [];
  await page.route(letters, async (route) => {
    // The test's own requests go by no host names.
    const url = route.request().url().replace(plainService, service);
    numbers.push(((await (await route.fetch({ url })).json()) as { number: string }).number);
    await route.abort();
  });
  await send(box);
  await expect(box.getByText('网络断了')).toBeVisible();
  await page.unroute(letters);
  await page.reload();
  await expect(box.getByText('不会重复寄')).toBeVisible();
  await send(box);
  await expect(box.locator('.slip')).toContainText(numbers[0]!);
  await expect(box.locator('.slip')).toContainText('附件1 个');
});

test('more files come with a supplement, and contact details go when their writer says so', async ({
  page,
  box,
  open,
}) => {
  await open();
  await write(box);
  await box.locator('[name=phone]').fill('13700004321');
  await send(box);
  await box.getByRole('button', { name: '查看办理进度' }).click();
  await box.locator('summary', { hasText: '补充情况' }).click();
  const drawing = await phonePhoto(page, 800, 600);
  await input(box).setInputFiles(file('外墙.jpg', drawing, 'image/jpeg'));
  await box.locator('[name=supplement]').fill('这是外墙的照片。');
  await box.getByRole('button', { name: '提交补充' }).click();
  await expect(box.getByText('补充已收到')).toBeVisible();
  await box.getByText('信的内容').click();
  const kept = await downloaded(page, box, /下载 .*-1\.jpg/);
  expect(jpegFacts(kept)).toEqual({ width: 800, height: 600, metadata: [] });
  await box.getByRole('button', { name: '删除我的联系方式' }).click();
  await expect(box.locator('.erasing')).toContainText('办结以后才能删除');
  await box.getByRole('button', { name: '确定删除' }).click();
  await expect(box.getByText('已经删除。')).toBeVisible();
  await expect(box.locator('.timeline')).toContainText('您的联系方式已经删除');
});
