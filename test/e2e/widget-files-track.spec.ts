/** Files of a letter on its way: its own and the department's to be had, more to be sent, and one's own to be erased. */
import type { Locator } from '@playwright/test';
import { file, paper } from './support/photos.ts';
import { expect, expectAccessible, LETTERBOX, test, track } from './widget/widget-test.ts';

const TRACK = LETTERBOX.replace('tenant=', 'view="track" tenant=');
const button = (box: Locator, name: string | RegExp) => box.getByRole('button', { name });

test('the writer has their own files and the department’s, with the key in no address', async ({
  page,
  box,
  open,
  servers,
}) => {
  await open(TRACK);
  await track(box, 'JM-2026-000123');
  await box.getByText('信的内容').click();
  await expect(box.locator('.attached').first()).toContainText('附件 2 个');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(box, '下载 JM-2026-000123-1.jpg').click(),
  ]);
  expect(download.suggestedFilename()).toBe('JM-2026-000123-1.jpg');
  await expect(box.getByText('JM-2026-000123-1.jpg 已下载。')).toBeVisible();
  expect(servers.service.queries.filter((url) => url.includes('/files/'))).toEqual([
    expect.stringMatching(/^\/v1\/letters\/JM-2026-000123\/files\/\w{25}$/),
  ]);
  servers.service.mood.down = true;
  await button(box, '下载 JM-2026-000123-2.pdf').click();
  await expect(box.getByText('JM-2026-000123-2.pdf 没有下载成，请再试一次。')).toBeVisible();
  servers.service.mood.down = false;
  await button(box, '查另一封信').click();
  await track(box, 'JM-2026-000124');
  await expect(box.locator('.reply .attached')).toContainText('JM-2026-000123-3.pdf');
});

test('files go with a supplement, which waits for them and can be held back', async ({
  box,
  open,
  servers,
}) => {
  const { service } = servers;
  await open(TRACK);
  await track(box, 'JM-2026-000126');
  let through = () => {};
  service.uploads.mood.gate = new Promise<void>((resolve) => (through = resolve));
  await box
    .locator('[name=files]')
    .setInputFiles([file('灯杆.pdf', paper(700)), file('a.exe', Buffer.alloc(500))]);
  await box.locator('[name=supplement]').fill('北侧第三根灯杆，照片在附件里。');
  await button(box, '提交补充').click();
  await expect(box.getByText('正在上传文件，传完后会自动提交。')).toBeVisible();
  await button(box, '先不提交，继续修改').click();
  await expect(box.getByText('正在上传文件')).toBeHidden();
  await button(box, '提交补充').click();
  through();
  await expect(box.locator('#files-fault')).toContainText('有 1 个文件没有传上去');
  expect(service.commands.filter(({ command }) => command === 'supplements')).toEqual([]);
  await button(box, '去掉 a.exe').click();
  await button(box, '提交补充').click();
  await expect(box.getByText('补充已收到，办理继续。')).toBeVisible();
  const id = '1'.padStart(25, '0');
  expect(service.commands.at(-1)).toMatchObject({
    command: 'supplements',
    body: { body: '北侧第三根灯杆，照片在附件里。', uploads: [{ id, key: `key-of-${id}` }] },
  });
  await expect(box.locator('.files > li')).toHaveCount(0);
});

test('what is chosen for one letter doesn’t come to the next', async ({ box, open }) => {
  await open(TRACK);
  await track(box, 'JM-2026-000126');
  await box.locator('[name=files]').setInputFiles(file('灯杆.pdf', paper(700)));
  await expect(box.locator('.files > li')).toContainText('已收到');
  await button(box, '查另一封信').click();
  await track(box, 'JM-2026-000126');
  await expect(box.locator('[name=files]')).toBeVisible();
  await expect(box.locator('.files > li')).toHaveCount(0);
});

test('contact details are erased only when asked twice, after what goes and what stays was said', async ({
  page,
  box,
  open,
  servers,
}) => {
  await open(TRACK);
  await track(box, 'JM-2026-000123');
  await button(box, '删除我的联系方式').click();
  const asked = box.locator('.erasing');
  await expect(asked).toBeFocused();
  await expect(asked).toContainText('会删除：您留下的姓名、电话和邮箱。');
  await expect(asked).toContainText('办结以后才能删除');
  await expect(asked).toContainText('会留下：信的内容、答复和办理记录。');
  await expectAccessible(page);
  await button(box, '返回').click();
  await expect(button(box, '删除我的联系方式')).toBeFocused();
  expect(servers.service.commands).toEqual([]);
  await button(box, '删除我的联系方式').click();
  await button(box, '确定删除').click();
  await expect(box.getByText('已经删除。')).toBeVisible();
  expect(servers.service.commands.map(({ command }) => command)).toEqual(['erasure']);
  await expect(button(box, '删除我的联系方式')).toHaveCount(0);
});

test('released files of a published letter are links', async ({ box, open, servers }) => {
  await open(LETTERBOX.replace('tenant=', 'view="replies" tenant='));
  await box.locator('.letters button').first().click();
  const link = box.getByRole('link', { name: '下载 JM-2026-000098-1.jpg' });
  await expect(link).toHaveAttribute(
    'href',
    new RegExp(`^${servers.service.base}/v1/tenants/jingmen/letters/JM-2026-000098/files/\\w{25}$`),
  );
});
