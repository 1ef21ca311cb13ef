import { expect, test } from 'vitest';
import { isTooCommon } from './password.rules.ts';

test.each([
  ['123456789012'],
  ['password1234'],
  ['Password@123456'],
  ['qwertyuiop123'],
  ['aaaaaaaaaaaa'],
  ['woaini5201314'],
  ['1qaz2wsx3edc'],
  ['admin12345678'],
  ['abcdefghijkl'],
  ['987654321000'],
  ['ａｄｍｉｎ12345678'],
])('%s is tried first by whoever guesses', (password) => {
  expect(isTooCommon(password)).toBe(true);
});

test('one’s own name or address is no secret', () => {
  const own = ['王小梅', 'wangxiaomei@example.test'];
  expect(isTooCommon('wangxiaomei2026', own)).toBe(true);
  expect(isTooCommon('王小梅王小梅王小梅王小梅', own)).toBe(true);
  expect(isTooCommon('wangxiaomei2026', ['别人'])).toBe(false);
});

test.each([
  ['correct horse battery'],
  ['山高月小水落石出清风徐来'],
  ['k7Rw-px2Q-mm9T'],
  ['huixin-on-a-rainy-day'],
])('%s may be taken', (password) => {
  expect(isTooCommon(password)).toBe(false);
});
