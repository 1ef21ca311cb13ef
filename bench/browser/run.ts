/**
 * How soon a person on a slow phone can write: the widget beside a minimal element with the same fields and beside two
 * comment boxes, on the same page from the same server, in turns within one run. `node bench/browser/run.ts [rounds]`.
 */
import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from '../../scripts/build.ts';
import { chromiumLaunch } from '../../scripts/chromium.ts';
import { at } from '../../scripts/root.ts';
import { buildMinimal } from './build-minimal.ts';
import { type Sample, visit } from './measure.ts';
import { holds, type Limit, limitsOf, mediansOf, type Samples, tableOf } from './report.ts';
import { BenchServer } from './server.ts';
import { SUBJECTS } from './subjects.ts';

export interface BrowserBench {
  rounds: number;
  /** The machine's load over the last minute, before and after. */
  load: [number, number];
  medians: Record<string, Sample>;
  limits: (Limit & { holds: boolean })[];
}

export interface Options {
  rounds?: number;
  log?: (line: string) => void;
}

export async function benchBrowser({ rounds = 9, log = console.log }: Options = {}): Promise<BrowserBench> {
  await build(log);
  await installRivals(log);
  const load = loadavg()[0]!;
  const server = await new BenchServer(await buildMinimal()).start();
  const browser = await chromium.launch(await chromiumLaunch());
  const samples: Samples = Object.fromEntries(SUBJECTS.map(({ id }) => [id, []]));
  try {
    // Round 0 warms the machine's caches and is thrown away.
    for (let round = 0; round <= rounds; round++) {
      for (const subject of SUBJECTS) {
        const sample = await visit(browser, server.base, subject);
        if (round === 0) continue;
        samples[subject.id]!.push(sample);
        const { usableMs, allMs, longestTaskMs } = sample;
        const figures = [usableMs, allMs, longestTaskMs].map((ms) => ms.toFixed(0).padStart(6)).join('');
        log(`  ${round}/${rounds} ${subject.title.padEnd(28)}${figures} ms usable, all, longest task`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const medians = mediansOf(samples);
  const limits = limitsOf(samples).map((limit) => ({ ...limit, holds: holds(limit) }));
  log(tableOf(medians, limits));
  return { rounds, load: [load, loadavg()[0]!], medians, limits };
}

/** They are no part of the project: only who measures pays for them. */
async function installRivals(log: (line: string) => void): Promise<void> {
  const folder = at('bench/browser/rivals');
  if (existsSync(`${folder}/node_modules/twikoo`) && existsSync(`${folder}/node_modules/@waline/client`))
    return;
  log('installing @waline/client and twikoo into bench/browser/rivals');
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--prefix', folder]);
}

if (import.meta.main) {
  const { load, limits } = await benchBrowser({ rounds: Number(process.argv[2] ?? 9) });
  console.log(`load ${load.map((value) => value.toFixed(2)).join(' → ')}`);
  process.exit(limits.every((limit) => limit.holds) ? 0 : 1);
}
