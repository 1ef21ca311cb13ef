import { describe, expect, test } from 'vitest';
import {
  accepted,
  aPolicy,
  at,
  coordinator,
  finalReply,
  importer,
  interimReply,
  officer,
  officerB,
  rating,
  reopened,
  replied,
  submitted,
  writer,
} from '../test/story.ts';

describe('an interim reply', () => {
  test('answers first without ending the round', () => {
    const story = accepted();
    expect(story.does(officer, interimReply, '2026-03-04')).toEqual(['replied']);
    expect(story.letter).toMatchObject({
      status: 'accepted',
      firstResponseAt: at('2026-03-04'),
      finalReplyAt: null,
    });
  });

  test('claims no outcome', () => {
    const story = accepted();
    story.does(officer, { ...interimReply, outcome: 'resolved', promisedFor: '2026-04-01' }, '2026-03-04');
    expect(story.events.at(-1)).toMatchObject({
      type: 'interim',
      outcome: null,
      promisedFor: null,
      promiseBefore: null,
    });
    expect(story.letter.outcome).toBeNull();
  });
});

describe('a final reply', () => {
  test('carries an outcome and the working days it took', () => {
    const story = accepted();
    expect(story.refuses(officer, finalReply(null), '2026-03-04')).toBe('outcome_missing');
    story.does(officer, finalReply('resolved'), '2026-03-09');
    expect(story.events.at(-1)).toMatchObject({
      kind: 'replied',
      outcome: 'resolved',
      days: 5,
      author: null,
      merged: false,
    });
    expect(story.letter).toMatchObject({
      status: 'replied',
      outcome: 'resolved',
      finalReplyAt: at('2026-03-09'),
    });
  });

  test('with a promise needs a day after today', () => {
    const story = accepted();
    expect(story.refuses(officer, finalReply('promised'), '2026-03-04')).toBe('promise_date_missing');
    expect(story.refuses(officer, finalReply('promised', '2026-03-04'), '2026-03-04')).toBe(
      'promise_date_past',
    );
    story.does(officer, finalReply('promised', '2026-03-05'), '2026-03-04');
    expect(story.letter.promise).toEqual({ for: '2026-03-05', done: false });
    expect(story.events.at(-1)).toMatchObject({ promiseBefore: at('2026-03-06 00:00') });
  });

  test('without a promise has no date', () => {
    const story = replied(finalReply('refused', '2026-04-01'));
    expect(story.events.at(-1)).toMatchObject({ outcome: 'refused', promisedFor: null });
    expect(story.letter.promise).toBeNull();
  });

  test('of a file may promise without a date', () => {
    const story = submitted({ channel: 'import' });
    story.does(importer, { name: 'accept', department: 'a' }, '2026-03-03');
    story.does(importer, finalReply('promised'), '2026-03-04');
    expect(story.letter).toMatchObject({ outcome: 'promised', promise: null });
  });

  test('while waiting for the writer makes the clock run first', () => {
    const story = accepted();
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    expect(story.does(officer, finalReply(), '2026-03-06')).toEqual(['resumed', 'replied']);
    expect(story.letter).toMatchObject({ status: 'replied', waitUntil: null, clock: { stoppedOn: null } });
  });

  test('needs an accepted letter and comes once a round', () => {
    expect(submitted().refuses(officer, finalReply(), '2026-03-02')).toBe('wrong_status');
    expect(replied().refuses(officer, finalReply(), '2026-03-05')).toBe('already_replied');
    const again = reopened();
    again.does(officer, finalReply('resolved'), '2026-03-10');
    expect(again.letter).toMatchObject({
      round: 2,
      status: 'replied',
      outcome: 'resolved',
      firstFinalReplyAt: at('2026-03-04'),
    });
  });
});

describe('with review', () => {
  const signOff = aPolicy({ signOff: true });

  test('an officer’s reply waits; the clock doesn’t', () => {
    const story = accepted({}, signOff);
    const { clock } = story.letter;
    expect(story.does(officer, finalReply('resolved'), '2026-03-04')).toEqual(['drafted']);
    expect(story.letter).toMatchObject({ status: 'accepted', firstResponseAt: null, clock });
    expect(story.letter.draft).toMatchObject({ author: 'officer-a', type: 'final', outcome: 'resolved' });
    expect(story.refuses(officer, interimReply, '2026-03-05')).toBe('reply_pending');
  });

  test('a second member lets it go out, and its author is kept', () => {
    const story = accepted({}, signOff);
    story.does(officer, finalReply('resolved'), '2026-03-04');
    expect(story.does(coordinator, { name: 'approve' }, '2026-03-05')).toEqual(['replied']);
    expect(story.events.at(-1)).toMatchObject({
      role: 'coordinator',
      actor: 'coordinator',
      author: 'officer-a',
    });
    expect(story.letter).toMatchObject({ status: 'replied', draft: null, finalReplyAt: at('2026-03-05') });
  });

  test('what the check found stands with the draft, and anew with what goes out', () => {
    const story = accepted({}, signOff);
    const personal = { flags: ['personal-data'], personalData: 'own' } as const;
    story.does(officer, { ...finalReply('resolved'), ...personal }, '2026-03-04');
    expect(story.events.at(-1)).toMatchObject({ kind: 'drafted', ...personal });
    story.does(coordinator, { name: 'approve', flags: ['near-copy'] }, '2026-03-05');
    expect(story.events.at(-1)).toMatchObject({ kind: 'replied', flags: ['near-copy'] });
    expect(story.events.at(-1)).not.toHaveProperty('personalData');
  });

  test('where it found nothing, the event says nothing', () => {
    const story = accepted();
    story.does(officer, { ...finalReply(), flags: [] }, '2026-03-04');
    expect(story.events.at(-1)).not.toHaveProperty('flags');
  });

  test('nobody approves their own draft', () => {
    const story = accepted({}, signOff);
    story.does(officer, finalReply(), '2026-03-04');
    expect(story.refuses({ ...coordinator, id: officer.id }, { name: 'approve' }, '2026-03-05')).toBe(
      'own_draft',
    );
    expect(story.refuses(officer, { name: 'approve' }, '2026-03-05')).toBe('forbidden');
  });

  test('a promise whose day came while it waited cannot be approved', () => {
    const story = accepted({}, signOff);
    story.does(officer, finalReply('promised', '2026-03-05'), '2026-03-04');
    expect(story.refuses(coordinator, { name: 'approve' }, '2026-03-05')).toBe('promise_date_past');
  });

  test('a returned draft makes room for another', () => {
    const story = accepted({}, signOff);
    story.does(officer, finalReply(), '2026-03-04');
    expect(story.does(coordinator, { name: 'return' }, '2026-03-05')).toEqual(['returned']);
    expect(story.does(officer, interimReply, '2026-03-05')).toEqual(['drafted']);
  });

  test('there is nothing to approve or return without a draft', () => {
    for (const story of [accepted({}, signOff), submitted({}, signOff)])
      for (const name of ['approve', 'return'] as const)
        expect(story.refuses(coordinator, { name }, '2026-03-04')).toBe('no_draft');
  });

  test('a coordinator’s reply goes out directly', () => {
    expect(accepted({}, signOff).does(coordinator, finalReply(), '2026-03-04')).toEqual(['replied']);
  });

  test('a draft while waiting for the writer makes the clock run', () => {
    const story = accepted({}, signOff);
    story.does(officer, { name: 'request-info' }, '2026-03-03');
    expect(story.does(officer, finalReply(), '2026-03-04')).toEqual(['resumed', 'drafted']);
  });

  test('a withdrawn letter keeps no draft', () => {
    const story = accepted({}, signOff);
    story.does(officer, finalReply(), '2026-03-04');
    story.does(writer, { name: 'withdraw' }, '2026-03-05');
    expect(story.letter.draft).toBeNull();
  });
});

describe('a follow-up', () => {
  const followUp = (done: boolean) => ({ name: 'follow-up', done }) as const;

  test('keeps a promise on the list until it is done', () => {
    const story = replied(finalReply('promised', '2026-06-30'));
    story.does(officer, followUp(false), '2026-04-01');
    expect(story.letter).toMatchObject({ status: 'closed', promise: { done: false } });
    story.does(officer, followUp(true), '2026-06-01');
    expect(story.letter.promise).toEqual({ for: '2026-06-30', done: true });
    expect(story.refuses(officer, followUp(true), '2026-06-02')).toBe('no_promise');
  });

  test('needs a promise, and the holder', () => {
    expect(replied().refuses(officer, followUp(true), '2026-03-05')).toBe('no_promise');
    expect(submitted().refuses(officer, followUp(true), '2026-03-02')).toBe('no_promise');
    const promised = replied(finalReply('promised', '2026-06-30'));
    expect(promised.refuses(officerB, followUp(true), '2026-03-05')).toBe('not_yours');
  });

  test('isn’t asked for any more when a later reply replaced the promise', () => {
    const story = replied(finalReply('promised', '2026-06-30'));
    story.does(writer, rating(1, 'no'), '2026-03-05');
    expect(story.refuses(officer, followUp(false), '2026-03-06')).toBeNull();
    story.does(officer, finalReply('resolved'), '2026-03-09');
    expect(story.letter.promise).toBeNull();
  });
});
