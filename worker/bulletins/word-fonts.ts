/** The faces of an official document by name, and what stands in where one isn't installed. Sizes in half points. */
import { TextRun, type IRunOptions } from 'docx';

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const face = (eastAsia: string, size: number, more: Partial<IRunOptions> = {}) => ({
  font: { ...latin, eastAsia },
  size,
  ...more,
});

export const FACES = {
  title: face('方正小标宋简体', 44),
  label: face('楷体_GB2312', 32),
  heading: face('黑体', 32),
  body: face('仿宋_GB2312', 32),
  page: face('宋体', 28),
  tableTitle: face('黑体', 28),
  head: face('黑体', 21),
  cell: face('宋体', 21),
  sum: face('黑体', 21),
  note: face('楷体_GB2312', 21),
} as const;

export const run = (text: string, name: keyof typeof FACES): TextRun => new TextRun({ ...FACES[name], text });

/** Word looks for `altName` where a machine lacks the first. */
const others: Record<string, string> = {
  方正小标宋简体: '方正小标宋_GBK,宋体',
  仿宋_GB2312: '仿宋,方正仿宋_GBK,FangSong',
  楷体_GB2312: '楷体,方正楷体_GBK,KaiTi',
  黑体: 'SimHei,方正黑体_GBK',
  宋体: 'SimSun,方正书宋_GBK',
};

const fonts = Object.entries(others).map(
  ([name, alternatives]) =>
    `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
);

export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>${fonts.join('')}</w:fonts>`;
