/**
 * The service's own cost: its throughput beside that of a bare Hono handler that asks the platform for the same, in one run
 * on one machine. Ratios are compared with limits; requests per second are only shown, for they are the machine's.
 */
import { checkSame } from './check.ts';
import { fire } from './load.ts';
import { processorMs, runtimeProcess } from './processor.ts';
import { scenarios, type Scenario, type Shot } from './scenarios.ts';
import { seed } from './seed.ts';
import { startSubjects, SUBJECTS, type Running, type Subject } from './subjects.ts';

/** Short and many: what else the machine does at the time falls on both alike. */
const ROUNDS = 12;
const WARM_UP = 3;

export interface Compared {
  name: string;
  /** Requests per second by the clock, medians over the rounds. */
  service: number;
  bare: number;
  /** Median of the rounds' ratios of these. */
  clockRatio: number;
  /**
   * The same by the processor time the runtime used, with the quarter of the rounds that was lowest and highest: what the
   * throughputs come to on a machine that does nothing else. By the clock where the system doesn't tell it.
   */
  ratio: number;
  low: number;
  high: number;
  /** Held against `ratio`. */
  limit: number;
  ok: boolean;
  /** What one request asks of the platform: trips to D1, operations on the cache. */
  trips: number;
  cache: number;
}

/** @throws where the subjects don't ask the same of the platform, or answer something else */
export async function benchService(say: (line: string) => void = () => undefined): Promise<Compared[]> {
  const running = await startSubjects();
  try {
    await seed(running);
    const compared: Compared[] = [];
    for (const scenario of scenarios(running.secrets)) {
      const asked = await checkSame(running, scenario);
      compared.push({ ...(await compare(running, scenario, say)), ...asked });
    }
    return compared;
  } finally {
    await running.stop();
  }
}

interface Round {
  perSecond: number;
  /** Per second of processor time. */
  perBusySecond: number;
}

/** Round by round, one subject after the other: what else the machine does falls on both. */
async function compare(
  { bases }: Running,
  { name, limit, status, requests, shots }: Scenario,
  say: (line: string) => void,
): Promise<Omit<Compared, 'trips' | 'cache'>> {
  const rounds: Record<Subject, Round[]> = { service: [], bare: [] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? SUBJECTS : SUBJECTS.toReversed();
    for (const subject of order) {
      const measured = await measure(bases[subject], await shots(requests), status);
      if (round >= 0) rounds[subject].push(measured);
    }
  }
  const ratios = (of: keyof Round) => rounds.service.map((one, at) => one[of] / rounds.bare[at]![of]);
  const busy = ratios('perBusySecond');
  const ratio = quantile(busy, 0.5);
  say(`${name}: ${busy.map((one) => one.toFixed(2)).join(' ')}`);
  const median = (subject: Subject) =>
    quantile(
      rounds[subject].map(({ perSecond }) => perSecond),
      0.5,
    );
  return {
    name,
    service: median('service'),
    bare: median('bare'),
    clockRatio: quantile(ratios('perSecond'), 0.5),
    ratio,
    low: quantile(busy, 0.25),
    high: quantile(busy, 0.75),
    limit,
    ok: ratio >= limit,
  };
}

async function measure(base: URL, shots: readonly Shot[], status: number): Promise<Round> {
  const runtime = runtimeProcess();
  const before = runtime === null ? 0 : processorMs(runtime);
  const perSecond = await fire(base, shots, status);
  if (runtime === null) return { perSecond, perBusySecond: perSecond };
  return { perSecond, perBusySecond: (shots.length * 1000) / (processorMs(runtime) - before) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
}

export function toTable(rows: readonly Compared[]): string {
  const head = ['', 'service/s', 'bare/s', 'by clock', 'by CPU', 'middle half', 'limit', 'D1', 'cache', ''];
  const lines = rows.map((row) => [
    row.name,
    row.service.toFixed(0),
    row.bare.toFixed(0),
    row.clockRatio.toFixed(2),
    row.ratio.toFixed(2),
    `${row.low.toFixed(2)}–${row.high.toFixed(2)}`,
    row.limit.toFixed(2),
    String(row.trips),
    String(row.cache),
    row.ok ? 'ok' : 'TOO SLOW',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)));
  const padded = (line: string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)));
  return [head, ...lines].map((line) => padded(line).join('  ').trimEnd()).join('\n');
}

if (import.meta.main) {
  const rows = await benchService((line) => console.log(line));
  console.log(`\n${toTable(rows)}`);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}
