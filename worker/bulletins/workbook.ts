/**
 * A bulletin as .xlsx (ECMA-376): its text on the first sheet, each table on one of its own, figures as numbers. Written by hand over a
 * zip: no small writer that runs here sets what an official table needs, heads repeated on every printed page, one page wide, numbered.
 */
import { strToU8, zipSync } from 'fflate';
import type { BulletinCell, BulletinColumn, BulletinTable } from '../../contract/bulletins.ts';
import { lengthOf, NOTHING, tableNames, widthOf, type BulletinDocument } from './document.ts';
import { partsOf, STYLE, xml, type Sheet } from './workbook-parts.ts';

/** Tabs are short: a sheet's name holds 31 characters at most. */
const tabs: Record<BulletinTable['id'], string> = {
  tenants: '办理情况',
  rates: '答复率和用时',
  ratings: '群众评价',
  quality: '过程监测',
  replies: '答复质量',
  departments: '承办单位',
  notices: '主动发布',
  ages: '时长和颜色',
  unanswered: '未回应清单',
  definitions: '指标口径',
  rules: '规则版本',
};

export function toWorkbook(document: BulletinDocument): Uint8Array<ArrayBuffer> {
  const names = tableNames(document.blocks);
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const sheets = [
    textSheet(document),
    ...tables.map((table) => tableSheet(table, `${names.get(table)!}　${table.title}`, tabs[table.id])),
  ];
  const parts = Object.entries(partsOf(document.title, sheets));
  return zipSync(Object.fromEntries(parts.map(([path, part]) => [path, strToU8(part)])), { level: 6 });
}

function textSheet({ title, label, recipients, issuer, dated, blocks }: BulletinDocument): Sheet {
  const lines: [text: string, style: number][] = [
    [title, STYLE.title],
    [label, STYLE.centred],
  ];
  if (recipients !== null) lines.push([`${recipients.replace(/[：:]$/, '')}：`, STYLE.prose]);
  for (const block of blocks) {
    if (block.kind === 'heading') lines.push([`　　${block.text}`, STYLE.heading]);
    if (block.kind === 'paragraph') lines.push([`　　${block.text}`, STYLE.prose]);
  }
  if (issuer !== null) lines.push([issuer, STYLE.signed]);
  lines.push([dated, STYLE.signed]);
  const rows = lines.map(([text, style], at) =>
    row(at + 1, [textCell(0, at + 1, text, style)], heightOf(text)),
  );
  return { tab: '通报', widths: [84], rows: rows.join(''), heads: null, merges: [] };
}

/** Wrapped text has no height of its own in a file: 36 characters go on a line of the first sheet. */
const heightOf = (text: string): number => Math.max(1, Math.ceil(lengthOf(text) / 36)) * 17 + 6;

/** A table under its heading; other official forms are set the same way. */
export function tableSheet(
  table: Omit<BulletinTable, 'kind' | 'id' | 'title'>,
  heading: string,
  tab: string,
): Sheet {
  const { note, columns, rows, totalled } = table;
  const last = columnName(columns.length - 1);
  const head = columns.map((column, at) => textCell(at, 3, column.name, STYLE.head));
  const lines = [
    row(1, [textCell(0, 1, heading, STYLE.title)], 30),
    row(2, [textCell(0, 2, note ?? '', STYLE.note)]),
    row(3, head, 32),
    ...rows.map((cells, at) => {
      const sum = totalled && at === rows.length - 1;
      return row(
        at + 4,
        cells.map((cell, column) => valueCell(column, at + 4, columns[column]!, cell, sum)),
      );
    }),
  ];
  return {
    tab,
    widths: widthsOf(table, lengthOf(heading) * 3 + 6),
    rows: lines.join(''),
    heads: 3,
    merges: columns.length > 1 ? [`A1:${last}1`, `A2:${last}2`] : [],
  };
}

/** In digits; a small table is as wide as its title. */
function widthsOf({ columns, rows }: Pick<BulletinTable, 'columns' | 'rows'>, least: number): number[] {
  const widths = columns.map((column, at) => widthOf(column, at, rows) * 2 + 1);
  const sum = widths.reduce((all, one) => all + one, 0);
  return widths.map((one) => one * Math.max(1, least / sum));
}

export const row = (number: number, cells: readonly string[], height?: number): string =>
  `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`;

/** A, B … Z, AA … */
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** A text is a text, whatever it begins with: only `<f>` is a formula. */
export const textCell = (column: number, line: number, text: string, style: number): string =>
  `<c r="${columnName(column)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;

function valueCell(
  at: number,
  line: number,
  { as }: BulletinColumn,
  cell: BulletinCell,
  sum: boolean,
): string {
  const style = (sum ? STYLE.sum : STYLE.cell)[as];
  if (typeof cell === 'number') return `<c r="${columnName(at)}${line}" s="${style}"><v>${cell}</v></c>`;
  const plain = as === 'text' ? style : (sum ? STYLE.sum : STYLE.cell).count;
  return textCell(at, line, cell ?? NOTHING, plain);
}
