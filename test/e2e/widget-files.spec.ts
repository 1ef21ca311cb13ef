/** Photos and papers with a letter: made ready on the device, sent while one writes, never in the letter's way. */
import type { Locator, Page } from '@playwright/test';
import { version } from '../../scripts/root.ts';
import { fileLimits } from '../../contract/limits.ts';
import { file, jpegFacts, MAKER, paper, phonePhoto } from './support/photos.ts';
import { expect, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

const input = (box: Locator) => box.locator('[name=files]');
const items = (box: Locator) => box.locator('.files > li');
const script = Buffer.from('#!/bin/sh\n'.repeat(50));
const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>${' '.repeat(200)}</svg>`,
);
const online = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** Parts wait until the answer is called. */
function gate(uploads: { mood: { gate: Promise<void> | null } }): () => void {
  let open = () => {};
  uploads.mood.gate = new Promise<void>((resolve) => (open = resolve));
  return open;
}

test.describe('files with a letter', () => {
  test('a phone’s photo leaves upright, at most 2560 px, without place, maker or any other metadata', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(LETTERBOX);
    const taken = await phonePhoto(page, 3200, 2400, 6);
    expect(jpegFacts(taken)).toEqual({ width: 3200, height: 2400, metadata: ['Exif'] });
    await input(box).setInputFiles(file('IMG_0001.jpg', taken, 'image/jpeg'));
    await expect(items(box)).toContainText('已收到');
    // What the browser itself says of the field is what is listed.
    expect(await input(box).evaluate((field: HTMLInputElement) => field.files!.length)).toBe(1);
    const [arrived] = servers.service.uploads.files;
    expect(jpegFacts(arrived!)).toEqual({ width: 1920, height: 2560, metadata: [] });
    expect(arrived!.includes(MAKER)).toBe(false);
    expect(arrived!.length).toBeLessThan(taken.length);
    // Orientation 6: what lies on the left is shown at the top.
    expect(await colours(page, arrived!)).toEqual({ top: 'red', bottom: 'blue' });
    await expect(box.locator('.thumb canvas')).toBeVisible();
  });

  test('several are listed with name, size and state, go with the letter in order, and are on the receipt', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open(LETTERBOX);
    const small = await phonePhoto(page, 640, 480);
    await input(box).setInputFiles([file('门口.jpg', small, 'image/jpeg'), file('通知书.pdf', paper(2000))]);
    await expect(items(box)).toHaveCount(2);
    await input(box).setInputFiles(file('路口.jpg', small, 'image/jpeg'));
    await expect(items(box)).toHaveText([
      /门口\.jpg.*已收到.*KB/s,
      /通知书\.pdf.*已收到.*2 KB/s,
      /路口\.jpg.*已收到/s,
    ]);
    await expect(box.locator('[role=status]', { hasText: '3 个文件都已收到。' })).toBeAttached();
    await items(box).nth(1).getByRole('button', { name: '去掉 通知书.pdf' }).click();
    await expect(input(box)).toBeFocused();
    await write(box);
    await send(box);
    await expect(box.locator('.slip')).toContainText('附件2 个，已收到');
    const ids = [1, 3].map((id) => String(id).padStart(25, '0'));
    expect(servers.service.attempts[0]!.body.uploads).toEqual(ids.map((id) => ({ id, key: `key-of-${id}` })));
    await box.getByRole('button', { name: '再写一封' }).click();
    await expect(items(box)).toHaveCount(0);
  });

  test('a line that breaks half way costs no part twice', async ({ page, box, open, servers }) => {
    const { uploads } = servers.service;
    await open(LETTERBOX);
    uploads.mood.partsLeft = 2;
    const large = paper(3.5 * fileLimits.partBytes);
    await input(box).setInputFiles(file('合同.pdf', large));
    await expect(items(box)).toContainText('网络断了，连上后会接着传');
    uploads.mood.partsLeft = Infinity;
    await online(page);
    await expect(items(box)).toContainText('已收到');
    expect(uploads.parts).toEqual(['1/1', '1/2', '1/3', '1/4']);
    expect(uploads.files[0]!.equals(large)).toBe(true);
  });

  test('sending waits for what is under way, and can be held back to go on writing', async ({
    box,
    open,
    servers,
  }) => {
    const { uploads, stored } = servers.service;
    await open(LETTERBOX);
    const through = gate(uploads);
    await input(box).setInputFiles(file('合同.pdf', paper(600_000)));
    await write(box);
    await send(box);
    await expect(box.getByText('正在上传文件，传完后会自动寄出。')).toBeVisible();
    await expect(box.getByRole('progressbar', { name: '文件上传进度' })).toBeVisible();
    await box.getByRole('button', { name: '先不寄，继续修改' }).click();
    await expect(box.getByText('正在上传文件，传完后会自动寄出。')).toBeHidden();
    await send(box);
    // What is changed meanwhile goes with it.
    await box.locator('[name=title]').fill('路灯还是坏的');
    through();
    await expect(box.locator('.slip')).toContainText('路灯还是坏的');
    expect([...stored.values()]).toHaveLength(1);
    expect(servers.service.attempts[0]!.body.uploads).toHaveLength(1);
  });

  test('what is no photo or paper, too small, too large or too many is told in words, and the letter goes without', async ({
    box,
    open,
    servers,
  }) => {
    await open(LETTERBOX);
    await input(box).setInputFiles([
      file('run.jpg', script, 'image/jpeg'),
      file('图.svg', svg, 'image/svg+xml'),
      file('空.jpg', Buffer.from('12345'), 'image/jpeg'),
      file('大.pdf', Buffer.concat([paper(1000), Buffer.alloc(fileLimits.bytesMax)])),
    ]);
    await expect(items(box)).toHaveText([
      /run\.jpg.*只能附照片（JPEG、PNG、WebP）和 PDF/s,
      /图\.svg.*只能附照片/s,
      /空\.jpg.*几乎是空的/s,
      /大\.pdf.*超过 10 MB/s,
    ]);
    // None of them was worth a byte of anybody's line.
    expect(servers.service.uploads.parts).toEqual([]);
    await expect(items(box).getByRole('button', { name: '再试一次' })).toHaveCount(0);
    await input(box).setInputFiles([file('一.pdf', paper(500)), file('二.pdf', paper(500))]);
    await expect(box.getByRole('alert')).toContainText('最多附 5 个文件，有 1 个没有加上');
    await write(box);
    await send(box);
    await expect(box.locator('.summary')).toContainText('有 4 个文件没有传上去，请再试一次，或者去掉它再寄');
    await box.locator('.summary button').click();
    await expect(input(box)).toBeFocused();
    for (const _ of [1, 2, 3, 4]) await items(box).first().getByRole('button', { name: '去掉' }).click();
    await expect(box.locator('.summary')).toHaveCount(0);
    await send(box);
    await expect(box.locator('.slip')).toContainText('附件1 个，已收到');
  });

  test('what the service refuses says so in its words; what may pass is tried again', async ({
    box,
    open,
    servers,
  }) => {
    const { mood } = servers.service.uploads;
    await open(LETTERBOX);
    mood.verdicts = ['pdf_active', 'pdf_encrypted', 'scan_refused', 'image_too_large', 'scan_unavailable'];
    mood.refuse = [{ status: 429, code: 'too_many_requests', retryAfter: 1 }];
    const names = ['一', '二', '三', '四', '五'];
    await input(box).setInputFiles(names.map((name) => file(`${name}.pdf`, paper(700))));
    await expect(items(box)).toHaveText([
      /拒收：pdf_active/,
      /拒收：pdf_encrypted/,
      /拒收：scan_refused/,
      /拒收：image_too_large/,
      /安全检查暂时没有回应，\d\d:\d\d:\d\d 会自动再试/,
    ]);
    await items(box).last().getByRole('button', { name: '再试一次 五.pdf' }).click();
    await expect(items(box).last()).toContainText('已收到');
    // Checked again, not sent again.
    expect(servers.service.uploads.parts.filter((part) => part.startsWith('5/'))).toEqual(['5/1']);
  });

  test('a repeated try carries the same files, and files that ran out are uploaded again', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const { service } = servers;
    await open(LETTERBOX);
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await write(box);
    await expect(items(box)).toContainText('已收到');
    service.uploads.held.clear();
    await send(box);
    await expect(box.locator('.summary')).toContainText('文件放得太久，已经失效，现在正在重新上传。');
    await expect(items(box)).toContainText('已收到');
    service.mood.loseAnswers = 1;
    await send(box);
    await expect(box.getByText('网络断了')).toBeVisible();
    await online(page);
    await expect(box.locator('.slip')).toContainText('附件1 个');
    expect(service.stored.size).toBe(1);
    const [, second, third] = service.attempts;
    expect(third!.body.uploads).toEqual(second!.body.uploads);
  });

  test('the pinned one-file build takes files too', async ({ box, open, servers }) => {
    await open(LETTERBOX, { script: `/embed/${version}/huixin.js` });
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await expect(items(box)).toContainText('已收到');
    expect(servers.service.requests.filter((request) => request.includes('/embed/'))).toHaveLength(1);
  });

  test('files come to a form whose other parts could not be fetched yet', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const chunks = `${servers.service.base}/embed/chunks/**`;
    await page.route(chunks, (route) => route.abort());
    await open(LETTERBOX);
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await write(box);
    await page.unroute(chunks);
    await send(box);
    await expect(box.locator('.slip')).toContainText('附件1 个');
  });

  test('clearing takes them away and undoing brings them back; another organisation gets none of them', async ({
    page,
    box,
    open,
  }) => {
    await open(LETTERBOX);
    await write(box);
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await expect(items(box)).toContainText('已收到');
    await page.reload();
    await expect(box.getByText('上次附的文件没有存在这台设备上，请再选一遍。')).toBeVisible();
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await expect(items(box)).toContainText('已收到');
    await expect(box.getByText('上次附的文件没有存在这台设备上')).toBeHidden();
    await box.getByRole('button', { name: '清空，重新写' }).click();
    await expect(items(box)).toHaveCount(0);
    await box.getByRole('button', { name: '恢复刚才的内容' }).click();
    await expect(items(box)).toContainText('合同.pdf');
    await expect(items(box)).toContainText('已收到');
    await box.evaluate((element) => element.setAttribute('tenant', 'zhongxiang'));
    await expect(items(box)).toHaveCount(0);
  });
});

test.describe('a letter with files after a reload', () => {
  test('that had arrived gives its receipt and is not sent twice', async ({ page, box, open, servers }) => {
    servers.service.mood.loseAnswers = 1;
    await sendWithFile(box, open);
    await expect(box.getByText('网络断了')).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('key-of-');
    await page.reload();
    await expect(box.getByText('不会重复寄')).toBeVisible();
    await send(box);
    await expect(box.locator('.slip')).toContainText(TITLE);
    await expect(box.locator('.slip')).toContainText('附件1 个');
    expect(servers.service.stored.size).toBe(1);
  });

  test('that had not arrived asks for the files again', async ({ page, box, open, servers }) => {
    await open(LETTERBOX);
    servers.service.mood.refuse = [{ status: 503, code: 'internal' }];
    await sendWithFile(box, open);
    await expect(box.getByText('信箱暂时忙不过来')).toBeVisible();
    await page.reload();
    await expect(box.getByText('不会重复寄')).toBeVisible();
    await send(box);
    await expect(box.locator('.summary')).toContainText('上次的信没有寄到，附的文件也没有存下来。');
    await input(box).setInputFiles(file('合同.pdf', paper(700)));
    await send(box);
    await expect(box.locator('.slip')).toContainText('附件1 个');
    expect(servers.service.stored.size).toBe(1);
  });
});

test('in elder mode files have a screen of their own and stand on the page to check', async ({
  box,
  open,
}) => {
  await open('<huixin-letterbox tenant="jingmen" elder></huixin-letterbox>');
  const next = box.getByRole('button', { name: '下一步' });
  for (const _ of ['kind', 'department']) await next.click();
  await box.locator('[name=title]').fill(TITLE);
  await next.click();
  await box.locator('[name=body]').fill('象山大道的路灯坏了半个月，请修一修。');
  await next.click();
  await expect(input(box)).toBeFocused();
  expect((await input(box).boundingBox())!.height).toBeGreaterThanOrEqual(60);
  await input(box).setInputFiles([file('合同.pdf', paper(700)), file('run.jpg', script)]);
  await expect(items(box)).toHaveText([/已收到/, /只能附照片/]);
  await next.click();
  await expect(box.locator('.summary')).toContainText('有 1 个文件没有传上去');
  await items(box).last().getByRole('button', { name: '去掉' }).click();
  for (const _ of ['files', 'contact', 'publish']) await next.click();
  await expect(box.locator('.answers')).toContainText('合同.pdf');
  await send(box);
  await expect(box.locator('.slip')).toContainText('附件1 个');
});

async function sendWithFile(box: Locator, open: (body: string) => Promise<void>): Promise<void> {
  await open(LETTERBOX);
  await input(box).setInputFiles(file('合同.pdf', paper(700)));
  await expect(items(box)).toContainText('已收到');
  await write(box);
  await send(box);
}

/** What is seen in the middle of a picture's upper and lower half. */
function colours(page: Page, picture: Buffer): Promise<{ top: string; bottom: string }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const { width, height } = bitmap;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const at = (y: number) => {
      const [red, , blue] = context.getImageData(width / 2, y, 1, 1).data;
      return red! > blue! ? 'red' : 'blue';
    };
    return { top: at(height / 4), bottom: at((height * 3) / 4) };
  }, picture.toString('base64'));
}
