/** The whole loop with nothing but a keyboard, across two origins; and no screen that holds a keyboard fast. */
import type { Browser, Page } from '@playwright/test';
import { Keyboard } from './a11y/keyboard.ts';
import { operatorHeaders } from './support/operator.ts';
import { expect, test } from './support/test.ts';

test.use({ trace: 'off' });

const TITLE = '退休后档案保管费还收吗';
const BODY = '我今年十二月退休，档案放在市人才中心，请问以后每年还要交保管费吗？';
const REPLY =
  '经查，您的档案在市人才中心。依据人社部发〔2014〕90号，保管费已经取消，不再收取。如有疑问请拨打0724-2345678。';

test('a letter goes out, is answered, published, followed and rated by keyboard alone', async ({
  page,
  browser,
  service,
  hosts,
}) => {
  test.setTimeout(90_000);
  const answer = await fetch(`${service}/v1/central/tenants/jingmen/origins`, {
    method: 'POST',
    headers: operatorHeaders(),
    body: JSON.stringify({ origin: hosts }),
  });
  expect([201, 409]).toContain(answer.status);

  const citizen = new Keyboard(page);
  const number = await write(citizen, hosts);
  const officer = await signIn(browser, service);
  await answerLetter(officer, number);
  await publish(officer);
  await follow(citizen);
});

async function write(citizen: Keyboard, hosts: string): Promise<string> {
  const { page } = citizen;
  await page.goto(`${hosts}/demo/fixtures/strict-csp.html`);
  await expect(page.locator('huixin-letterbox option')).not.toHaveCount(1);
  await citizen.to('tab', '写信');
  await citizen.choose('您想做什么？', '投诉');
  await citizen.pick('写给哪个部门？', '市人社局');
  // Sent too early: what is missing takes the focus and leads to the field.
  await citizen.to('button', '寄出');
  await citizen.act('Enter', () => expect(page.getByRole('alert')).toBeFocused());
  await citizen.to('button', /标题还差/);
  await citizen.act('Enter', () => expect(page.getByRole('textbox', { name: '标题' })).toBeFocused());
  await citizen.write('标题', TITLE);
  await citizen.write('正文', BODY);
  await citizen.to('checkbox', '同意公开这封信和答复');
  await page.keyboard.press('Space');
  await citizen.to('button', '寄出');
  await citizen.act('Enter', () => expect(page.getByRole('heading', { name: '信已寄到' })).toBeFocused());
  const slip = await page.locator('huixin-letterbox .slip').innerText();
  expect(slip).toMatch(/[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}/);
  return /[A-Z]+-\d{4}-\d{6}/.exec(slip)![0];
}

async function signIn(browser: Browser, service: string): Promise<Keyboard> {
  const page: Page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${service}/console/`);
  const officer = new Keyboard(page);
  await officer.write('邮箱', 'officer@demo.test');
  await officer.write('密码', 'huixin-demo');
  await officer.act('Enter', () =>
    expect(page.getByRole('heading', { name: '今天', exact: true })).toBeVisible(),
  );
  return officer;
}

async function answerLetter(officer: Keyboard, number: string): Promise<void> {
  const { page } = officer;
  const done = page.locator('.actions .done');
  await officer.to('link', '收件');
  await officer.act('Enter', () => expect(page.getByRole('heading', { name: '收件' })).toBeVisible());
  await officer.to('searchbox', '查找');
  await page.keyboard.type(number);
  await officer.act('Enter', () => expect(page.getByRole('heading', { name: TITLE })).toBeVisible());
  await officer.to('button', '受理');
  await officer.act('Enter', () => expect(done).toBeFocused());
  await officer.write('答复', REPLY);
  await officer.choose('办理结果', '已解决');
  await officer.to('button', '发出答复');
  await officer.act('Enter', () => expect(done).toBeFocused());
}

async function publish(officer: Keyboard): Promise<void> {
  const { page } = officer;
  await officer.to('link', '核对并公开');
  await officer.act('Enter', () =>
    expect(page.getByRole('heading', { level: 1, name: '公开这封信' })).toBeVisible(),
  );
  await officer.to('button', '公开');
  await officer.act('Enter', () => expect(page.locator('.done')).toBeFocused());
}

async function follow(citizen: Keyboard): Promise<void> {
  const { page } = citizen;
  await citizen.to('button', '查看办理进度');
  await citizen.act('Enter', () => expect(page.getByRole('heading', { name: TITLE })).toBeFocused());
  await expect(page.locator('huixin-letterbox .reply')).toContainText('保管费已经取消');
  await citizen.choose('您满意吗？', '满意');
  await citizen.choose('问题解决了吗？', '已解决');
  await citizen.to('button', '提交评价');
  await citizen.act('Enter', () =>
    expect(page.getByRole('status').filter({ hasText: '评价已收到' })).toBeVisible(),
  );
  await expect(page.locator('huixin-letterbox [part=status]').first()).toHaveText('已办结');
  await citizen.back('tab', '查进度');
}
