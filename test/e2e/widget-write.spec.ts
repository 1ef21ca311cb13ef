import { BODY, expect, expectAccessible, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

test.describe('writing a letter', () => {
  test('title and body can be filled in before any data arrives', async ({ page, box, open, servers }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(`${servers.service.base}/v1/tenants/jingmen?**`, async (route) => {
      await held;
      await route.continue();
    });
    await open(LETTERBOX);
    await write(box);
    await expect(box.locator('[name=kind]')).toHaveCount(5);
    await expect(box.locator('[name=department] option')).toHaveCount(1);
    release();
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await expect(box.getByText('1 个工作日内受理，5 个工作日内答复')).toBeVisible();
  });

  test('costs one script and one call before it can be used', async ({ page, box, open }) => {
    await page.addInitScript(() => {
      addEventListener('huixin-ready', () => {
        const early = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
        Object.assign(window, {
          early: early.filter(({ port }) => port !== location.port).map(({ pathname }) => pathname),
        });
      });
    });
    await open(LETTERBOX);
    const early = page.waitForFunction(() => (window as unknown as { early?: string[] }).early);
    expect(await (await early).jsonValue()).toEqual(['/embed/v1.js', '/v1/tenants/jingmen']);
    await expect(box.locator('button[type=submit]')).toHaveCount(1);
  });

  test('sends what was written and hands over the receipt', async ({ page, box, open, servers }) => {
    await open(LETTERBOX);
    await box.locator('[name=kind][value=complaint]').check();
    await box.locator('[name=department]').selectOption('chengguan');
    await write(box);
    await box.locator('[name=name]').fill('王小明');
    await box.locator('[name=phone]').fill('13912345678');
    await box.locator('[name=publish]').check();
    const submitted = page.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener('huixin-submitted', (e) => resolve((e as CustomEvent).detail)),
        ),
    );
    await send(box);
    await expect(box.getByText('7KQ4-M2XD-9RTB-0HVW-C31F')).toBeVisible();
    await expect(box.getByText('我们会在 11月25日（星期三） 前答复您')).toBeVisible();
    await expect(box.getByRole('heading', { name: '信已寄到' })).toBeFocused();
    expect(await submitted).toEqual({ number: 'JM-2026-000123' });
    const [{ key, body }] = servers.service.attempts as [(typeof servers.service.attempts)[0]];
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(body).toMatchObject({
      kind: 'complaint',
      department: 'chengguan',
      title: TITLE,
      body: BODY,
      contact: { name: '王小明', phone: '13912345678', email: '' },
      publish: true,
    });
    expect(await page.evaluate(() => Object.values(localStorage).join())).toBe('');
    await expectAccessible(page);
  });

  test('the receipt tells why it is that day, and can be copied, saved and followed', async ({
    page,
    box,
    open,
  }) => {
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await box.getByRole('button', { name: '为什么是这一天？' }).click();
    await expect(box.locator('.calendar .due')).toContainText('25第7天');
    await expect(box.locator('.calendar .weekend')).toHaveCount(2);
    await box.getByRole('button', { name: '复制' }).click();
    await expect(box.getByText('已复制')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      box.getByText('保存为文件').click(),
    ]);
    expect(download.suggestedFilename()).toBe('JM-2026-000123.txt');
    await box.getByRole('button', { name: '查看办理进度' }).click();
    await expect(box.getByRole('heading', { name: TITLE })).toBeVisible();
    await expect(box.getByText('现在由市城市管理执法委员会办理。')).toBeVisible();
  });

  test('prints the slip alone', async ({ page, box, open }) => {
    await page.addInitScript(() => {
      const printed: string[] = [];
      Object.assign(window, { printed });
      window.print = () => printed.push((self.document.body as HTMLElement).innerText);
      (top as unknown as { printed: string[] }).printed?.push('');
    });
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await box.locator('.slip').waitFor();
    await box.getByRole('button', { name: '打印' }).click();
    const frame = box.locator('iframe').contentFrame();
    await expect(frame.locator('.slip')).toContainText('7KQ4-M2XD-9RTB-0HVW-C31F');
    await expect(frame.locator('body > *')).toHaveCount(1);
  });

  test('says what is missing, at the field and at the top, and leads there', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open(LETTERBOX);
    await box.locator('[name=body]').fill('路灯坏了');
    await box.locator('[name=email]').fill('name@');
    await send(box);
    const summary = box.locator('.summary');
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('还有 3 处要改一下：');
    const fault = '正文还差 6 个字，写清时间、地点和希望怎样解决会办得更快';
    await expect(box.locator('#body-fault')).toHaveText(fault);
    await expectAccessible(page);
    await summary.getByRole('button', { name: fault }).click();
    await expect(box.locator('[name=body]')).toBeFocused();
    await box.locator('[name=body]').fill(BODY);
    await expect(box.locator('#body-fault')).toHaveCount(0);
    expect(servers.service.attempts).toEqual([]);
  });

  test('puts the service’s own faults at their fields', async ({ box, open, servers }) => {
    servers.service.mood.refuse = [
      {
        status: 400,
        code: 'bad_request',
        errors: [{ path: 'contact.phone', code: 'custom', message: '这个号码不能用' }],
      },
    ];
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.locator('#phone-fault')).toHaveText('这个号码不能用');
    await send(box);
    await expect(box.locator('.slip')).toBeVisible();
    const keys = servers.service.attempts.map(({ key }) => key);
    expect(keys[0]).toBe(keys[1]);
  });

  test('gets a new challenge by itself when the old one is spent', async ({ box, open, servers }) => {
    servers.service.mood.refuse = [
      { status: 400, code: 'challenge_spent' },
      { status: 400, code: 'challenge_expired' },
    ];
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.locator('.slip')).toBeVisible();
    const { attempts } = servers.service;
    expect(new Set(attempts.map(({ key }) => key)).size).toBe(1);
    expect(new Set(attempts.map(({ body }) => body.challenge)).size).toBe(3);
  });

  test('has a field that people do not meet and machines fill in', async ({ box, open }) => {
    await open(LETTERBOX);
    const trap = box.locator('[name=website]');
    await expect(trap).toHaveAttribute('tabindex', '-1');
    expect(await trap.evaluate((field) => field.closest('[aria-hidden=true]') !== null)).toBe(true);
    expect(await trap.evaluate((field) => field.parentElement!.getBoundingClientRect().width)).toBeLessThan(
      2,
    );
  });

  test('elder mode asks one thing to a screen and checks everything before it goes', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open('<huixin-letterbox tenant="jingmen" elder></huixin-letterbox>');
    const next = box.getByRole('button', { name: '下一步' });
    await expect(box.locator('.write > .field:visible')).toHaveCount(1);
    await expect(box.locator('button[type=submit]')).toHaveCount(0);
    expect((await next.boundingBox())!.height).toBeGreaterThanOrEqual(60);
    const size = await box
      .locator('.choice')
      .first()
      .evaluate((choice) => parseFloat(getComputedStyle(choice).fontSize));
    expect(size).toBeGreaterThanOrEqual(18);
    await expectAccessible(page, true);
    await next.click();
    await next.click();
    await expect(box.locator('[name=title]')).toBeFocused();
    await next.click();
    await expect(box.locator('#title-fault')).toBeVisible();
    await box.locator('[name=title]').fill(TITLE);
    await box.locator('[name=title]').press('Enter');
    await box.locator('[name=body]').fill(BODY);
    for (const _ of ['body', 'files', 'contact', 'publish']) await next.click();
    await expect(box.getByRole('heading', { name: '核对后寄出' })).toBeFocused();
    await expect(box.locator('.answers')).toContainText(TITLE);
    await expectAccessible(page, true);
    await send(box);
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });
});
