/** One visit: a fresh context with a cold cache, a slow processor, a slow line. */
import type { Browser, CDPSession } from 'playwright-core';
import { watch, type Noticed } from './probe.ts';
import type { Subject } from './subjects.ts';

/** DevTools' preset "Slow 4G": 1.6 Mbit/s down and 750 kbit/s up, 90 % of it usable, 150 ms × 3.75 to the answer. */
const SLOW_4G = {
  offline: false,
  downloadThroughput: (1_600_000 / 8) * 0.9,
  uploadThroughput: (750_000 / 8) * 0.9,
  latency: 150 * 3.75,
};
const CPU_SLOWDOWN = 4;
const PHONE = { width: 360, height: 780 };
const READY_MS_MAX = 60_000;
/** Nothing under way for so long: what is fetched for later has come, too. */
const QUIET_MS = 1_500;

export interface Sample {
  usableMs: number;
  allMs: number;
  /** Sum of what tasks took beyond 50 ms, as Total Blocking Time counts. */
  blockingMs: number;
  longestTaskMs: number;
  cls: number;
  heapBytes: number;
  /** Bodies and headers as they came over the wire, the page itself included. */
  wireBytes: number;
  requests: number;
  scriptsUntilUsable: number;
}

export async function visit(browser: Browser, base: string, subject: Subject): Promise<Sample> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, subject.marks);
    const cdp = await context.newCDPSession(page);
    const wire = await watchWire(cdp);
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(`${base}/${subject.id}.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.noticed.all !== null, null, {
      polling: 500,
      timeout: READY_MS_MAX,
    });
    await wire.quiet();
    const noticed = await page.evaluate(() => window.noticed);
    return { ...figuresOf(noticed), heapBytes: await heapOf(cdp), ...wire.sums() };
  } finally {
    await context.close();
  }
}

function figuresOf({ usable, all, longTasks, cls, scriptsUntilUsable }: Noticed) {
  return {
    usableMs: usable!,
    allMs: all!,
    blockingMs: longTasks.reduce((sum, duration) => sum + duration - 50, 0),
    longestTaskMs: Math.max(0, ...longTasks),
    cls,
    scriptsUntilUsable,
  };
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Counts what comes over the wire; `quiet` resolves once nothing has moved for a while. */
async function watchWire(cdp: CDPSession) {
  const open = new Set<string>();
  let wireBytes = 0;
  let requests = 0;
  let last = Date.now();
  cdp.on('Network.requestWillBeSent', ({ requestId }) => {
    requests += 1;
    last = Date.now();
    open.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    wireBytes += encodedDataLength;
    last = Date.now();
    open.delete(requestId);
  });
  cdp.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  await cdp.send('Network.enable');
  return {
    sums: () => ({ wireBytes, requests }),
    async quiet(): Promise<void> {
      while (open.size || Date.now() - last < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}
