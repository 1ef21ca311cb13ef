/** The parts of a workbook around its cells: what is in it, how it looks, how it is printed (ECMA-376, SpreadsheetML). */

export interface Sheet {
  tab: string;
  /** In digits of the default font. */
  widths: number[];
  /** The `<row>` elements. */
  rows: string;
  /** The line of its heads, which stays in sight and is repeated on every printed page; null: none. */
  heads: number | null;
  merges: string[];
}

/** Line breaks and tabs stay; other control characters no XML can hold. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const kinds = ['text', 'count', 'rate', 'days'] as const;
type Styles = Record<(typeof kinds)[number], number>;

/** Places in `cellXfs` below. */
export const STYLE = {
  title: 1,
  centred: 2,
  prose: 3,
  heading: 4,
  signed: 5,
  note: 6,
  head: 7,
  cell: { text: 8, count: 9, rate: 10, days: 11 } satisfies Styles,
  sum: { text: 12, count: 13, rate: 14, days: 15 } satisfies Styles,
} as const;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const font = (name: string, size: number, more = '') =>
  `<font>${more}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
const fonts = [
  font('宋体', 11),
  font('方正小标宋简体', 16),
  font('仿宋', 12),
  font('黑体', 12),
  font('楷体', 11),
  font('黑体', 11),
];
const xf = (fontId: number, align: string, { border = 0, format = 0 } = {}) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyAlignment="1"${border ? ' applyBorder="1"' : ''}${format ? ' applyNumberFormat="1"' : ''}><alignment vertical="center" ${align}/></xf>`;
const cells = (fontId: number) => [
  xf(fontId, 'horizontal="left" indent="1" wrapText="1"', { border: 1 }),
  xf(fontId, 'horizontal="right" indent="1"', { border: 1, format: 3 }),
  xf(fontId, 'horizontal="right" indent="1"', { border: 1, format: 10 }),
  xf(fontId, 'horizontal="right" indent="1"', { border: 1, format: 164 }),
];
const xfs = [
  xf(0, ''),
  xf(1, 'horizontal="center" wrapText="1"'),
  xf(4, 'horizontal="center"'),
  xf(2, 'horizontal="left" wrapText="1"'),
  xf(3, 'horizontal="left"'),
  xf(2, 'horizontal="right"'),
  xf(4, 'horizontal="left" wrapText="1"'),
  xf(5, 'horizontal="center" wrapText="1"', { border: 1 }),
  ...cells(0),
  ...cells(5),
];
const line = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('');

const styles = `${declared}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** By path within the package. */
export function partsOf(title: string, sheets: readonly Sheet[]): Record<string, string> {
  const path = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const overrides = sheets
    .map((_, at) => `<Override PartName="/xl/${path(at)}" ContentType="${type}.worksheet+xml"/>`)
    .join('');
  const related = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="${path(at)}"/>`)
    .join('');
  const listed = sheets
    .map(({ tab }, at) => `<sheet name="${xml(tab)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const repeated = sheets
    .map(({ tab, heads }, at) =>
      heads === null
        ? ''
        : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xml(tab)}'!$${heads}:$${heads}</definedName>`,
    )
    .join('');
  return {
    '[Content_Types].xml': `${declared}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides}</Types>`,
    '_rels/.rels': `${declared}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${declared}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title></cp:coreProperties>`,
    'xl/workbook.xml': `${declared}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed}</sheets><definedNames>${repeated}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declared}<Relationships xmlns="${packaged}/relationships">${related}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/${path(at)}`, sheetPart(sheet)])),
  };
}

/** A4, one page wide and as many long as it takes, with page numbers. */
function sheetPart({ widths, rows, heads, merges }: Sheet): string {
  const cols = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(1)}" customWidth="1"/>`)
    .join('');
  const frozen =
    heads === null
      ? ''
      : `<pane ySplit="${heads}" topLeftCell="A${heads + 1}" activePane="bottomLeft" state="frozen"/>`;
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const orientation = heads === null ? 'portrait' : 'landscape';
  return `${declared}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${cols}</cols><sheetData>${rows}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.8" bottom="0.8" header="0.3" footer="0.4"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}
