import { expect, test } from 'vitest';
import { ledger } from './clock.ledger.ts';
import {
  accepted,
  at,
  coordinator,
  finalReply,
  officer,
  officerB,
  reopened,
  system,
  writer,
} from './test/story.ts';

test('has an entry for everything that touched the clock, with the date that resulted', () => {
  const story = accepted();
  story.does(officer, { name: 'request-info' }, '2026-03-04');
  story.does(writer, { name: 'supplement' }, '2026-03-06');
  story.does(writer, { name: 'supplement' }, '2026-03-06');
  story.does(officer, { name: 'transfer', department: 'b', tenant: null }, '2026-03-09');
  story.does(officerB, { name: 'extend', days: 5 }, '2026-03-10');
  const entries = ledger(story.events).map(({ entry, role, due, department }) => [
    entry,
    role,
    due?.day,
    department,
  ]);
  expect(entries).toEqual([
    ['start', 'writer', '2026-03-09', 'a'],
    ['stop', 'officer', undefined, 'a'],
    ['resume', 'writer', '2026-03-11', 'a'],
    ['transfer', 'officer', '2026-03-11', 'b'],
    ['extend', 'officer', '2026-03-18', 'b'],
  ]);
});

test('shows that time itself resumed the clock, at the boundary', () => {
  const story = accepted();
  story.does(officer, { name: 'request-info' }, '2026-03-04');
  story.does(officer, finalReply(), '2026-03-25');
  const resumed = ledger(story.events).find(({ entry }) => entry === 'resume');
  expect(resumed).toMatchObject({ role: 'system', actor: null, at: at('2026-03-19 00:00') });
});

test('shows the reopened round', () => {
  expect(ledger(reopened().events).at(-1)).toMatchObject({
    entry: 'reopen',
    role: 'writer',
    due: { day: '2026-03-20' },
  });
});

test('shows routing, and that it moves no date', () => {
  const story = accepted();
  story.does(coordinator, { name: 'assign', department: 'c' }, '2026-03-04');
  story.does(system, { name: 'elapse' }, '2026-03-05');
  expect(ledger(story.events).at(-1)).toMatchObject({
    entry: 'transfer',
    department: 'c',
    due: { day: '2026-03-09' },
  });
});
