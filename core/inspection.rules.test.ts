import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualOf } from './annual.rules.ts';
import { factsOf, type Facts } from './facts.ts';
import {
  inspect,
  INSPECTION_ITEMS,
  wasOverThreeMonths,
  type CheckTime,
  type InspectionEvidence,
} from './inspection.rules.ts';
import { tellEvidence } from './inspection.evidence.ts';
import { VERIFIED_ITEMS } from './inspection.words.ts';
import { startOfDay } from './local-time.ts';
import { figuresOfSums, shareOf, type Sums } from './roll-up.rules.ts';
import { figures } from './stats.rules.ts';
import { accepted, at, finalReply, interimReply, officer, submitted } from './test/story.ts';

const zone = 'Asia/Shanghai';
const time: CheckTime = { at: at('2026-12-01 12:00'), timeZone: zone, current: true };
const from = startOfDay('2025-12-02', zone);

describe('a letter over the veto line', () => {
  // Received on 2026-03-02: its third month is over with 2 June.
  const beyond = (facts: Facts, more: Partial<CheckTime> = {}) =>
    wasOverThreeMonths(facts, from, { ...time, ...more });
  const answeredOn = (day: string) => {
    const story = accepted();
    story.does(officer, finalReply(), day);
    return factsOf(story.events);
  };

  test('is one that still waits, or was answered too late; not one answered on the last day', () => {
    expect(beyond(factsOf(submitted().events))).toBe(true);
    expect(beyond(answeredOn('2026-06-02 23:59'))).toBe(false);
    expect(beyond(answeredOn('2026-06-03 00:01'))).toBe(true);
  });

  test('is not one that got an interim reply, nor spam, nor one whose three months still run', () => {
    const interim = accepted();
    interim.does(officer, interimReply, '2026-03-20');
    expect(beyond(factsOf(interim.events))).toBe(false);
    const facts = factsOf(submitted().events);
    expect(beyond({ ...facts, spam: 60 })).toBe(false);
    expect(beyond({ ...facts, withdrawn: 60 })).toBe(false);
    expect(beyond(facts, { at: at('2026-06-02 23:00') })).toBe(false);
  });

  test('is not one that was answered before the year that is looked at', () => {
    const facts = answeredOn('2026-09-01');
    expect(beyond(facts)).toBe(true);
    const later = { ...time, at: at('2027-12-01 12:00') };
    expect(wasOverThreeMonths(facts, startOfDay('2026-12-02', zone), later)).toBe(false);
  });
});

const none: InspectionEvidence = {
  figures: figuresOfSums({}),
  ...{ published: 0, overThreeMonths: 0, lastReceivedAt: null, lastPublishedAt: null },
  ...{ lastSeenAt: null, origins: 0 },
};
const check = (sums: Sums, more: Partial<InspectionEvidence> = {}, when: Partial<CheckTime> = {}) =>
  inspect({ ...none, figures: figuresOfSums(sums), ...more }, { ...time, ...when });

describe('what figures decide', () => {
  test('a way to write is there where letters came, or a page showed the form within fourteen days', () => {
    expect(check({}).channel).toBe('unmet');
    expect(check({ received: 1 }).channel).toBe('met');
    expect(check({}, { lastSeenAt: at('2026-11-17 08:00') }).channel).toBe('met');
    expect(check({}, { lastSeenAt: at('2026-11-16 08:00') }).channel).toBe('unmet');
    expect(check({}, { lastSeenAt: at('2026-11-17 08:00') }, { current: false }).channel).toBe('unmet');
  });

  test('updates are public within two months; of a year that is over only that there were some is known', () => {
    const last = (day: string) => check({}, { published: 1, lastPublishedAt: at(day) }).updates;
    expect(last('2026-10-01 00:10')).toBe('met');
    expect(last('2026-09-30 23:50')).toBe('unmet');
    expect(check({}).updates).toBe('unmet');
    expect(check({}, { published: 1 }, { current: false }).updates).toBe('open');
    expect(check({}, {}, { current: false }).updates).toBe('unmet');
  });

  test('replies are met where all are on time, unmet where one is overdue, left to a person in between', () => {
    expect(check({ received: 3, due: 3, replied: 3, repliedOnTime: 3 }).replies).toBe('met');
    expect(check({ received: 3, due: 3, replied: 3, repliedOnTime: 2 }).replies).toBe('open');
    expect(check({ received: 3, due: 3, replied: 2, repliedOnTime: 2, overdue: 1 }).replies).toBe('unmet');
    expect(check({}).replies).toBe('open');
  });

  test('of a year that is over nothing is told of later times', () => {
    const evidence = { ...none, lastReceivedAt: time.at, lastPublishedAt: time.at, lastSeenAt: time.at };
    const told = INSPECTION_ITEMS.flatMap((item) =>
      tellEvidence(item, evidence, { ...time, current: false }, 'en'),
    );
    expect(told.join(' ')).not.toContain('2026-12-01');
  });

  test('every item has a result and evidence in both languages; those that no source quotes are marked', () => {
    const results = check({ received: 1 });
    for (const item of INSPECTION_ITEMS) {
      expect(results[item]).toBeDefined();
      for (const lang of ['zh-CN', 'en'] as const)
        expect(tellEvidence(item, none, time, lang).join('').length).toBeGreaterThan(5);
    }
    expect(Object.keys(results).sort()).toEqual([...INSPECTION_ITEMS].sort());
    expect(INSPECTION_ITEMS.filter((item) => !VERIFIED_ITEMS.includes(item))).toEqual([
      'sign-in',
      'elements',
      'replies',
      'quality',
      'surveys',
      'interviews',
    ]);
  });
});

describe('the annual form', () => {
  test('has no mean where nothing was answered', () => {
    expect(annualOf({}, 0)).toEqual({ received: 0, closed: 0, meanDays: null, published: 0 });
  });

  test('says of any letters what the figures of the year say', () => {
    const stories = fc.array(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        reply: fc.option(fc.integer({ min: 0, max: 20 })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stories, (some) => {
        const letters = some.map(({ month, reply }) => {
          const received = at(`2026-${String(month).padStart(2, '0')}-05 10:00`) / 1000;
          const answered: Pick<Facts, 'replies'> =
            reply === null ? {} : { replies: [[reply * 86_400 + 60, reply, 'explained']] };
          return {
            month: String(month).padStart(2, '0'),
            facts: {
              ...{ received, holders: [[0, 'a']], acceptBy: [[0, 100_000]], rounds: [[[0, 600_000]]] },
              ...answered,
            } as Facts,
          };
        });
        const asOf = at('2027-06-01 00:00');
        const months: Record<string, Sums> = {};
        for (const { month, facts } of letters) {
          const { sums } = shareOf(facts, asOf)!;
          const own = (months[month] ??= {});
          for (const [name, count] of Object.entries(sums))
            if (typeof count === 'number') own[name as 'received'] = (own[name as 'received'] ?? 0) + count;
          for (const [days, count] of Object.entries(sums.days ?? {}))
            (own.days ??= {})[days] = (own.days[days] ?? 0) + count;
        }
        const whole = figures(
          letters.map(({ facts }) => facts),
          { asOf, notices: 0 },
        );
        expect(annualOf(months, 3)).toEqual({
          ...{ received: whole.received, closed: whole.replied, meanDays: whole.meanDays, published: 3 },
        });
      }),
      { numRuns: 50 },
    );
  });
});
