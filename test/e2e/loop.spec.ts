/** A letter goes out and comes back, across two origins, through what people really use. */
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { operatorHeaders } from './support/operator.ts';

const title = '档案保管费退休后还收吗';
const body = '我今年十二月退休,档案放在市人才中心,请问以后每年还要交保管费吗?我的电话是13800001234。';
const answers = [
  '经查,您的档案在市人才中心。依据人社部发〔2014〕90号,保管费已经取消,不再收取。如有疑问请拨打0724-2345678。',
  '再次核实:窗口误收的两年保管费已退到您的社保卡。依据同上,下一步无需您跑腿。电话0724-2345678。',
];

test('from the widget under a strict policy to the console, to everything public, and back to a bad rating and a better answer', async ({
  page,
  browser,
  service,
  hosts,
}) => {
  test.setTimeout(90_000);
  await allow(service, hosts);
  const blocked: string[] = [];
  page.on(
    'console',
    (message) => /Content Security Policy/.test(message.text()) && blocked.push(message.text()),
  );

  await page.goto(`${hosts}/demo/fixtures/strict-csp.html`);
  const box = page.locator('huixin-letterbox');
  await box.locator('select[name=department]').selectOption({ label: '市人社局' });
  await box.locator('[name=title]').fill(title);
  await box.locator('[name=body]').fill(body);
  await box.locator('[name=phone]').fill('13800001234');
  await box.locator('[name=publish]').check();
  await box.locator('button[type=submit]').click();
  const slip = box.locator('.slip');
  await expect(slip).toBeVisible();
  const text = await slip.innerText();
  const number = /[A-Z]+-\d{4}-\d{6}/.exec(text)![0];
  const key = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}/.exec(text)![0];

  const officer = await signIn(browser, service, 'officer@demo.test');
  await openLetter(officer, service, number);
  await expect(officer.getByText('13800001234').first()).toBeVisible();
  await officer.getByRole('button', { name: '受理', exact: true }).click();
  await reply(officer, answers[0]!);
  await publish(officer);

  await everywherePublic(page, service, number);
  await rate(page, hosts, number, key, '不满意', '没有解决');
  await expect(box.locator('[part=status]').first()).toContainText('办理中');

  await openLetter(officer, service, number);
  // The rules ask for a word with the writer within a working day, before the second answer.
  await officer.fill('#do-contacted-note', '已与来信人通话,窗口误收属实。');
  await officer.getByRole('button', { name: '记下联系情况' }).click();
  await expect(officer.locator('.actions .done')).toContainText('已记下');
  await reply(officer, answers[1]!);
  await rate(page, hosts, number, key, '非常满意', '已解决');
  await expect(box.locator('[part=status]').first()).toContainText('已办结');
  expect(blocked).toEqual([]);
});

/** The demo's site is registered by the centre. */
async function allow(service: string, origin: string): Promise<void> {
  const answer = await fetch(`${service}/v1/central/tenants/jingmen/origins`, {
    method: 'POST',
    headers: operatorHeaders(),
    body: JSON.stringify({ origin }),
  });
  expect(answer.status).toBe(201);
}

async function signIn(browser: Browser, service: string, email: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${service}/console/`);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill('huixin-demo');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '今天', exact: true })).toBeVisible();
  return page;
}

async function openLetter(page: Page, service: string, number: string): Promise<void> {
  await page.goto(`${service}/console/#/`);
  await page.goto(`${service}/console/#/letters/${number}`);
  await expect(page.getByText(title).first()).toBeVisible();
}

async function reply(page: Page, words: string): Promise<void> {
  await page.fill('#do-reply-body', words);
  await page.getByRole('radio', { name: '已解决' }).check();
  await page.getByRole('button', { name: '发出答复' }).click();
  await expect(page.locator('.actions .done')).toContainText('答复已发出');
}

async function publish(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: '公开' })
    .or(page.getByRole('button', { name: '公开', exact: true }))
    .first()
    .click();
  await expect(page.locator('textarea[name=body], #do-publish-body').first()).toHaveValue(/138\*{4}1234/);
  await page
    .getByRole('button', { name: /^(确认)?公开/ })
    .last()
    .click();
  await expect(page.locator('.done').first()).toContainText('已公开');
}

/** List, letter, search, badge, Atom and the hosted page, read as a stranger would. */
async function everywherePublic(page: Page, service: string, number: string): Promise<void> {
  const read = async (path: string) => (await page.request.get(`${service}${path}`)).text();
  for (const path of [
    '/v1/tenants/jingmen/letters',
    `/v1/tenants/jingmen/letters/${number}`,
    `/v1/tenants/jingmen/letters?q=${encodeURIComponent('保管费退休')}`,
    '/v1/tenants/jingmen/feed.atom',
    '/v1/tenants/jingmen/feed.json',
    '/s/jingmen',
    `/s/jingmen/letters/${number}`,
  ]) {
    const text = await read(path);
    expect(text, path).toContain(number);
    expect(text, path).not.toContain('13800001234');
  }
  expect(await read('/v1/tenants/jingmen/badge.svg')).toContain('按时答复率');
}

async function rate(
  page: Page,
  hosts: string,
  number: string,
  key: string,
  level: string,
  solved: string,
): Promise<void> {
  await page.goto(`${hosts}/demo/fixtures/strict-csp.html`);
  const box = page.locator('huixin-letterbox');
  await box.getByRole('tab', { name: '查进度' }).click();
  await box.locator('[name=number]').fill(number);
  await box.locator('[name=accessKey]').fill(key.toLowerCase());
  await box.locator('form.look-up button[type=submit]').click();
  await box.getByRole('radio', { name: level, exact: true }).check();
  await box.getByRole('radio', { name: solved, exact: true }).check();
  await box.locator('form.rating button[type=submit]').click();
}
