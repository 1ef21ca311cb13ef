import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from './facts.ts';
import { drawSample, isDrawnFrom, populationText, seedOf } from './spot-check.draw.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const number = fc
  .tuple(fc.constantFrom('JM', 'JMX', 'ZX2'), fc.integer({ min: 1, max: 1_200_000 }))
  .map(([prefix, serial]) => `${prefix}-2026-${String(serial).padStart(6, '0')}`);
const numbers = fc.uniqueArray(number, { minLength: 1, maxLength: 60 });
const sizes = fc.integer({ min: 1, max: 70 });

describe('a sample', () => {
  it('is the same for anybody, in whatever order the letters are given', () => {
    fc.assert(
      fc.property(numbers, sizes, fc.infiniteStream(fc.nat()), (all, size, random) => {
        const shuffled = all
          .map((one) => [random.next().value as number, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one);
        expect(drawSample('s', shuffled, size, digest)).toEqual(drawSample('s', all, size, digest));
      }),
    );
  });

  it('has no letter twice, none from elsewhere, and as many as asked for or all', () => {
    fc.assert(
      fc.property(numbers, sizes, (all, size) => {
        const sample = drawSample('s', [...all, ...all], size, digest);
        expect(new Set(sample).size).toBe(sample.length);
        expect(sample.every((one) => all.includes(one))).toBe(true);
        expect(sample).toHaveLength(Math.min(size, all.length));
      }),
    );
  });

  it('of the winners of two parts is that of the whole', () => {
    fc.assert(
      fc.property(numbers, sizes, fc.nat(60), (all, size, cut) => {
        const first = drawSample('s', all.slice(0, cut), size, digest);
        const both = drawSample('s', [...first, ...all.slice(cut)], size, digest);
        expect(both).toEqual(drawSample('s', all, size, digest));
      }),
    );
  });

  it('grows at its end: a larger one begins with the smaller', () => {
    fc.assert(
      fc.property(numbers, sizes, (all, size) => {
        const larger = drawSample('s', all, size + 5, digest);
        expect(larger.slice(0, size)).toEqual(drawSample('s', all, size, digest));
      }),
    );
  });

  it('favours nobody: over many seeds each letter comes up about as often', () => {
    const all = Array.from({ length: 20 }, (_, at) => `JM-2026-${String(at).padStart(6, '0')}`);
    const often = new Map(all.map((one) => [one, 0]));
    for (let seed = 0; seed < 2000; seed++)
      for (const one of drawSample(`${seed}`, all, 5, digest)) often.set(one, often.get(one)! + 1);
    // Expected 500 each, standard deviation 19.
    for (const count of often.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  it('is what the recipe of docs/spot-checks.md prints', () => {
    const page = readFileSync('docs/spot-checks.md', 'utf8');
    const [hashing, drawing] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code]) => code!);
    const seed = /^seed=(\w+) size=(\d+)$/m.exec(drawing!)!;
    const all = Array.from({ length: 40 }, (_, at) => `JM-2026-${String(at * 7919).padStart(6, '0')}`);
    const directory = mkdtempSync(join(tmpdir(), 'spot-check-'));
    const run = (code: string) => execFileSync('sh', ['-c', code], { cwd: directory, encoding: 'utf8' });
    try {
      writeFileSync(join(directory, 'population.txt'), populationText(all.toReversed()));
      expect(run(hashing!).split(' ')[0]).toBe(digest(populationText(all)));
      const printed = run(drawing!).trim().split('\n');
      expect(printed).toEqual(drawSample(seed[1]!, all, Number(seed[2]), digest));
      expect(run('LC_ALL=C sort -cu population.txt')).toBe('');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('the seed', () => {
  it('doesn’t depend on how the value is written down', () => {
    const ways = [
      '03 07 12 18 25 31 + 09',
      '０３，０７，１２，１８，２５，３１＋０９',
      '03-07-12-18-25-31|09',
    ];
    expect(new Set(ways.map(seedOf))).toEqual(new Set(['03071218253109']));
    expect(seedOf('Round 12AB')).toBe('round12ab');
  });
});

describe('the list', () => {
  const facts: Facts = {
    received: 1000,
    holders: [[0, null]],
    acceptBy: [[0, 9]],
    rounds: [[[0, 9]]],
    replies: [
      [100, 1, 'explained'],
      [300, 2, 'resolved'],
    ],
  };
  const at = (seconds: number) => (1000 + seconds) * 1000;
  const window = (from: number, before: number, known: number) => ({
    from: at(from),
    before: at(before),
    known: at(known),
  });

  it('has a letter by its latest final reply as known when the check was opened', () => {
    expect(isDrawnFrom(facts, window(250, 350, 400))).toBe(true);
    expect(isDrawnFrom(facts, window(50, 150, 400))).toBe(false);
    expect(isDrawnFrom(facts, window(50, 150, 200))).toBe(true);
    expect(isDrawnFrom({ ...facts, replies: [] }, window(0, 999, 999))).toBe(false);
  });

  it('counts the first instant of the period in, and the first after it out', () => {
    expect(isDrawnFrom(facts, window(300, 301, 400))).toBe(true);
    expect(isDrawnFrom(facts, window(200, 300, 400))).toBe(false);
  });

  it('leaves out what was spam or withdrawn by then, and not what became so later', () => {
    const gone = (more: Partial<Facts>) => isDrawnFrom({ ...facts, ...more }, window(250, 350, 400));
    expect([gone({ spam: 380 }), gone({ withdrawn: 10 }), gone({ spam: 400 })]).toEqual([false, false, true]);
  });
});
