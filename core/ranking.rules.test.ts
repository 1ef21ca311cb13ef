import { describe, expect, test } from 'vitest';
import { bandOf, leagueOf, type Entry } from './ranking.rules.ts';
import { figuresOfSums, type Sums } from './roll-up.rules.ts';

const entry = (tenant: string, sums: Sums, before: Sums = {}): Entry => ({
  tenant,
  figures: figuresOfSums(sums),
  before: figuresOfSums(before),
});
const onTime = (received: number, due: number, repliedOnTime: number): Sums => ({
  ...{ received, due, repliedOnTime, replied: due },
});
const ranksOf = (entries: Entry[]) =>
  leagueOf(entries, 'on-time-rate').bands.map(({ band, ranked }) => [
    band,
    ...ranked.map(({ tenant, rank }) => `${rank} ${tenant}`),
  ]);

describe('bands of volume', () => {
  test.each([
    [0, null],
    [1, '1-9'],
    [9, '1-9'],
    [10, '10-99'],
    [99, '10-99'],
    [100, '100-999'],
    [999, '100-999'],
    [1000, '1000+'],
    [250_000, '1000+'],
  ])('%d letters', (received, band) => {
    expect(bandOf(received)).toBe(band);
  });

  test('only tenants of like volume are ranked together, the largest first', () => {
    const entries = [
      entry('small', onTime(20, 20, 20)),
      entry('large', onTime(2000, 1900, 1000)),
      entry('middle', onTime(100, 90, 10)),
      entry('also-small', onTime(99, 80, 40)),
    ];
    expect(ranksOf(entries)).toEqual([
      ['1000+', '1 large'],
      ['100-999', '1 middle'],
      ['10-99', '1 small', '2 also-small'],
    ]);
  });
});

describe('the minimum', () => {
  test('fewer than 10 due are listed apart with no rank, whatever their volume, and so is nothing at all', () => {
    const entries = [
      entry('nine', onTime(50, 9, 9)),
      entry('ten', onTime(50, 10, 10)),
      entry('nothing', {}),
      entry('few', onTime(5, 5, 5)),
    ];
    const { below } = leagueOf(entries, 'on-time-rate');
    expect(below.map(({ tenant, band }) => [tenant, band])).toEqual([
      ['nine', '10-99'],
      ['few', '1-9'],
      ['nothing', null],
    ]);
    expect(ranksOf(entries)).toEqual([['10-99', '1 ten']]);
    expect(below.at(-1)!.figures.onTimeRate).toBeNull();
  });

  test('is of the rate that is asked for: few ratings, no rank by satisfaction', () => {
    const one = entry('one', { ...onTime(50, 50, 50), rated: 9, satisfied: 9 });
    const other = entry('other', { ...onTime(50, 50, 50), rated: 10, satisfied: 8, solvedYes: 4 });
    const bySatisfaction = leagueOf([one, other], 'satisfaction');
    expect(bySatisfaction.bands[0]!.ranked.map(({ tenant }) => tenant)).toEqual(['other']);
    expect(bySatisfaction.below.map(({ tenant }) => tenant)).toEqual(['one']);
    expect(leagueOf([one, other], 'solved-rate').bands[0]!.ranked).toHaveLength(1);
    expect(leagueOf([one, other], 'reply-rate').bands[0]!.ranked).toHaveLength(2);
  });
});

describe('a rank', () => {
  test('is shared by equal rates, and the next one is as many further; the larger sample stands first', () => {
    const entries = [
      entry('half', onTime(20, 20, 10)),
      entry('all', onTime(20, 20, 20)),
      entry('all-of-more', onTime(30, 30, 30)),
      entry('none', onTime(20, 20, 0)),
    ];
    expect(ranksOf(entries)).toEqual([['10-99', '1 all-of-more', '1 all', '3 half', '4 none']]);
  });

  test('says which ranks chance leaves open', () => {
    const entries = [
      entry('sure', onTime(90, 90, 90)),
      entry('eighty', onTime(20, 20, 16)),
      entry('seventy', onTime(20, 20, 14)),
      entry('none', onTime(90, 90, 0)),
    ];
    const { ranked } = leagueOf(entries, 'on-time-rate').bands[0]!;
    expect(ranked.map(({ between }) => between)).toEqual([[1, 1], [2, 3], [2, 3], [4, 4]]); // prettier-ignore
  });
});

describe('the trend', () => {
  const trend = (now: Sums, before: Sums) => {
    const fellow = [entry('t', now, before)];
    return leagueOf(fellow, 'on-time-rate').bands[0]!.ranked[0]!.trend;
  };

  test('is up or down only where the interval of the difference leaves out 0', () => {
    expect(trend(onTime(100, 100, 90), onTime(100, 100, 60)).sure).toBe('up');
    expect(trend(onTime(100, 100, 60), onTime(100, 100, 90)).sure).toBe('down');
    expect(trend(onTime(100, 100, 90), onTime(100, 100, 88)).sure).toBe('unsure');
  });

  test('has the interval that Newcombe’s method 10 gives (56/70 and 48/80: 0.0524 to 0.3339)', () => {
    const { change, interval } = trend(onTime(70, 70, 56), onTime(80, 80, 48));
    expect(change).toBeCloseTo(0.2, 10);
    expect(interval![0]).toBeCloseTo(0.0524, 4);
    expect(interval![1]).toBeCloseTo(0.3339, 4);
  });

  test('is not told where the period before had too few', () => {
    expect(trend(onTime(100, 100, 90), onTime(9, 9, 9))).toEqual({
      ...{ of: 9, rate: null, change: null, interval: null, sure: null },
    });
    expect(trend(onTime(100, 100, 90), {})).toMatchObject({ of: 0, rate: null, change: null });
  });
});
