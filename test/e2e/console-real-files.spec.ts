/** Files through the console on the real service: with a reply to its writer, and one of two to the public. */
import type { Page } from '@playwright/test';
import type { GivenFile, UploadStarted } from '../../contract/uploads.ts';
import type { PublishedLetter, WriterLetter } from '../../contract/letters.ts';
import { ANSWER, api, expect, letterFor, open, other, send, test } from './console-real.fixture.ts';
import { file, jpegFacts, paper, phonePhoto } from './support/photos.ts';

/** A file as its writer's page would send it, in parts. */
async function upload(page: Page, service: string, bytes: Buffer): Promise<GivenFile> {
  const begun = await api<UploadStarted>(page, service, '/v1/tenants/jingmen/uploads', {
    bytes: bytes.length,
  });
  const headers = { Authorization: `Upload ${begun.key}`, Origin: service };
  for (let part = 1; part <= begun.parts; part++) {
    const sent = await page.request.put(`${service}${begun.url}/parts/${part}`, {
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      data: bytes.subarray((part - 1) * begun.partBytes, part * begun.partBytes),
    });
    expect(sent.status()).toBe(204);
  }
  const done = await page.request.post(`${service}${begun.url}/complete`, { headers });
  expect(done.ok(), await done.text()).toBe(true);
  return { id: begun.id, key: begun.key };
}

test('a photo attached to a reply reaches its writer, without the place where it was taken', async ({
  as,
  service,
  request,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, '市人社局', '附件随答复送到的信');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('现场.jpg', await phonePhoto(page, 3000, 2000), 'image/jpeg'),
      file('说明.pdf', paper(700_000), 'application/pdf'),
    ]);
  await expect(page.locator('.picked li').nth(0)).toContainText('已传好', { timeout: 20_000 });
  await expect(page.locator('.picked li').nth(1)).toContainText('已传好', { timeout: 20_000 });
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
  await send(page, '答复已发出');
  await expect(page.locator('.piece.reply hx-files li')).toHaveCount(2);

  const headers = { Authorization: `Letter ${letter.accessKey}` };
  const path = `${service}/v1/letters/${letter.number}`;
  const seen = (await (await request.get(path, { headers })).json()) as WriterLetter;
  const [photo, document] = seen.replies[0]!.files!;
  expect(document).toMatchObject({ type: 'application/pdf' });
  const got = await (await request.get(`${path}/files/${photo!.id}`, { headers })).body();
  const { width, height, metadata } = jpegFacts(got);
  expect([width, height]).toEqual([2560, 1707]);
  expect(metadata).toEqual([]);
  expect(got.toString('latin1')).not.toContain('Secret-Phone');
});

test('a script by the name of a photo is refused in words, and the reply goes without it', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, '市人社局', '附件是假照片的信');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  const script = Buffer.from('<script>alert(1)</script>'.padEnd(400, ' '));
  await page.locator('input[type=file]').setInputFiles(file('现场.jpg', script, 'image/jpeg'));
  await expect(page.locator('.picked li')).toContainText('只能添加照片（JPEG、PNG、WebP）和 PDF 文件');
  await page.getByRole('button', { name: '去掉“现场.jpg”' }).click();
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
  await send(page, '答复已发出');
});

test('of two files of a letter the public gets the one that an officer released, and looks are on record', async ({
  as,
  service,
  request,
}) => {
  const coordinator = await as('coordinator');
  const uploads = [
    await upload(coordinator, service, await phonePhoto(coordinator, 640, 480)),
    await upload(coordinator, service, paper(900)),
  ];
  const letter = await letterFor(coordinator, service, '市人社局', '两个附件只公开一个的信', { uploads });
  const page = await as('officer');
  await open(page, service, letter);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '照片 1' }).click();
  expect((await download).suggestedFilename()).toBe(`${letter.number}-1.jpg`);
  await expect(page.locator('.timeline')).toContainText('查看了来信人的附件');
  await send(page, '已受理');
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
  await send(page, '答复已发出');
  await page.getByRole('link', { name: '核对并公开' }).click();
  await expect(page.locator('.release-files input:checked')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '公开这个文件 PDF 文件 2' }).check();
  await page.getByRole('button', { name: '公开', exact: true }).click();
  await expect(page.locator('.done')).toContainText('已公开');

  const path = `${service}/v1/tenants/jingmen/letters/${letter.number}`;
  const published = (await (await request.get(path)).json()) as PublishedLetter;
  expect(published.files?.map(({ id }) => id)).toEqual([uploads[1]!.id]);
  expect((await request.get(`${path}/files/${uploads[1]!.id}`)).status()).toBe(200);
  expect((await request.get(`${path}/files/${uploads[0]!.id}`)).status()).toBe(404);
  await page.goto(`${service}/s/jingmen/letters/${letter.number}`);
  await expect(page.locator(`a[href*="${uploads[1]!.id}"]`)).toBeVisible();
  expect(await page.content()).not.toContain(uploads[0]!.id);

  await open(coordinator, service, letter);
  await coordinator.getByText('查看和换发记录（1）').click();
  await expect(coordinator.locator('.rail')).toContainText('查看了来信人的附件');
});

test('contact details are erased at the writer’s wish: nobody can look at them any more', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, '市人社局', '要求删除联系方式的信');
  await open(page, service, letter);
  await page.getByRole('button', { name: '查看并记录' }).click();
  await expect(page.locator('.facts')).toContainText('13800001234');
  await other(page, '删除联系方式');
  await page.fill('#do-erase-contact-reason', '来信人本人到窗口申请。');
  await page.locator('#do-erase-contact-sure').check();
  await send(page, '已删除');
  await expect(page.locator('.rail')).toContainText('联系方式已经删除');
  await expect(page.locator('.rail')).not.toContainText('13800001234');
  await expect(page.locator('.timeline')).toContainText('删除了联系方式');
  await page.reload();
  await expect(page.locator('.others')).not.toContainText('删除联系方式');
  await expect(page.locator('.letter-body')).toBeVisible();
});
