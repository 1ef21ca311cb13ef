/** Medians, ratios and limits of a run, and how they are printed. */
import type { Sample } from './measure.ts';
import { SUBJECTS } from './subjects.ts';

export type Samples = Record<string, Sample[]>;

export interface Limit {
  what: string;
  value: number;
  max: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const KEYS: readonly (keyof Sample)[] = [
  'usableMs',
  'allMs',
  'blockingMs',
  'longestTaskMs',
  'cls',
  'heapBytes',
  'wireBytes',
  'requests',
  'scriptsUntilUsable',
];

/** The median of every figure of every subject. */
export const mediansOf = (samples: Samples): Record<string, Sample> =>
  Object.fromEntries(
    Object.entries(samples).map(([id, of]) => [
      id,
      Object.fromEntries(
        KEYS.map((key) => [key, median(of.map((sample) => sample[key]))]),
      ) as unknown as Sample,
    ]),
  );

/** A ratio within each round, then the median of them: what slows a round down slows both its visits. */
const ratio = (samples: Samples, one: string, other: string, key: 'usableMs' | 'allMs'): number =>
  median(samples[one]!.map((sample, round) => sample[key] / samples[other]![round]![key]));

/** What issue and interface promise. */
export function limitsOf(samples: Samples): Limit[] {
  const worst = (key: keyof Sample) =>
    Math.max(...['v1', 'tenant'].flatMap((id) => samples[id]!.map((s) => s[key])));
  const longest = Math.max(...['v1', 'tenant'].map((id) => median(samples[id]!.map((s) => s.longestTaskMs))));
  return [
    {
      what: 'form usable, v1.js to the minimal element',
      value: ratio(samples, 'v1', 'minimal', 'usableMs'),
      max: 1.05,
    },
    {
      what: 'all shown, v1.js to the minimal element',
      value: ratio(samples, 'v1', 'minimal', 'allMs'),
      max: 1.05,
    },
    {
      what: 'all shown, the tenant’s script to Waline',
      value: ratio(samples, 'tenant', 'waline', 'allMs'),
      max: 0.6,
    },
    { what: 'layout shift, the worst visit', value: worst('cls'), max: 0 },
    { what: 'longest task in ms, the median visit (0: none over 50)', value: longest, max: 50 },
    { what: 'scripts until the form is usable', value: worst('scriptsUntilUsable'), max: 1 },
  ];
}

export const holds = ({ value, max }: Limit): boolean => value <= max;

const COLUMNS: [string, (sample: Sample) => string][] = [
  ['usable ms', ({ usableMs }) => usableMs.toFixed(0)],
  ['all ms', ({ allMs }) => allMs.toFixed(0)],
  ['blocking ms', ({ blockingMs }) => blockingMs.toFixed(0)],
  ['longest ms', ({ longestTaskMs }) => longestTaskMs.toFixed(0)],
  ['CLS', ({ cls }) => cls.toFixed(3)],
  ['heap kB', ({ heapBytes }) => (heapBytes / 1000).toFixed(0)],
  ['wire kB', ({ wireBytes }) => (wireBytes / 1000).toFixed(1)],
  ['requests', ({ requests }) => requests.toFixed(0)],
];

export function tableOf(medians: Record<string, Sample>, limits: readonly Limit[]): string {
  const name = (text: string) => text.padEnd(28);
  const lines = [name('median of each figure') + COLUMNS.map(([title]) => title.padStart(12)).join('')];
  for (const { id, title } of SUBJECTS)
    if (medians[id])
      lines.push(name(title) + COLUMNS.map(([, of]) => of(medians[id]!).padStart(12)).join(''));
  for (const limit of limits)
    lines.push(
      `${holds(limit) ? '✓' : '✗'} ${limit.what}: ${+limit.value.toFixed(3)} (at most ${limit.max})`,
    );
  return lines.join('\n');
}
