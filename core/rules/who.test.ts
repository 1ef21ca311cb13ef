import { describe, expect, test } from 'vitest';
import type { CommandName } from '../letter.ts';
import { allowed } from '../letter.rules.ts';
import {
  accepted,
  aPolicy,
  at,
  central,
  coordinator,
  everybody,
  finalReply,
  importer,
  officer,
  officerB,
  reader,
  reopened,
  replied,
  submitted,
  system,
  writer,
} from '../test/story.ts';
import { mayAct, who } from './who.ts';

const commands = Object.keys(who) as CommandName[];
const grantedTo = (actor: (typeof everybody)[number], letter = accepted().letter) =>
  commands.filter((name) => mayAct(letter, name, actor) === null);

describe('who may ask for what', () => {
  test('the centre for nothing: it supervises', () => {
    expect(grantedTo(central)).toEqual([]);
    for (const name of commands) expect(mayAct(accepted().letter, name, central)).toBe('forbidden');
  });

  test('an officer for what interface.md lists, on letters their departments hold', () => {
    const list = [
      ...[
        'submit',
        'accept',
        'transfer',
        'object',
        'request-info',
        'reply',
        'extend',
        'follow-up',
        'contact',
        'publish',
      ],
      ...['note', 'view-contact', 'view-file', 'new-key'],
    ];
    expect(grantedTo(officer)).toEqual(list);
    expect(grantedTo(officerB)).toEqual([]);
    for (const name of list)
      expect(mayAct(accepted().letter, name as CommandName, officerB)).toBe('not_yours');
    for (const name of list.slice(1))
      expect(mayAct(submitted({ department: null }).letter, name as CommandName, officer)).toBe('not_yours');
  });

  test('a coordinator for every command of the staff, nothing of the writer’s', () => {
    const others = [
      'supplement',
      'withdraw',
      'rate',
      'consent',
      'endorse',
      'verdict',
      'elapse',
      'recompute',
      'succeed',
      'answer-merged',
      'join',
      'part',
    ];
    expect(commands.filter((name) => !grantedTo(coordinator).includes(name))).toEqual(others);
  });

  test('the writer, readers and the clock for their own', () => {
    expect(grantedTo(writer)).toEqual([
      ...['submit', 'erase-contact'],
      ...['supplement', 'withdraw', 'rate', 'consent'],
    ]);
    expect(grantedTo(reader)).toEqual(['endorse', 'verdict']);
    expect(grantedTo(system)).toEqual([
      ...['erase', 'erase-contact'],
      ...['elapse', 'recompute', 'succeed', 'answer-merged', 'join', 'part'],
    ]);
  });

  test('an import for the history of what it brought', () => {
    expect(grantedTo(importer)).toEqual([]);
    const imported = submitted({ channel: 'import' }).letter;
    expect(grantedTo(importer, imported)).toEqual([
      'submit',
      'accept',
      'assign',
      'decline',
      'spam',
      'reply',
      'rate',
      'elapse',
    ]);
  });
});

describe('allowed', () => {
  const policy = aPolicy();
  const may = (story: ReturnType<typeof submitted>, actor = officer, day = '2026-03-06') =>
    allowed(story.letter, actor, at(day), story.policy);

  test('lists what an officer may do with a letter as it stands', () => {
    expect(may(submitted())).toEqual(['accept', 'object', 'note', 'view-contact', 'view-file', 'new-key']);
    expect(may(accepted())).toEqual([
      'transfer',
      'object',
      'request-info',
      'extend',
      'reply',
      'note',
      'view-contact',
      'view-file',
      'new-key',
    ]);
    expect(may(reopened())).toContain('contact');
    expect(may(replied(finalReply('promised', '2026-06-30')))).toContain('follow-up');
    expect(may(submitted(), officerB)).toEqual([]);
    expect(may(submitted(), central)).toEqual([]);
  });

  test('lists what the writer may do', () => {
    expect(may(accepted(), writer)).toEqual(['supplement', 'withdraw', 'consent', 'erase-contact']);
    expect(may(replied(), writer)).toEqual(['rate', 'consent', 'erase-contact']);
    expect(may(replied(), writer, '2026-03-20')).toEqual(['consent', 'erase-contact']);
  });

  test('offers the coordinator an approval only where there is a draft of somebody else', () => {
    const story = accepted({}, aPolicy({ signOff: true }));
    expect(may(story, coordinator)).not.toContain('approve');
    story.does(officer, finalReply(), '2026-03-04');
    expect(may(story, coordinator)).toContain('approve');
    expect(may(story, { ...coordinator, id: officer.id })).not.toContain('approve');
  });

  test('offers to decline as unclear after the writer was asked', () => {
    const story = accepted();
    expect(may(story, coordinator)).not.toContain('decline');
    story.does(officer, { name: 'request-info' }, '2026-03-04');
    story.does(writer, { name: 'supplement' }, '2026-03-05');
    expect(may(story, coordinator)).toContain('decline');
  });

  test('counts what time has done meanwhile', () => {
    expect(may(accepted(), officer, '2026-03-10')).not.toContain('extend');
    expect(allowed(accepted().letter, officer, at('2026-03-01'), policy)).toContain('extend');
  });
});
