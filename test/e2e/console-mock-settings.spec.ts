/** A coordinator's settings, against a mocked service: what did not arrive, who is told, how long what is kept. */
import { central, coordinator, officer } from './console-mock.data.ts';
import { expect, open, test } from './console-mock.fixture.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'parallel' });

test.beforeEach(({ mock }) => {
  mock.account = coordinator;
});

test.describe('the settings', () => {
  test('are one place in a coordinator’s navigation, which says how much did not arrive', async ({
    page,
    mock,
  }) => {
    await open(page, mock);
    const place = page.locator('nav').getByRole('link', { name: '设置' });
    await expect(place).toContainText('有 3 条消息没送到');
    await place.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('发送记录');
    await page.locator('.section-tabs').getByRole('link', { name: '推送' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('推送');
    await page.locator('.section-tabs').getByRole('link', { name: '保存期限' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('保存期限');
  });

  test('are nobody else’s', async ({ page, mock }) => {
    for (const account of [officer, central])
      for (const address of ['#/deliveries', '#/webhooks', '#/retention']) {
        mock.account = account;
        await page.goto('about:blank');
        await open(page, mock, address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
        await expect(page.getByRole('link', { name: /^(发送记录|推送|保存期限)$/ })).toHaveCount(0);
      }
    expect(mock.calls.filter(({ path }) => /deliveries|webhooks|retention/.test(path))).toEqual([]);
  });
});

test.describe('deliveries', () => {
  test('begin with what found nobody: what it was, why, and whose turn it is', async ({ page, mock }) => {
    await open(page, mock, '#/deliveries');
    const rows = page.locator('.deliveries tbody tr');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText(
      /收信回执.*JM-2026-000121.*来信人（邮件）.*回答 550.*试了 12 次/s,
    );
    await expect(rows.nth(1)).toContainText(/答复.*orders\.example\.gov\.cn.*对方回答 503/s);
    await expect(rows.nth(2)).toContainText(/每日待办.*工作人员（邮件）.*连不上邮件服务器/s);
    await expect(rows.nth(0).getByRole('link')).toHaveAttribute('href', '#/letters/JM-2026-000121');
    await page.getByRole('link', { name: /^待发/ }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('下一次：2026-11-20 10:00');
    await page.getByRole('link', { name: '不用送了' }).click();
    await expect(rows).toContainText('没有可用的邮箱地址');
    await expect(rows.getByRole('button')).toHaveCount(0);
  });

  test('are sent again on a press, stay in sight, and count no longer as lost', async ({ page, mock }) => {
    await open(page, mock, '#/deliveries');
    await page.getByRole('button', { name: '再送一次：收信回执 JM-2026-000121' }).click();
    const row = page.locator('.deliveries tbody tr').first();
    await expect(row).toBeFocused();
    await expect(row).toContainText('已排队，一分钟内送出');
    await expect(row.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^没送到/ })).toContainText('2');
    await expect(page.locator('header nav')).toContainText('有 2 条消息没送到');
    expect(mock.posts('/v1/staff/deliveries/d1/redeliver')).toHaveLength(1);
  });

  test('of a disabled webhook lead to where it is enabled', async ({ page, mock }) => {
    await open(page, mock, '#/deliveries');
    const words = '这个推送地址已停用或删除。请先启用它，再重新推送。';
    mock.failNext('POST /v1/staff/deliveries/d2/redeliver', 409, 'webhook_disabled', words);
    await page.getByRole('button', { name: /^再送一次：答复/ }).click();
    await expect(page.locator('.deliveries').getByRole('alert')).toContainText(words);
    await page.getByRole('link', { name: '去启用推送地址' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('推送');
  });

  test('come a page at a time; an empty list and a failing one say what to do', async ({ page, mock }) => {
    mock.settings.pageSize = 2;
    await open(page, mock, '#/deliveries');
    const rows = page.locator('.deliveries tbody tr');
    await expect(rows).toHaveCount(2);
    await page.getByRole('button', { name: '再取一些' }).click();
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(2)).toBeFocused();
    mock.settings.deliveries = [];
    await page.getByRole('link', { name: '已送出' }).click();
    await expect(page.locator('.state')).toContainText('最近 30 天没有送出过消息');
    mock.failNext('GET /v1/staff/deliveries', 500, 'internal');
    await page.getByRole('link', { name: /^没送到/ }).click();
    await expect(page.getByRole('alert')).toContainText('没能取到发送记录');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('.state')).toContainText('没有送不到的消息');
  });
});

test.describe('webhooks', () => {
  test('a new one shows its secret once: gone from the page and from storage afterwards', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/webhooks');
    await page.getByText('登记推送地址').click();
    await page.getByLabel('地址', { exact: true }).fill('12345.example.gov.cn');
    await page.getByRole('radio', { name: '只选几样' }).check();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.locator('.problems')).toContainText('请填 https 开头的完整网址');
    await expect(page.locator('.problems')).toContainText('请至少选一样');
    await page.getByLabel('地址', { exact: true }).fill('https://12345.example.gov.cn/huixin');
    await page.getByRole('checkbox', { name: '答复' }).check();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const secret = page.locator('.secret');
    await expect(secret).toBeFocused();
    await expect(secret.locator('textarea')).toHaveValue(/^whsec_/);
    expect(mock.posts('/v1/staff/webhooks')[0]).toMatchObject({
      query: { tenant: 'jingmen' },
      body: { url: 'https://12345.example.gov.cn/huixin', events: ['letter.replied'] },
    });
    expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain('whsec_');
    await page.locator('.section-tabs').getByRole('link', { name: '保存期限' }).click();
    await page.locator('.section-tabs').getByRole('link', { name: '推送' }).click();
    await expect(page.locator('.webhooks > li')).toHaveCount(3);
    expect(await page.content()).not.toContain('whsec_');
  });

  test('says at the field what the service has against an address', async ({ page, mock }) => {
    await open(page, mock, '#/webhooks');
    await page.getByText('登记推送地址').click();
    const message = '请填公网上的域名。IP 地址、内网和本机的名称、本服务自己的地址都不能用。';
    mock.failNext('POST /v1/staff/webhooks', 400, 'bad_request', '有几处需要改一改。', [
      { path: 'url', code: 'private', message },
    ]);
    await page.getByLabel('地址', { exact: true }).fill('https://10.0.0.1/');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.locator('#webhook-url-error')).toHaveText(message);
    await expect(page.getByLabel('地址', { exact: true })).toHaveValue('https://10.0.0.1/');
  });

  test('a disabled one says since when and why, and is enabled; a test says what came of it', async ({
    page,
    mock,
  }) => {
    await open(page, mock, '#/webhooks');
    const [sms, orders] = [page.locator('hx-webhook').nth(0), page.locator('hx-webhook').nth(1)];
    await expect(sms).toContainText(/在用.*受理、请来信人补充、答复/s);
    await expect(orders).toContainText('2026-11-18 03:12 停用：有消息试了三天都没有送到');
    await sms.getByRole('button', { name: '试发一条' }).click();
    await expect(sms).toContainText('对方收下了（204，38 毫秒）');
    await orders.getByRole('button', { name: '试发一条' }).click();
    await expect(orders).toContainText('试发没有成功。对方回答 503');
    await orders.getByText('最近的推送').click();
    await expect(orders.locator('.calls li')).toHaveCount(2);
    await orders.getByRole('button', { name: '启用' }).click();
    await expect(orders).toContainText('已启用');
    await expect(orders.getByRole('button', { name: '启用' })).toHaveCount(0);
  });

  test('removing one and changing its secret ask once more, and can be left', async ({ page, mock }) => {
    await open(page, mock, '#/webhooks');
    const sms = page.locator('hx-webhook').nth(0);
    await sms.getByRole('button', { name: '删除' }).click();
    await expect(sms.getByRole('button', { name: '确定删除' })).toBeFocused();
    await expect(sms).toContainText('还没送到的消息不再送，密钥作废');
    await sms.getByRole('button', { name: '不办了' }).click();
    await expect(sms.getByRole('button', { name: '删除' })).toBeFocused();
    await sms.getByRole('button', { name: '换密钥' }).click();
    await sms.getByRole('button', { name: '确定换' }).click();
    await expect(page.locator('.secret textarea')).toHaveValue(/^whsec_/);
    await expect(sms).toContainText('之前，旧密钥也用来签名');
    await page.getByRole('button', { name: '已经收好' }).click();
    await sms.getByRole('button', { name: '删除' }).click();
    await sms.getByRole('button', { name: '确定删除' }).click();
    await expect(page.locator('.done')).toContainText('已删除 https://sms.example.gov.cn/huixin');
    await expect(page.locator('hx-webhook')).toHaveCount(1);
    expect(mock.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([
      '/v1/staff/webhooks/sms',
    ]);
  });

  test('an empty list leads to the first one, and a failing one can be fetched again', async ({
    page,
    mock,
  }) => {
    mock.settings.webhooks = [];
    mock.failNext('GET /v1/staff/webhooks', 500, 'internal');
    await open(page, mock, '#/webhooks');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('.state')).toContainText('还没有推送地址');
    await expect(page.getByLabel('地址', { exact: true })).toBeVisible();
  });
});

test.describe('retention', () => {
  test('says what goes and what stays; a longer time is set at once', async ({ page, mock }) => {
    await open(page, mock, '#/retention');
    await expect(page.locator('.sentence')).toContainText('办结后 12 个月删除');
    await expect(page.locator('.goes-and-stays')).toContainText(
      /到期删除.*姓名、电话、邮箱.*仍然保留.*统计的数字/s,
    );
    await page.fill('#retention-months', '37');
    await page.getByRole('button', { name: '改定' }).click();
    await expect(page.locator('.problems')).toContainText('1 到 36 之间的整数');
    await page.fill('#retention-months', '24');
    await expect(page.locator('form')).toContainText('已经删除的不能恢复');
    await page.getByRole('button', { name: '改定' }).click();
    await expect(page.locator('.done')).toBeFocused();
    await expect(page.locator('.sentence')).toContainText('办结后 24 个月删除');
    expect(mock.posts('/v1/staff/retention')[0]?.body).toEqual({ tenant: 'jingmen', months: 24 });
  });

  test('a shorter time erases, so it is set only by who says that they know', async ({ page, mock }) => {
    await open(page, mock, '#/retention');
    await page.fill('#retention-months', '6');
    await expect(page.locator('form')).toContainText('办结已满 6 个月的信');
    await page.getByRole('button', { name: '改定' }).click();
    await expect(page.locator('.problems')).toContainText('请先看清这一句');
    expect(mock.posts('/v1/staff/retention')).toEqual([]);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '改定' }).click();
    await expect(page.locator('.done')).toContainText('已改为办结后 6 个月');
  });
});
