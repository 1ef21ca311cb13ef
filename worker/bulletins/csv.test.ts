import { expect, it } from 'vitest';
import { csvCell, toCsv } from './csv.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['市人社局', '市人社局'],
  ['甲,乙', '"甲,乙"'],
  ['甲"乙', '"甲""乙"'],
])('a text that a spreadsheet would compute stays a text: %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

it('a number is a number, and nothing is a dash', () => {
  expect([csvCell(-1), csvCell(0.4105), csvCell(null)]).toEqual(['-1', '0.4105', '—']);
});

it('every title of the whole file is a cell like any other', () => {
  const document = {
    label: '〔2026〕第1期',
    title: '=1+1,x',
    recipients: null,
    issuer: null,
    dated: '',
    blocks: [],
  };
  expect(toCsv(document, null)).toContain('"\'=1+1,x"\r\n');
});
