import { defineConfig } from '@playwright/test';

/** Apart from the browser tests: it keeps the whole machine busy, and needs neither a browser nor their service. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/crash',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
});
