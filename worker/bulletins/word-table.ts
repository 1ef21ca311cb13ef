/** A table of a bulletin in a .docx. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { BulletinColumn, BulletinTable } from '../../contract/bulletins.ts';
import { cellText, widthOf } from './document.ts';
import { run, type FACES } from './word-fonts.ts';

/** A character of the cells' face, in twentieths of a point. */
const character = 210;

/** @param most the widest it may be, in twentieths of a point; a small table takes what it needs and some air */
export function tableOf({ columns, rows, totalled }: BulletinTable, most: number): Table {
  const wanted = columns.map((column, at) => widthOf(column, at, rows));
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const width = Math.min(most, Math.max(all * character * 1.4, most / 2));
  const widths = wanted.map((one) => Math.floor((one / all) * width));
  const cells = (
    texts: readonly string[],
    face: keyof typeof FACES,
    align: (column: BulletinColumn) => Align,
  ) => texts.map((text, at) => cell(text, face, align(columns[at]!), widths[at]!));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells(
      columns.map(({ name }) => name),
      'head',
      () => AlignmentType.CENTER,
    ),
  });
  const body = rows.map((row, at) => {
    const texts = columns.map((column, index) => cellText(column, row[index] ?? null));
    const face = totalled && at === rows.length - 1 ? 'sum' : 'cell';
    return new TableRow({
      cantSplit: true,
      // The sum never stands alone on a page.
      keepNext: totalled && at === rows.length - 2,
      children: cells(texts, face, ({ as }) => (as === 'text' ? AlignmentType.LEFT : AlignmentType.CENTER)),
    });
  });
  return new Table({
    rows: [head, ...body],
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
  });
}

type Align = (typeof AlignmentType)['LEFT' | 'CENTER'];

function cell(text: string, face: keyof typeof FACES, alignment: Align, size: number): TableCell {
  return new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [new Paragraph({ alignment, spacing: { line: 300 }, children: [run(text, face)] })],
  });
}
