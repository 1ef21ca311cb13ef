import type { Page } from '@playwright/test';
import { expect, LETTERBOX, send, test, TITLE, write } from './widget/widget-test.ts';

/** The part of the script that checks and sends comes after the form; people don't wait for it. */
test.describe('before the clerk is there', () => {
  test('what is sent waits for them with a button that says so, and goes out once', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const release = await hold(page, `${servers.service.base}/embed/chunks/clerk*`);
    await open(LETTERBOX);
    await write(box);
    await send(box);
    const button = box.locator('button[type=submit]');
    await expect(button).toHaveText('正在寄出…');
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await box.locator('[name=title]').press('Enter');
    release();
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('a letter they could not be fetched for goes out by itself when the line is back', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const chunks = `${servers.service.base}/embed/chunks/**`;
    await page.route(chunks, (route) => route.abort());
    await open(LETTERBOX);
    await write(box);
    await send(box);
    await expect(box.getByText('网络断了，信还在这台设备上，连上后会自动寄出。')).toBeVisible();
    await expect(box.locator('[name=title]')).toHaveValue(TITLE);
    await page.unroute(chunks);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(box.locator('.slip')).toBeVisible();
    expect(servers.service.stored.size).toBe(1);
  });

  test('elder mode says when it cannot go on, and goes on once it can', async ({
    page,
    box,
    open,
    servers,
  }) => {
    const chunks = `${servers.service.base}/embed/chunks/**`;
    await page.route(chunks, (route) => route.abort());
    await open('<huixin-letterbox tenant="jingmen" elder></huixin-letterbox>');
    await box.getByRole('button', { name: '下一步' }).click();
    await expect(box.locator('.send').getByText('现在连不上信箱。')).toBeVisible();
    await page.unroute(chunks);
    await box.locator('.send').getByRole('button', { name: '再试一次' }).click();
    await expect(box.locator('[name=department]')).toBeFocused();
  });

  test('what is typed in the very first frame stays, beside a draft too', async ({ page, box, open }) => {
    await open(LETTERBOX);
    await write(box);
    await page.addInitScript((title) => {
      const type = () => {
        const root = document.querySelector('huixin-letterbox')?.shadowRoot;
        const field = root?.querySelector<HTMLInputElement>('[name=title]');
        if (!field) return void requestAnimationFrame(type);
        Object.assign(window, { early: !root!.querySelector('[name=phone]') });
        field.value = title;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      requestAnimationFrame(type);
    }, '另一封信');
    await page.reload();
    await expect(box.locator('[name=phone]')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { early: boolean }).early)).toBe(true);
    await expect(box.getByText('已找回您上次没写完的信。')).toBeVisible();
    await expect(box.locator('[name=title]')).toHaveValue('另一封信');
    await expect(box.locator('[name=body]')).toHaveValue(/路灯/);
  });

  test('a draft that is found again moves nothing', async ({ page, box, open }) => {
    await open(LETTERBOX);
    await write(box);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) =>
        shifts.push(...list.getEntries().map(({ startTime }) => startTime)),
      ).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    await page.reload();
    await expect(box.getByText('已找回您上次没写完的信。')).toBeVisible();
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    const shifts = await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve((window as unknown as { shifts: number[] }).shifts)),
          ),
        ),
    );
    expect(shifts).toEqual([]);
  });
});

/** Requests to the address wait until the answer is called. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
