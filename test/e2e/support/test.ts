import { test as base, expect } from '@playwright/test';
import { noteKeys } from './seeded.ts';

export { expect };

/** Playwright's test with our addresses; an exception no page caught fails the test. */
export const test = base.extend<{
  service: string;
  hosts: string;
  plainHosts: string;
  plainService: string;
  uncaught: Error[];
}>({
  baseURL: async ({}, use) => use(address('HUIXIN_E2E_BASE')),
  /** The service's origin. */
  service: async ({}, use) => use(address('HUIXIN_E2E_BASE')),
  /** The origin of the pages in demo/ (`${hosts}/site/`). */
  hosts: async ({}, use) => use(address('HUIXIN_E2E_HOSTS')),
  /** The same two on host names, so in a context without `crypto.subtle`, `crypto.randomUUID` or the clipboard. */
  plainHosts: async ({}, use) => use(named('HUIXIN_E2E_HOSTS', 'county.test')),
  plainService: async ({}, use) => use(named('HUIXIN_E2E_BASE', 'huixin.test')),
  uncaught: [
    async ({ context }, use) => {
      const errors: Error[] = [];
      context.on('weberror', (event) => errors.push(event.error()));
      noteKeys(context);
      await use(errors);
      expect(errors, 'exceptions nobody caught').toEqual([]);
    },
    { auto: true },
  ],
});

const named = (name: string, host: string) => `http://${host}:${new URL(address(name)).port}`;

function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through playwright.config.ts`);
  return value;
}
