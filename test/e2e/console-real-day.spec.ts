/** An officer's day on the real service: five letters by keyboard alone, many at once, two people at one letter, and what breaks in between. */
import type { Page } from '@playwright/test';
import {
  ANSWER,
  api,
  done,
  expect,
  letterFor,
  open,
  type Registered,
  send,
  test,
} from './console-real.fixture.ts';
import { file, phonePhoto } from './support/photos.ts';

const HRSS = '市人社局';

async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** What a beat does, without waiting for the next. */
const beat = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function writeReply(page: Page): Promise<void> {
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
}
const sendReply = (page: Page) => page.locator('.command button[type=submit]').click();

test('five letters are accepted one after the other by keyboard alone, and the last one answered', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  for (let serial = 1; serial <= 5; serial++)
    await letterFor(coordinator, service, HRSS, `键盘分拣第${serial}封`);
  const page = await as('officer');
  await page.goto(`${service}/console/#/inbox`);
  await expect(page.locator('.letter-row').first()).toBeVisible();
  await searchFor(page, '键盘分拣');
  await expect(page.locator('.letter-row')).toHaveCount(5);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('o');
  for (let serial = 1; serial <= 5; serial++) {
    await expect(page.locator('.walk')).toContainText(`${serial} / 5`);
    await expect(page.locator('.command button[type=submit]')).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.locator('.command button[type=submit]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(done(page)).toContainText('已受理');
    await expect(done(page)).toBeFocused();
    if (serial === 5) break;
    await page.keyboard.press('Tab');
    await expect(page.locator('.next-letter a')).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.next-letter')).toContainText('这一列已经办完');
  await page.keyboard.press('r');
  await expect(page.locator('hx-reply-form input').first()).toBeFocused();
  await page.locator('#do-reply-body').focus();
  await page.keyboard.insertText(ANSWER);
  await page.getByRole('radio', { name: '已解释' }).focus();
  await page.keyboard.press('Space');
  await page.locator('.command button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await expect(done(page)).toContainText('答复已发出');
});

test('three letters are assigned at once; the one that was declined meanwhile stays, with the reason', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  const letters: Registered[] = [];
  for (let serial = 1; serial <= 3; serial++)
    letters.push(await letterFor(page, service, null, `成批分派第${serial}封`));
  await page.goto(`${service}/console/#/inbox?view=unassigned`);
  await expect(page.locator('.letter-row').first()).toBeVisible();
  await searchFor(page, '成批分派');
  await expect(page.locator('.letter-row')).toHaveCount(3);
  await page.getByRole('checkbox', { name: '选中列出的全部信件' }).check();
  const declined = { grounds: 'petition', explanation: '属于信访事项，请到市信访局反映。', goTo: '市信访局' };
  await api(page, service, `/v1/staff/letters/${letters[1]!.number}/decline`, declined);
  await page.locator('.bulk select').selectOption({ label: '市供水公司' });
  await page.locator('.bulk').getByRole('button', { name: '分派' }).click();
  const report = page.locator('.bulk-report');
  await expect(report).toContainText('办好 2 封');
  await expect(report.locator('li')).toHaveCount(1);
  await expect(report).toContainText(letters[1]!.number);
  await expect(report).toContainText('不能这样操作');
  for (const { number } of [letters[0]!, letters[2]!])
    expect(await api(page, service, `/v1/staff/letters/${number}`)).toMatchObject({
      departmentName: '市供水公司',
    });
});

test('two people with one letter open hear of each other, and the second to press is told what changed', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, HRSS, '两个人同时开着的信');
  const officer = await as('officer');
  await open(officer, service, letter);
  await open(coordinator, service, letter);
  await expect(coordinator.locator('.colleagues')).toContainText('也开着这封信');
  await coordinator.locator('#note-body').fill('这封信先问过再受理。');
  await coordinator.locator('hx-notes button[type=submit]').click();
  await expect(coordinator.locator('.notes')).toContainText('这封信先问过再受理。');

  await officer.locator('#note-body').fill('写到一半的备注');
  await officer.locator('.command button[type=submit]').click();
  await expect(officer.locator('.problems')).toContainText('有了新变化');
  await expect(officer.locator('.changed')).toContainText('这封信先问过再受理。');
  await officer.getByRole('button', { name: '载入最新的内容' }).click();
  await expect(officer.locator('.changed')).toHaveCount(0);
  await expect(officer.locator('#note-body')).toHaveValue('写到一半的备注');
  await send(officer, '已受理');

  await beat(coordinator);
  await expect(coordinator.locator('.changed')).toContainText(`${HRSS}受理`);
  await coordinator.goto(`${service}/console/#/inbox`);
  await expect(async () => {
    await beat(officer);
    await expect(officer.locator('.colleagues')).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test('a session that ended in the middle of a reply is renewed over the page, and the reply goes out', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, HRSS, '答到一半登录失效的信');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  await writeReply(page);
  await page.context().clearCookies();
  await sendReply(page);
  const dialog = page.getByRole('dialog', { name: '请重新登录' });
  await expect(dialog.getByLabel('密码')).toBeFocused();
  await expect(page.locator('#do-reply-body')).toHaveValue(ANSWER);
  await dialog.getByLabel('密码').fill('huixin-demo');
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await expect(done(page)).toContainText('答复已发出');
});

test('a line that was lost in the middle of a reply: said at once, the text kept, sent once when it is back', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, HRSS, '答到一半断线的信');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  await writeReply(page);
  await page.context().setOffline(true);
  await expect(page.locator('.line-banner')).toContainText('网络断了');
  await sendReply(page);
  await expect(page.locator('#do-reply-problems')).toContainText('没有送出');
  await page.context().setOffline(false);
  await expect(page.locator('.line-banner')).toHaveCount(0);
  await expect(page.locator('#do-reply-body')).toHaveValue(ANSWER);
  await sendReply(page);
  await expect(done(page)).toContainText('答复已发出');
  const { replies } = await api<{ replies: object[] }>(page, service, `/v1/staff/letters/${letter.number}`);
  expect(replies).toHaveLength(1);
});

test('a letter from the counter brings its photos', async ({ as, service }) => {
  const page = await as('officer');
  await page.goto(`${service}/console/#/register`);
  await page.getByRole('radio', { name: '投诉' }).check();
  await page.fill('#register-title', '带照片的代登记');
  await page.fill('#register-body', '来人带来一张照片：小区东门的路灯倒了，压坏了花坛。');
  const photo = file('路灯.jpg', await phonePhoto(page, 64, 64), 'image/jpeg');
  await page.locator('hx-file-picker input[type=file]').setInputFiles(photo);
  await expect(page.locator('hx-file-picker')).toContainText('已传好');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('link', { name: '打开这封信' }).click();
  await expect(page.locator('.paper .files li')).toHaveCount(1);
});

test('today’s page leads to what is late, and back from the letter to the same list', async ({ as }) => {
  const page = await as('officer');
  await expect(page.getByRole('heading', { name: '今天', exact: true })).toBeVisible();
  const late = page.getByRole('region', { name: /^已逾期/ });
  const title = await late.locator('.letter-link').first().innerText();
  await late.locator('.letter-link').first().click();
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('.walk')).toContainText(/^\s*1 \/ /);
  await page.locator('.letter-nav .back a').click();
  await expect(page).toHaveURL(/#\/inbox\?view=late$/);
  await expect(page.locator('.letter-link').first()).toHaveText(title);
});
