import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { HostPages } from './host-pages.ts';
import { MockService } from './mock-service.ts';

export { expect };

interface Servers {
  service: MockService;
  hosts: HostPages;
}

interface Tools {
  /** Opens a page of another origin that holds `body`. */
  open(body: string, options?: { lang?: string; head?: string; script?: string }): Promise<void>;
  /** The first letterbox on the page. */
  box: Locator;
  calm: void;
}

/** The built widget on a page of another origin under a strict policy, against a service that can be made to fail. */
export const test = base.extend<Tools, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      const servers = { service: await new MockService().start(), hosts: await new HostPages().start() };
      await use(servers);
      await servers.service.stop();
      await servers.hosts.stop();
    },
    { scope: 'worker' },
  ],
  calm: [
    async ({ context, page, servers }, use) => {
      servers.service.reset();
      const errors: string[] = [];
      context.on('weberror', (event) => errors.push(event.error().message));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) errors.push(message.text());
      });
      await use();
      expect(errors, 'exceptions nobody caught and breaches of the page’s policy').toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page, servers }, use) => {
    await use(async (body, options) => {
      await page.goto(servers.hosts.add(servers.service.base, body, options));
    });
  },
  box: async ({ page }, use) => use(page.locator('huixin-letterbox').first()),
});

export const LETTERBOX =
  '<huixin-letterbox tenant="jingmen"><a href="https://example.test/s/jingmen">给市政府写信</a></huixin-letterbox>';

export const TITLE = '象山大道路灯坏了半个月没人修';
export const BODY = '象山大道与白云大道路口北侧，有四盏路灯从 11 月 1 日起一直不亮，希望尽快修好。';

/** Fills in a letter that the service takes. */
export async function write(box: Locator, { title = TITLE, body = BODY } = {}): Promise<void> {
  await box.locator('[name=title]').fill(title);
  await box.locator('[name=body]').fill(body);
}

export const send = (box: Locator): Promise<void> => box.locator('button[type=submit]').click();

/** Follows a letter by its number and the mock's only key. */
export async function track(box: Locator, number: string, key = '7kq4m2xd 9rtb-OhvwC3Lf'): Promise<void> {
  await box.locator('[name=number]').fill(number);
  await box.locator('[name=accessKey]').fill(key);
  await send(box);
}

/** Without `strict` WCAG 2.2 AA; with it contrast must reach 7:1 too, as elder mode promises. */
export async function expectAccessible(page: Page, strict = false): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: strict } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('h1')
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(found).toEqual([]);
}
