import { expect, test } from 'vitest';
import { KINDS } from '../contract/vocabulary.ts';
import { defaultRules, ruleBounds } from './default-rules.ts';

test('the defaults lie within the bounds', () => {
  for (const [rule, [min, max]] of Object.entries(ruleBounds)) {
    const value = defaultRules[rule as keyof typeof ruleBounds];
    for (const days of typeof value === 'number' ? [value] : Object.values(value)) {
      expect([rule, days >= min && days <= max]).toEqual([rule, true]);
    }
  }
});

test('every kind of letter has a deadline, and the colours come in order', () => {
  expect(Object.keys(defaultRules.replyDays).sort()).toEqual([...KINDS].sort());
  const { yellow, red, demand } = defaultRules.escalationDays;
  expect([yellow, red, demand]).toEqual([yellow, red, demand].toSorted((one, other) => one - other));
});
