import { expect, expectAccessible, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

test.describe('living on other people’s pages', () => {
  test('the page stays still from the first paint to the finished form', async ({ page, box, open }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const width of [360, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      await open(LETTERBOX);
      await expect(box.locator('[name=department] option')).toHaveCount(4);
      await expect(box.getByText('个工作日内答复')).toBeVisible();
      const shifts = await page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve((window as unknown as { shifts: number[] }).shifts)),
            ),
          ),
      );
      expect(shifts, `at ${width} px`).toEqual([]);
    }
  });

  test('the rule in docs and console is the one this is measured with', async ({ servers }) => {
    const rule = (await (await fetch(`${servers.hosts.base}/site.css`)).text()).match(
      /huixin-letterbox \{[^}]*\}/g,
    );
    const [{ readFile }, { fileURLToPath }] = [await import('node:fs/promises'), await import('node:url')];
    for (const place of ['docs/webmaster.md', 'docs/webmaster.en.md', 'console/lib/snippets.ts']) {
      const text = await readFile(fileURLToPath(new URL(`../../${place}`, import.meta.url)), 'utf8');
      expect(text.match(/huixin-letterbox \{ (?:display|min-height)[^}]*\}/g), place).toEqual(rule);
    }
  });

  test('neither takes over the page’s styles nor leaves any behind', async ({ page, box, open }) => {
    await open(LETTERBOX);
    const label = box.locator('label', { hasText: '标题' });
    const style = await label.evaluate((element) => {
      const { color, letterSpacing, textAlign } = getComputedStyle(element);
      return { color, letterSpacing, textAlign };
    });
    expect(style).toEqual({ color: 'rgb(28, 39, 51)', letterSpacing: 'normal', textAlign: 'start' });
    const outside = await page.evaluate(() => ({
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      styled: document.querySelectorAll('style, [style]').length,
      focus: document.activeElement === document.body,
    }));
    expect(outside).toEqual({ sheets: 1, styled: 0, focus: true });
  });

  test('an element put in before the script, or after it by a CMS, works alike', async ({
    page,
    open,
    servers,
  }) => {
    await open('<div id="late"></div>', { script: '' });
    await page.evaluate((base) => {
      const early = document.createElement('huixin-letterbox') as HTMLElement & {
        tenant: string;
        view: string;
      };
      Object.assign(early, { tenant: 'jingmen', view: 'track', id: 'early' });
      document.getElementById('late')!.append(early);
      const script = Object.assign(document.createElement('script'), {
        type: 'module',
        src: `${base}/embed/v1.js`,
      });
      document.head.append(script);
    }, servers.service.base);
    await expect(page.locator('#early [name=accessKey]')).toBeVisible();
    await page.evaluate(() => {
      document
        .getElementById('late')!
        .insertAdjacentHTML(
          'beforeend',
          '<div hidden id="tab"><huixin-letterbox tenant="jingmen" kind="help" department="jiaoyu"></huixin-letterbox></div>',
        );
    });
    await page.evaluate(() => document.getElementById('tab')!.removeAttribute('hidden'));
    const late = page.locator('#tab huixin-letterbox');
    await expect(late.locator('[name=kind][value=help]')).toBeChecked();
    await expect(late.locator('[name=department]')).toHaveValue('jiaoyu');
  });

  test('the script may stand on a page twice', async ({ page, box, open, servers }) => {
    await open(LETTERBOX);
    await box.locator('[name=title]').waitFor();
    const again = await page.evaluate(
      (base) => import(`${base}/embed/v1.js?again`).then(() => 'loaded'),
      servers.service.base,
    );
    expect(again).toBe('loaded');
    await box.getByRole('tab', { name: '查进度' }).click();
    await expect(box.locator('[name=number]')).toBeVisible();
  });

  test('two letterboxes keep their drafts apart', async ({ page, open }) => {
    await open(`${LETTERBOX}${LETTERBOX}`);
    const [first, second] = [
      page.locator('huixin-letterbox').nth(0),
      page.locator('huixin-letterbox').nth(1),
    ];
    await write(first);
    await write(second, { title: '第二封信' });
    await page.reload();
    await expect(first.locator('[name=title]')).toHaveValue(TITLE);
    await expect(second.locator('[name=title]')).toHaveValue('第二封信');
  });

  test('the pinned one-file build does all of it', async ({ page, box, open, servers }) => {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
    await open(LETTERBOX, { script: `/embed/${version}/huixin.js` });
    await write(box);
    await send(box);
    await box.getByRole('button', { name: '查看办理进度' }).click();
    await expect(box.getByRole('heading', { name: TITLE })).toBeVisible();
    expect(servers.service.requests.filter((request) => request.includes('/embed/'))).toHaveLength(1);
    expect(await page.evaluate(() => customElements.get('huixin-feed') !== undefined)).toBe(true);
  });

  test('needs nothing younger than Chromium 86 and nothing that a plain-http page lacks', async ({
    page,
    box,
    open,
  }) => {
    await page.addInitScript(() => {
      const younger: [object, string[]][] = [
        [Object, ['hasOwn', 'groupBy']],
        [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
        [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
        [Promise, ['withResolvers', 'try']],
        [AbortSignal, ['timeout', 'any']],
        [Uint8Array.prototype, ['toHex', 'toBase64']],
        [globalThis, ['structuredClone', 'WeakRef', 'Temporal', 'scheduler']],
        [Crypto.prototype, ['randomUUID', 'subtle']],
        [Navigator.prototype, ['clipboard']],
      ];
      for (const [holder, names] of younger) for (const name of names) Reflect.deleteProperty(holder, name);
    });
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await box.getByRole('button', { name: '为什么是这一天？' }).click();
    await expect(box.locator('.calendar')).toBeVisible();
    await box.getByRole('button', { name: '查看办理进度' }).click();
    await expect(box.locator('.timeline')).toBeVisible();
    await box.getByRole('tab', { name: '看答复' }).click();
    await box.getByRole('button', { name: TITLE }).click();
    await expect(box.locator('.opened .timeline')).toBeVisible();
  });

  test('without the service the page’s own link is there, the form keeps its draft and recovers', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open(LETTERBOX, { script: '' });
    await page.route(`${servers.service.base}/v1/**`, (route) => route.abort());
    const failed = page.evaluate(
      () =>
        new Promise((resolve) => addEventListener('huixin-error', (e) => resolve((e as CustomEvent).detail))),
    );
    await page.evaluate((base) => {
      document.head.append(
        Object.assign(document.createElement('script'), { type: 'module', src: `${base}/embed/v1.js` }),
      );
    }, servers.service.base);
    expect(await failed).toEqual({ code: 'unreachable' });
    await expect(page.getByRole('link', { name: '给市政府写信' })).toBeVisible();
    await write(box);
    await page.unroute(`${servers.service.base}/v1/**`);
    await box.getByRole('button', { name: '再试一次' }).click();
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    await expect(page.getByRole('link', { name: '给市政府写信' })).toBeHidden();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
  });

  test('an unknown tenant shows the link and no form', async ({ page, box, open }) => {
    await open(LETTERBOX.replace('jingmen', 'nowhere'));
    await expect(page.getByRole('link', { name: '给市政府写信' })).toBeVisible();
    await expect(box.locator('form')).toHaveCount(0);
  });

  test('on a right-to-left page it runs from left to right as its languages do', async ({
    page,
    box,
    open,
  }) => {
    await open(`<div dir="rtl" lang="ug">${LETTERBOX}</div>`);
    await expect(box.locator('.root')).toHaveCSS('direction', 'ltr');
    await box.getByRole('tab', { name: '写信' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(box.getByRole('tab', { name: '查进度' })).toBeFocused();
    const [first, second] = [
      await box.locator('#tab-write').boundingBox(),
      await box.locator('#tab-track').boundingBox(),
    ];
    expect(first!.x).toBeLessThan(second!.x);
  });

  test('speaks English on an English page and goes dark where the page does', async ({ page, box, open }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(LETTERBOX, { lang: 'en' });
    await expect(box.getByRole('tab', { name: 'Write' })).toBeVisible();
    await expect(box.getByText('Taken up in 1, answered in 5 working days')).toBeVisible();
    await expect(box.locator('.root')).toHaveCSS('background-color', 'rgb(20, 25, 31)');
    await expectAccessible(page);
  });

  test('writing is accessible as it stands and with the keyboard alone', async ({
    page,
    box,
    open,
    servers,
  }) => {
    await open(LETTERBOX);
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    await expectAccessible(page);
    await box.getByRole('tab', { name: '写信' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(box.getByRole('tab', { name: '查进度' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    for (const stop of ['大字版', 'kind', 'department']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toBe(stop);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type(TITLE);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`${TITLE}${TITLE}`);
    for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });
});

/** Name or text of what has the focus inside the first letterbox. */
function focused(): string {
  const element = document.querySelector('huixin-letterbox')!.shadowRoot!.activeElement;
  return element?.getAttribute('name') ?? element?.textContent?.trim() ?? '';
}
