import { expect, test } from 'vitest';
import { defaultRules } from './default-rules.ts';
import { faultsOfRules, narrowBounds, widestBounds } from './rule-bounds.ts';

test('the defaults have no fault', () => {
  expect(faultsOfRules(defaultRules, widestBounds)).toEqual([]);
});

test('each centre narrows what stands above it and widens nothing', () => {
  const bounds = narrowBounds([{ replyDays: [1, 15] }, { replyDays: [3, 40], acceptDays: [1, 2] }]);
  expect(bounds.replyDays).toEqual([3, 15]);
  expect(bounds.acceptDays).toEqual([1, 2]);
  expect(bounds.silenceDays).toEqual(widestBounds.silenceDays);
});

test('a centre above that narrows later leaves no empty bounds below', () => {
  expect(narrowBounds([{ replyDays: [1, 5] }, { replyDays: [7, 15] }]).replyDays).toEqual([5, 5]);
});

test('names each rule that leaves its bounds, by kind and colour', () => {
  const rules = {
    ...defaultRules,
    acceptDays: 9,
    replyDays: { ...defaultRules.replyDays, help: 0 },
    escalationDays: { yellow: 5, red: 5, demand: 61 },
  };
  expect(faultsOfRules(rules, widestBounds).map(({ path, code }) => `${path} ${code}`)).toEqual([
    'acceptDays out_of_bounds',
    'replyDays.help out_of_bounds',
    'escalationDays.demand out_of_bounds',
    'escalationDays out_of_order',
  ]);
});
