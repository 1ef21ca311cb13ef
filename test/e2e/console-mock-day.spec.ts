/** An officer's day against a mocked service: today's page, filters of one's own, many letters at once, the way from letter to letter. */
import type { Page } from '@playwright/test';
import { coordinator, letter } from './console-mock.data.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

const LETTER = '#/letters/JM-2026-000121';
const REPLY = '经查，三盏路灯因线缆被挖断停亮，已于十一月十八日修好。依据《城市照明管理规定》第二十条。';
const pick = (page: Page, number: string) => page.getByRole('checkbox', { name: `选中 ${number}` });

test.describe('today’s page', () => {
  test('is where a member begins, and asks the service once', async ({ page, mock }) => {
    await open(page, mock, '#/');
    await expect(page.getByRole('heading', { name: '今天', exact: true })).toBeVisible();
    await expect(page.locator('.lead')).toContainText('11月20日（星期五）：1 封已逾期，2 封今天到期');
    const late = page.getByRole('region', { name: /^已逾期/ });
    await expect(late.locator('.today-row').first()).toContainText('逾期 16 天');
    expect(mock.calls.filter(({ path }) => path.startsWith('/v1/staff/')).map(({ path }) => path)).toEqual([
      '/v1/staff/session',
      '/v1/staff/today',
    ]);
    await late.getByRole('link', { name: /^全部/ }).click();
    await expect(page).toHaveURL(/#\/inbox\?view=late$/);
    await expect(page.locator('.letter-row').first()).toContainText('逾期');
  });

  test('is pleasant when nothing is due, and says what to do when it can’t be fetched', async ({
    page,
    mock,
  }) => {
    mock.letters.clear();
    mock.failNext('GET /v1/staff/today', 500, 'internal');
    await open(page, mock, '#/');
    await expect(page.getByRole('alert')).toContainText('没能取到今天的信件');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('.state')).toContainText('今天没有到期的信件');
    await page.getByRole('link', { name: '打开收件' }).click();
    await expect(page.getByRole('heading', { name: '收件' })).toBeVisible();
  });
});

test.describe('filters of one’s own', () => {
  test('keep view and search with the service, out of the address, and drop again', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/inbox?view=late');
    await page.getByRole('searchbox').fill('养老金');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('button', { name: '保存这个筛选' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.locator('#saved-problems')).toContainText('名称');
    await page.getByLabel('名称').fill('逾期养老金');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect(mock.day.filters).toMatchObject([
      { name: '逾期养老金', filter: { status: 'open', due: 'late', q: '养老金' } },
    ]);
    await page.goto(`${mock.url}/console/#/inbox`);
    await page.reload();
    await page.getByRole('button', { name: '逾期养老金', exact: true }).click();
    await expect(page.getByRole('searchbox')).toHaveValue('养老金');
    await expect(page).toHaveURL(/#\/inbox\?view=late$/);
    expect(mock.calls.findLast(({ path }) => path === '/v1/staff/letters')?.query).toMatchObject({
      due: 'late',
      q: '养老金',
    });
    await page.getByRole('button', { name: '删去筛选“逾期养老金”' }).click();
    await expect(page.getByRole('button', { name: '逾期养老金', exact: true })).toHaveCount(0);
    expect(mock.day.filters).toEqual([]);
  });
});

test.describe('many letters at once', () => {
  test('are accepted one by one; which were not, and why, stands there until it is read', async ({
    page,
    mock,
  }) => {
    mock.account = coordinator;
    await open(page, mock);
    const numbers = ['JM-2026-000121', 'JM-2026-000123', 'JM-2026-000118'];
    for (const number of numbers) await pick(page, number).check();
    await expect(page.locator('.bulk')).toContainText('选中 3 封');
    mock.failNext('POST /v1/staff/letters/JM-2026-000118/accept', 409, 'wrong_status', '状态不能这样操作。');
    mock.failNext('POST /v1/staff/letters/JM-2026-000121/accept', 409, 'already_accepted');
    await page.locator('.bulk').getByRole('button', { name: '受理' }).click();
    const report = page.locator('.bulk-report');
    await expect(report).toContainText('办好 2 封');
    await expect(report.locator('li')).toHaveCount(1);
    await expect(report).toContainText('状态不能这样操作');
    expect(mock.posts('/v1/staff/letters/JM-2026-000123/accept')).toHaveLength(1);
    await page.getByRole('button', { name: '把没办成的再试一次' }).click();
    await expect(report).toContainText('办好 1 封');
    expect(mock.posts('/v1/staff/letters/JM-2026-000118/accept')).toHaveLength(2);
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(page.locator('.bulk')).toHaveCount(0);
  });

  test('are left alone once the line is lost, and said to be', async ({ page, mock, context }) => {
    await open(page, mock);
    await page.getByRole('checkbox', { name: '选中列出的全部信件' }).check();
    await expect(page.locator('.bulk')).toContainText('选中 7 封');
    await context.setOffline(true);
    await expect(page.locator('.line-banner')).toContainText('网络断了');
    await page.locator('.bulk').getByRole('button', { name: '受理' }).click();
    await expect(page.locator('.bulk-report')).toContainText('没有动');
    await context.setOffline(false);
    await expect(page.locator('.line-banner')).toHaveCount(0);
  });
});

test.describe('from letter to letter', () => {
  test('j and k go along the list it was opened from, u back, and ? shows every key', async ({
    page,
    mock,
  }) => {
    await open(page, mock);
    await expect(page.locator('.letter-row')).toHaveCount(7);
    const second = page.locator('.letter-link').nth(1);
    await second.focus();
    const title = await page.locator('.letter-link').nth(2).innerText();
    await page.keyboard.press('o');
    await expect(page.locator('.walk')).toContainText('2 / 7');
    await page.keyboard.press('j');
    await expect(page.locator('h1')).toHaveText(title);
    await page.keyboard.press('k');
    await expect(page.locator('.walk')).toContainText('2 / 7');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { name: '收件' })).toBeVisible();
  });

  test('after a command the next letter is one press away', async ({ page, mock }) => {
    await open(page, mock);
    await page
      .getByRole('link', { name: mock.letters.get('JM-2026-000123')!.title })
      .first()
      .click();
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await expect(page.locator('.actions .done')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('.next-letter a')).toBeFocused();
  });

  test('r opens the letter with the answer begun', async ({ page, mock }) => {
    await open(page, mock);
    await page.locator('.letter-row', { hasText: 'JM-2026-000121' }).locator('.letter-link').focus();
    await page.keyboard.press('r');
    await expect(page.locator('hx-reply-form input').first()).toBeFocused();
    await expect(page).toHaveURL(/letters\/JM-2026-000121$/);
  });
});

test.describe('a letter that others work on too', () => {
  test('says who has it open, and that one has left', async ({ page, mock }) => {
    mock.day.others = ['陈立'];
    await open(page, mock, LETTER);
    await expect(page.locator('.colleagues')).toContainText('陈立也开着这封信');
    await page.getByRole('link', { name: '收件', exact: true }).last().click();
    await expect.poll(() => mock.day.left).toEqual(['JM-2026-000121']);
  });

  test('refused for its version: says what changed, keeps the text, and takes it after a look', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', REPLY);
    await page.getByRole('radio', { name: '已解决' }).check();
    const before = mock.letters.get('JM-2026-000121')!;
    const objected = { ...before.timeline[0]!, kind: 'objected', department: '市人社局' };
    mock.letters.set(
      before.number,
      letter(before.number, {
        ...before,
        version: before.version + 1,
        timeline: [...before.timeline, objected],
      }),
    );
    mock.failNext(`POST /v1/staff/letters/${before.number}/reply`, 412, 'letter_changed');
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('.changed')).toContainText('市人社局提出：不归本单位办');
    await expect(page.locator('#do-reply-body')).toHaveValue(REPLY);
    await page.getByRole('button', { name: '载入最新的内容' }).click();
    await expect(page.locator('.changed')).toHaveCount(0);
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    const versions = mock
      .posts(`/v1/staff/letters/${before.number}/reply`)
      .map(({ headers }) => headers['if-match']);
    expect(versions).toEqual([`"${before.version}"`, `"${before.version + 1}"`]);
  });
});

test.describe('a tab that is older than the service', () => {
  test('says so instead of an empty page, and what was typed is there after a reload', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', REPLY);
    await page.route(/notices-page/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('link', { name: '主动发布' }).click();
    await expect(page.getByRole('alert')).toContainText('工作台刚更新过');
    await page.unroute(/notices-page/);
    await page.getByRole('button', { name: '重新载入' }).click();
    await expect(page.getByRole('heading', { name: '主动发布' })).toBeVisible();
    await page.goto(`${mock.url}/console/${LETTER}`);
    await expect(page.locator('#do-reply-body')).toHaveValue(REPLY);
  });
});
