/** The reply check beside the editor: what it shows of the eight signs, whom it interrupts, and what it holds back. */
import type { Page } from '@playwright/test';
import { heldBack } from '../../core/reply-check.rules.ts';
import { checkDraft, hintsOf, missingIn, partsAsked } from '../../console/lib/reply-check.ts';
import { heard, listen } from './a11y/in-page.ts';
import { NOW, letter, letters } from './console-mock.data.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

const NUMBER = 'JM-2026-000121';
const LETTER = `#/letters/${NUMBER}`;
/** A complaint, with the department whose officer is signed in. */
const LIFT = letter(NUMBER, {
  kind: 'complaint',
  title: letters[0]!.title,
  body: letters[0]!.body,
});
const REPLY = `/v1/staff/letters/${NUMBER}/reply`;
const GOOD =
  '经核实，您的养老金自八月起少发120元。依据《社会保险经办条例》第二十条，已于11月18日更正，将于11月27日补发。请打0724-2345678。';
const EVASIVE =
  '经现场查看，金虾社区3栋电梯已停用三周。我们将尽快联系物业。维修资金请您向市房管局咨询反映，近期安排维修。';
const BARE = '您好，您反映的问题已收悉，我们高度重视，将尽快研究处理。感谢您的支持与理解。';

const fields = { type: 'final', body: GOOD, outcome: 'resolved', promisedFor: '', phone: '' };
const advice = (page: Page) => page.getByRole('region', { name: '答复检查' });
const hold = (page: Page) => page.getByRole('group', { name: /答复里有个人信息/ });
const send = (page: Page) => page.getByRole('button', { name: '发出答复' });
const selected = (page: Page) =>
  page.evaluate(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });

async function write(page: Page, body: string): Promise<void> {
  await page.fill('#do-reply-body', body);
  await page.getByRole('radio', { name: '已解决' }).check();
}

test.describe('beside the editor', () => {
  test('says what is meant and what to do, quotes the words and selects them in the reply', async ({
    page,
    mock,
  }) => {
    mock.letters.set(NUMBER, LIFT);
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', EVASIVE);
    const vague = advice(page).getByRole('listitem').filter({ hasText: '没有说清时间' });
    await expect(vague).toContainText('请写明哪一天前办好');
    await expect(vague.getByRole('button')).toHaveCount(2);
    await vague.getByRole('button', { name: '“近期”' }).click();
    expect(await selected(page)).toBe('近期');
    const elsewhere = advice(page).getByRole('listitem').filter({ hasText: '让来信人去找别处' });
    await expect(elsewhere).toContainText('请用“转办”');
    await elsewhere.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    expect(await selected(page)).toContain('房管局');
    await page.keyboard.type('我们会替您问');
    await expect(page.locator('#do-reply-body')).toHaveValue(/我们会替您问/);
    await expect(elsewhere).toHaveCount(0);
  });

  test('names the letters answered with these words already, and asks once for one text', async ({
    page,
    mock,
  }) => {
    const other = 'JM-2026-000098';
    mock.replyCheck = {
      copies: [
        {
          ...{ number: other, similarity: 0.98, at: '2026-11-03T10:00:00+08:00' },
          ...{ department: 'hrss', departmentName: '市人社局' },
        },
      ],
      others: 3,
    };
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', GOOD);
    const copied = advice(page).getByRole('listitem').filter({ hasText: '这样的话答复过别的信' });
    await expect(copied.getByRole('link', { name: other })).toHaveAttribute('href', `#/letters/${other}`);
    await expect(copied).toContainText('几乎一字不差');
    await expect(copied).toContainText('另有 3 封');
    await page.fill('#do-reply-body', `${GOOD} 谢谢！`);
    await page.fill('#do-reply-body', '');
    await expect(copied).toHaveCount(0);
    expect(mock.posts(`/v1/staff/letters/${NUMBER}/reply-check`)).toHaveLength(1);
  });

  test('brings the words into sight in a long reply', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', `${`${GOOD}\n\n`.repeat(25)}我们将尽快补发。`);
    await page.setViewportSize({ width: 1280, height: 700 });
    await advice(page).getByRole('button', { name: '“尽快”' }).click();
    expect(await selected(page)).toBe('尽快');
    const bottom = await page
      .locator('#do-reply-body')
      .evaluate((area) => area.getBoundingClientRect().bottom);
    expect(bottom, 'the end of the reply is on the screen').toBeLessThan(760);
  });

  test('shows boilerplate first and folds what follows from it', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await page.fill('#do-reply-body', BARE);
    await expect(advice(page).getByRole('listitem').first()).toContainText('整篇都是套话');
    const rest = advice(page).locator('details');
    await expect(rest.getByText('没有说清时间')).toBeHidden();
    await rest.locator('summary').click();
    await expect(rest.getByText('没有说清时间')).toBeVisible();
  });

  test('ticks the parts that are there, and asks an interim reply for none', async ({ page, mock }) => {
    mock.letters.set(NUMBER, LIFT);
    await open(page, mock, LETTER);
    await expect(advice(page).getByText('还没看到')).toHaveCount(0);
    await page.fill('#do-reply-body', EVASIVE);
    const part = (words: string) => advice(page).getByRole('listitem').filter({ hasText: words });
    await expect(part('查明了什么')).toContainText('有了');
    await expect(part('依据哪条规定')).toContainText('还没看到');
    await expect(part('下一步和电话')).toContainText('还没看到');
    await page.getByLabel('联系电话').fill('0724-2345678');
    await expect(part('下一步和电话')).toContainText('有了');
    await page.getByRole('radio', { name: '阶段性答复' }).check();
    await expect(part('依据哪条规定')).toHaveCount(0);
  });

  test('is heard once after a pause, not at each keystroke, and not of an untouched form', async ({
    page,
    mock,
  }) => {
    await page.clock.install({ time: new Date(NOW) });
    await open(page, mock, LETTER);
    await page.locator('#do-reply-body').focus();
    await page.evaluate(listen);
    for (const piece of ['我们将尽快', '核实您的养老金', '，近期答复。']) {
      await page.keyboard.insertText(piece);
      await page.clock.runFor(1000);
    }
    expect(await page.evaluate(heard)).toEqual([]);
    await expect(advice(page)).toContainText('没有说清时间');
    await page.clock.runFor(1000);
    const said = await page.evaluate(heard);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('没有说清时间');
    await page.fill('#do-reply-body', GOOD);
    await page.clock.runFor(2000);
    expect(await page.evaluate(heard)).toEqual([said[0], '答复检查：没有要提醒的了。']);
  });
});

test.describe('personal data', () => {
  const LEAK = `${GOOD}您的身份证号420800196405121234，手机13812345678已登记。`;

  test('is asked about before the reply goes: going back selects it, and nothing was sent', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await write(page, LEAK);
    await send(page).click();
    await expect(hold(page)).toBeFocused();
    await expect(hold(page)).toContainText('以后可能放到网上');
    await expect(hold(page)).toContainText('身份证号 “420800196405121234”');
    await hold(page).getByRole('button', { name: '回去修改' }).click();
    expect(await selected(page)).toBe('420800196405121234');
    await expect(hold(page)).toHaveCount(0);
    expect(mock.posts(REPLY)).toEqual([]);
    await write(page, GOOD);
    await send(page).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
  });

  test('goes nonetheless with a reason, which holds for that text alone and is nowhere stored', async ({
    page,
    mock,
  }) => {
    await open(page, mock, LETTER);
    await write(page, LEAK);
    await send(page).click();
    await hold(page).getByRole('button', { name: '保留并发出' }).click();
    await expect(page.locator('#do-reply-problems')).toContainText('请选择“一定要保留的理由”');
    await hold(page)
      .getByRole('radio', { name: /来信人自己的/ })
      .check();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('hold');
    await page.fill('#do-reply-body', `${LEAK}又及。`);
    await expect(hold(page)).toHaveCount(0);
    await expect(page.locator('#do-reply-problems')).toHaveCount(0);
    await send(page).click();
    await expect(hold(page).getByRole('radio', { checked: true })).toHaveCount(0);
    await hold(page)
      .getByRole('radio', { name: /来信人自己的/ })
      .check();
    await hold(page).getByRole('button', { name: '保留并发出' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts(REPLY).map(({ body }) => body)).toEqual([
      { type: 'final', body: `${LEAK}又及。`, personalData: 'own', outcome: 'resolved' },
    ]);
  });

  test('is asked about where the service finds what this page did not', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await write(page, GOOD);
    const [start, end] = [GOOD.indexOf('120元'), GOOD.indexOf('120元') + 4];
    const found = [
      { path: 'body', code: 'mobile', message: '这里有手机号。', at: [start, end] as [number, number] },
    ];
    mock.failNext(`POST ${REPLY}`, 422, 'personal_data', '答复里有个人信息', found);
    await send(page).click();
    await expect(hold(page)).toBeFocused();
    await expect(hold(page)).toContainText('手机号 “120元”');
    await hold(page)
      .getByRole('radio', { name: /不是个人信息/ })
      .check();
    await hold(page).getByRole('button', { name: '保留并发出' }).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
    expect(mock.posts(REPLY).at(-1)?.body).toMatchObject({ personalData: 'mistaken' });
  });

  test('whoever signs a reply off sees the check, and says why it stays', async ({ page, mock }) => {
    const waiting = {
      ...{
        at: NOW,
        type: 'final' as const,
        department: '市人社局',
        body: LEAK,
        outcome: 'resolved' as const,
      },
      ...{ promisedFor: null, phone: null },
    };
    mock.letters.set(NUMBER, letter(NUMBER, { draft: waiting, may: ['approve', 'return', 'note'] }));
    await open(page, mock, LETTER);
    await expect(advice(page)).toContainText('身份证号 “420800196405121234”');
    await expect(advice(page).getByRole('button')).toHaveCount(0);
    await page.getByRole('button', { name: '同意发出' }).click();
    await expect(page.locator('#do-approve-problems')).toBeVisible();
    expect(mock.posts(`/v1/staff/letters/${NUMBER}/approve`)).toEqual([]);
    await page.getByRole('radio', { name: /来信人自己的/ }).check();
    await page.getByRole('button', { name: '同意发出' }).click();
    await expect
      .poll(() => mock.posts(`/v1/staff/letters/${NUMBER}/approve`).map(({ body }) => body))
      .toEqual([{ personalData: 'own' }]);
  });

  test('is not asked about where only a name or a home is guessed', async ({ page, mock }) => {
    await open(page, mock, LETTER);
    await write(page, `王秀兰同志：您好。${GOOD}`);
    await expect(advice(page)).toContainText('好像有姓名或住处');
    await send(page).click();
    await expect(page.locator('.actions .done')).toContainText('答复已发出');
  });

  test('counts neither an office’s landline nor what stands in the phone field', () => {
    const mobile = { ...fields, body: `${GOOD}也可以打13812345678。` };
    const found = (phone: string) => heldBack(checkDraft({ ...mobile, phone }, letter(NUMBER)));
    expect(found('').map(({ text }) => text)).toEqual(['13812345678']);
    expect(found('138 1234 5678')).toEqual([]);
  });
});

test.describe('what the form tells the check', () => {
  const vague = { ...fields, body: `${GOOD}其余的我们将尽快核实。` };
  const signs = (draft: typeof fields, of = letter(NUMBER)) =>
    hintsOf(checkDraft(draft, of)).map(({ sign }) => sign);

  test('a promised day counts while that outcome is chosen, and not afterwards', () => {
    expect(signs(vague)).toEqual(['vague-time']);
    expect(signs({ ...vague, outcome: 'promised', promisedFor: '2026-12-01' })).toEqual([]);
    expect(signs({ ...vague, promisedFor: '2026-12-01' })).toEqual(['vague-time']);
  });

  test('a transfer on record makes “passed on” true', () => {
    const passed = { ...fields, body: `${GOOD}您的来信已转至市财政局办理。` };
    const transferred = { ...letter(NUMBER).timeline[0]!, kind: 'transferred' };
    expect(signs(passed)).toContain('sent-elsewhere');
    expect(signs(passed, letter(NUMBER, { timeline: [transferred] }))).not.toContain('sent-elsewhere');
  });

  test('an inquiry is asked for three parts, other letters for four, a good reply lacks none', () => {
    expect(partsAsked('inquiry')).toEqual(['grounds', 'result', 'next']);
    expect(partsAsked('complaint')).toHaveLength(4);
    const complaint = letter(NUMBER, { kind: 'complaint' });
    expect(missingIn(checkDraft(fields, complaint))).toEqual([]);
    expect(missingIn(checkDraft({ ...fields, body: BARE }, complaint))).toHaveLength(4);
  });
});
