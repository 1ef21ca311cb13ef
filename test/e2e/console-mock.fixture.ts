import { type Page, test as base, expect } from '@playwright/test';
import { NOW } from './console-mock.data.ts';
import { ConsoleMock } from './console-mock.server.ts';

export { expect };

/** A page on the built console and a service of its own; the time stands still at NOW. */
export const test = base.extend<{ mock: ConsoleMock; uncaught: string[] }>({
  mock: async ({}, use) => {
    const mock = await new ConsoleMock().open();
    await use(mock);
    await mock.close();
  },
  uncaught: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on(
        'console',
        (message) => /Content Security Policy|violates/.test(message.text()) && errors.push(message.text()),
      );
      await page.clock.setFixedTime(new Date(NOW));
      await use(errors);
      expect(errors, 'uncaught errors and CSP violations').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens an address inside the console. */
export const open = (page: Page, mock: ConsoleMock, address = '#/inbox') =>
  page.goto(`${mock.url}/console/${address}`);
