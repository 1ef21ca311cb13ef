/** Files in the console, against a mocked service: opened on record, sent in parts that a lost line doesn't cost, released one by one. */
import type { Page } from '@playwright/test';
import { proposalsFor, settle } from '../../console/lib/proposals.ts';
import { central, coordinator } from './console-mock.data.ts';
import { TO_RELEASE, WITH_FILES } from './console-mock.files.ts';
import { expect, open, test } from './console-mock.fixture.ts';
import type { ConsoleMock } from './console-mock.server.ts';
import { paper as pdf, file, phonePhoto } from './support/photos.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

const LETTER = `#/letters/${WITH_FILES.number}`;
const CALL = `/v1/staff/letters/${WITH_FILES.number}`;
const scan = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(600_000, 1) };
const paper = (name: string) => file(name, pdf(600), 'application/pdf');

test.beforeEach(({ mock }) => {
  mock.letters.set(WITH_FILES.number, WITH_FILES).set(TO_RELEASE.number, TO_RELEASE);
});

const input = (page: Page) => page.locator('input[type=file]');
const picked = (page: Page) => page.locator('.picked li');
const puts = (mock: ConsoleMock) =>
  mock.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path);
const submit = (page: Page) => page.locator('.command button[type=submit]').click();
async function writeReply(page: Page): Promise<void> {
  await page.fill('#do-reply-body', '经查，漏水是楼上水管老化，已请物业在十一月二十五日前更换。');
  await page.getByRole('radio', { name: '已解决' }).check();
}

test.describe('a letter’s files', () => {
  test('are listed by kind and size, fetched only on a press, which says that it is recorded', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    const list = page.locator('.paper hx-files').first();
    await expect(list.locator('li').nth(0)).toContainText(/照片 1.*1\.8 MB.*1600 × 1200 像素/s);
    await expect(list.locator('li').nth(1)).toContainText(/PDF 文件 2.*471 KB.*已查毒/s);
    await expect(list).toContainText('都会记入办理记录');
    await expect(page.locator('main img')).toHaveCount(0);
    const asked = () => mock.calls.filter(({ path }) => path.includes('/files/'));
    expect(asked()).toEqual([]);
    const download = page.waitForEvent('download');
    await list.getByRole('link', { name: '照片 1' }).click();
    expect((await download).suggestedFilename()).toBe('JM-2026-000140-1.jpg');
    expect(asked()).toHaveLength(1);
    await expect.poll(() => mock.calls.filter(({ path }) => path === CALL).length).toBe(2);
    await expect(page).toHaveURL(/#\/letters\//);
  });

  test('that are gone, or behind a session that ended, are said in words, and the page stays', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    mock.failNext(`GET ${CALL}/files/${WITH_FILES.files![0]!.id}`, 404, 'not_found');
    await page.getByRole('link', { name: '照片 1' }).click();
    await expect(page.locator('.paper').getByRole('alert')).toContainText('这个附件已经不在了');
    mock.signedIn = false;
    await page.getByRole('link', { name: '照片 1' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('are not the centre’s to open', async ({ page, mock }) => {
    mock.account = central;
    await open(page, mock, LETTER);
    await expect(page.locator('.paper hx-files').first()).toContainText('由承办单位打开');
    await expect(page.locator('.paper a')).toHaveCount(0);
  });

  test('opened by somebody stand in the coordinator’s list of looks', async ({ page, mock }) => {
    mock.account = coordinator;
    await open(page, mock, LETTER);
    await page.getByText('查看和换发记录（1）').click();
    await expect(page.locator('.rail')).toContainText('查看了来信人的附件');
  });
});

test.describe('files of a reply', () => {
  test('go in parts and with the reply, and are in the preview of what its reader gets', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await writeReply(page);
    await input(page).setInputFiles([scan, file('现场.jpg', await phonePhoto(page, 64, 64), 'image/jpeg')]);
    await expect(picked(page)).toHaveCount(2);
    await expect(picked(page).nth(0)).toContainText('已传好');
    await expect(picked(page).nth(1)).toContainText('已传好');
    await page.getByText('来信人看到的样子').click();
    await expect(page.locator('.reply-preview')).toContainText('漏水是楼上水管老化');
    await expect(page.locator('.reply-preview li')).toHaveCount(2);
    await submit(page);
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    const ids = [...mock.uploads.begun.keys()];
    expect(mock.posts(`${CALL}/reply`)[0]?.body).toMatchObject({
      files: ids.map((id) => ({ id, key: `key-of-${id}` })),
    });
    expect(puts(mock).filter((path) => path.includes(ids[0]!))).toHaveLength(3);
  });

  test('survive a lost line: what arrived is not sent again', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    let free: () => void = () => undefined;
    mock.uploads.gate = new Promise((resolve) => (free = resolve));
    await page.route('**/parts/2', (route) => route.abort(), { times: 1 });
    await input(page).setInputFiles(scan);
    await expect(picked(page).getByRole('progressbar')).toBeVisible();
    free();
    await expect(picked(page)).toContainText('网络断了，连上后接着传');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(picked(page)).toContainText('已传好');
    const [id] = mock.uploads.begun.keys();
    expect(puts(mock).map((path) => path.slice(path.indexOf('/parts/')))).toEqual([
      '/parts/1',
      '/parts/2',
      '/parts/3',
    ]);
    expect(mock.calls.filter(({ method, path }) => method === 'GET' && path.endsWith(id!))).toHaveLength(1);
  });

  test('are kept with the text over a reload', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await writeReply(page);
    await input(page).setInputFiles(paper('王秀兰的合同.pdf'));
    await expect(picked(page)).toContainText('已传好');
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('王秀兰的合同');
    await page.reload();
    await expect(picked(page)).toContainText('PDF 文件 1');
    await submit(page);
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts(`${CALL}/reply`)[0]?.body).toMatchObject({ files: [{ id: expect.any(String) }] });
  });

  test('go on while their officer looks at another page, and are forgotten when they sign out', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    let free: () => void = () => undefined;
    mock.uploads.gate = new Promise((resolve) => (free = resolve));
    await input(page).setInputFiles(scan);
    await page.getByRole('link', { name: '主动发布' }).click();
    free();
    await page.goBack();
    await expect(picked(page)).toContainText('已传好');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('邮箱').fill('officer@demo.test');
    await page.getByLabel('密码').fill('huixin-demo');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.locator('#do-reply-body')).toBeVisible();
    await expect(picked(page)).toHaveCount(0);
  });

  test('that are refused say why in the service’s words, and hold back the reply until they are taken out', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await writeReply(page);
    mock.failNext(`POST ${CALL}/uploads`, 422, 'file_type', '只能添加照片和 PDF 文件。');
    await input(page).setInputFiles({ name: '说明.docx', mimeType: 'text/plain', buffer: scan.buffer });
    await expect(picked(page)).toContainText('只能添加照片和 PDF 文件。');
    await submit(page);
    await expect(page.locator('.problems')).toContainText('还有 1 个附件没有传好');
    await page.locator('.problems .link').click();
    await expect(page.getByRole('button', { name: '添加文件' })).toBeFocused();
    expect(mock.posts(`${CALL}/reply`)).toEqual([]);
    await page.getByRole('button', { name: '去掉“说明.docx”' }).click();
    await expect(page.getByRole('button', { name: '添加文件' })).toBeFocused();
    await submit(page);
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts(`${CALL}/reply`)[0]?.body).not.toHaveProperty('files');
  });

  test('that the service fails on are tried again on a press, from where they were', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    const id = 'upload0'.padEnd(25, '0');
    const words = '安全检查暂时没有回应。文件已经传好，请稍后再试。';
    mock.failNext(`POST /v1/tenants/jingmen/uploads/${id}/complete`, 503, 'scan_unavailable', words);
    await input(page).setInputFiles(paper('合同.pdf'));
    await expect(picked(page)).toContainText('安全检查暂时没有回应');
    await picked(page).getByRole('button', { name: '再试一次' }).click();
    await expect(picked(page)).toContainText('已传好');
    expect(puts(mock)).toHaveLength(1);
  });

  test('are five at most, and what found no room is said', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await input(page).setInputFiles(
      ['一', '二', '三', '四', '五', '六', '七'].map((name) => paper(`${name}.pdf`)),
    );
    await expect(picked(page)).toHaveCount(5);
    await expect(page.locator('hx-file-picker')).toContainText('多出的 2 个没有添加');
    await expect(page.getByRole('button', { name: '已有 5 个，不能再加' })).toBeVisible();
  });

  test('of a returned reply come back with it, and go again without a key', async ({ page, mock }) => {
    const [written] = TO_RELEASE.replies;
    const body = '经查，漏水是楼上水管老化，已于11月18日请物业更换。';
    const draft = { ...written!, type: 'final' as const, body };
    mock.letters.set(WITH_FILES.number, { ...WITH_FILES, returned: { draft, reason: '请附上合同' } });
    await open(page, mock, LETTER);
    await expect(picked(page)).toContainText('PDF 文件 1');
    await input(page).setInputFiles(paper('合同.pdf'));
    await expect(picked(page).nth(1)).toContainText('已传好');
    await submit(page);
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    const [old, fresh] = (mock.posts(`${CALL}/reply`)[0]!.body as { files: object[] }).files;
    expect(old).toEqual({ id: draft.files![0]!.id });
    expect(fresh).toHaveProperty('key');
  });
});

test.describe('releasing', () => {
  const PUBLISH = `#/letters/${TO_RELEASE.number}/publish`;
  const sent = (mock: ConsoleMock) => mock.posts(`/v1/staff/letters/${TO_RELEASE.number}/publish`)[0]?.body;

  test('publishes no file by itself, and exactly those that are ticked', async ({ page, mock }) => {
    await open(page, mock, PUBLISH);
    const boxes = page.locator('.release-files input[type=checkbox]');
    await expect(boxes).toHaveCount(2);
    for (const box of await boxes.all()) await expect(box).not.toBeChecked();
    await expect(page.locator('.release-files')).toContainText('没法替您隐去');
    await expect(page.locator('.preview')).toContainText('附件都不公开');
    await page.getByRole('checkbox', { name: '公开这个文件 照片 1' }).check();
    await expect(page.locator('.preview')).toContainText('公开 1 个附件，任何人都能下载');
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await expect(page.locator('.done')).toContainText('已公开');
    expect(sent(mock)).toMatchObject({ files: [TO_RELEASE.files![0]!.id] });
  });

  test('a correction begins with what is released now', async ({ page, mock }) => {
    const [photo] = TO_RELEASE.files!;
    const files = [{ ...photo!, released: true }];
    mock.letters.set(TO_RELEASE.number, { ...TO_RELEASE, files, release: 'published' });
    await open(page, mock, PUBLISH);
    await expect(page.getByRole('checkbox', { name: '公开这个文件 照片 1' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: '公开这个文件 PDF 文件 2' })).not.toBeChecked();
  });

  test('says of each proposal, in the letter and in the office’s own reply, whether it is taken up', async ({
    page,
    mock,
  }) => {
    await open(page, mock, PUBLISH);
    const reply = page.locator('section[aria-label=答复]');
    await expect(page.locator('section[aria-label=正文]').locator('.proposals li')).toHaveCount(4);
    await expect(reply.locator('.proposals li')).toContainText(/手机号.*13912345678.*139\*{4}5678.*已隐去/s);
    await page.getByRole('button', { name: '照原文保留“13812345678”' }).click();
    await expect(page.locator('#do-publish-body')).toHaveValue(/我的电话是13812345678/);
    await expect(page.locator('form')).toContainText('有 1 处系统建议隐去而没有隐去');
    await page.getByRole('button', { name: '隐去“13812345678”' }).click();
    await expect(page.locator('#do-publish-body')).toHaveValue(/我的电话是138\*{4}5678/);
    await expect(page.locator('form')).not.toContainText('系统建议隐去而没有隐去');
  });

  test('finds a proposal’s place in a text that was edited by hand', () => {
    const original = '我叫王秀兰，电话13812345678，请回电。';
    const edited = '（来信人）王**，电话138****5678，请尽快回电。';
    const found = proposalsFor(original, edited, true);
    expect(found.map(({ state }) => state)).toEqual(['masked', 'masked']);
    const kept = settle(edited, found[1]!, false);
    expect(kept).toBe('（来信人）王**，电话13812345678，请尽快回电。');
    const again = proposalsFor(original, kept, true);
    expect(again.map(({ state }) => state)).toEqual(['masked', 'kept']);
    expect(settle(kept, again[1]!, true)).toBe(edited);
  });
});

test.describe('personal data', () => {
  test('is erased only with grounds and a ticked confirmation, and leaves the screen', async ({
    page,
    mock,
  }) => {
    mock.account = coordinator;
    await open(page, mock, LETTER);
    await page.getByRole('button', { name: '查看并记录' }).click();
    await expect(page.locator('.facts')).toContainText('13812345678');
    await page.locator('.others').getByText('删除联系方式', { exact: true }).click();
    await expect(page.locator('.command')).toContainText('附件是办信的材料，留到办结后再删');
    await page.fill('#do-erase-contact-reason', '来信人本人到窗口申请');
    await submit(page);
    await expect(page.locator('.problems')).toContainText('请先看清这一句，再勾选');
    expect(mock.posts(`${CALL}/erase-contact`)).toEqual([]);
    await page.locator('#do-erase-contact-sure').check();
    await submit(page);
    await expect(page.locator('.actions .done')).toContainText('已删除');
    expect(mock.posts(`${CALL}/erase-contact`)[0]?.body).toEqual({ reason: '来信人本人到窗口申请' });
    await expect(page.locator('.rail')).not.toContainText('13812345678');
    await expect(page.locator('.rail')).toContainText('联系方式已经删除');
  });

  test('a new access key is printed as a slip alone', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await page.locator('.others').getByText('换发查询码', { exact: true }).click();
    await page.fill('#do-new-key-proof', '报出的电话与登记一致');
    await submit(page);
    await page.locator('.slip').waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip')).toBeVisible();
    await expect(page.locator('.slip')).toContainText(`/s/jingmen/letters/${WITH_FILES.number}`);
    for (const gone of ['.letter-head', '.rail', '.top', '.others', '.back'])
      await expect(page.locator(gone).first()).toBeHidden();
  });
});
