/** The self-check and the annual form as .xlsx, set as the tables of a bulletin are. What writes it is large, and loaded when it is wanted. */
import { strToU8, zipSync } from 'fflate';
import type { BulletinCell, BulletinColumn } from '../../contract/bulletins.ts';
import type { Annual, AnnualTable, Inspection } from '../../contract/inspection.ts';
import { annualWords, inspectionWords } from '../../core/index.ts';
import { lengthOf } from '../bulletins/document.ts';
import { row, tableSheet, textCell } from '../bulletins/workbook.ts';
import { partsOf, STYLE, type Sheet } from '../bulletins/workbook-parts.ts';

interface Form {
  title: string;
  tab: string;
  note: string;
  columns: BulletinColumn[];
  rows: BulletinCell[][];
}

const column = (name: string, as: BulletinColumn['as'] = 'text'): BulletinColumn => ({ name, as });

const figures = ({ title, tab, ...table }: Form): Sheet =>
  tableSheet({ ...table, totalled: false }, title, tab);

/** In digits: item, kind, result, evidence, remark. */
const checkWidths = [34, 10, 9, 44, 36];
/** As many lines as the longest text of a row takes; wrapped text has no height of its own in a file. */
const heightOf = (cells: readonly string[]): number =>
  Math.max(...cells.map((cell, at) => Math.ceil((lengthOf(cell) * 2) / (checkWidths[at]! - 3)))) * 15 + 8;

interface Sentences extends Pick<Form, 'title' | 'tab' | 'note'> {
  heads: readonly string[];
  rows: string[][];
}

/** A table of sentences, which are wrapped so that it can be printed. */
function sentences({ title, tab, note, heads, rows }: Sentences): Sheet {
  const wide = checkWidths.reduce((sum, width) => sum + width, 0);
  const lines = [
    row(1, [textCell(0, 1, title, STYLE.title)], 30),
    row(2, [textCell(0, 2, note, STYLE.note)], Math.ceil((lengthOf(note) * 2) / (wide - 8)) * 15 + 8),
    row(
      3,
      heads.map((head, at) => textCell(at, 3, head, STYLE.head)),
      26,
    ),
    ...rows.map((cells, line) =>
      row(
        line + 4,
        cells.map((cell, at) => textCell(at, line + 4, cell, STYLE.cell.text)),
        heightOf(cells),
      ),
    ),
  ];
  return { tab, widths: checkWidths, rows: lines.join(''), heads: 3, merges: ['A1:E1', 'A2:E2'] };
}
function toWorkbook(title: string, sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(partsOf(title, sheets));
  return zipSync(Object.fromEntries(parts.map(([path, part]) => [path, strToU8(part)])), { level: 6 });
}

// Official forms are in Chinese, whatever the language of who fetches them.
const annual = annualWords('zh-CN');
const check = inspectionWords('zh-CN');
const lines = Object.keys(annual.lines) as (keyof typeof annual.lines)[];
const nameOf = (line: (typeof lines)[number]) => {
  const [name, unit] = annual.lines[line];
  return `${name}（${unit}）`;
};
const dayOf = (time: string | null) => (time === null ? '—' : time.slice(0, 10));
const kindOf = (line: (typeof lines)[number]) => (line === 'meanDays' ? 'days' : 'count');

export function annualWorkbook(form: Annual): Uint8Array<ArrayBuffer> {
  const title = annual.title(form.year);
  // A mean has a decimal, the counts beside it have none: it goes as it is read.
  const figureOf = (line: (typeof lines)[number]) =>
    line === 'meanDays' ? (form.meanDays?.toFixed(1) ?? null) : form[line];
  return toWorkbook(title, [
    figures({
      ...{ title: `${form.name}${title}`, tab: '年度报表', note: annual.asOf(dayOf(form.asOf)) },
      columns: [column(annual.line), column(annual.figure, 'count'), column(annual.definition)],
      rows: lines.map((line) => [nameOf(line), figureOf(line), annual.lines[line][2]]),
    }),
  ]);
}

export function annualTableWorkbook(table: AnnualTable): Uint8Array<ArrayBuffer> {
  const title = annual.title(table.year);
  return toWorkbook(title, [
    figures({
      ...{ title, tab: '年度报表', note: annual.asOf(dayOf(table.asOf)) },
      columns: [column(annual.tenant), ...lines.map((line) => column(nameOf(line), kindOf(line)))],
      rows: table.items.map((item) => [item.name, ...lines.map((line) => item[line])]),
    }),
    figures({
      ...{ title: annual.definition, tab: annual.definition, note: '' },
      columns: [column(annual.line), column(annual.definition)],
      rows: lines.map((line) => [nameOf(line), annual.lines[line][2]]),
    }),
  ]);
}

export function inspectionWorkbook({ name, year, asOf, items }: Inspection): Uint8Array<ArrayBuffer> {
  const title = check.title(year);
  return toWorkbook(title, [
    sentences({
      ...{ title: `${name}${title}`, tab: '自查表' },
      note: `${check.asOf(dayOf(asOf))}。${check.source}`,
      heads: check.heads,
      rows: items.map(({ title: item, veto, result, evidence, tick, verified }) => [
        item,
        veto ? check.veto : check.points,
        check.results[result === 'open' && tick ? tick.answer : result],
        evidence.join(''),
        [
          ...(tick ? [`${tick.remark}（${tick.byName ?? ''}，${dayOf(tick.at)}）`] : []),
          ...(verified ? [] : [check.unverified]),
        ].join(' '),
      ]),
    }),
  ]);
}
