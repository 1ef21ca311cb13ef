import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { chartsOf } from './charts.rules.ts';
import { factsOf } from './facts.ts';
import { addDays, startOfDay } from './local-time.ts';
import { figures } from './stats.rules.ts';
import { life, live } from './test/arbitrary-life.ts';
import { accepted, aPolicy, coordinator, replied, reopened, type Story, submitted } from './test/story.ts';

// Many lives take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const timeZone = 'Asia/Shanghai';
const end = (day: string) => startOfDay(addDays(day, 1), timeZone);
const query = (from: string, to: string, asOf = '2026-12-31') => ({
  ...{ from, to, asOf, before: end(asOf), timeZone },
});
/** Stories begin on Monday, 2026-03-02. */
const chart = (stories: readonly Story[], asOf = '2026-12-31') =>
  chartsOf(
    stories.map(({ events }) => factsOf(events)),
    query('2026-03-02', '2026-03-08', asOf),
  );

test('weeks run from Monday to Sunday, cut off where the period begins and ends, those without letters included', () => {
  const { weeks } = chartsOf([factsOf(submitted().events)], query('2026-02-26', '2026-03-10'));
  expect(weeks.map(({ from, to, received }) => [from, to, received])).toEqual([
    ['2026-02-26', '2026-03-01', 0],
    ['2026-03-02', '2026-03-08', 1],
    ['2026-03-09', '2026-03-10', 0],
  ]);
  expect(chartsOf([], query('2026-03-02', '2026-03-02')).weeks).toMatchObject([{ onTimeRate: null }]);
});

test('an open letter has the age of its days, and is overdue from its deadline; an answered or declined one isn’t open', () => {
  const declined = submitted();
  declined.does(coordinator, { name: 'decline', grounds: 'petition' }, '2026-03-03');
  const open = (asOf: string) =>
    chart([accepted(), replied(), declined], asOf).open.filter(({ count }) => count > 0);
  expect(open('2026-03-06')).toEqual([{ age: '0-4', count: 1, overdue: 0 }]);
  expect(open('2026-03-07')).toEqual([{ age: '5-14', count: 1, overdue: 0 }]);
  expect(open('2026-05-30')).toEqual([{ age: '30-89', count: 1, overdue: 1 }]);
  expect(open('2026-05-31')).toEqual([{ age: '90+', count: 1, overdue: 1 }]);
});

test('a reopened letter is open again, and its rating counts at its level', () => {
  const { open, ratings, flow } = chart([reopened()]);
  expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  expect(ratings.filter(({ count }) => count > 0)).toHaveLength(1);
  expect(flow).toMatchObject({ received: 1, accepted: 1, replied: 1, rated: 1, solved: 0 });
});

test('weeks, steps and levels add up to the figures of any letters at any cut-off', () => {
  const history = life.map((steps) => live(steps, aPolicy())).filter((events) => events.length > 0);
  const histories = fc.array(history, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 700 }), (all, days) => {
      const asOf = addDays('2026-01-06', days);
      const facts = all.map(factsOf);
      const counted = figures(facts, { asOf: end(asOf), notices: 0 });
      const shown = chartsOf(facts, query('2025-12-01', '2027-12-31', asOf));
      for (const name of ['received', 'due', 'replied', 'repliedOnTime'] as const)
        expect(shown.weeks.reduce((sum, week) => sum + week[name], 0)).toBe(counted[name]);
      const { received, replied: answered, rated, solvedYes: solved } = counted;
      expect(shown.flow).toMatchObject({ received, replied: answered, rated, solved });
      expect(shown.ratings.reduce((sum, { count }) => sum + count, 0)).toBe(rated);
      expect(shown.open.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(counted.overdue);
      const inOrder = [shown.flow.received, shown.flow.accepted, shown.flow.rated, shown.flow.solved];
      expect(inOrder).toEqual([...inOrder].sort((one, other) => other - one));
    }),
    { numRuns: 60 },
  );
});
