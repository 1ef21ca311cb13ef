/** What holds for the figures of any letters at any cut-off. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { LetterEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { figures, figuresByDepartment, type Figures } from './stats.rules.ts';
import { life, live } from './test/arbitrary-life.ts';
import { aPolicy, at } from './test/story.ts';

// Many lives take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const history = life.map((steps) => live(steps, aPolicy())).filter((events) => events.length > 0);
const histories = fc.array(history, { minLength: 1, maxLength: 5 });
/** The end of a day of 2026 or 2027. */
const cutOff = fc.integer({ min: 0, max: 700 }).map((days) => at('2026-01-06 00:00') + days * 86_400_000);
const query = (asOf: number) => ({ asOf, notices: 0 });
const factsOfAll = (all: LetterEvent[][]) => all.map(factsOf);
const everyTime = (claim: (all: LetterEvent[][], asOf: number) => void) =>
  fc.assert(fc.property(histories, cutOff, claim), { numRuns: 100 });

test('what happened after the cut-off changes no figure', () => {
  everyTime((all, asOf) => {
    const known = all
      .map((events) => events.filter((event) => event.at < asOf))
      .filter((events) => events.length > 0);
    expect(figures(factsOfAll(all), query(asOf))).toEqual(figures(factsOfAll(known), query(asOf)));
  });
});

test('counts contain one another as their definitions do', () => {
  everyTime((all, asOf) => {
    const counted = figures(factsOfAll(all), query(asOf));
    const chains: (keyof Figures)[][] = [
      ['repliedOnTime', 'replied', 'due', 'received'],
      ['declined', 'replied'],
      ['resolved', 'replied'],
      ['contested', 'reopened', 'replied'],
      ['closedThenReopened', 'reopened'],
      ['acceptedOnTime', 'received'],
      ['unanswered', 'received'],
      ['overdue', 'due'],
      ['satisfied', 'rated', 'replied'],
      ['solvedYes', 'rated'],
      ['resolvedButNotSolved', 'rated'],
      ['promisesKept', 'promisesDue', 'replied'],
      ['extended', 'received'],
      ['nearCopies', 'qualityFlags', 'received'],
      ['acknowledgements', 'qualityFlags'],
    ];
    for (const chain of chains)
      chain.slice(1).forEach((larger, index) => {
        expect(counted[chain[index]!], `${chain[index]} ≤ ${larger}`).toBeLessThanOrEqual(
          counted[larger] as number,
        );
      });
    expect(counted.unanswered + counted.replied).toBeLessThanOrEqual(counted.received);
    expect(counted.received + counted.spam + counted.withdrawn).toBeLessThanOrEqual(all.length);
  });
});

test('rates lie within their intervals, and are null only without a denominator', () => {
  everyTime((all, asOf) => {
    const counted = figures(factsOfAll(all), query(asOf));
    for (const [rate, interval, n] of [
      [counted.replyRate, counted.replyRateInterval, counted.due],
      [counted.onTimeRate, counted.onTimeRateInterval, counted.due],
      [counted.satisfaction, counted.satisfactionInterval, counted.rated],
      [counted.solvedRate, counted.solvedRateInterval, counted.rated],
    ] as const) {
      expect(rate === null).toBe(n === 0);
      if (rate === null || !interval) continue;
      expect(interval[0]).toBeGreaterThanOrEqual(0);
      expect(interval[0]).toBeLessThanOrEqual(rate);
      expect(interval[1]).toBeGreaterThanOrEqual(rate);
      expect(interval[1]).toBeLessThanOrEqual(1);
    }
  });
});

test('departments add up to the whole', () => {
  everyTime((all, asOf) => {
    const facts = factsOfAll(all);
    const { total, byDepartment } = figuresByDepartment(facts, { asOf, notices: new Map() });
    expect(total).toEqual(figures(facts, query(asOf)));
    const sum = (count: 'received' | 'due' | 'overdue' | 'spam') =>
      [...byDepartment.values()].reduce((whole, part) => whole + part[count], 0);
    for (const count of ['received', 'due', 'overdue', 'spam'] as const)
      expect(sum(count)).toBe(total[count]);
  });
});

test('facts survive JSON, and come out the same from the public part of the events', () => {
  everyTime((all, asOf) => {
    const published = all.map((events) =>
      events.map((event) => ({ ...event, actor: null, commitment: null })),
    );
    const facts = JSON.parse(JSON.stringify(factsOfAll(published)));
    expect(figures(facts, query(asOf))).toEqual(figures(factsOfAll(all), query(asOf)));
  });
});

test('answers are never taken back as time passes', () => {
  everyTime((all, asOf) => {
    const kept = factsOfAll(all).filter(
      ({ spam, withdrawn }) => spam === undefined && withdrawn === undefined,
    );
    const [before, after] = [asOf, asOf + 30 * 86_400_000].map((time) => figures(kept, query(time)));
    expect(before!.replied).toBeLessThanOrEqual(after!.replied);
    expect(before!.received).toBeLessThanOrEqual(after!.received);
  });
});
