import { describe, expect, test } from 'vitest';
import { decide } from '../letter.rules.ts';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  importer,
  interimReply,
  officer,
  rating,
  reopened,
  replied,
  Story,
  submitted,
  system,
  writer,
} from '../test/story.ts';
import { nextBoundary } from './elapse.ts';

const elapse = { name: 'elapse' } as const;
const kindsAt = (story: Story) =>
  story.events.map(({ kind, at: time }) => [kind, new Date(time).toISOString()]);

describe('waiting for the writer', () => {
  const waiting = () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    return story;
  };

  test('runs out with its last day, and the next working day counts', () => {
    const story = waiting();
    expect(story.does(system, elapse, '2026-03-18 23:59')).toEqual([]);
    expect(story.does(system, elapse, '2026-03-19 00:00')).toEqual(['resumed']);
    expect(story.events.at(-1)).toMatchObject({ at: at('2026-03-19 00:00'), role: 'system', actor: null });
    expect(story.letter).toMatchObject({
      status: 'accepted',
      clock: { anchor: '2026-03-18', due: { day: '2026-03-23' } },
    });
  });

  test('has run out for whoever acts next, at the same instant', () => {
    const story = waiting();
    expect(story.does(officer, finalReply(), '2026-03-20')).toEqual(['resumed', 'replied']);
    expect(story.events.at(-2)).toMatchObject({ at: at('2026-03-19 00:00') });
  });

  test('doesn’t escalate meanwhile, but the days used before count', () => {
    const story = waiting();
    story.does(system, elapse, '2026-04-02');
    expect(kindsAt(story).slice(-2)).toEqual([
      ['resumed', '2026-03-18T16:00:00.000Z'],
      ['escalated', '2026-03-28T16:00:00.000Z'],
    ]);
  });
});

describe('silence after a final reply', () => {
  test('closes at the end of the fifteenth day', () => {
    const story = replied();
    expect(story.does(system, elapse, '2026-03-19 23:59')).toEqual([]);
    expect(story.does(system, elapse, '2026-05-01')).toEqual(['closed']);
    expect(story.events.at(-1)).toMatchObject({ at: at('2026-03-20 00:00'), reason: 'silence' });
    expect(story.letter).toMatchObject({
      status: 'closed',
      contested: false,
      closedAt: at('2026-03-20 00:00'),
    });
  });

  test('a fifteenth day on a day off moves to the next working day', () => {
    const story = accepted();
    story.does(officer, finalReply(), '2026-03-06');
    expect(story.refuses(writer, rating(5), '2026-03-23 23:59')).toBeNull();
    expect(story.refuses(writer, rating(5), '2026-03-24 00:00')).toBe('not_rateable');
  });

  test('closes a second round too', () => {
    const story = reopened();
    story.does(officer, finalReply(), '2026-03-10');
    expect(story.does(system, elapse, '2026-04-30')).toEqual(['closed']);
  });
});

describe('escalation', () => {
  const boundaries = [
    ['escalated', '2026-03-14T16:00:00.000Z'],
    ['escalated', '2026-03-24T16:00:00.000Z'],
    ['escalated', '2026-04-08T16:00:00.000Z'],
  ];

  test('is yellow, red and a demand notice 5, 15 and 30 full days after the deadline', () => {
    const story = accepted();
    story.does(system, elapse, '2026-12-31');
    expect(kindsAt(story).slice(2)).toEqual(boundaries);
    expect(story.events.slice(2)).toMatchObject([
      { colour: 'yellow' },
      { colour: 'red' },
      { colour: 'demand' },
    ]);
    expect(story.does(system, elapse, '2027-12-31')).toEqual([]);
  });

  test('is the same however often somebody looks', () => {
    const story = accepted();
    for (const day of ['2026-03-14', '2026-03-15', '2026-03-16', '2026-03-30', '2026-05-01'])
      story.does(system, elapse, day);
    expect(kindsAt(story).slice(2)).toEqual(boundaries);
  });

  test('comes before the act of whoever comes late', () => {
    const story = accepted();
    expect(story.does(officer, interimReply, '2026-03-26')).toEqual(['escalated', 'escalated', 'replied']);
    expect(story.does(officer, finalReply(), '2026-03-27')).toEqual(['replied']);
    expect(story.does(system, elapse, '2026-04-09')).toEqual([]);
  });

  test('meets letters that nobody accepted', () => {
    expect(submitted().does(system, elapse, '2026-03-15')).toEqual(['escalated']);
  });

  test('isn’t escaped by asking after the deadline', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-10');
    expect(story.does(system, elapse, '2026-03-16')).toEqual(['escalated']);
    expect(story.letter.status).toBe('awaiting_citizen');
  });

  test('begins anew in a reopened round', () => {
    const story = accepted();
    story.does(officer, finalReply(), '2026-03-16');
    expect(story.letter.colour).toBe('yellow');
    story.does(writer, rating(1), '2026-03-17');
    expect(story.letter.colour).toBeNull();
    story.does(system, elapse, '2026-04-08');
    expect(story.letter.colour).toBe('yellow');
  });

  test('leaves alone what an import brought, also later; silence closes it', () => {
    const old = submitted({ channel: 'import' }, aPolicy(), '2011-01-05');
    expect(old.does(importer, { name: 'accept', department: 'a' }, '2011-03-01')).toEqual(['accepted']);
    expect(old.does(system, elapse, '2026-03-02')).toEqual([]);
    old.does(importer, finalReply(), '2026-03-02');
    expect(old.does(importer, elapse, '2026-03-30')).toEqual(['closed']);
  });

  test('ends with every final state', () => {
    const declined = submitted();
    declined.does(coordinator, { name: 'decline', grounds: 'judicial' }, '2026-03-03');
    const spam = submitted();
    spam.does(coordinator, { name: 'spam', grounds: 'abuse' }, '2026-03-03');
    for (const story of [declined, spam]) {
      expect(nextBoundary(story.letter, story.policy)).toBeNull();
      expect(story.does(system, elapse, '2026-12-31')).toEqual([]);
    }
  });
});

describe('time never goes back within a letter', () => {
  test('an act with a clock that is behind counts as of the last event', () => {
    const story = accepted();
    story.does(coordinator, { name: 'note' }, '2026-03-02 08:00');
    expect(story.events.at(-1)!.at).toBe(at('2026-03-03'));
  });

  test('a refused command moves nothing, not even time', () => {
    const { letter, policy } = accepted();
    const refused = decide(
      letter,
      { name: 'withhold', grounds: 'privacy' },
      officer,
      at('2026-12-31'),
      policy,
    );
    expect(refused).toEqual({ ok: false, reason: 'forbidden' });
  });

  test('the next boundary says when to look again', () => {
    expect(nextBoundary(accepted().letter, aPolicy())).toMatchObject({ at: at('2026-03-15 00:00') });
    expect(nextBoundary(replied().letter, aPolicy())).toMatchObject({ at: at('2026-03-20 00:00') });
  });
});
