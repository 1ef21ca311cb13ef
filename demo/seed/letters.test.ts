import { describe, expect, it } from 'vitest';
import { importLetter } from '../../contract/imports.ts';
import { limits } from '../../contract/limits.ts';
import { copiesOf, fingerprintOf } from '../../core/reply-check.rules.ts';
import { letters2011 } from './letters-2011.ts';
import type { LetterRow } from './letter-history.ts';
import { jingmen, zhuxi } from './mailboxes.ts';
import { nanchangLetters } from './nanchang.ts';
import { notices2011 } from './notices.ts';
import { recentLetters } from './recent-letters.ts';

const NOW = Date.parse('2026-11-22T15:20:00+08:00');

/** Days off and make-up days of the quarter, by hand: 国办发明电〔2010〕40号. */
const OFF = ['2011-01-03', '2011-02-02', '2011-02-03', '2011-02-04', '2011-02-07', '2011-02-08'];
const MADE_UP = ['2011-01-30', '2011-02-12'];
const CUT_OFF = '2011-03-31T24:00';

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
function works(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return MADE_UP.includes(day) || (weekday % 6 !== 0 && !OFF.includes(day));
}
/** The last day on which the letter is accepted in time. */
function acceptDay(received: string): string {
  let day = dayAfter(received.slice(0, 10));
  while (!works(day)) day = dayAfter(day);
  return day;
}
const answeredBy = (row: LetterRow, cutOff: string) =>
  [row.interim_at, row.replied_at].some((at) => typeof at === 'string' && at < cutOff);

describe('letters of the first quarter of 2011', () => {
  const rows = letters2011();

  it('are 95, all received in the quarter', () => {
    expect(rows).toHaveLength(95);
    expect(rows.every(({ received_at: at }) => at >= '2011-01-01' && at < CUT_OFF)).toBe(true);
  });

  it('are 39 accepted in time and 56 unanswered at the end of the quarter, and none is both', () => {
    const inTime = rows.filter(
      ({ received_at, accepted_at }) =>
        typeof accepted_at === 'string' && accepted_at.slice(0, 10) <= acceptDay(received_at),
    );
    const unanswered = rows.filter((row) => !answeredBy(row, CUT_OFF));
    expect(inTime).toHaveLength(39);
    expect(unanswered).toHaveLength(56);
    expect(inTime.filter((row) => unanswered.includes(row))).toEqual([]);
  });

  it('were answered after three or four days, after a week, or after more than a month', () => {
    const days = rows
      .filter((row) => answeredBy(row, CUT_OFF))
      .map(({ received_at, replied_at }) => {
        const [from, to] = [received_at, String(replied_at)].map((at) =>
          Date.parse(`${at.slice(0, 10)}T00:00:00Z`),
        );
        return (to! - from!) / 86_400_000;
      });
    const between = (low: number, high: number) =>
      days.filter((count) => count >= low && count <= high).length;
    expect([between(3, 4), between(6, 9), between(32, 52)]).toEqual([15, 13, 11]);
  });

  it('were all answered by May, so that no inbox shows letters fifteen years late', () => {
    expect(rows.every(({ replied_at: at }) => typeof at === 'string' && at < '2011-06-01')).toBe(true);
  });

  it('speak of the panic buying of salt only in the days after 17 March', () => {
    const panic = rows.filter(({ title, body }) => /抢盐|抢购|盐价|包盐/.test(title + body));
    expect(panic.length).toBeGreaterThanOrEqual(5);
    expect(panic.every(({ received_at: at }) => at >= '2011-03-17' && at < '2011-03-20')).toBe(true);
  });

  it('are the same whenever they are made', () => {
    expect(letters2011()).toEqual(rows);
  });
});

describe('notices of the first quarter of 2011', () => {
  it('are five by three units', () => {
    const counts = new Map<string, number>();
    for (const { department } of notices2011)
      counts.set(String(department), (counts.get(String(department)) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 市旅游局: 2, 市供水公司: 2, 市出租办: 1 });
    expect(notices2011.every(({ published_at: at }) => at >= '2011-01-01' && at < '2011-04-01')).toBe(true);
  });
});

describe('recent letters', () => {
  const rows = recentLetters(jingmen, NOW);

  it('are at least 220 of the last 365 days, some of them of today', () => {
    expect(rows.length).toBeGreaterThanOrEqual(220);
    expect(rows[0]!.received_at >= '2025-11-22').toBe(true);
    expect(rows.filter(({ received_at: at }) => at.startsWith('2026-11-22'))).toHaveLength(jingmen.today);
  });

  it('hold nothing that lies ahead, even just after midnight', () => {
    for (const now of [NOW, Date.parse('2026-11-22T00:00:40+08:00')]) {
      const times = recentLetters(jingmen, now).flatMap(({ second, ...row }) =>
        [
          row.received_at,
          row.accepted_at,
          row.interim_at,
          row.replied_at,
          row.rated_at,
          second?.replied_at,
          second?.rated_at,
        ]
          .filter((at) => typeof at === 'string')
          .map((at) => Date.parse(at)),
      );
      expect(Math.max(...times)).toBeLessThanOrEqual(now);
    }
  });

  it('show every fate of a letter', () => {
    const rows = [0, 60, 120].flatMap((days) => recentLetters(jingmen, NOW - days * 86_400_000));
    const ratings = new Set(rows.map(({ rating }) => rating));
    for (const level of [undefined, 1, 2, 3, 4, 5]) expect(ratings).toContain(level);
    const second = rows.flatMap(({ second: again }) => (again ? [again] : []));
    expect(second.length).toBeGreaterThan(3);
    expect(second.some(({ rating }) => rating !== undefined && rating <= 2)).toBe(true);
    expect(
      rows.some(({ interim_at, replied_at }) => interim_at !== undefined && replied_at === undefined),
    ).toBe(true);
    expect(
      rows.some(({ accepted_at, received_at }) => accepted_at === undefined && received_at < '2026-07'),
    ).toBe(true);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(
      new Set([undefined, 'resolved', 'explained', 'promised', 'refused']),
    );
  });

  it('leave no slot unfilled and repeat no title', () => {
    const titles = [...rows, ...letters2011(), ...recentLetters(zhuxi, NOW)].map(({ title }) => title);
    expect(JSON.stringify(rows)).not.toMatch(/[^\\]\{[a-z]+(:|\})/);
    expect(new Set(recentLetters(jingmen, NOW).map(({ title }) => title)).size).toBe(rows.length);
    expect(Math.max(...titles.map((title) => [...title].length))).toBeLessThanOrEqual(limits.titleCharsMax);
  });

  it('are answered in words of their own: at most one reply in eight is another one’s copy', () => {
    const replies = rows.flatMap(({ external_id: id, reply, second }) =>
      [reply, second?.reply].flatMap((body) =>
        typeof body === 'string' ? [{ id, body, print: fingerprintOf(body)! }] : [],
      ),
    );
    const copied = replies.filter(({ id, body }, at) => {
      const earlier = replies.slice(0, at).filter((one) => one.id !== id);
      return (
        copiesOf(
          body,
          earlier.map((one) => ({ id: one.id, ...one.print })),
        ).length > 0
      );
    });
    expect(copied.length * 8).toBeLessThanOrEqual(replies.length);
    // Some offices do copy.
    expect(copied.length).toBeGreaterThan(0);
  });

  it('are the same for the same present', () => {
    expect(recentLetters(jingmen, NOW)).toEqual(rows);
  });
});

describe('every row', () => {
  const rows = [
    ...letters2011(),
    ...recentLetters(jingmen, NOW),
    ...recentLetters(zhuxi, NOW),
    ...nanchangLetters(NOW),
  ];

  it('is one the service takes, in the order of its life', () => {
    for (const row of rows) {
      expect(importLetter.safeParse(row).error).toBeUndefined();
      const steps = [
        row.received_at,
        row.accepted_at,
        row.interim_at,
        row.replied_at,
        row.rated_at,
        row.second?.replied_at,
      ];
      const times = steps.filter((at) => typeof at === 'string');
      expect(times.toSorted()).toEqual(times);
      if (row.second) expect(row.rating).toBeLessThanOrEqual(2);
    }
  });

  it('has an external id of its own, whatever the day it is made on', () => {
    const ids = rows.map(({ external_id }) => external_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(recentLetters(jingmen, NOW + 86_400_000).map(({ external_id }) => external_id)).toEqual(
      recentLetters(jingmen, NOW).map(({ external_id }) => external_id),
    );
  });

  it('names nobody who could be rung up', () => {
    for (const { phone } of rows) expect(phone ?? '13800000000').toMatch(/^1380000\d{4}$/);
  });
});

it('Nanchang has one letter that waits for more than three months', () => {
  const open = nanchangLetters(NOW).filter(({ replied_at }) => replied_at === undefined);
  expect(open).toHaveLength(1);
  const age = (NOW - Date.parse(open[0]!.received_at)) / 86_400_000;
  expect(age).toBeGreaterThan(92);
  expect(age).toBeLessThan(365);
});
