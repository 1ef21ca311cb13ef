import { describe, expect, test } from 'vitest';
import { factsFor, factsOf, otherHolders } from './facts.ts';
import type { Actor } from './letter.ts';
import { tallyByDepartment, UNASSIGNED } from './stats.rules.ts';
import {
  accepted,
  at,
  coordinator,
  finalReply,
  interimReply,
  officer,
  rating,
  reopened,
  replied,
  submitted,
  writer,
} from './test/story.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Received at noon, so a day's end is 12 hours after whole days. */
const endOfDay = (days: number) => days * DAY + 12 * HOUR;

describe('the facts of a letter', () => {
  test('begin with receipt, holder and deadlines', () => {
    expect(factsOf(submitted().events)).toEqual({
      received: at('2026-03-02') / 1000,
      holders: [[0, 'a']],
      acceptBy: [[0, endOfDay(1)]],
      rounds: [[[0, endOfDay(7)]]],
    });
  });

  test('tell stops, resumption and extension by the deadline that held', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    story.does(writer, { name: 'supplement' }, '2026-03-06');
    story.does(writer, { name: 'supplement' }, '2026-03-07');
    story.does(officer, { name: 'extend', days: 1 }, '2026-03-09');
    expect(factsOf(story.events)).toMatchObject({
      rounds: [
        [
          [0, endOfDay(7)],
          [2 * DAY, endOfDay(7), 1],
          [4 * DAY, endOfDay(9)],
          [7 * DAY, endOfDay(10)],
        ],
      ],
      extended: 7 * DAY,
    });
  });

  test('tell who held it when, and count transfers', () => {
    const story = accepted();
    story.does(officer, { name: 'transfer', department: 'b', tenant: null }, '2026-03-04');
    story.does(coordinator, { name: 'transfer', department: null, tenant: 't' }, '2026-03-05');
    expect(factsOf(story.events)).toMatchObject({
      holders: [
        [0, 'a'],
        [2 * DAY, 'b'],
        [3 * DAY, null, 't'],
      ],
      transfers: [2 * DAY, 3 * DAY],
    });
  });

  test('are each tenant’s own while it holds the letter, and nobody’s twice', () => {
    const story = accepted();
    story.does(officer, { name: 'transfer', department: null, tenant: 't' }, '2026-03-04');
    const there: Actor = { role: 'coordinator', id: 'there', departments: [], tenant: 't' };
    story.does(there, { name: 'accept', department: 'a' }, '2026-03-05');
    story.does(there, { name: 'transfer', department: null, tenant: 'u' }, '2026-03-06');
    const facts = factsOf(story.events);
    expect(otherHolders(facts)).toEqual(['t', 'u']);
    const all = [facts, factsFor(facts, 'home', 't'), factsFor(facts, 'home', 'u')];
    const holderAt = (day: string) =>
      all.map((own) => [...tallyByDepartment([own], at(`${day} 23:59`)).keys()].join());
    expect(holderAt('2026-03-03')).toEqual(['a', '', '']);
    expect(holderAt('2026-03-04')).toEqual(['', UNASSIGNED, '']);
    expect(holderAt('2026-03-05')).toEqual(['', 'a', '']);
    expect(holderAt('2026-03-06')).toEqual(['', '', UNASSIGNED]);
  });

  test('tell replies and ratings of both rounds', () => {
    const story = reopened(finalReply('promised', '2026-03-31'));
    story.does(officer, interimReply, '2026-03-06');
    story.does(officer, finalReply('resolved'), '2026-03-10');
    story.does(writer, rating(2, 'no'), '2026-03-11');
    expect(factsOf(story.events)).toMatchObject({
      interim: 4 * DAY,
      replies: [
        [2 * DAY, 2, 'promised', endOfDay(29)],
        [8 * DAY, 6, 'resolved'],
      ],
      ratings: [
        [3 * DAY, 1, 'no'],
        [9 * DAY, 2, 'no'],
      ],
      rounds: [[[0, endOfDay(7)]], [[3 * DAY, endOfDay(18)]]],
      contested: 9 * DAY,
    });
  });

  test('tell when a reply with a sign first went out, a near-copy, an interim one that only acknowledges', () => {
    const story = accepted();
    story.does(officer, { ...interimReply, flags: ['boilerplate', 'off-topic'] }, '2026-03-03');
    story.does(officer, { ...finalReply(), flags: ['near-copy'] }, '2026-03-05');
    expect(factsOf(story.events)).toMatchObject({ flagged: DAY, acknowledged: DAY, copied: 3 * DAY });
    expect(factsOf(replied().events)).not.toHaveProperty('flagged');
  });

  test('are the same after a trip through JSON, and short', () => {
    const story = replied();
    story.does(writer, rating(5), '2026-03-05');
    const facts = factsOf(story.events);
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    expect(JSON.stringify(facts).length).toBeLessThanOrEqual(250);
  });

  test('are all made of the public part of the events', () => {
    const { events } = reopened();
    const anonymous = events.map((event) => ({ ...event, actor: null, commitment: null }));
    expect(factsOf(anonymous)).toEqual(factsOf(events));
  });

  test('need a submission', () => {
    expect(() => factsOf([])).toThrow(TypeError);
    expect(() => factsOf(accepted().events.slice(1))).toThrow(TypeError);
  });
});
