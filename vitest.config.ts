import { existsSync, mkdirSync } from 'node:fs';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './scripts/chromium.ts';

// Tests ask nothing of the network.
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] ??= 'false';
process.env['WRANGLER_SEND_METRICS'] ??= 'false';

// wrangler.toml names this directory, and refuses to be read while it is absent.
mkdirSync('dist/assets', { recursive: true });

const migrationsOf = (directory: string) => (existsSync(directory) ? readD1Migrations(directory) : []);
const bindings = {
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  AUTH_SECRET: 'test-auth-secret-of-at-least-32-characters',
  ACCESS_KEY_SECRET: 'test-access-key-secret-of-32-characters',
  CHALLENGE_SECRET: 'test-challenge-secret-of-32-characters-',
  OPERATOR_TOKEN: 'test-operator-token',
  FUZZ_SEED: process.env['HUIXIN_FUZZ_SEED'] ?? '',
  TEST_DIRECTORY_MIGRATIONS: await migrationsOf('worker/migrations/directory'),
  TEST_LETTERS_MIGRATIONS: await migrationsOf('worker/migrations/letters'),
};

const worker = (name: string, include: string[], exclude: string[], shards: Record<string, string>) => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: { bindings, d1Databases: shards },
    }),
  ],
  test: { name, include, exclude, setupFiles: ['worker/test/setup.ts'], testTimeout: 30_000 },
});

export default defineConfig({
  test: {
    // By default one processor is left idle: half of them where there are two.
    maxWorkers: '100%',
    // A line for every request would bury what a failing test says.
    onConsoleLog: (log) => !log.startsWith('{"level":"info"'),
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['{contract,core,cli,scripts,demo/seed,test/leaks}/**/*.test.ts'],
        },
      },
      worker('worker', ['worker/**/*.test.ts'], ['worker/**/*.shards.test.ts'], {}),
      worker('worker-two-shards', ['worker/**/*.shards.test.ts'], [], { LETTERS_1: 'huixin-letters-1' }),
      {
        // Found before the run: a dependency met during it makes Vite reload the page under a test.
        optimizeDeps: { entries: ['{widget,console,contract,core}/**/*.ts'] },
        test: {
          name: 'widget',
          include: ['{widget,console}/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
