import { expect, test } from 'vitest';
import { defaultRules, ruleBounds } from '../../core/default-rules.ts';
import { RULE_LINES, changeOf, defaultOf, labelOf, unitOf } from './rule-list.ts';

test('every rule that has bounds stands in the list, each part of it once', () => {
  const listed = new Set<string>(RULE_LINES.map(({ rule }) => rule));
  expect([...listed].sort()).toEqual(Object.keys(ruleBounds).sort());
  expect(new Set(RULE_LINES.map(({ path }) => path)).size).toBe(RULE_LINES.length);
  expect(RULE_LINES.map(defaultOf).every((days) => days > 0)).toBe(true);
});

test('each has a name and a unit, and no two the same name', () => {
  const labels = RULE_LINES.map(labelOf);
  expect(labels.every(Boolean) && RULE_LINES.every(({ rule }) => unitOf(rule))).toBe(true);
  expect(new Set(labels).size).toBe(labels.length);
});

test('only what differs is sent, parts beside each other', () => {
  const wanted = new Map(RULE_LINES.map((line) => [line.path, defaultOf(line)]));
  expect(changeOf(defaultRules, wanted)).toEqual({});
  wanted.set('acceptDays', 2).set('replyDays.inquiry', 3).set('replyDays.report', 20);
  expect(changeOf(defaultRules, wanted)).toEqual({ acceptDays: 2, replyDays: { inquiry: 3, report: 20 } });
});
