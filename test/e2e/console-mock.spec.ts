/** The console as it ships, behind its CSP, against a mocked service: what a member sees, sends, and never loses. */
import type { Page } from '@playwright/test';
import { diff } from '../../console/lib/diff.ts';
import { NOW, central, coordinator, letter } from './console-mock.data.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

const GOOD_REPLY =
  '经核实，您的养老金自八月起少发120元。依据《社会保险经办条例》第二十条，已于11月18日更正，将于11月27日补发。请打0724-2345678。';
const writeReply = async (page: Page) => {
  await page.fill('#do-reply-body', GOOD_REPLY);
  await page.getByRole('radio', { name: '已解决' }).check();
};
const TODAY_LETTER = '#/letters/JM-2026-000121';
const REPLY_CALL = 'POST /v1/staff/letters/JM-2026-000121/reply';

test.describe('signing in', () => {
  test('says in plain words that the password is wrong, then lets the member in', async ({ page, mock }) => {
    mock.signedIn = false;
    await open(page, mock);
    await page.getByLabel('邮箱').fill('officer@demo.test');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('alert')).toContainText('邮箱或密码不对');
    await page.getByLabel('密码').fill('huixin-demo');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('heading', { name: '收件' })).toBeVisible();
    expect(mock.posts('/v1/auth/sign-in/email').map(({ body }) => body)).toContainEqual({
      email: 'officer@demo.test',
      password: 'huixin-demo',
    });
  });

  test('forgets everything typed when the member signs out', async ({ page, mock }) => {
    await open(page, mock, TODAY_LETTER);
    await page.fill('#do-reply-body', GOOD_REPLY);
    await page.getByRole('button', { name: '退出' }).click();
    await expect(page.getByLabel('密码')).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});

test.describe('the inbox', () => {
  test('shows that it is loading, then the letters by deadline with word and shape', async ({
    page,
    mock,
  }) => {
    let release: () => void = () => undefined;
    mock.gate = new Promise((resolve) => (release = resolve));
    await open(page, mock);
    await expect(page.locator('.loading')).toBeVisible();
    release();
    const rows = page.locator('.letter-row');
    await expect(rows).toHaveCount(7);
    await expect(rows.first()).toContainText('逾期 16 天');
    await expect(rows.first()).toContainText('红牌');
    await expect(rows.first().locator('.due svg')).toBeVisible();
    await expect(page.getByRole('link', { name: /逾期 1/ })).toBeVisible();
  });

  test('asks for exactly what a filter says', async ({ page, mock }) => {
    mock.account = coordinator;
    await open(page, mock);
    await page.getByRole('link', { name: /^今日到期/ }).click();
    await expect(page.locator('.letter-row')).toHaveCount(2);
    await page.getByLabel('承办单位').selectOption('hrss');
    await page.getByRole('link', { name: /^待分派/ }).click();
    await expect(page.locator('.letter-row')).toHaveCount(1);
    const asked = mock.calls.filter(({ path }) => path === '/v1/staff/letters').map(({ query }) => query);
    const inHand = { tenant: 'jingmen', status: 'open', limit: '30' };
    expect(asked).toContainEqual({ ...inHand, due: 'today' });
    expect(asked).toContainEqual({ ...inHand, due: 'today', department: 'hrss' });
    expect(asked.at(-1)).toEqual({ ...inHand, department: 'unassigned' });
  });

  test('teaches when it is empty and says what to do when it fails', async ({ page, mock }) => {
    mock.letters.clear();
    mock.failNext('GET /v1/staff/letters', 500, 'internal');
    await open(page, mock);
    await expect(page.getByRole('alert')).toContainText('没能取到信件');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('.state')).toContainText('最急的在最上面');
    await page.getByRole('searchbox').fill('张三');
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.locator('.state')).toContainText('没有找到含“张三”的信');
    expect(page.url()).not.toContain(encodeURIComponent('张三'));
  });

  test('fetches more on demand and puts the focus on the first new letter', async ({ page, mock }) => {
    mock.pageSize = 5;
    await open(page, mock);
    await expect(page.locator('.letter-row')).toHaveCount(5);
    await page.getByRole('button', { name: '再取一些' }).click();
    await expect(page.locator('.letter-row')).toHaveCount(7);
    await expect(page.locator('.letter-link').nth(5)).toBeFocused();
  });

  test('can be walked with j, k, o and / and the keys can be switched off', async ({ page, mock }) => {
    await open(page, mock);
    await expect(page.locator('.letter-row')).toHaveCount(7);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(page.locator('.letter-link').first()).toBeFocused();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.getByText('键盘', { exact: true }).click();
    await page.getByLabel('启用单键快捷键').uncheck();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await expect(page.locator('.letter-link').first()).not.toBeFocused();
    await page.getByLabel('启用单键快捷键').check();
    await page.locator('.letter-link').nth(1).focus();
    await page.keyboard.press('o');
    await expect(page).toHaveURL(/letters\/JM-2026-000123/);
  });
});

test.describe('a letter', () => {
  test('is accepted and answered through the two commands, with the promise on the page', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/letters/JM-2026-000123');
    await expect(page.locator('.promise-line')).toContainText('11月20日（星期五）');
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await expect(page.locator('.actions .done')).toContainText('已受理');
    await writeReply(page);
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    await expect(page.locator('.piece.reply')).toContainText('市人社局答复');
    expect(mock.posts('/v1/staff/letters/JM-2026-000123/accept')[0]?.body).toEqual({ department: 'hrss' });
    expect(mock.posts('/v1/staff/letters/JM-2026-000123/reply')[0]?.body).toEqual({
      type: 'final',
      body: GOOD_REPLY,
      outcome: 'resolved',
    });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('says at the field and in a summary what a reply still lacks, and sends nothing', async ({
    page,
    mock,
  }) => {
    await open(page, mock, TODAY_LETTER);
    await page.fill('#do-reply-body', '近期会尽快办。');
    await page.getByRole('radio', { name: '列入计划' }).check();
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('#do-reply-problems')).toBeFocused();
    await expect(page.locator('#do-reply-body-error')).toContainText('还差 3 个字');
    await expect(page.locator('#do-reply-promisedFor-error')).toContainText('今天以后');
    await page.getByRole('button', { name: '“答复”还差 3 个字。' }).click();
    await expect(page.locator('#do-reply-body')).toBeFocused();
    expect(mock.posts('/v1/staff/letters/JM-2026-000121/reply')).toEqual([]);
  });

  test('shows contact details only after a recorded view', async ({ page, mock }) => {
    await open(page, mock, TODAY_LETTER);
    await expect(page.getByText('都会记入办理记录')).toBeVisible();
    await page.getByRole('button', { name: '查看并记录' }).click();
    await expect(page.locator('.facts')).toContainText('13812345678');
    expect(mock.posts('/v1/staff/letters/JM-2026-000121/contact')).toHaveLength(1);
  });

  test('offers other ways as inline forms, with the day an extension leads to', async ({ page, mock }) => {
    await open(page, mock, TODAY_LETTER);
    await page.getByRole('button', { name: '延期', exact: true }).click();
    await expect(page.locator('.preview-line')).toContainText('11月27日');
    await page.getByRole('button', { name: '不办了' }).click();
    await page.getByRole('button', { name: '换发查询码' }).click();
    await page.fill('#do-new-key-proof', '报出的姓名和电话与登记一致');
    await page.getByRole('button', { name: '换发查询码' }).click();
    await expect(page.locator('.slip')).toContainText('K7QF-2M9X-4TWB-8HND-1CVA');
    await page.getByRole('button', { name: '转办', exact: true }).click();
    await page.locator('#do-transfer-department').selectOption('housing');
    await page.fill('#do-transfer-reason', '按三定方案由住建部门负责');
    await page.getByRole('button', { name: '转办', exact: true }).click();
    await expect(page.locator('.actions .done')).toContainText('已转办');
    await expect(page.locator('#do-transfer-reason')).toHaveCount(0);
    await expect(page.locator('#do-reply-body')).toBeVisible();
  });

  test('waits with a colleague’s reply until a second member signs it off', async ({ page, mock }) => {
    const draft = { at: NOW, type: 'final' as const, department: '市人社局', body: GOOD_REPLY };
    const waiting = { ...draft, outcome: 'resolved' as const, promisedFor: null, phone: null };
    mock.account = coordinator;
    mock.letters.set(
      'JM-2026-000121',
      letter('JM-2026-000121', { draft: waiting, may: ['approve', 'return', 'note'] }),
    );
    await open(page, mock, TODAY_LETTER);
    await expect(page.locator('.draft')).toContainText(GOOD_REPLY);
    await page.getByRole('button', { name: '同意发出' }).click();
    await expect(page.locator('.actions .done')).toContainText('已同意');
    expect(mock.posts('/v1/staff/letters/JM-2026-000121/approve')[0]?.body).toEqual({});
  });

  test('shows a returned reply with what to change, ready to be mended and sent again', async ({
    page,
    mock,
  }) => {
    const draft = { at: NOW, type: 'final' as const, department: '市人社局', body: GOOD_REPLY };
    const written = { ...draft, outcome: 'resolved' as const, promisedFor: null, phone: '0724-2345678' };
    const returned = { draft: written, reason: '请写明补发的日期。' };
    mock.letters.set('JM-2026-000121', letter('JM-2026-000121', { returned }));
    await open(page, mock, TODAY_LETTER);
    await expect(page.locator('.command')).toContainText('退回修改：请写明补发的日期。');
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts(REPLY_CALL.slice(5))[0]?.body).toEqual({
      ...{ type: 'final', body: GOOD_REPLY, outcome: 'resolved', phone: '0724-2345678' },
    });
  });

  test('has nothing but reading for the centre', async ({ page, mock }) => {
    mock.account = central;
    mock.letters.set('JM-2026-000121', letter('JM-2026-000121', { may: [] }));
    await open(page, mock, TODAY_LETTER);
    await expect(page.getByText('主管部门只查看')).toBeVisible();
    await expect(page.locator('form')).toHaveCount(0);
  });
});

test.describe('nothing typed is lost', () => {
  test('when the session ends: sign in over the page, and the reply goes out', async ({ page, mock }) => {
    await open(page, mock, TODAY_LETTER);
    await writeReply(page);
    mock.failNext(REPLY_CALL, 401, 'unauthenticated');
    await page.getByRole('button', { name: '发出答复' }).click();
    const dialog = page.getByRole('dialog', { name: '请重新登录' });
    await expect(dialog).toBeVisible();
    await expect(page.locator('#do-reply-body')).toHaveValue(GOOD_REPLY);
    await expect(dialog.getByLabel('邮箱')).toHaveValue('officer@demo.test');
    await expect(dialog.getByLabel('密码')).toBeFocused();
    await dialog.getByLabel('密码').fill('huixin-demo');
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts('/v1/staff/letters/JM-2026-000121/reply')).toHaveLength(2);
  });

  test('when the sign-in is put off: the text stays and says so', async ({ page, mock }) => {
    await open(page, mock, TODAY_LETTER);
    await writeReply(page);
    mock.failNext(REPLY_CALL, 401, 'unauthenticated');
    await page.getByRole('button', { name: '发出答复' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator('#do-reply-problems')).toContainText('登录已失效');
    await expect(page.locator('#do-reply-body')).toHaveValue(GOOD_REPLY);
  });

  test('when the letter changed meanwhile: reloads with the text, even where the step is gone', async ({
    page,
    mock,
  }) => {
    await open(page, mock, TODAY_LETTER);
    await writeReply(page);
    mock.failNext(REPLY_CALL, 409, 'conflict', 'conflict');
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('#do-reply-problems')).toContainText('您写的文字会留着');
    await page.getByRole('button', { name: '重新载入这封信' }).click();
    await expect(page.locator('#do-reply-body')).toHaveValue(GOOD_REPLY);
    mock.letters.set(
      'JM-2026-000121',
      letter('JM-2026-000121', { may: ['note'], status: 'replied', version: 9 }),
    );
    await page.reload();
    await expect(page.locator('.stranded')).toContainText(GOOD_REPLY);
  });

  test('when the line is down: says so, keeps the text over a reload, sends it later once', async ({
    page,
    mock,
    context,
  }) => {
    await open(page, mock, TODAY_LETTER);
    await writeReply(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('#do-reply-problems')).toContainText('网络断了');
    await context.setOffline(false);
    await page.reload();
    await expect(page.locator('#do-reply-body')).toHaveValue(GOOD_REPLY);
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts('/v1/staff/letters/JM-2026-000121/reply')).toHaveLength(1);
  });

  test('when the service refuses: its words and the field errors show, the text stays', async ({
    page,
    mock,
  }) => {
    await open(page, mock, TODAY_LETTER);
    await writeReply(page);
    const errors = [
      { path: 'body', code: 'control_characters', message: '答复里有看不见的控制字符，请去掉。' },
    ];
    mock.failNext(REPLY_CALL, 400, 'bad_request', '有几处需要改一改。', errors);
    await page.getByRole('button', { name: '发出答复' }).click();
    await expect(page.locator('#do-reply-problems')).toContainText('有几处需要改一改');
    await expect(page.locator('#do-reply-body-error')).toContainText('控制字符');
    await expect(page.locator('#do-reply-body')).toHaveValue(GOOD_REPLY);
  });
});

test.describe('publishing', () => {
  test('lays original and public text side by side, marks what is masked and sends what stands there', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/letters/JM-2026-000101/publish');
    await expect(page.locator('.original del').filter({ hasText: '19640512' })).toBeVisible();
    await expect(page.locator('.preview mark').filter({ hasText: '****' }).first()).toBeVisible();
    await page.getByLabel('标题（公开稿）').fill('养老金少发了');
    await expect(page.locator('.preview-title')).toContainText('养老金少发了');
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await expect(page.locator('.done')).toContainText('已公开');
    const sent = mock.posts('/v1/staff/letters/JM-2026-000101/publish')[0]?.body as Record<string, string>;
    expect(sent['title']).toBe('养老金少发了');
    expect(sent['body']).toContain('138****5678');
    expect(sent['reply']).toContain('王**同志');
  });

  test('finds every change between two texts', () => {
    const stretches = diff('我叫王秀兰，电话13812345678，住7号', '我叫王**，电话138****5678，住');
    expect(stretches.filter(({ kind }) => kind === 'gone').map(({ text }) => text)).toEqual([
      '秀兰',
      '1234',
      '7号',
    ]);
    expect(
      stretches
        .filter(({ kind }) => kind !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe('我叫王**，电话138****5678，住');
  });
});
