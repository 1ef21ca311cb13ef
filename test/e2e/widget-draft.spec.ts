import { BODY, expect, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

test.describe('nothing typed is lost', () => {
  test('the draft is there again after a reload, contact details are not', async ({ page, box, open }) => {
    await open(LETTERBOX);
    await write(box);
    await box.locator('[name=kind][value=help]').check();
    await box.locator('[name=phone]').fill('13912345678');
    await page.reload();
    await expect(box.getByText('已找回您上次没写完的信。')).toBeVisible();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await expect(box.locator('[name=body]')).toHaveValue(BODY);
    await expect(box.locator('[name=kind][value=help]')).toBeChecked();
    await expect(box.locator('[name=phone]')).toHaveValue('');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('13912345678');
  });

  test('a cleared draft can be brought back', async ({ page, box, open }) => {
    await open(LETTERBOX);
    await write(box);
    await page.reload();
    await box.getByRole('button', { name: '清空，重新写' }).click();
    await expect(box.locator('[name=title]')).toHaveValue('');
    await box.getByRole('button', { name: '恢复刚才的内容' }).click();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await expect(box.locator('[name=body]')).toHaveValue(BODY);
  });

  test('what was typed outlives a visit to another tab and a move in the page', async ({
    page,
    box,
    open,
  }) => {
    await open(`<div id="a">${LETTERBOX}</div><div id="b"></div>`);
    await write(box);
    await box.locator('[name=phone]').fill('13912345678');
    await box.getByRole('tab', { name: '看答复' }).click();
    await expect(box.locator('.letters > li')).toHaveCount(2);
    await box.getByRole('tab', { name: '写信' }).click();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await page.evaluate(() =>
      document.getElementById('b')!.append(document.querySelector('huixin-letterbox')!),
    );
    await expect(box.locator('[name=body]')).toHaveValue(BODY);
    await expect(box.locator('[name=phone]')).toHaveValue('13912345678');
  });

  test('a view that went with an upgrade is asked for once, offers the link, and the letter begun stays', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const asked: string[] = [];
    const chunks = `${servers.service.base}/embed/chunks/replies.view*`;
    await open(LETTERBOX);
    await write(box);
    await page.route(chunks, (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
    await box.getByRole('tab', { name: '看答复' }).click();
    await expect(box.getByText('现在连不上信箱。')).toBeVisible();
    await expect(page.getByRole('link', { name: '给市政府写信' })).toBeVisible();
    // Once as it stands, once under an address that the browser has not failed with.
    expect(asked).toEqual(['', '?1']);
    await box.getByRole('tab', { name: '写信' }).click();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    expect(asked).toHaveLength(2);
    await page.unroute(chunks);
    await box.getByRole('tab', { name: '看答复' }).click();
    await expect(box.locator('.letters > li')).toHaveCount(2);
  });

  test('where the slip’s script is gone the receipt still shows number and key', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await page.route(`${servers.service.base}/embed/chunks/receipt*`, (route) =>
      route.fulfill({ status: 404 }),
    );
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.getByRole('heading', { name: '信已寄到，编号' })).toBeVisible();
    await expect(box.getByText('7KQ4-M2XD-9RTB-0HVW-C31F')).toBeVisible();
  });

  test('a letter written before any part could be fetched goes out when the line is back', async ({
    context,
    box,
    open,
    servers,
  }) => {
    await context.route(`${servers.service.base}/embed/chunks/**`, (route) => route.abort());
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.getByText('信还在这台设备上')).toBeVisible();
    await context.unroute(`${servers.service.base}/embed/chunks/**`);
    await box.getByRole('button', { name: '现在就寄' }).click();
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('on a lost line the letter waits and goes out exactly once', async ({ page, box, open, servers }) => {
    await open(LETTERBOX);
    await write(box);
    servers.service.mood.down = true;
    await send(box);
    await expect(box.getByText('网络断了，信还在这台设备上，连上后会自动寄出。')).toBeVisible();
    servers.service.mood.down = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('an answer that got lost does not make a second letter', async ({ page, box, open, servers }) => {
    servers.service.mood.loseAnswers = 1;
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.getByText('网络断了')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
    expect(servers.service.attempts.length).toBeGreaterThan(1);
  });

  test('a letter changed after its answer got lost still gets the receipt of what arrived', async ({
    box,
    open,
    servers,
  }) => {
    servers.service.mood.loseAnswers = 1;
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await box.getByRole('button', { name: '先不寄，继续修改' }).click();
    await box.locator('[name=title]').fill('路灯还是坏的');
    await send(box);
    await expect(box.locator('.slip')).toContainText(TITLE);
    await expect(box.getByText('您改动之前的那封信已经寄到')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('after a reload a letter on its way can be sent without becoming two', async ({
    page,
    box,
    open,
    servers,
  }) => {
    servers.service.mood.loseAnswers = 1;
    await open(LETTERBOX);
    await write(box);
    await box.locator('[name=phone]').fill('13912345678');
    await send(box);
    await expect(box.getByText('网络断了')).toBeVisible();
    await page.reload();
    await expect(box.getByText('不会重复寄')).toBeVisible();
    await expect(box.getByText('联系方式没有存在这台设备上')).toBeVisible();
    await send(box);
    await expect(box.getByText('这封信上次已经寄到，没有重复寄。')).toBeVisible();
    await box.locator('[name=phone]').fill('13912345678');
    await send(box);
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('when too many write it waits as long as the service asks and says until when', async ({
    box,
    open,
    servers,
  }) => {
    servers.service.mood.refuse = [{ status: 429, code: 'too_many_requests', retryAfter: 2 }];
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(
      box.getByText(/现在寄信的人较多，信还在这台设备上，\d\d:\d\d:\d\d 会自动再寄。/),
    ).toBeVisible();
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.attempts).toHaveLength(2);
  });
});
