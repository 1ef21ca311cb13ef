/** The console on the real service: every command of a clerk's and a coordinator's day, and what the letter says afterwards. */
import type { Page } from '@playwright/test';
import { ANSWER, api, expect, letterFor, open, other, send, standing, test } from './console-real.fixture.ts';

async function transfer(page: Page, department: string): Promise<void> {
  await other(page, '转办');
  await page.locator('#do-transfer-department').selectOption({ label: department });
  await page.fill('#do-transfer-reason', '按三定方案归它办。');
  await send(page, '已转办');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: '核对并公开' }).click();
  await page.getByRole('button', { name: '公开', exact: true }).click();
  await expect(page.locator('.done')).toContainText('已公开');
}

test('a petition is declined with the place to go to, published, and read by anyone until it is erased', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, null, '对拆迁补偿决定不服想申诉');
  await page.goto(`${service}/console/#/inbox?view=unassigned`);
  await page.getByRole('link', { name: '对拆迁补偿决定不服想申诉' }).click();
  await expect(page.locator('.command .lead')).toContainText('选定承办单位就算受理');
  await expect(page.locator('.others')).not.toContainText('提出不归本单位办');
  await expect(page.locator('.others')).not.toContainText('不予公开');
  await other(page, '不予受理');
  await expect(page.getByRole('radio', { name: '补充后仍无法办理' })).toHaveCount(0);
  await page.getByRole('radio', { name: '属于信访事项' }).check();
  await page.fill(
    '#do-decline-explanation',
    '您反映的是对补偿决定的申诉，按《信访工作条例》由信访部门受理。',
  );
  await page.fill('#do-decline-goTo', '市信访局，人民路 1 号，0724-1234567。');
  await send(page, '已说明理由和去处');
  await expect(standing(page)).toHaveText('不予受理');
  await publish(page);
  await page.goto(`${service}/s/jingmen/letters/${letter.number}`);
  await expect(page.locator('main')).toContainText('人民路 1 号');
  await expect(page.locator('main')).not.toContainText('13800001234');

  await open(page, service, letter);
  await other(page, '删除内容');
  await page.fill('#do-erase-reason', '来信人依法请求删除。');
  await send(page, '已删除内容');
  await expect(page.locator('h1')).toHaveText('内容已删除');
  expect((await page.request.get(`${service}/s/jingmen/letters/${letter.number}`)).status()).toBe(410);
});

test('an unassigned letter is dispatched, and the department finds it in its queue', async ({
  as,
  service,
}) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, null, '等待分派的一封信');
  await open(page, service, letter);
  await other(page, '分派');
  await page.locator('#do-assign-department').selectOption({ label: '市人社局' });
  await send(page, '已分派');
  const officer = await as('officer');
  await officer.goto(`${service}/console/#/inbox`);
  await officer.getByRole('searchbox').fill(letter.number);
  await officer.getByRole('button', { name: '查找' }).click();
  await expect(officer.locator('.settled')).toContainText('市人社局');
  await send(officer, '已受理');
  await expect(officer.locator('#do-reply-body')).toBeVisible();
});

test('a writer is asked and answers, the deadline is extended, a promise is made and kept', async ({
  as,
  service,
  request,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, '市人社局', '路灯坏了两周没人修');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  await other(page, '请来信人补充');
  await page.fill('#do-request-info-question', '请问路灯杆上的编号是多少？');
  await send(page, '期限停表');
  await expect(page.locator('.actions')).toContainText('正在等来信人补充，最多等到');
  await expect(page.locator('.clock')).toContainText('已停表');

  const answer = await request.post(`${service}/v1/letters/${letter.number}/supplements`, {
    data: { body: '编号是 BS-017。' },
    headers: {
      Authorization: `Letter ${letter.accessKey}`,
      'Idempotency-Key': letter.accessKey.padEnd(24, '0'),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.reload();
  await expect(page.locator('.letter-main')).toContainText('编号是 BS-017。');
  await other(page, '延期');
  await page.fill('#do-extend-reason', '线缆要重新敷设。');
  const promised = (await page.locator('.preview-line').innerText()).split('：')[1] ?? '';
  await send(page, '已延期');
  await expect(page.locator('.promise-line')).toContainText(promised);

  await page.getByRole('radio', { name: '阶段性答复' }).check();
  await page.fill('#do-reply-body', '线缆正在采购，十二月初到货后马上敷设。');
  await send(page, '期限不变');
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '列入计划' }).check();
  await page.locator('.command button[type=submit]').click();
  await expect(page.locator('#do-reply-promisedFor-error')).toContainText('今天以后');
  await page.fill('#do-reply-promisedFor', '2099-12-20');
  await send(page, '答复已发出');
  await publish(page);
  await open(page, service, letter);
  await page.getByRole('radio', { name: '已经办成' }).check();
  await page.fill('#do-follow-up-body', '三盏路灯已于今天修好并点亮。');
  await send(page, '已记下回访结果');
  await expect(page.locator('.actions')).toContainText('现在没有您要办的事');
  await expect(page.getByRole('link', { name: '回到收件' })).toBeVisible();
});

test('after two transfers and an objection the coordinator decides for good', async ({ as, service }) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, '市人社局', '谁都不认的一封信');
  const officer = await as('officer');
  await open(officer, service, letter);
  await send(officer, '已受理');
  await transfer(officer, '市房管局');
  await expect(officer.getByRole('link', { name: '回到收件' })).toBeVisible();
  await officer.reload();
  await expect(officer.getByRole('alert')).toContainText('可能已经转给别的单位');

  await open(coordinator, service, letter);
  await expect(coordinator.locator('.actions')).toContainText('市房管局正在办理');
  await transfer(coordinator, '市人社局');
  await open(officer, service, letter);
  await expect(officer.locator('.others')).not.toContainText('转办');
  await other(officer, '提出不归本单位办');
  await officer.fill('#do-object-reason', '三定方案第三条，路灯归城管。');
  await send(officer, '已向网站主管提出');
  await expect(officer.locator('.actions')).toContainText('在等网站主管决定');

  await coordinator.reload();
  await coordinator.locator('#do-assign-department').selectOption({ label: '市供水公司' });
  await coordinator.fill('#do-assign-reason', '经研究由供水公司办。');
  await send(coordinator, '已分派');
  await expect(coordinator.locator('.clock')).toContainText('由网站主管指定办理，不能再转');
  await expect(coordinator.locator('.others')).not.toContainText('转办');
});

test('a merged letter leads to the other one and gets its reply', async ({ as, service }) => {
  const page = await as('coordinator');
  const [first, second] = [
    await letterFor(page, service, '市人社局', '东门路灯第一封'),
    await letterFor(page, service, '市人社局', '东门路灯第二封'),
  ];
  await open(page, service, second);
  await other(page, '并单');
  await page.fill('#do-merge-into', 'JM-2026-999999');
  await page.locator('.command button[type=submit]').click();
  await expect(page.locator('.problems')).toContainText('不能并入这封信');
  await page.fill('#do-merge-into', first.number.toLowerCase());
  await send(page, '已并单');
  await page.locator('.paper').getByRole('link', { name: first.number }).click();
  await expect(page.locator('.paper').getByRole('link', { name: second.number })).toBeVisible();
  await send(page, '已受理');
  await other(page, '答复来信人');
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
  await send(page, '答复已发出');
  await open(page, service, second);
  await expect(page.locator('.piece.reply')).toContainText(ANSWER);
});

test('what is withheld or taken down says so, to staff and to the public', async ({ as, service }) => {
  const page = await as('coordinator');
  const letter = await letterFor(page, service, '市人社局', '公开之后又撤下的信');
  const path = `/v1/staff/letters/${letter.number}`;
  const { roles } = await api<{ roles: { allDepartments: { id: string }[] }[] }>(
    page,
    service,
    '/v1/staff/session',
  );
  await api(page, service, `${path}/accept`, { department: roles[0]?.allDepartments[0]?.id });
  await api(page, service, `${path}/reply`, { type: 'final', body: ANSWER, outcome: 'explained' });
  await open(page, service, letter);
  await other(page, '不予公开');
  await page.getByRole('radio', { name: '涉及第三方合法权益' }).check();
  await send(page, '已决定不予公开');
  await expect(page.locator('.standing')).toContainText('不予公开');
  await publish(page);
  await open(page, service, letter);
  await other(page, '撤下');
  await page.getByRole('radio', { name: '涉及个人隐私' }).check();
  await send(page, '已撤下');
  const gone = await page.request.get(`${service}/s/jingmen/letters/${letter.number}`);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('撤下');
  await expect(page.locator('.timeline')).toContainText('涉及个人隐私');
});

test('a letter from the counter gets its receipt, and its writer a new key', async ({ as }) => {
  const page = await as('officer');
  await page.getByRole('link', { name: '代登记' }).click();
  await page.getByRole('radio', { name: '电话' }).check();
  await page.getByRole('radio', { name: '求助' }).check();
  await page.fill('#register-title', '独居老人家里漏水');
  await page.fill('#register-body', '老人八十二岁，家里水管爆裂，厨房进水，请帮忙联系维修。');
  await page.fill('#register-contact-phone', '13911112222');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const slip = page.locator('.slip');
  await expect(slip).toContainText(/JM-\d{4}-\d{6}/);
  const key = await slip.locator('.key').innerText();
  await page.getByRole('link', { name: '打开这封信' }).click();
  await page.getByRole('button', { name: '查看并记录' }).click();
  await expect(page.locator('.facts')).toContainText('13911112222');
  await other(page, '换发查询码');
  await page.fill('#do-new-key-proof', '报出的电话与登记一致。');
  await page.locator('.command button[type=submit]').click();
  await expect(slip).toBeFocused();
  expect(await slip.locator('.key').innerText()).not.toBe(key);
});

test('in a stale tab the text stays, and the letter as it is now is one press away', async ({
  as,
  service,
}) => {
  const coordinator = await as('coordinator');
  const letter = await letterFor(coordinator, service, '市人社局', '两个人同时办的信');
  const page = await as('officer');
  await open(page, service, letter);
  await send(page, '已受理');
  await page.fill('#do-reply-body', ANSWER);
  await page.getByRole('radio', { name: '已解释' }).check();
  const path = `/v1/staff/letters/${letter.number}/reply`;
  await api(coordinator, service, path, { type: 'final', body: ANSWER, outcome: 'explained' });
  await page.locator('.command button[type=submit]').click();
  await expect(page.locator('.problems')).toContainText('有了新变化');
  await expect(page.locator('.changed')).toContainText('市人社局答复');
  await page.getByRole('button', { name: '重新载入这封信' }).click();
  await expect(standing(page)).toHaveText('已答复');
  await expect(page.locator('.stranded')).toContainText(ANSWER);
});

test('the centre reads a letter and can do nothing to it', async ({ as }) => {
  const page = await as('central');
  await page.getByRole('link', { name: '荆门市' }).click();
  await page.getByRole('link', { name: '看它的信件' }).click();
  await page.locator('.letter-link').first().click();
  await expect(page.locator('.actions')).toContainText('主管部门只查看');
  await expect(page.locator('main form')).toHaveCount(0);
  await expect(page.locator('.others')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '查看并记录' })).toHaveCount(0);
});
