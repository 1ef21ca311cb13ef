import { describe, expect, test } from 'vitest';
import { DECLINE_GROUNDS } from '../../contract/vocabulary.ts';
import {
  accepted,
  aPolicy,
  at,
  central,
  coordinator,
  finalReply,
  importer,
  officer,
  officerB,
  reopened,
  replied,
  Story,
  submitted,
  writer,
} from '../test/story.ts';

const submit = {
  name: 'submit',
  kind: 'inquiry',
  department: 'a',
  consent: true,
  channel: 'widget',
} as const;

describe('submit', () => {
  test('starts both clocks on the day of receipt, by the rules in force', () => {
    const { letter } = submitted({ kind: 'report' }, aPolicy({ version: 7 }));
    expect(letter).toMatchObject({
      status: 'submitted',
      seq: 1,
      round: 1,
      ruleVersion: 7,
      receivedAt: at('2026-03-02'),
    });
    expect(letter).toMatchObject({
      contested: false,
      objected: false,
      forced: false,
      extended: false,
      erased: false,
    });
    expect(letter.acceptBy.day).toBe('2026-03-03');
    expect(letter.clock).toMatchObject({ unit: 'working', budget: 15, due: { day: '2026-03-23' } });
  });

  test('refuses a department the tenant doesn’t have, and allows none', () => {
    expect(new Story(aPolicy()).refuses(writer, { ...submit, department: 'x' }, '2026-03-02')).toBe(
      'unknown_department',
    );
    expect(submitted({ department: null }).letter).toMatchObject({ department: null, namedDepartment: null });
  });

  test('an officer registers for any department; the centre doesn’t', () => {
    const story = new Story(aPolicy());
    expect(story.refuses(central, submit, '2026-03-02')).toBe('forbidden');
    story.does(officer, { ...submit, department: 'b', channel: 'counter' }, '2026-03-02');
    expect(story.events[0]).toMatchObject({ role: 'officer', actor: 'officer-a', channel: 'counter' });
  });

  test('what an import brings is marked as such', () => {
    const story = new Story(aPolicy());
    story.does(importer, submit, '2011-01-05');
    expect(story.letter.channel).toBe('import');
  });

  test('happens once, and before anything else', () => {
    expect(submitted().refuses(writer, submit, '2026-03-02')).toBe('wrong_status');
    expect(new Story(aPolicy()).refuses(coordinator, { name: 'note' }, '2026-03-02')).toBe('wrong_status');
  });
});

describe('accept', () => {
  const accept = (department: string) => ({ name: 'accept', department }) as const;

  test('names the department and leaves the clock alone', () => {
    const story = submitted();
    const { clock } = story.letter;
    expect(story.does(officer, accept('a'), '2026-03-03')).toEqual(['accepted']);
    expect(story.letter).toMatchObject({
      status: 'accepted',
      department: 'a',
      acceptedAt: at('2026-03-03'),
      clock,
    });
  });

  test('an officer accepts what is named for or routed to their departments, into these', () => {
    expect(submitted().refuses(officerB, accept('b'), '2026-03-03')).toBe('not_yours');
    expect(submitted().refuses(officer, accept('b'), '2026-03-03')).toBe('not_yours');
    expect(submitted({ department: null }).refuses(officer, accept('a'), '2026-03-03')).toBe('not_yours');
    const routed = submitted();
    routed.does(coordinator, { name: 'assign', department: 'b' }, '2026-03-02');
    expect(routed.does(officerB, accept('b'), '2026-03-03')).toEqual(['accepted']);
  });

  test('a coordinator accepts into any department of the tenant', () => {
    expect(submitted({ department: null }).does(coordinator, accept('d'), '2026-03-03')).toEqual([
      'accepted',
    ]);
    expect(submitted().refuses(coordinator, accept('x'), '2026-03-03')).toBe('unknown_department');
  });

  test('happens once', () => {
    expect(accepted().refuses(coordinator, accept('b'), '2026-03-04')).toBe('already_accepted');
    expect(replied().refuses(coordinator, accept('b'), '2026-03-05')).toBe('already_accepted');
  });

  test('settles an objection', () => {
    const story = submitted();
    story.does(officer, { name: 'object' }, '2026-03-02');
    story.does(coordinator, accept('b'), '2026-03-03');
    expect(story.letter.objected).toBe(false);
  });
});

describe('decline', () => {
  test.each(DECLINE_GROUNDS.filter((grounds) => grounds !== 'unclear'))('a new letter as %s', (grounds) => {
    const story = submitted();
    story.does(coordinator, { name: 'decline', grounds }, '2026-03-04');
    expect(story.events.at(-1)).toMatchObject({ kind: 'declined', grounds, days: 2 });
    expect(story.letter).toMatchObject({
      status: 'declined',
      closedAt: at('2026-03-04'),
      firstResponseAt: at('2026-03-04'),
    });
  });

  test('as unclear only after the writer was asked', () => {
    const unclear = { name: 'decline', grounds: 'unclear' } as const;
    expect(submitted().refuses(coordinator, unclear, '2026-03-03')).toBe('ask_first');
    const story = accepted();
    expect(story.refuses(coordinator, unclear, '2026-03-03')).toBe('ask_first');
    story.does(officer, { name: 'request-info' }, '2026-03-03');
    expect(story.refuses(coordinator, unclear, '2026-03-04')).toBe('wrong_status');
    story.does(writer, { name: 'supplement' }, '2026-03-05');
    expect(story.does(coordinator, unclear, '2026-03-06')).toEqual(['declined']);
  });

  test('not for other grounds once accepted, never after a final reply', () => {
    const decline = { name: 'decline', grounds: 'not-competent' } as const;
    expect(accepted().refuses(coordinator, decline, '2026-03-04')).toBe('already_accepted');
    expect(replied().refuses(coordinator, decline, '2026-03-05')).toBe('already_replied');
    expect(reopened().refuses(coordinator, { ...decline, grounds: 'unclear' }, '2026-03-06')).toBe(
      'already_replied',
    );
  });
});

describe('spam', () => {
  const spam = { name: 'spam', grounds: 'advertising' } as const;

  test('is possible until the final reply', () => {
    expect(submitted().does(coordinator, spam, '2026-03-02')).toEqual(['marked_spam']);
    const waiting = accepted();
    waiting.does(officer, { name: 'request-info' }, '2026-03-03');
    waiting.does(coordinator, spam, '2026-03-04');
    expect(waiting.letter).toMatchObject({ status: 'spam', waitUntil: null });
  });

  test('cannot make an answered letter disappear', () => {
    expect(replied().refuses(coordinator, spam, '2026-03-05')).toBe('already_replied');
    expect(reopened().refuses(coordinator, spam, '2026-03-06')).toBe('already_replied');
  });

  test('ends everything but records', () => {
    const story = submitted();
    story.does(coordinator, spam, '2026-03-02');
    expect(story.refuses(coordinator, finalReply(), '2026-03-03')).toBe('wrong_status');
    expect(story.refuses(coordinator, { name: 'accept', department: 'a' }, '2026-03-03')).toBe(
      'wrong_status',
    );
    expect(story.does(coordinator, { name: 'note' }, '2026-05-03')).toEqual(['noted']);
  });
});
