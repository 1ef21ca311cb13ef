/** A coordinator's settings on a service of its own, with a real mail server and another system in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/processes.ts';
import { at } from '../../scripts/root.ts';
import { expect, letterFor, test as base } from './console-real.fixture.ts';
import { mailServer, type MailServer } from './support/mail-server.ts';
import { startService, type Service } from './support/service.ts';

const unknown = 'nobody@example.org';
let state = '';
let port = 0;
let mail: MailServer;
let own: Service;
let receiver: ChildProcess;
let hooks = '';

const test = base.extend({ service: async ({}, use) => use(own.base) });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  state = await mkdtemp(join(tmpdir(), 'huixin-settings-'));
  port = await freePort();
  mail = await mailServer(port, [unknown]);
  receiver = fork(at('test/e2e/support/webhook-receiver.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [hookPort] = (await once(receiver, 'message')) as [number];
  hooks = `http://127.0.0.1:${hookPort}`;
  own = await startService({
    HUIXIN_STATE: state,
    HUIXIN_SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
    HUIXIN_MAIL_FROM: 'box@letters.example.gov.cn',
    HUIXIN_PUBLIC_URL: '',
    HUIXIN_WEBHOOK_PRIVATE: '1',
  });
});

test.afterAll(async () => {
  await own.stop();
  await mail.stop();
  receiver.kill();
  await rm(state, { recursive: true, force: true });
});

/** The clock's tick: what is due is sent. */
async function tick(): Promise<void> {
  await (await fetch(`${own.base}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*&time=${Date.now()}`)).text();
}
const answers = (secret: string, status: number) =>
  fetch(`${hooks}/secret`, { method: 'POST', body: JSON.stringify({ secret, status }) });
const got = async () =>
  (await (await fetch(`${hooks}/got`)).json()) as { verified: boolean; payload: { type: string } }[];

test('a webhook made in the console is verified by the other side, and what was sent stands in the list', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  await page.locator('header nav').getByRole('link', { name: '设置' }).click();
  await page.locator('.section-tabs').getByRole('link', { name: '推送' }).click();
  await page.getByLabel('地址', { exact: true }).fill(`${hooks}/in`);
  await page.getByRole('radio', { name: '只选几样' }).check();
  await page.getByRole('checkbox', { name: '收到来信' }).check();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await answers(await page.locator('.secret textarea').inputValue(), 204);
  await page.getByRole('button', { name: '已经收好' }).click();
  await page.getByRole('button', { name: '试发一条' }).click();
  await expect(page.locator('hx-webhook')).toContainText('对方收下了（204', { timeout: 20_000 });

  const letter = await letterFor(page, service, '市人社局', '推送给别的系统的信');
  await tick();
  const taken = (await got()).map(({ verified, payload }) => [verified, payload.type]);
  expect(taken).toEqual([
    [true, 'webhook.test'],
    [true, 'letter.submitted'],
  ]);
  await page.locator('.section-tabs').getByRole('link', { name: '发送记录' }).click();
  await page.getByRole('link', { name: '已送出' }).click();
  const row = page.locator('.deliveries tbody tr').filter({ hasText: letter.number });
  await expect(row.filter({ hasText: '收到来信' })).toContainText(`${hooks}/in`);
});

test('mail that nobody took is seen in the navigation, sent again, and arrives', async ({ as, service }) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, '市人社局', '邮箱写错了的信', {
    contact: { email: unknown },
  });
  await tick();
  await page.reload();
  const place = page.locator('header nav').getByRole('link', { name: '设置' });
  await expect(place).toContainText('有 1 条消息没送到');
  await place.click();
  const row = page.locator('.deliveries tbody tr').filter({ hasText: letter.number });
  await expect(row).toContainText('邮件服务器回答 550');
  await expect(page.locator('main')).not.toContainText(unknown);
  await mail.stop();
  mail = await mailServer(port);
  await row.getByRole('button', { name: '再送一次' }).click();
  await expect(row).toContainText('已排队');
  await tick();
  expect(mail.taken.map(({ to }) => to)).toEqual([[unknown]]);
  await page.getByRole('link', { name: '已送出' }).click();
  await expect(row.filter({ hasText: '收信回执' })).toContainText('送出');
  await expect(place).not.toContainText('没送到');
});

test('a webhook that answers 410 is disabled, says so, and is enabled again', async ({ as, service }) => {
  const page = await as('coordinator');
  await answers('', 410);
  await letterFor(page, service, '市人社局', '对方不再收的信');
  await tick();
  await page.goto(`${service}/console/#/webhooks`);
  await expect(page.locator('hx-webhook')).toContainText('对方说这个地址不再使用（410）');
  await page.locator('.section-tabs').getByRole('link', { name: '发送记录' }).click();
  await page.getByRole('button', { name: /^再送一次：收到来信/ }).click();
  await expect(page.locator('.deliveries').getByRole('alert')).toContainText('请先启用它');
  await page.getByRole('link', { name: '去启用推送地址' }).click();
  await page.getByRole('button', { name: '启用' }).click();
  await expect(page.locator('hx-webhook')).toContainText('在用');
  await page.locator('.section-tabs').getByRole('link', { name: '发送记录' }).click();
  await expect(page.locator('.state')).toContainText('没有送不到的消息');
});

test('the time for which personal data is kept is changed, and stays changed', async ({ as, service }) => {
  const page = await as('coordinator');
  await page.goto(`${service}/console/#/retention`);
  await expect(page.locator('.sentence')).toContainText('办结后 12 个月删除');
  await page.fill('#retention-months', '6');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '改定' }).click();
  await expect(page.locator('.done')).toContainText('已改为办结后 6 个月');
  await page.reload();
  await expect(page.locator('.sentence')).toContainText(/办结后 6 个月删除。.*改定/s);
});
