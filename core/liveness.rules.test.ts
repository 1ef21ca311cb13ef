import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  judgeLife,
  levelOf,
  LIFE_SIGNS,
  severityOf,
  unansweredBefore,
  type LifeEvidence,
  type LifeSign,
} from './liveness.rules.ts';
import { startOfDay } from './local-time.ts';

const zone = 'Asia/Shanghai';
const noon = (day: string) => startOfDay(day, zone) + 12 * 3_600_000;
const now = noon('2026-06-30');

/** Somebody is there: everything happened yesterday. */
const alive: LifeEvidence = {
  createdAt: noon('2020-01-01'),
  ...{ lastReceivedAt: noon('2026-06-29'), lastAnsweredAt: noon('2026-06-29') },
  ...{ lastPublishedAt: noon('2026-06-29'), lastNoticeAt: noon('2026-06-29') },
  ...{ lastSignInAt: noon('2026-06-29'), lastSeenAt: noon('2026-06-29') },
  ...{ overdue: 0, oldestDueAt: null, unanswered: 0, oldestUnansweredAt: null, members: 3, origins: 1 },
};
const judge = (more: Partial<LifeEvidence>, at = now) => judgeLife({ ...alive, ...more }, at, zone);
const signs = (more: Partial<LifeEvidence>) => judge(more).signs.map(({ sign }) => sign);

describe('each sign', () => {
  test('is missing where everything happened yesterday', () => {
    expect(judge({})).toEqual({ level: 'active', points: 0, signs: [] });
  });

  test.each<[LifeSign, Partial<LifeEvidence>, Partial<LifeEvidence>]>([
    [
      'unanswered',
      { unanswered: 1, oldestUnansweredAt: noon('2026-03-29') },
      { unanswered: 1, oldestUnansweredAt: noon('2026-03-30') },
    ],
    [
      'silent',
      { overdue: 1, oldestDueAt: noon('2026-05-01'), lastAnsweredAt: noon('2026-06-15') },
      { overdue: 1, oldestDueAt: noon('2026-05-01'), lastAnsweredAt: noon('2026-06-16') },
    ],
    ['absent', { lastSignInAt: noon('2026-05-30') }, { lastSignInAt: noon('2026-05-31') }],
    ['unseen', { lastSeenAt: noon('2026-06-15') }, { lastSeenAt: noon('2026-06-16') }],
    [
      'empty',
      { lastReceivedAt: null, createdAt: noon('2026-05-30') },
      { lastReceivedAt: null, createdAt: noon('2026-05-31') },
    ],
    ['unpublished', { lastPublishedAt: noon('2025-12-29') }, { lastPublishedAt: noon('2025-12-30') }],
    ['unannounced', { lastNoticeAt: noon('2025-12-29') }, { lastNoticeAt: noon('2025-12-30') }],
  ])('%s is found the day after its time is over, not before', (sign, over, notYet) => {
    expect(signs(over)).toEqual([sign]);
    expect(signs(notYet)).toEqual([]);
  });

  test('tells since when, and of how many letters', () => {
    const oldest = noon('2026-01-05');
    expect(judge({ unanswered: 4, oldestUnansweredAt: oldest }).signs).toEqual([
      { sign: 'unanswered', since: oldest, never: false, letters: 4 },
    ]);
  });

  test('no reply for fourteen days counts from the deadline where there was nothing to answer before', () => {
    const lately = { overdue: 1, oldestDueAt: noon('2026-06-20'), lastAnsweredAt: noon('2026-01-01') };
    expect(signs(lately)).toEqual([]);
    expect(signs({ ...lately, oldestDueAt: noon('2026-06-10') })).toEqual(['silent']);
  });

  test('nothing published is no sign where no letter came since', () => {
    expect(signs({ lastPublishedAt: noon('2025-01-02'), lastReceivedAt: noon('2025-01-01') })).toEqual([]);
  });
});

describe('what never happened', () => {
  const never: Partial<LifeEvidence> = {
    ...{ lastReceivedAt: null, lastAnsweredAt: null, lastPublishedAt: null, lastNoticeAt: null },
    ...{ lastSignInAt: null, lastSeenAt: null, members: 0, origins: 0 },
  };

  test('a tenant that never received or answered anything is dormant, each sign since it was set up', () => {
    const createdAt = noon('2025-06-01');
    const { level, signs: found } = judge({ ...never, createdAt });
    expect(level).toBe('dormant');
    expect(found.map(({ sign }) => sign)).toEqual(['absent', 'unseen', 'empty', 'unannounced']);
    for (const { since, never: said } of found) expect([since, said]).toEqual([createdAt, true]);
  });

  test('a tenant set up last week is given time', () => {
    expect(judge({ ...never, createdAt: noon('2026-06-23') })).toMatchObject({ level: 'active', signs: [] });
  });
});

describe('the level', () => {
  test.each<[LifeSign[], string]>([
    [[], 'active'],
    [['unseen'], 'active'],
    [['unpublished', 'unannounced'], 'active'],
    [['unanswered'], 'slow'],
    [['silent'], 'slow'],
    [['absent'], 'slow'],
    [['unseen', 'unannounced'], 'slow'],
    // Much is left undone, but somebody signs in and answers.
    [['unanswered', 'unseen', 'unpublished', 'unannounced'], 'slow'],
    [['unanswered', 'silent'], 'dormant'],
    [['absent', 'unseen'], 'dormant'],
    [['silent', 'unpublished', 'unannounced'], 'dormant'],
    [['unseen', 'empty', 'unannounced'], 'dormant'],
  ])('of %j is %s', (found, level) => {
    expect(levelOf(found).level).toBe(level);
  });
});

describe('in any case', () => {
  const anySigns = fc.subarray(Object.keys(LIFE_SIGNS) as LifeSign[]);
  const time = fc.option(fc.integer({ min: noon('2024-01-01'), max: now }), { nil: null });
  const evidence: fc.Arbitrary<LifeEvidence> = fc.record({
    createdAt: fc.integer({ min: noon('2023-01-01'), max: now }),
    ...{ lastReceivedAt: time, lastAnsweredAt: time, lastPublishedAt: time, lastNoticeAt: time },
    ...{ lastSignInAt: time, lastSeenAt: time, oldestDueAt: time, oldestUnansweredAt: time },
    ...{ overdue: fc.nat(9), unanswered: fc.nat(9), members: fc.nat(5), origins: fc.nat(3) },
  });
  const severity = (of: LifeEvidence, at = now) => severityOf(judgeLife(of, at, zone));

  test('one more sign never makes a tenant livelier', () => {
    fc.assert(
      fc.property(anySigns, anySigns, (some, more) => {
        const both = [...new Set([...some, ...more])];
        expect(severityOf(levelOf(both))).toBeGreaterThanOrEqual(severityOf(levelOf(some)));
      }),
    );
  });

  test('what happened longer ago, waits for longer, or is looked at later, never makes a tenant livelier', () => {
    const done = ['lastAnsweredAt', 'lastPublishedAt', 'lastNoticeAt', 'lastSignInAt', 'lastSeenAt'] as const;
    const waits = ['oldestDueAt', 'oldestUnansweredAt'] as const;
    const back = fc.nat(400 * 86_400_000);
    fc.assert(
      fc.property(evidence, fc.constantFrom(...done, ...waits), back, (of, field, by) => {
        const at = of[field];
        if (at === null) return;
        expect(severity({ ...of, [field]: at - by })).toBeGreaterThanOrEqual(severity(of));
        expect(severity(of, now + by)).toBeGreaterThanOrEqual(severity(of));
      }),
    );
    fc.assert(
      fc.property(evidence, fc.constantFrom(...done), (of, field) => {
        expect(severity({ ...of, [field]: null })).toBeGreaterThanOrEqual(severity(of));
      }),
    );
    fc.assert(
      fc.property(evidence, fc.constantFrom(...waits), fc.integer({ min: 1, max: now }), (of, field, at) => {
        if (of[field] === null) expect(severity({ ...of, [field]: at })).toBeGreaterThanOrEqual(severity(of));
      }),
    );
  });

  test('letters before the line are those that the rule finds', () => {
    const days = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), days, (ahead, off) => {
        const at = now + ahead * 86_400_000;
        const received = unansweredBefore(at, zone) + off * 43_200_000;
        const [found] = judgeLife({ ...alive, unanswered: 1, oldestUnansweredAt: received }, at, zone).signs;
        expect(found?.sign === 'unanswered').toBe(received < unansweredBefore(at, zone));
      }),
    );
  });
});
