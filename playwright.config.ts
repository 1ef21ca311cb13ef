import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './scripts/chromium.ts';

const chromium = await chromiumLaunch();

/** Against the real `npm start` with state of its own, in the browser of scripts/chromium.ts. Wait on conditions. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './test/e2e/support/global-setup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    // Names that are no loopback address give pages a plain-http, insecure context, as many government sites are.
    launchOptions: { ...chromium, args: [...chromium.args, '--host-resolver-rules=MAP *.test 127.0.0.1'] },
  },
});
