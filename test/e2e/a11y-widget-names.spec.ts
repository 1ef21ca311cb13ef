/** What a screen reader tells of the widget: names, states, descriptions, and what is said unasked. */
import type { Page } from '@playwright/test';
import { heard, listen } from './a11y/in-page.ts';
import { expect, LETTERBOX, send, test, TITLE, track, write } from './widget/widget-test.ts';

test.use({ trace: 'off', actionTimeout: 10_000 });

const TRACK = LETTERBOX.replace('tenant=', 'view="track" tenant=');

async function expectHeard(page: Page, ...sentences: (string | RegExp)[]): Promise<void> {
  for (const sentence of sentences)
    await expect
      .poll(async () => (await page.evaluate(heard)).join('\n'), `said: ${sentence}`)
      .toMatch(sentence);
}

test('the form tells its parts by name, in order, with what is chosen', async ({ box, open }) => {
  await open(LETTERBOX);
  await expect(box.locator('[name=department] option')).toHaveCount(4);
  await expect(box).toMatchAriaSnapshot(`
    - tablist "信箱":
      - tab "写信" [selected]
      - tab "查进度"
      - tab "看答复"
    - button "大字版"
    - tabpanel "写信":
      - paragraph:
        - text: 寄给
        - strong: 荆门市人民政府
      - group "您想做什么？":
        - radio "咨询" [checked]
        - radio "投诉"
        - radio "建议"
        - radio "求助"
        - radio "反映"
      - combobox "写给哪个部门？"
      - textbox "标题"
      - textbox "正文"
      - button "照片或文件 （选填）"
      - group "联系方式 （选填）":
        - textbox "姓名"
        - textbox "电话"
        - textbox "邮箱"
      - checkbox "同意公开这封信和答复"
      - button "寄出"
  `);
  await expect(box.getByRole('group', { name: '您想做什么？' })).toHaveAccessibleDescription(
    /问政策、问办事流程.*5 个工作日内答复/,
  );
  await expect(box.getByRole('group', { name: '联系方式' })).toHaveAccessibleDescription(
    /只有办理部门能看到/,
  );
  await expect(box.getByRole('textbox', { name: '标题' })).toHaveAccessibleDescription(
    '用一句话说清是什么事 0 / 100 字',
  );
  await expect(box.getByRole('checkbox')).toHaveAccessibleDescription(/先隐去个人信息/);
});

test('what is wrong is said at once, counted, and tied to its field', async ({ page, box, open }) => {
  await open(LETTERBOX);
  await box.locator('[name=body]').fill('路灯坏了');
  await box.locator('[name=phone]').fill('12');
  await page.evaluate(listen);
  await send(box);
  await expectHeard(page, /还有 3 处要改一下：.*标题还差.*正文还差.*电话号码好像不完整/);
  for (const [name, fault] of [
    ['标题', /^标题还差 2 个字/],
    ['正文', /^正文还差 6 个字/],
    ['电话', /^电话号码好像不完整/],
  ] as const) {
    await expect(box.getByRole('textbox', { name })).toHaveAttribute('aria-invalid', 'true');
    await expect(box.getByRole('textbox', { name })).toHaveAccessibleDescription(fault);
  }
  await expect(box.getByRole('textbox', { name: '姓名' })).toHaveAttribute('aria-invalid', 'false');
});

test('sending, waiting and clearing are said; the receipt has the focus and can be read row by row', async ({
  page,
  box,
  open,
  servers,
}) => {
  await open(LETTERBOX);
  await expect(box.locator('[name=department] option')).toHaveCount(4);
  await write(box);
  await page.evaluate(listen);
  // The slip's own script is there before the line goes; without it a barer receipt shows.
  await page.waitForLoadState('networkidle');
  servers.service.mood.down = true;
  await send(box);
  await expectHeard(page, '正在寄出…', '网络断了，信还在这台设备上，连上后会自动寄出。');
  servers.service.mood.down = false;
  await box.getByRole('button', { name: '现在就寄' }).click();
  await expect(box.getByRole('heading', { name: '信已寄到' })).toBeFocused();
  await expect(box.locator('.slip')).toMatchAriaSnapshot(`
    - heading "回执" [level=3]
    - term: 信件编号
    - definition: JM-2026-000123
    - term: 查询码
    - definition: 7KQ4-M2XD-9RTB-0HVW-C31F
  `);
  await box.getByRole('button', { name: '复制' }).click();
  await expectHeard(page, /^已复制/m);
  await box.getByRole('button', { name: '再写一封' }).click();
  await write(box);
  await page.reload();
  await expect(box.getByText('已找回您上次没写完的信。')).toBeVisible();
  await expect(box.locator('.banners [role=status]')).toBeAttached();
  await page.evaluate(listen);
  await box.getByRole('button', { name: '清空，重新写' }).click();
  await expectHeard(page, /^已清空。/m);
});

test('a letter’s state, what it waits for and what was done with it are said', async ({
  page,
  box,
  open,
}) => {
  await open(TRACK);
  await expect(box.getByRole('textbox', { name: '查询码' })).toHaveAccessibleDescription(/大小写/);
  await page.evaluate(listen);
  await track(box, 'JM-2026-999999');
  await expectHeard(page, /没有找到/);
  await track(box, 'JM-2026-000124');
  await expect(box.getByRole('heading', { name: TITLE, level: 2 })).toBeFocused();
  await box.getByRole('button', { name: '提交评价' }).click();
  await expect(box.getByRole('group', { name: '您满意吗？' })).toHaveAccessibleDescription('请选择满意程度');
  await box.getByRole('radio', { name: '满意', exact: true }).check();
  await box.getByRole('radio', { name: '已解决' }).check();
  await box.getByRole('button', { name: '提交评价' }).click();
  await expectHeard(page, '评价已收到，谢谢。');
});

test('a list says how many letters were found, that there are none, and that the service is away', async ({
  page,
  box,
  open,
  servers,
}) => {
  await open(LETTERBOX.replace('tenant=', 'view="replies" tenant='));
  await expect(box.locator('.letters > li')).toHaveCount(2);
  await page.evaluate(listen);
  await box.locator('[name=q]').fill('路灯');
  await send(box);
  await expectHeard(page, '一共 1 封。');
  await box.locator('[name=q]').fill('没有的词');
  await send(box);
  await expectHeard(page, '没有找到。');
  servers.service.mood.down = true;
  await send(box);
  await expectHeard(page, '现在连不上信箱。');
  servers.service.mood.down = false;
  await box.getByRole('button', { name: '再试一次' }).click();
  await expect(box.getByText('没有找到。')).toBeVisible();
  const opener = box.getByRole('button', { name: TITLE });
  await box.locator('[name=q]').fill('');
  await send(box);
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await opener.click();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
});

test('in forced colours the chosen tab, the chosen answer and the focus are told apart by their shape', async ({
  page,
  box,
  open,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(TRACK);
  await track(box, 'JM-2026-000124');
  const edge = (locator: ReturnType<typeof box.locator>, side: string) =>
    locator.evaluate((element, side) => {
      const style = getComputedStyle(element) as unknown as Record<string, string>;
      return `${style[`border${side}Width`]} ${style[`border${side}Color`]}`;
    }, side);
  const tab = (name: string) => box.getByRole('tab', { name });
  expect(await edge(tab('查进度'), 'Bottom')).not.toBe(await edge(tab('写信'), 'Bottom'));
  const good = box.getByRole('radio', { name: '满意', exact: true });
  await good.check();
  const choice = (radio: typeof good) => radio.locator('xpath=..');
  expect(await edge(choice(good), 'Left')).not.toBe(
    await edge(choice(box.getByRole('radio', { name: '基本满意' })), 'Left'),
  );
  await page.keyboard.press('ArrowDown');
  await expect(choice(box.getByRole('radio', { name: '基本满意' }))).toHaveCSS('outline-style', 'solid');
  await track(await openLate(box), 'JM-2026-000125');
  await expect(box.getByText('答复已经超期 6 天。')).toBeVisible();
  await expect(box.locator('.note.wrong')).toHaveCSS('border-left-width', '4px');
});

async function openLate(box: Parameters<typeof track>[0]): Promise<Parameters<typeof track>[0]> {
  await box.getByRole('button', { name: '查另一封信' }).click();
  return box;
}
