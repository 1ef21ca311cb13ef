import { expect, test } from 'vitest';
import { tidyNumber } from './typed-number.ts';

test.each([
  ['JM-2026-000123', 'JM-2026-000123'],
  [' jm 2026 000123 ', 'JM-2026-000123'],
  ['ｊｍ－２０２６－０００１２３', 'JM-2026-000123'],
  ['jm2026000123', 'JM-2026-000123'],
  ['JM20261234567', 'JM-2026-1234567'],
  ['wrk13g202026000001', 'WRK13G20-2026-000001'],
  ['WH20-2026-000001', 'WH20-2026-000001'],
  ['not a number', 'NOT A NUMBER'],
])('%s is meant as %s', (typed, number) => {
  expect(tidyNumber(typed)).toBe(number);
});
