import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table keeps its commas, quotes and line breaks, and begins with the mark that spreadsheets look for', () => {
  expect(
    toCsv([
      ['单位', '逾期'],
      ['京山, "市"', 3],
      ['甲\n乙', null],
    ]),
  ).toBe('\ufeff单位,逾期\r\n"京山, ""市""",3\r\n"甲\n乙",\r\n');
});

test('no text is taken for a formula, and no number for a text', () => {
  expect(toCsv([['=HYPERLINK("x")', '+1', '@a', '-b', -1]])).toBe(
    `\ufeff"'=HYPERLINK(""x"")",'+1,'@a,'-b,-1\r\n`,
  );
});
