import { expect, test } from 'vitest';
import { tidyNumber } from '../../contract/typed-number.ts';
import { tidyAccessKey } from './access-key.ts';

test.each([
  ['7kq4-m2xd 9rtb', '7KQ4M2XD9RTB'],
  ['OoIiLl', '001111'],
  [' ７ＫＱ４－Ｍ２ＸＤ ', '7KQ4M2XD'],
])('the access key %s is sent as %s', (typed, sent) => {
  expect(tidyAccessKey(typed)).toBe(sent);
});

test.each([
  ['JM-2026-000123', 'JM-2026-000123'],
  ['jm 2026 000123', 'JM-2026-000123'],
  ['ｊｍ２０２６０００１２３', 'JM-2026-000123'],
  [' H2O-2026-000001 ', 'H2O-2026-000001'],
  ['what is this', 'WHAT IS THIS'],
])('the number %s is sent as %s', (typed, sent) => {
  expect(tidyNumber(typed)).toBe(sent);
});
