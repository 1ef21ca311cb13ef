import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { build } from './build.ts';
import { CHECKS } from './check.ts';
import { ended, stopToolsOnSignal, tool } from './processes.ts';
import { at, root } from './root.ts';

/**
 * Everything: build, static checks, vitest, the browser, the crash test. The last line is `N passed, N failed`. A runner that crashes,
 * or ends without having run a test, counts as a failure: silence must never look like success.
 */
const RESULTS = at('test-results');
const say = (line: string) => console.log(line);

let passed = 0;
const failures: string[] = [];
const fail = (what: string) => {
  failures.push(what);
  say(`✗ ${what}`);
};

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  say(`\n── ${name}`);
  try {
    await work();
  } catch (error) {
    fail(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  say(`   ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function staticCheck(name: string): Promise<void> {
  const { ok, output } = await CHECKS[name]!();
  if (output) say(output);
  if (!ok) return fail(`check ${name}`);
  passed += 1;
  say(`✓ check ${name}`);
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

async function vitest(): Promise<void> {
  const file = `${RESULTS}/vitest.json`;
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await ended(tool('vitest/vitest.mjs', args, { CI: '1' }), say);
  if (!existsSync(file)) return fail(`vitest ended with ${code} and no report`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  let failedHere = 0;
  for (const { name, status, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) fail(`${test.fullName} (${name.replace(`${root}/`, '')})`);
    if (status === 'failed' && failed.length === 0) fail(`${name.replace(`${root}/`, '')} could not be run`);
    if (status === 'failed') failedHere += 1;
  }
  passed += report.numPassedTests;
  if (report.numPassedTests === 0) fail('vitest ran no test');
  if (code !== 0 && failedHere === 0)
    fail(`vitest ended with ${code} though its tests passed (an error outside of them?)`);
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
}

async function playwright(name: string, config: string): Promise<void> {
  const file = `${RESULTS}/${name}.json`;
  const args = ['test', `--config=${config}`, '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '0' };
  const { code } = await ended(tool('@playwright/test/cli.js', args, env), say);
  if (!existsSync(file)) return fail(`${name} ended with ${code} and no report`);
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  passed += stats.expected;
  for (let i = 0; i < stats.unexpected + stats.flaky; i++) fail(`a ${name} test (see above)`);
  for (const { message } of errors) fail(`${name}: ${message ?? 'an error outside of tests'}`);
  if (stats.expected + stats.unexpected + stats.flaky === 0) fail(`${name} ran no test`);
  else if (code !== 0 && stats.unexpected + stats.flaky + errors.length === 0)
    fail(`${name} ended with ${code}`);
}

stopToolsOnSignal();
await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });
await step('build', async () => void (await build(say)));
for (const name of Object.keys(CHECKS)) await step(name, () => staticCheck(name));
await step('vitest', vitest);
await step('browser', () => playwright('browser', 'playwright.config.ts'));
// Last and alone: it keeps the machine busy, and other tests would wait in vain.
await step('crash', () => playwright('crash', 'test/crash/playwright.config.ts'));

if (failures.length > 0) say(`\nFailed:\n${failures.map((line) => `  ${line.split('\n')[0]}`).join('\n')}`);
say(`\n${passed} passed, ${failures.length} failed`);
// Not process.exit: it could cut the last line off a pipe.
process.exitCode = failures.length > 0 ? 1 : 0;
