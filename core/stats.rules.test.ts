import { describe, expect, test } from 'vitest';
import { factsOf } from './facts.ts';
import { figures, figuresByDepartment, figuresOf, UNASSIGNED, wilson } from './stats.rules.ts';
import { emptyTally, mergeTally } from './stats.tally.ts';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  interimReply,
  officer,
  rating,
  reopened,
  replied,
  Story,
  submitted,
  writer,
} from './test/story.ts';

/** As of the end of a day. */
const asOf = (day: string) => at(`${day} 00:00`) + 86_400_000;
const count = (stories: Story | Story[], day = '2026-12-31', notices = 0) =>
  figures(
    [stories].flat().map(({ events }) => factsOf(events)),
    { asOf: asOf(day), notices },
  );

function declined(day: string): Story {
  const story = submitted();
  story.does(coordinator, { name: 'decline', grounds: 'petition' }, day);
  return story;
}

describe('nothing', () => {
  test('has no rates, never 100 %', () => {
    expect(count([])).toMatchObject({
      ...{
        received: 0,
        due: 0,
        replyRate: null,
        replyRateInterval: null,
        onTimeRate: null,
        medianDays: null,
      },
      ...{ meanDays: null, satisfaction: null, solvedRate: null, resolvedRate: null, small: true },
    });
  });

  test('is known of a letter before the end of its day', () => {
    expect(count(submitted(), '2026-03-01').received).toBe(0);
    expect(count(submitted(), '2026-03-02').received).toBe(1);
    const atMidnight = submitted({}, aPolicy(), '2026-03-03 00:00');
    expect(count(atMidnight, '2026-03-02').received).toBe(0);
    atMidnight.does(coordinator, { name: 'decline', grounds: 'judicial' }, '2026-03-04 00:00');
    expect(count(atMidnight, '2026-03-03')).toMatchObject({ received: 1, unanswered: 1, declined: 0 });
  });
});

describe('accepted on time', () => {
  test.each([
    ['accepted in the last second', '2026-03-03 23:59:59', 1],
    ['accepted at midnight', '2026-03-04 00:00', 0],
  ])('%s', (_name, time, onTime) => {
    const story = submitted();
    story.does(coordinator, { name: 'accept', department: 'a' }, time);
    expect(count(story).acceptedOnTime).toBe(onTime);
  });

  test('declined by the deadline counts too', () => {
    expect(count(declined('2026-03-03')).acceptedOnTime).toBe(1);
    expect(count(declined('2026-03-04')).acceptedOnTime).toBe(0);
    expect(count(submitted()).acceptedOnTime).toBe(0);
  });
});

describe('unanswered', () => {
  test('ends with an interim reply, a final reply or a decline', () => {
    const interim = accepted();
    interim.does(officer, interimReply, '2026-03-04');
    expect(count([accepted(), interim, replied(), declined('2026-03-05')], '2026-03-04').unanswered).toBe(2);
    expect(count([accepted(), interim, replied(), declined('2026-03-05')], '2026-03-05').unanswered).toBe(1);
  });
});

describe('replied, due, on time and overdue', () => {
  test('a letter is due when its deadline has passed or it is answered', () => {
    expect(count(accepted(), '2026-03-08')).toMatchObject({ due: 0, overdue: 0, replyRate: null });
    expect(count(accepted(), '2026-03-09')).toMatchObject({ due: 1, overdue: 1, replied: 0, replyRate: 0 });
    expect(count(replied(), '2026-03-04')).toMatchObject({ due: 1, overdue: 0, replied: 1, replyRate: 1 });
  });

  test.each([
    ['in the last second', '2026-03-09 23:59:59', 1],
    ['at midnight', '2026-03-10 00:00', 0],
  ])('a reply %s', (_name, time, onTime) => {
    const story = accepted();
    story.does(officer, finalReply(), time);
    expect(count(story)).toMatchObject({ replied: 1, repliedOnTime: onTime, onTimeRate: onTime, overdue: 0 });
  });

  test('a decline is an answer, on time or not, but no final reply', () => {
    expect(count(declined('2026-03-09'))).toMatchObject({
      replied: 1,
      repliedOnTime: 1,
      declined: 1,
      medianDays: null,
    });
    expect(count(declined('2026-03-10'))).toMatchObject({ replied: 1, repliedOnTime: 0, due: 1 });
  });

  test('an interim reply doesn’t end being overdue', () => {
    const story = accepted();
    story.does(officer, interimReply, '2026-03-04');
    expect(count(story, '2026-03-10')).toMatchObject({ overdue: 1, unanswered: 0, replied: 0, due: 1 });
  });

  test('an extension counts from when it was given', () => {
    const story = accepted();
    story.does(officer, { name: 'extend', days: 5 }, '2026-03-09');
    expect(count(story, '2026-03-08')).toMatchObject({ extended: 0, overdue: 0 });
    expect(count(story, '2026-03-13')).toMatchObject({ extended: 1, overdue: 0, due: 0 });
    expect(count(story, '2026-03-16')).toMatchObject({ overdue: 1, due: 1 });
    story.does(officer, finalReply(), '2026-03-16');
    expect(count(story)).toMatchObject({ repliedOnTime: 1 });
  });

  test('a clock stopped before its deadline doesn’t run out', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-09');
    expect(count(story, '2026-03-16')).toMatchObject({ overdue: 0, due: 0, lastDayStops: 1 });
    story.does(writer, { name: 'supplement' }, '2026-03-17');
    expect(count(story, '2026-03-16')).toMatchObject({ overdue: 0, due: 0 });
    expect(count(story, '2026-03-17')).toMatchObject({ overdue: 1, due: 1 });
  });

  test('a clock stopped after its deadline has run out', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-10');
    expect(count(story, '2026-03-12')).toMatchObject({ overdue: 1, due: 1, lastDayStops: 0 });
    const atMidnight = accepted();
    atMidnight.does(officer, { name: 'request-info' }, '2026-03-10 00:00');
    expect(count(atMidnight, '2026-03-10')).toMatchObject({ overdue: 1, due: 1, lastDayStops: 0 });
  });

  test('a reopened round can be overdue; the first stays replied on time', () => {
    expect(count(reopened(), '2026-03-19')).toMatchObject({
      overdue: 0,
      reopened: 1,
      replied: 1,
      repliedOnTime: 1,
    });
    const late = reopened();
    expect(count(late, '2026-03-20')).toMatchObject({
      overdue: 1,
      due: 1,
      replied: 1,
      repliedOnTime: 1,
      unanswered: 0,
    });
    late.does(officer, finalReply('resolved'), '2026-03-23');
    expect(count(late, '2026-03-20').overdue).toBe(1);
    expect(count(late)).toMatchObject({ overdue: 0, repliedOnTime: 1, medianDays: 2 });
  });
});

describe('days', () => {
  test('are working days to the first final reply: median and mean', () => {
    const slow = accepted();
    slow.does(officer, finalReply(), '2026-03-16');
    const sameDay = submitted();
    sameDay.does(coordinator, { name: 'accept', department: 'a' }, '2026-03-02 13:00');
    sameDay.does(coordinator, finalReply(), '2026-03-02 14:00');
    expect(count([replied(), slow, sameDay])).toMatchObject({ medianDays: 2, meanDays: 4 });
    expect(count([replied(), slow])).toMatchObject({ medianDays: 6, meanDays: 6 });
    expect(count([replied(), slow], '2026-03-15')).toMatchObject({ medianDays: 2, meanDays: 2 });
  });
});

describe('ratings', () => {
  function rated(level: 1 | 2 | 3 | 4 | 5, solved: 'yes' | 'partly' | 'no'): Story {
    const story = replied(finalReply('resolved'));
    story.does(writer, rating(level, solved), '2026-03-05');
    return story;
  }

  test('基本满意 or better is satisfied; solved only a plain yes', () => {
    const all = [rated(5, 'yes'), rated(3, 'partly'), rated(2, 'no'), replied()];
    expect(count(all)).toMatchObject({
      rated: 3,
      satisfied: 2,
      satisfaction: 2 / 3,
      solvedYes: 1,
      solvedRate: 1 / 3,
    });
    expect(count(all, '2026-03-04')).toMatchObject({ rated: 0, satisfaction: null, solvedRate: null });
  });

  test('the latest one counts', () => {
    const story = reopened();
    story.does(officer, finalReply(), '2026-03-10');
    story.does(writer, rating(4, 'yes'), '2026-03-11');
    expect(count(story, '2026-03-10')).toMatchObject({ rated: 1, satisfied: 0, solvedYes: 0 });
    expect(count(story)).toMatchObject({ rated: 1, satisfied: 1, solvedYes: 1, reopened: 1, contested: 0 });
  });

  test('a claim of resolved is counted apart from being solved', () => {
    const all = [
      rated(5, 'yes'),
      rated(5, 'yes'),
      rated(4, 'no'),
      replied(finalReply('refused')),
      declined('2026-03-03'),
    ];
    expect(count(all)).toMatchObject({ resolved: 3, resolvedRate: 0.6, resolvedButNotSolved: 1 });
  });

  test('dissatisfied twice is contested', () => {
    const story = reopened();
    story.does(officer, finalReply(), '2026-03-10');
    story.does(writer, rating(1, 'no'), '2026-03-11');
    expect(count(story)).toMatchObject({ contested: 1, closedThenReopened: 1, resolvedButNotSolved: 0 });
    expect(count(story, '2026-03-10').contested).toBe(0);
  });
});

describe('what the reply check found', () => {
  test('is counted by letters, from the day the reply went out', () => {
    const twice = accepted();
    twice.does(officer, { ...interimReply, flags: ['boilerplate'] }, '2026-03-03');
    twice.does(officer, { ...finalReply(), flags: ['near-copy', 'vague-time'] }, '2026-03-05');
    const all = [twice, replied({ ...finalReply(), flags: ['boilerplate'] }), replied()];
    expect(count(all)).toMatchObject({ qualityFlags: 2, nearCopies: 1, acknowledgements: 1 });
    expect(count(twice, '2026-03-04')).toMatchObject({ qualityFlags: 1, nearCopies: 0, acknowledgements: 1 });
  });
});

describe('promises', () => {
  const promised = () => replied(finalReply('promised', '2026-03-31'));
  const followUp = { name: 'follow-up', done: true } as const;

  test('are due from their day on', () => {
    expect(count(promised(), '2026-03-30')).toMatchObject({ promisesDue: 0, promisesKept: 0 });
    expect(count(promised(), '2026-03-31')).toMatchObject({ promisesDue: 1, promisesKept: 0 });
  });

  test.each([
    ['on the day itself', '2026-03-31 23:59', 1],
    ['a day late', '2026-04-01 00:00', 0],
  ])('are kept by a follow-up: %s', (_name, time, kept) => {
    const story = promised();
    story.does(officer, { ...followUp, done: false }, '2026-03-10');
    story.does(officer, followUp, time);
    expect(count(story)).toMatchObject({ promisesDue: 1, promisesKept: kept });
  });

  test('made again need a follow-up of their own', () => {
    const story = reopened(finalReply('promised', '2026-03-31'));
    story.does(officer, followUp, '2026-03-06');
    story.does(officer, finalReply('promised', '2026-04-30'), '2026-03-10');
    expect(count(story)).toMatchObject({ promisesDue: 1, promisesKept: 0 });
  });

  test('that a later reply replaced are no longer due', () => {
    const story = reopened(finalReply('promised', '2026-03-31'));
    story.does(officer, finalReply('resolved'), '2026-03-10');
    expect(count(story).promisesDue).toBe(0);
    expect(count(story, '2026-03-09').promisesDue).toBe(0);
  });
});

describe('against gaming', () => {
  test('replies in the last hour before the deadline are counted', () => {
    const replyAt = (time: string) => {
      const story = accepted();
      story.does(officer, finalReply(), time);
      return count(story).lastHourReplies;
    };
    expect([replyAt('2026-03-09 22:59'), replyAt('2026-03-09 23:00'), replyAt('2026-03-10 00:00')]).toEqual([
      0, 1, 0,
    ]);
  });

  test('stops before the last day are not', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-08 23:59');
    expect(count(story).lastDayStops).toBe(0);
  });
});

describe('spam and withdrawn letters', () => {
  test('are in no count but their own, from the day it happened', () => {
    const spam = submitted();
    spam.does(coordinator, { name: 'spam', grounds: 'abuse' }, '2026-03-12');
    const withdrawn = accepted();
    withdrawn.does(writer, { name: 'withdraw' }, '2026-03-12');
    const after = count([spam, withdrawn]);
    expect(after).toMatchObject({ spam: 1, withdrawn: 1 });
    const others = Object.entries(after).filter(
      ([name, value]) => typeof value === 'number' && !['spam', 'withdrawn'].includes(name),
    );
    expect(others.every(([, value]) => value === 0)).toBe(true);
    expect(count([spam, withdrawn], '2026-03-11')).toMatchObject({
      received: 2,
      overdue: 2,
      spam: 0,
      withdrawn: 0,
    });
  });
});

describe('departments', () => {
  test('have the letters they hold at the cut-off, and their notices', () => {
    const moved = accepted();
    moved.does(officer, { name: 'transfer', department: 'b', tenant: null }, '2026-03-05');
    const facts = [moved, submitted(), submitted({ department: null })].map(({ events }) => factsOf(events));
    const notices = new Map([
      ['a', 2],
      ['c', 1],
    ]);
    const { total, byDepartment } = figuresByDepartment(facts, { asOf: asOf('2026-03-31'), notices });
    const received = [...byDepartment].map(([id, figure]) => [id, figure.received, figure.notices]);
    expect(received.sort()).toEqual([
      ['a', 1, 2],
      ['b', 1, 0],
      ['c', 0, 1],
      [UNASSIGNED, 1, 0],
    ]);
    expect(total).toEqual(figures(facts, { asOf: asOf('2026-03-31'), notices: 3 }));
    const earlier = figuresByDepartment(facts, { asOf: asOf('2026-03-04'), notices: new Map() });
    expect(earlier.byDepartment.get('a')!.received).toBe(2);
  });

  test('before acceptance a routed letter is its new holder’s', () => {
    const story = submitted();
    story.does(coordinator, { name: 'assign', department: 'b' }, '2026-03-02 13:00');
    const { byDepartment } = figuresByDepartment([factsOf(story.events)], {
      asOf: asOf('2026-03-02'),
      notices: new Map(),
    });
    expect([...byDepartment.keys()]).toEqual(['b']);
  });
});

describe('rates', () => {
  test('carry a 95 % Wilson interval', () => {
    expect(wilson(8, 10)!.map((bound) => bound.toFixed(4))).toEqual(['0.4902', '0.9433']);
    expect(wilson(0, 10)!.map((bound) => bound.toFixed(4))).toEqual(['0.0000', '0.2775']);
    expect(wilson(10, 10)!.map((bound) => bound.toFixed(4))).toEqual(['0.7225', '1.0000']);
    expect(wilson(812, 1024)!.map((bound) => bound.toFixed(4))).toEqual(['0.7671', '0.8167']);
    expect(wilson(0, 0)).toBeNull();
  });

  test('are small below ten letters due', () => {
    const ten = Array.from({ length: 10 }, () => replied());
    expect(count(ten.slice(1)).small).toBe(true);
    expect(count(ten).small).toBe(false);
  });
});

test('tallies of several tenants add up to the figures of all', () => {
  const [one, other] = [emptyTally(), emptyTally()];
  Object.assign(one, { received: 3, due: 3, replied: 2, days: { 1: 1, 5: 1 } });
  Object.assign(other, { received: 2, due: 1, replied: 1, days: { 10: 1 } });
  mergeTally(one, other);
  expect(figuresOf(one, 4)).toMatchObject({
    received: 5,
    replyRate: 0.75,
    medianDays: 5,
    meanDays: 16 / 3,
    notices: 4,
  });
});

test('the bulletin of 2011: 95 letters, 39 taken up in time, 56 without any answer', () => {
  const quarter = Array.from({ length: 95 }, (_, index) => {
    const story = submitted({ channel: 'import', department: null }, aPolicy(), '2011-01-10');
    if (index < 39) {
      story.does({ ...coordinator, role: 'import' }, { name: 'accept', department: 'a' }, '2011-01-11');
      story.does({ ...coordinator, role: 'import' }, finalReply(), index < 20 ? '2011-01-13' : '2011-02-14');
    }
    return story;
  });
  expect(count(quarter, '2011-03-31', 5)).toMatchObject({
    ...{ received: 95, acceptedOnTime: 39, replied: 39, unanswered: 56, overdue: 56, due: 95, notices: 5 },
  });
});
