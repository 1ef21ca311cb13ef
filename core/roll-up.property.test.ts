/** Roll-ups kept letter by letter say what a full recount says, whatever happened in which order and whenever they were kept. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { LetterEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { addSums, figuresOfSums, nextShareAt, shareOf, type Share, type Sums } from './roll-up.rules.ts';
import { figures, figuresByDepartment } from './stats.rules.ts';
import { life, live } from './test/arbitrary-life.ts';
import { aPolicy, at } from './test/story.ts';

vi.setConfig({ testTimeout: 60_000 });

const day = 86_400_000;
const history = life.map((steps) => live(steps, aPolicy())).filter((events) => events.length > 0);
const histories = fc.array(history, { minLength: 1, maxLength: 5 });
/** Ends of days on which the roll-up is kept, in order. */
const runs = fc
  .array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 8 })
  .map((days) => [...new Set(days)].sort((one, other) => one - other))
  .map((days) => days.map((count) => at('2026-01-06 00:00') + count * day));

/** A letter as the job keeps it. */
interface Kept {
  seen: number;
  share: Share | null;
  countAt: number | null;
}

/** Looks only at letters that changed since, or whose time has come. @returns how many were looked at */
function keep(all: LetterEvent[][], kept: Map<number, Kept>, sums: Map<string, Sums>, asOf: number): number {
  let looked = 0;
  for (const [index, events] of all.entries()) {
    const known = events.filter((event) => event.at < asOf);
    const before = kept.get(index);
    if (known.length === 0) continue;
    if (before?.seen === known.length && (before.countAt === null || before.countAt > asOf)) continue;
    looked++;
    const facts = factsOf(known);
    const share = shareOf(facts, asOf);
    for (const [part, sign] of [
      [before?.share, -1],
      [share, 1],
    ] as const)
      // prettier-ignore
      if (part) addSums(sums.get(part.department) ?? put(sums, part.department), part.sums, sign);
    kept.set(index, { seen: known.length, share, countAt: nextShareAt(facts, asOf) });
  }
  return looked;
}

function put(sums: Map<string, Sums>, department: string): Sums {
  const empty: Sums = {};
  sums.set(department, empty);
  return empty;
}

test('kept letter by letter they equal a recount, of each department and of all', () => {
  fc.assert(
    fc.property(histories, runs, (all, cutOffs) => {
      const kept = new Map<number, Kept>();
      const sums = new Map<string, Sums>();
      for (const asOf of cutOffs) {
        keep(all, kept, sums, asOf);
        const facts = all.map(factsOf);
        const { total, byDepartment } = figuresByDepartment(facts, { asOf, notices: new Map() });
        const whole: Sums = {};
        for (const own of sums.values()) addSums(whole, own);
        expect(figuresOfSums(whole)).toEqual(total);
        for (const [id, figuresOfOne] of byDepartment)
          expect(figuresOfSums(sums.get(id) ?? {})).toEqual(figuresOfOne);
        const gone = [...sums].filter(([id]) => !byDepartment.has(id));
        expect(gone.filter(([, own]) => Object.keys(own).length > 0)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('kept again on the same day, nothing is looked at', () => {
  fc.assert(
    fc.property(histories, runs, (all, cutOffs) => {
      const kept = new Map<number, Kept>();
      const sums = new Map<string, Sums>();
      for (const asOf of cutOffs) {
        keep(all, kept, sums, asOf);
        expect(keep(all, kept, sums, asOf)).toBe(0);
      }
    }),
    { numRuns: 50 },
  );
});

test('between two looks a letter adds the same', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 60 }),
      (events, from, days) => {
        const facts = factsOf(events);
        const asOf = at('2026-01-06 00:00') + from * day;
        const next = nextShareAt(facts, asOf);
        const later = asOf + days * day;
        if (next !== null) expect(shareOf(facts, next)).not.toEqual(shareOf(facts, asOf));
        if (next === null || later < next) expect(shareOf(facts, later)).toEqual(shareOf(facts, asOf));
      },
    ),
    { numRuns: 300 },
  );
});

test('what is added and taken away again leaves nothing', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const asOf = at('2027-06-01');
      const shares = all.flatMap((events) => shareOf(factsOf(events), asOf) ?? []);
      const sums: Sums = {};
      for (const { sums: own } of shares) addSums(sums, own);
      expect(figuresOfSums(sums)).toEqual(figures(all.map(factsOf), { asOf, notices: 0 }));
      for (const { sums: own } of shares) addSums(sums, own, -1);
      expect(sums).toEqual({});
    }),
    { numRuns: 100 },
  );
});
