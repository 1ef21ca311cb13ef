import type { Page } from '@playwright/test';
import { version } from '../../scripts/root.ts';
import type { MockService } from './widget/mock-service.ts';
import { expect, LETTERBOX, test } from './widget/widget-test.ts';

const BADGE = '<huixin-badge tenant="jingmen"></huixin-badge>';
const PINNED = `/embed/${version}/huixin.js`;
const OWN = { script: '/embed/v1/jingmen.js' };

test.describe('the tenant’s own script', () => {
  test('shows everything after one request, letterbox and badge', async ({ page, box, open, servers }) => {
    await page.addInitScript(() => {
      const ready: string[][] = [];
      Object.assign(window, { ready });
      addEventListener('huixin-ready', (event) => {
        ready.push([
          (event.target as Element).localName,
          ...performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
        ]);
      });
    });
    await open(LETTERBOX + BADGE, OWN);
    await expect(box.locator('[name=department] option')).toHaveCount(4);
    await expect(page.locator('huixin-badge strong')).toHaveText('92 %');
    // What a request that is still under way doesn't show, the service knows.
    expect(servers.service.queries.filter((url) => !url.endsWith('/seen'))).toEqual([]);
    const ready = await page.evaluate(() => (window as unknown as { ready: string[][] }).ready);
    expect(ready).toEqual([
      ['huixin-letterbox', '/site.css', OWN.script],
      ['huixin-badge', '/site.css', OWN.script],
    ]);
  });

  test('fetches its views under its own name', async ({ box, open, servers }) => {
    await open(LETTERBOX, OWN);
    await box.getByRole('tab', { name: '看答复' }).click();
    await expect(box.locator('.letters > li')).toHaveCount(2);
    const scripts = servers.service.requests.filter((request) => request.includes('/embed/'));
    expect(scripts.filter((request) => !request.startsWith('GET /embed/v1/jingmen'))).toEqual([]);
  });

  test('in another language, for another tenant, and on a page that has stood for ten minutes the service is asked', async ({
    page,
    open,
    servers,
  }) => {
    const asked = () => servers.service.queries;
    await open(LETTERBOX, { ...OWN, lang: 'en' });
    await expect.poll(asked).toEqual(['/v1/tenants/jingmen?lang=en']);
    servers.service.reset();
    await open(LETTERBOX.replace('jingmen', 'constructor'), OWN);
    await expect.poll(asked).toEqual(['/v1/tenants/constructor?lang=zh-CN']);
    servers.service.reset();
    await page.clock.install();
    await open('<div id="place"></div>', OWN);
    await page.evaluate(() => customElements.whenDefined('huixin-badge'));
    await page.clock.fastForward(600_000);
    await page.evaluate((html) => (document.getElementById('place')!.innerHTML = html), LETTERBOX + BADGE);
    await expect
      .poll(asked)
      .toEqual(['/v1/tenants/jingmen?lang=zh-CN', '/v1/tenants/jingmen/stats?lang=zh-CN']);
  });
});

test.describe('the beacon', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const fetch = window.fetch.bind(window);
      window.fetch = (input, init) => {
        if (String(input).includes('/seen')) told.push(String(input));
        return fetch(input, init);
      };
    });
    await page.clock.install({ time: '2026-11-22T08:00:00+08:00' });
    await page.clock.pauseAt('2026-11-22T08:00:01+08:00');
  });

  for (const script of ['/embed/v1.js', '/embed/v1/jingmen.js', '/embed/v1-badge.js', PINNED]) {
    test(`of ${script} comes five seconds after the element is ready, once a day, without anything personal`, async ({
      page,
      open,
      servers,
    }) => {
      const { service, hosts } = servers;
      await open(BADGE, { script });
      await armed(page, service);
      await page.clock.runFor(4999);
      expect(await told(page)).toBe(0);
      await page.clock.runFor(1);
      const address = `/v1/tenants/jingmen/seen?version=${version}`;
      await expect
        .poll(() => service.seen)
        .toEqual([{ address, origin: hosts.base, body: '', type: undefined, cookie: undefined }]);

      await open(BADGE + BADGE, { script });
      await armed(page, service);
      await page.clock.runFor(60_000);
      expect(await told(page)).toBe(0);

      await page.clock.setSystemTime('2026-11-23T08:00:01+08:00');
      await open(BADGE + BADGE, { script });
      await armed(page, service);
      await page.clock.runFor(60_000);
      expect(await told(page)).toBe(1);
    });
  }

  test('isn’t sent where the browser forbids storage', async ({ page, open, servers }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      }),
    );
    await open(BADGE);
    await armed(page, servers.service);
    await page.clock.runFor(60_000);
    expect(await told(page)).toBe(0);
  });

  test('isn’t sent while nobody looks at the page', async ({ page, open, servers }) => {
    await page.addInitScript(() =>
      Object.defineProperty(document, 'hidden', { value: true, writable: true }),
    );
    await open(BADGE);
    await armed(page, servers.service);
    await page.clock.runFor(60_000);
    expect(await told(page)).toBe(0);
    await page.evaluate(() => {
      Object.assign(document, { hidden: false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.clock.runFor(5000);
    expect(await told(page)).toBe(1);
  });

  test('isn’t sent for an element that was taken off the page, and waits anew when it is back', async ({
    page,
    open,
    servers,
  }) => {
    await open(BADGE);
    await armed(page, servers.service);
    await page.clock.runFor(4000);
    const badge = await page.evaluateHandle(() => {
      const element = document.querySelector('huixin-badge')!;
      element.remove();
      return element;
    });
    await page.clock.runFor(60_000);
    expect(await told(page)).toBe(0);
    await badge.evaluate((element) => document.body.append(element));
    await page.clock.runFor(4999);
    expect(await told(page)).toBe(0);
    await page.clock.runFor(1);
    expect(await told(page)).toBe(1);
  });

  test('that the service doesn’t take disturbs nobody', async ({ page, box, open, servers }) => {
    await page.route('**/seen?*', (route) => route.abort());
    await open(LETTERBOX + BADGE);
    await armed(page, servers.service);
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/seen'));
    await page.clock.runFor(5000);
    await failed;
    await expect(box.locator('[name=department] option')).toHaveCount(4);
  });
});

const told = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { told: string[] }).told.length);

/** Waits until the badge is ready and the beacon's script, where it has one of its own, has run: its timer is set. */
async function armed(page: Page, service: MockService): Promise<void> {
  await page.evaluate(() => customElements.whenDefined('huixin-badge'));
  await expect(page.locator('huixin-badge strong').last()).toHaveText('92 %');
  if (service.requests.some((request) => request.includes(PINNED))) return;
  const chunk = () => service.requests.findLast((request) => request.includes('/beacon-'));
  await expect.poll(chunk).toBeTruthy();
  await page.evaluate((address) => import(address), service.base + chunk()!.slice('GET '.length));
  service.requests = [];
}
