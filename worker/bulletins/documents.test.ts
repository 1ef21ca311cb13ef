import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { BulletinTable } from '../../contract/bulletins.ts';
import { shortened } from './bulletin.view.ts';
import { toPage } from './bulletin-page.view.ts';
import { toCsv } from './csv.ts';
import type { BulletinDocument } from './document.ts';
import { toWord } from './word.ts';
import { toWorkbook } from './workbook.ts';

const hostile = '=HYPERLINK("x")<script>&amp;]]>\u0001\u202e\ud800局';
const columns: BulletinTable['columns'] = [
  { name: '单位', as: 'text' },
  { name: '收到', as: 'count' },
  { name: '答复率', as: 'rate' },
  { name: '平均用时', as: 'days' },
];
const table = (rows: BulletinTable['rows']): BulletinTable => ({
  ...{ kind: 'table', id: 'tenants', title: '办理情况', note: null, columns, totalled: false },
  rows,
});
const documentOf = (rows: BulletinTable['rows']): BulletinDocument => ({
  ...{
    label: '〔2026〕第1期',
    title: hostile,
    recipients: hostile,
    issuer: hostile,
    dated: '2026年11月22日',
  },
  blocks: [{ kind: 'paragraph', text: hostile }, table(rows)],
});

const partsOf = (bytes: ArrayBuffer | Uint8Array): string[] =>
  Object.values(unzipSync(new Uint8Array(bytes))).map((part) => strFromU8(part));

/** Well-formed for what these files are made of: every tag is closed, in order, and nothing stands bare. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, end, name, rest] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"]|"[^<"]*")*)>/g)) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!rest!.endsWith('/')) open.push(name!);
  }
  const bare = xml.replace(/<[^<>]*>/g, '').replace(/&(#\d+|#x[\da-f]+|lt|gt|amp|quot|apos);/gi, '');
  // eslint-disable-next-line no-control-regex -- these are what XML can't hold
  return open.length === 0 && !/[<&\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(bare);
}

it('a hostile name stays text in every form, and every part is well-formed', async () => {
  const document = documentOf([
    [hostile, 3, 0.5, 4.25],
    ['市人社局', 0, null, null],
  ]);
  for (const part of [...partsOf(toWorkbook(document)), ...partsOf(await toWord(document))]) {
    expect(isWellFormed(part), part.slice(0, 400)).toBe(true);
    expect(part).not.toContain('<script>');
    expect(part).not.toContain('<f>');
  }
  const page = String(await toPage({ ...document, correctedBy: null, files: [] }));
  expect(page).not.toContain('<script>');
  expect(toCsv(document, 'tenants').split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
});

it('rates are percentages for people and numbers for programs; nothing to divide by is a dash', () => {
  const document = documentOf([
    ['甲', 12, 5 / 12, 4.25],
    ['乙', 0, null, null],
  ]);
  expect(toCsv(document, 'tenants')).toContain('甲,12,0.4166666666666667,4.25\r\n乙,0,—,—\r\n');
  const sheet = partsOf(toWorkbook(document)).find((part) => part.includes('甲'))!;
  expect(sheet).toContain('<v>0.4166666666666667</v>');
});

it('of a long table page and .docx show the first rows and say where the others are; .csv and .xlsx have all', () => {
  const rows = Array.from({ length: 1200 }, (_, at) => [`第${at}单位`, at, null, null]);
  const document = documentOf(rows);
  const [, short] = shortened(document.blocks, 500);
  expect(short).toMatchObject({ note: '共1200行，这里只列前500行，其余见电子表格（.xlsx、.csv）。' });
  expect((short as BulletinTable).rows).toHaveLength(500);
  expect(toCsv(document, 'tenants')).toContain('第1199单位');
  expect(partsOf(toWorkbook(document)).some((part) => part.includes('第1199单位'))).toBe(true);
});
