/**
 * A bulletin as .docx, set as GB/T 9704-2012 sets official documents: A4, 28.95 points a line, 仿宋 of size 3, page numbers between
 * dashes outside. Tables follow in landscape, their heads repeated, no row split. No red head: such bulletins have none of their own.
 */
import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { tableNames, type BulletinDocument } from './document.ts';
import { FACES, fontTable, run } from './word-fonts.ts';
import { tableOf } from './word-table.ts';

/** Millimetres in twentieths of a point. */
const mm = (value: number): number => Math.round((value * 1440) / 25.4);
const lines = { line: 579, lineRule: LineRuleType.EXACT };
const margin = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) };
const portrait = { width: mm(210), height: mm(297) };
/** What a table may fill between the margins of a page on its side. */
const tableWidth = mm(297 - 25 - 25);

const paragraph = (
  text: string,
  face: keyof typeof FACES,
  more: Partial<ConstructorParameters<typeof Paragraph>[0] & object> = {},
) => new Paragraph({ spacing: lines, ...more, children: [run(text, face)] });

const indent = { firstLineChars: 200, firstLine: 640 };

/** A title of two lines is broken where its sense is. */
const titleLines = (title: string): string[] =>
  [...title].length > 20 ? title.split(/(?=网上来信办理情况的通报$)/) : [title];

function textOf({ title, label, recipients, issuer, dated, blocks }: BulletinDocument): Paragraph[] {
  const said = blocks.filter((block) => block.kind !== 'table');
  const body = said.map((block, at) =>
    block.kind === 'heading'
      ? paragraph(block.text, 'heading', { indent, keepNext: true })
      : // Who signs stands on a page with some of the text.
        paragraph(block.text, 'body', {
          indent,
          alignment: AlignmentType.BOTH,
          keepNext: at === said.length - 1,
        }),
  );
  const right = { alignment: AlignmentType.RIGHT, keepNext: true };
  return [
    ...titleLines(title).map((line) =>
      paragraph(line, 'title', { alignment: AlignmentType.CENTER, spacing: { ...lines, line: 700 } }),
    ),
    paragraph(label, 'label', { alignment: AlignmentType.CENTER, spacing: { ...lines, after: 400 } }),
    ...(recipients === null ? [] : [paragraph(`${recipients.replace(/[：:]$/, '')}：`, 'body')]),
    ...body,
    ...(issuer === null
      ? []
      : [paragraph(issuer, 'body', { ...right, indent: { end: 640 }, spacing: { ...lines, before: 579 } })]),
    paragraph(dated, 'body', {
      ...right,
      keepNext: false,
      indent: { end: 640 },
      spacing: { ...lines, before: issuer === null ? 579 : 0 },
    }),
  ];
}

/** — 1 —, on the right of odd and the left of even pages. */
function footer(side: 'left' | 'right'): Footer {
  const children = [
    run('— ', 'page'),
    new TextRun({ ...FACES.page, children: [PageNumber.CURRENT] }),
    run(' —', 'page'),
  ];
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [new Paragraph({ alignment, indent: { start: 280, end: 280 }, children })],
  });
}

function tablesOf({ blocks }: BulletinDocument): ISectionOptions['children'] {
  const names = tableNames(blocks);
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const over = { spacing: { before: 240, after: 120 }, keepNext: true };
    return [
      new Paragraph({ ...over, children: [run(`${names.get(block)}　${block.title}`, 'tableTitle')] }),
      block.rows.length === 0 ? new Paragraph({ children: [run('无', 'cell')] }) : tableOf(block, tableWidth),
      new Paragraph({ spacing: { before: 60 }, children: [run(block.note ?? '', 'note')] }),
    ];
  });
}

/** @returns the bytes of the file */
export async function toWord(document: BulletinDocument): Promise<ArrayBuffer> {
  const footers = { default: footer('right'), even: footer('left') };
  const file = new Document({
    title: document.title,
    creator: document.issuer ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: FACES.body } } },
    sections: [
      { properties: { page: { size: portrait, margin } }, footers, children: textOf(document) },
      {
        properties: {
          page: {
            size: { ...portrait, orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(25), bottom: mm(25), left: mm(25), right: mm(25), footer: mm(15) },
          },
        },
        footers,
        children: tablesOf(document),
      },
    ],
  });
  return Packer.toArrayBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable }]);
}
