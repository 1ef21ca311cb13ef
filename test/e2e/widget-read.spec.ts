import { expect, expectAccessible, LETTERBOX, send, test, track } from './widget/widget-test.ts';

const TRACK = LETTERBOX.replace('tenant=', 'view="track" tenant=');

test.describe('following a letter', () => {
  test('is found by number and key however they were typed', async ({ page, box, open }) => {
    await open(TRACK);
    await expectAccessible(page);
    await track(box, 'jm 2026 000123');
    await expect(box.getByRole('heading', { name: '象山大道路灯坏了半个月没人修' })).toBeFocused();
    await expect(box.locator('[part=status]').first()).toHaveText('办理中');
    await expect(box.getByText('我们会在 11月25日（星期三） 前答复您')).toBeVisible();
    await expect(box.locator('.timeline li')).toHaveCount(3);
    await expectAccessible(page);
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, location.href, document.cookie]),
    );
    expect(kept.toUpperCase()).not.toContain('7KQ4');
  });

  test('an unknown letter and a wrong key look the same', async ({ box, open }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000123', 'AAAA-BBBB-CCCC-DDDD');
    const said = await box.locator('.failure').textContent();
    await track(box, 'JM-2026-999999');
    await expect(box.locator('.failure')).toHaveText(said!);
  });

  test('a reply is rated, both questions being asked for', async ({ page, box, open, servers }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000124');
    await expect(box.getByText('四盏路灯因电缆被施工挖断')).toBeVisible();
    await box.getByRole('button', { name: '提交评价' }).click();
    await expect(box.getByText('请选择满意程度')).toBeVisible();
    await expectAccessible(page);
    await box.getByRole('radio', { name: '满意', exact: true }).check();
    await box.getByRole('radio', { name: '部分解决' }).check();
    await box.locator('[name=attitude]').selectOption('5');
    await box.locator('[name=comment]').fill('修得很快');
    const rated = page.evaluate(
      () =>
        new Promise((resolve) => addEventListener('huixin-rated', (e) => resolve((e as CustomEvent).detail))),
    );
    await box.getByRole('button', { name: '提交评价' }).click();
    await expect(box.getByText('评价已收到，谢谢。')).toBeVisible();
    expect(await rated).toEqual({ number: 'JM-2026-000124' });
    expect(servers.service.commands).toEqual([
      {
        number: 'JM-2026-000124',
        command: 'ratings',
        body: { level: 4, solved: 'partly', attitude: 5, comment: '修得很快' },
      },
    ]);
  });

  test('a question is shown and answered in place', async ({ box, open, servers }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000126');
    await expect(box.getByText('请问是路口哪一侧的灯杆？灯杆上有编号的话，请一并告诉我们。')).toBeVisible();
    await box.locator('[name=supplement]').fill('北侧，编号 0712 到 0715。');
    await box.getByRole('button', { name: '提交补充' }).click();
    await expect(box.getByText('补充已收到，办理继续。')).toBeVisible();
    expect(servers.service.commands).toMatchObject([
      { command: 'supplements', body: { body: '北侧，编号 0712 到 0715。' } },
    ]);
  });

  for (const [change, said] of [
    [{ status: 'accepted', round: 2 }, '这封信已经重新办理：1 个工作日内会有人联系您'],
    [{ status: 'closed', contested: true }, '您两次不满意，这封信已列入上级的督办名单。'],
  ] as const) {
    test(`a bad rating says what it set going: ${said}`, async ({ box, open, servers }) => {
      servers.service.mood.badRating = change;
      await open(TRACK);
      await track(box, 'JM-2026-000124');
      await box.getByRole('radio', { name: '不满意', exact: true }).check();
      await box.getByRole('radio', { name: '没有解决' }).check();
      await box.getByRole('button', { name: '提交评价' }).click();
      await expect(box.locator('.note', { hasText: said })).toBeVisible();
      await expect(box.locator('.timeline .next', { hasText: said })).toBeVisible();
    });
  }

  test('a late letter says by how much and whom to call', async ({ page, box, open }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000125');
    await expect(box.getByText('答复已经超期 6 天。')).toBeVisible();
    await expect(box.getByText('您可以打电话 0724-2345678 询问')).toBeVisible();
    await expect(box.getByText('超过期限没有答复，记黄牌')).toBeVisible();
    await expectAccessible(page);
  });

  test('a declined letter says why and where to turn', async ({ box, open }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000127');
    await expect(box.getByText('已进入诉讼、仲裁或复议').first()).toBeVisible();
    await expect(box.getByText('荆门市劳动人事争议仲裁院')).toBeVisible();
  });

  test('consent is given and taken back, and a letter is withdrawn only when asked twice', async ({
    box,
    open,
    servers,
  }) => {
    await open(TRACK);
    await track(box, 'JM-2026-000123');
    await box.locator('[name=publish]').uncheck();
    await expect(box.getByText('已更改。')).toBeVisible();
    await box.getByRole('button', { name: '撤回这封信' }).click();
    await box.locator('[name=reason]').fill('已经修好了');
    await box.getByRole('button', { name: '确定撤回' }).click();
    await expect(box.getByText('信已撤回。')).toBeVisible();
    expect(servers.service.commands.map(({ command, body }) => [command, body])).toEqual([
      ['consent', { publish: false }],
      ['withdrawal', { reason: '已经修好了' }],
    ]);
  });
});

test.describe('reading what others were answered', () => {
  test('published replies are searched, marked and opened in place', async ({ page, open }) => {
    await open('<huixin-feed tenant="jingmen"></huixin-feed>');
    const feed = page.locator('huixin-feed');
    await expect(feed.getByText('收到 1,024 封信，公开 812 封。')).toBeVisible();
    await expectAccessible(page);
    await feed.locator('[name=q]').fill('路灯');
    await send(feed);
    await expect(feed.locator('h2 mark')).toHaveText('路灯');
    await feed.getByRole('button', { name: '象山大道路灯坏了半个月没人修' }).click();
    await expect(feed.locator('.opened .timeline li')).toHaveCount(4);
    await feed.getByRole('button', { name: '我也遇到' }).click();
    await expect(feed.getByText('已记下，谢谢。')).toBeVisible();
    await expect(feed.getByText('另有 4 人也遇到同样的事')).toBeVisible();
    await expectAccessible(page);
    await feed.locator('[name=q]').fill('没有的词');
    await send(feed);
    await expect(feed.getByText('没有找到。换一个更短的词试试')).toBeVisible();
  });

  test('notices open in place', async ({ page, open }) => {
    await open('<huixin-notices tenant="jingmen"></huixin-notices>');
    const notices = page.locator('huixin-notices');
    await notices.getByText('寒假时间安排').click();
    await expect(notices.getByText('2 月 22 日开学')).toBeVisible();
    await expectAccessible(page);
  });

  for (const [due, said] of [
    [1024, '按时答复率 92 % · 近一年 1,024 件'],
    [5, '按时答复率 5 / 5 件 · 样本不足'],
    [0, '按时答复率 — · 近一年没有到期的信件'],
  ] as const) {
    test(`the badge with ${due} letters due says “${said}”`, async ({ page, open, servers }) => {
      servers.service.mood.due = due;
      await open('<huixin-badge tenant="jingmen"></huixin-badge>', { script: '/embed/v1-badge.js' });
      await expect(page.locator('huixin-badge .root')).toHaveText(said.replace(/ /g, ' '), {
        useInnerText: true,
      });
      await expectAccessible(page);
    });
  }

  test('a badge in a narrow column breaks before its sample and no line begins with a dot', async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 240, height: 600 });
    await open('<huixin-badge tenant="jingmen"></huixin-badge>', { script: '/embed/v1-badge.js' });
    const badge = page.locator('huixin-badge');
    await expect(badge.getByText('近一年 1,024 件')).toBeVisible();
    const [facts, dot, figure] = [
      await badge.locator('.facts').boundingBox(),
      await badge.locator('.facts i').boundingBox(),
      await badge.locator('strong').boundingBox(),
    ];
    expect(dot!.y).toBeGreaterThan(figure!.y + 10);
    // What lies in the first 16 px is clipped away.
    expect(dot!.x + dot!.width).toBeLessThanOrEqual(facts!.x + 16);
  });
});
