/** Supervision through the console alone, on the real service: what is overdue, orders, bulletins, the ranking, tenants. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { OverduePage } from '../../contract/orders.ts';
import type { Charts } from '../../contract/charts.ts';
import type { Stats } from '../../contract/stats.ts';
import { api, expect, test } from './console-real.fixture.ts';

const nav = (page: Page, name: string) => page.locator('header nav').getByRole('link', { name }).click();
const tab = (page: Page, name: string) => page.locator('.section-tabs').getByRole('link', { name }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const done = (page: Page) => page.locator('p.done');

test('an order from an overdue letter is answered, sent back, answered again and accepted; another is withdrawn', async ({
  as,
  service,
}) => {
  test.setTimeout(60_000);
  const centre = await as('central');
  await nav(centre, '催办');
  const row = centre.locator('.overdue tbody tr').filter({ hasText: 'JM-' }).first();
  const letter = (await row.locator('th a').textContent()) ?? '';
  await row.getByRole('link', { name: `就信件 ${letter} 发督办` }).click();
  await expect(centre.locator('#order-text')).toHaveValue(new RegExp(`信件 ${letter} 已逾期 \\d+ 天`));
  await centre.fill('#order-days', '3');
  await press(centre, '发出');
  await expect(done(centre)).toContainText('已发出，编号 JM-DB-');
  const address = new URL(centre.url()).hash.split('?')[0]!;

  const tenant = await as('coordinator');
  await nav(tenant, '督办');
  await tenant.locator(`.records a[href="${address}"]`).click();
  await tenant.fill('#order-answer-text', '已安排专人核实，一周内答复来信人。');
  await tenant.reload();
  await expect(tenant.locator('#order-answer-text')).toHaveValue('已安排专人核实，一周内答复来信人。');
  await press(tenant, '发出答复');
  await expect(done(tenant)).toContainText('等上级审核');

  await centre.goto(`${service}/console/#/orders?state=answered`);
  await centre.locator(`.records a[href="${address}"]`).click();
  await centre.getByRole('radio', { name: '退回' }).check();
  await centre.fill('#order-answer-reason', '没有说明逾期的原因。');
  await press(centre, '退回');
  await expect(done(centre)).toContainText('已退回');

  await tenant.reload();
  await expect(tenant.locator('.order-record')).toContainText('没有说明逾期的原因。');
  await tenant.fill('#order-answer-text', '逾期是因为经办人请假没有交接，现已换人，明天答复来信人。');
  await press(tenant, '发出答复');
  await centre.reload();
  await centre.getByRole('radio', { name: '认可' }).check();
  await press(centre, '认可');
  await expect(done(centre)).toContainText('办结');
  await expect(centre.locator('.order-record li')).toHaveCount(5);

  await centre.goto(`${service}/console/#/orders/new?tenant=jingmen`);
  await centre.fill('#order-text', '请书面说明十一月积压来信的情况。');
  await press(centre, '发出');
  await centre.getByText('撤回这份督办').click();
  await centre.fill('#order-withdraw-reason', '发错了单位。');
  await press(centre, '撤回');
  await expect(done(centre)).toContainText('对方不用再答复');
  await tenant.goto(`${service}/console/#/orders?state=withdrawn`);
  await expect(tenant.locator('.records tbody tr').first()).toContainText('已撤回');
});

test('the overdue annex is narrowed by age and taken along whole, as a table', async ({ as, service }) => {
  const page = await as('central');
  await page.goto(`${service}/console/#/overdue`);
  await page.getByLabel('逾期多久').selectOption('90+');
  await expect(page).toHaveURL(/age=90%2B/);
  const all = await api<OverduePage>(page, service, '/v1/central/overdue?age=90%2B&limit=100');
  await expect(page.locator('.overdue tbody tr').first()).toContainText(all.items[0]!.number);
  const coming = page.waitForEvent('download');
  await press(page, '下载表格（CSV）');
  const file = await readFile(await (await coming).path(), 'utf8');
  const lines = file.split('\r\n').filter((line) => line !== '');
  expect(lines[0]).toMatch(/^\ufeff信件编号,单位/);
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(all.items.map(({ number }) => number));
});

test('the bulletin of the first quarter of 2011 is previewed, frozen, numbered, downloaded and listed', async ({
  as,
  service,
}) => {
  const page = await as('central');
  await nav(page, '排名与通报');
  await tab(page, '通报');
  await page.getByRole('link', { name: '做一期通报' }).click();
  await page.fill('#bulletin-year', '2011');
  await page.locator('#bulletin-part').selectOption({ label: '第一季度' });
  await page.getByText('标题、主送和署名').click();
  await page.fill('#bulletin-recipients', '各县（市、区）人民政府');
  await press(page, '预览');
  await expect(page.locator('.official')).toContainText('95');
  await expect(page.locator('.official')).toContainText('各县（市、区）人民政府：');
  await page.fill('#bulletin-year', '2012');
  await expect(page.locator('.shown')).toContainText('还是改之前的预览');
  await page.fill('#bulletin-year', '2011');
  await press(page, '定稿并编号');
  await expect(page.locator('.official-label')).toContainText('第1期');
  for (const [name, end] of [
    ['Word 文档', 'docx'],
    ['Excel 表格', 'xlsx'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    expect((await coming).suggestedFilename()).toMatch(new RegExp(`2011年第一季度.*\\.${end}$`));
  }
  await press(page, '公开');
  const open = await page.getByRole('link', { name: '打开公开页' }).getAttribute('href');
  expect(await (await fetch(service + open!)).text()).toContain('2011年第一季度');
  await page.locator('.back a').click();
  await expect(page.locator('.records tbody tr').first()).toContainText('2011年第一季度');
});

test('the ranking is looked at as everybody would see it, published with a tenant’s comment, and hidden again', async ({
  as,
  service,
}) => {
  const [centre, tenant] = [await as('central'), await as('coordinator')];
  await tenant.goto(`${service}/console/#/league`);
  await expect(tenant.locator('main')).toContainText('上级没有公开包含本单位的排名');
  await tenant.fill('#comment-text', '十一月停水，来信集中，都已答复。');
  await press(tenant, '保存');
  await expect(done(tenant)).toContainText('已保存');

  await nav(centre, '排名与通报');
  await expect(centre.locator('.chart').first()).toContainText('荆门市');
  const preview = await centre.getByRole('link', { name: '预览公开页' }).getAttribute('href');
  expect(await (await centre.request.get(service + preview!)).text()).toContain('十一月停水，来信集中');
  const page = `${service}/ranking?jurisdiction=42`;
  expect((await centre.request.get(page)).status()).toBe(404);
  await press(centre, '公开');
  await expect(done(centre)).toContainText('已公开');
  expect(await (await centre.request.get(page)).text()).toContain('湖北省');

  await tenant.reload();
  await expect(tenant.locator('main')).toContainText('在“湖北省”的排名里');
  await press(centre, '不再公开');
  await expect(done(centre)).toContainText('已收回');
  expect((await centre.request.get(page)).status()).toBe(404);
});

test('charts say what the figures say, each with its table', async ({ as, service }) => {
  // A tenant that no other test writes to meanwhile.
  const page = await as('central');
  await page.goto(`${service}/console/#/stats/zhuxi`);
  const figures = page.locator('.chart');
  await expect(figures).toHaveCount(4);
  const charts = await api<Charts>(page, service, '/v1/tenants/zhuxi/charts');
  const stats = await api<Stats>(page, service, '/v1/tenants/zhuxi/stats');
  expect(charts.weeks.reduce((sum, { received }) => sum + received, 0)).toBe(stats.received);
  await figures.first().getByText('看数字').click();
  await expect(figures.first().locator('tbody tr')).toHaveCount(charts.weeks.length);
  const flow = figures.filter({ hasText: '信走到了哪一步' });
  await flow.getByText('看数字').click();
  await expect(flow.getByRole('row', { name: /^答复/ })).toContainText(String(stats.replied));
});

test('a tenant is made, stands in the tree, takes no letters while suspended and says why, and takes them again', async ({
  as,
  service,
}) => {
  const page = await as('central');
  await page.goto(`${service}/console/#/tenants`);
  await page.getByText('新建单位').click();
  await page.fill('#tenant-name', '钟祥市人民政府');
  await page.fill('#tenant-slug', 'zhongxiang');
  await page.fill('#tenant-jurisdiction', '420881');
  await page.fill('#tenant-departments', '市政府办\n市住建局');
  await press(page, '新建');
  await expect(page.locator('main')).toContainText('接着登记它的网站');
  await page.goto(`${service}/console/#/tenants?view=tree`);
  const city = page.locator('.tree details').filter({ hasText: '荆门市' }).last();
  await city.getByRole('link', { name: '钟祥市人民政府' }).click();
  await page.getByText('暂停接收新来信').click();
  await page.fill('#suspend-reason', '职责已并入市政务服务局');
  await press(page, '暂停收信');
  const state = page.locator('hx-tenant-state .done');
  await expect(state).toContainText('已暂停');
  const hosted = async () => (await page.request.get(`${service}/s/zhongxiang/write`)).text();
  expect(await hosted()).toContain('职责已并入市政务服务局');
  await page.reload();
  await press(page, '恢复收信');
  await expect(state).toContainText('已恢复');
  expect(await hosted()).not.toContain('职责已并入市政务服务局');
});
