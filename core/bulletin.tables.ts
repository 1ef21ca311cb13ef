/** The tables of a bulletin: figures by tenant and department, notices, unanswered letters, and how each figure is computed. */
import type { BulletinCell, BulletinTable } from '../contract/bulletins.ts';
import type { Figures } from '../contract/stats.ts';
import { colourWords, kindWords } from '../contract/words.ts';
import { figureColumns, type FigureColumn } from './bulletin.columns.ts';
import { definitionRows } from './bulletin.definitions.ts';
import type { AnnexLetter, BulletinTenant, Standing } from './bulletin.survey.ts';
import { momentName } from './bulletin.words.ts';
import { figuresOf, mergeTally, emptyTally } from './stats.rules.ts';

const zh = 'zh-CN';
export const STANDINGS: readonly Standing[] = ['demand', 'red', 'yellow', 'late', 'open'];
export const standingWords: Record<Standing, string> = {
  ...colourWords[zh],
  late: '已超期',
  open: '未到期',
};

/** Upper ends in calendar days. */
const AGES: readonly (readonly [name: string, most: number])[] = [
  ['7天以内', 7],
  ['8至15天', 15],
  ['16至30天', 30],
  ['31至90天', 90],
  ['超过90天', Infinity],
];

interface Line {
  names: string[];
  figures: Figures;
}

function table(
  id: BulletinTable['id'],
  title: string,
  columns: BulletinTable['columns'],
  rows: BulletinCell[][],
  more: { note?: string; totalled?: boolean } = {},
): BulletinTable {
  return {
    kind: 'table',
    id,
    title,
    note: more.note ?? null,
    columns,
    rows,
    totalled: more.totalled ?? false,
  };
}

const text = (...names: string[]): BulletinTable['columns'] => names.map((name) => ({ name, as: 'text' }));
const counts = (...names: string[]): BulletinTable['columns'] => names.map((name) => ({ name, as: 'count' }));

/** One line has no sum. */
function figureTable(
  id: keyof typeof figureColumns,
  title: string,
  names: string[],
  lines: readonly Line[],
  total: Figures,
  note?: string,
): BulletinTable {
  const columns: readonly FigureColumn[] = figureColumns[id];
  const totalled = lines.length > 1;
  const sum: Line = { names: names.map((_, at) => (at === 0 ? '合计' : '')), figures: total };
  const rows = [...lines, ...(totalled ? [sum] : [])].map((line) => [
    ...line.names,
    ...columns.map(({ of }) => of(line.figures)),
  ]);
  const heads = columns.map(({ name, as }) => ({ name, as }));
  return table(id, title, [...text(...names), ...heads], rows, { totalled, ...(note ? { note } : {}) });
}

export function totalOf(tenants: readonly BulletinTenant[]): Figures {
  const sum = emptyTally();
  let notices = 0;
  for (const { departments } of tenants)
    for (const department of departments) {
      mergeTally(sum, department.tally);
      notices += department.notices;
    }
  return figuresOf(sum, notices);
}

export function tablesOf(tenants: readonly BulletinTenant[]): BulletinTable[] {
  const total = totalOf(tenants);
  const lines = tenants.map((tenant) => ({ names: [tenant.name], figures: totalOf([tenant]) }));
  const among = tenants.length > 1;
  const unit = among ? ['单位', '承办单位'] : ['承办单位'];
  const departments = tenants.flatMap(({ name, departments: own }) =>
    own.map(({ name: department, tally, notices }) => ({
      names: among ? [name, department] : [department],
      figures: figuresOf(tally, notices),
    })),
  );
  const small = '应答复不足10件的只列件数，不计算比率；“—”表示没有可以计算的来信。';
  const rated = '已评价不足10件的只列件数，不计算比率。';
  return [
    figureTable('tenants', '各单位来信办理情况', ['单位'], lines, total),
    figureTable('rates', '各单位答复率和用时（工作日）', ['单位'], lines, total, small),
    figureTable('ratings', '群众评价和承诺兑现情况', ['单位'], lines, total, rated),
    figureTable('quality', '办理过程监测情况', ['单位'], lines, total),
    figureTable('departments', '各承办单位来信办理情况', unit, departments, total, small),
    noticesTable(tenants, unit),
    agesTable(tenants),
    annexTable(tenants),
    table('definitions', '指标口径', text('指标', '计算方法'), definitionRows()),
    rulesTable(tenants),
  ];
}

function noticesTable(tenants: readonly BulletinTenant[], unit: string[]): BulletinTable {
  const among = tenants.length > 1;
  const rows = tenants
    .flatMap(({ name, departments }) =>
      departments
        .filter(({ notices }) => notices > 0)
        .map((one): [string[], number] => [among ? [name, one.name] : [one.name], one.notices]),
    )
    .sort(([, one], [, other]) => other - one)
    .map(([names, notices]): BulletinCell[] => [...names, notices]);
  const sum = rows.reduce((all, row) => all + Number(row.at(-1)), 0);
  const totalled = rows.length > 1;
  if (totalled) rows.push(['合计', ...(among ? [''] : []), sum]);
  const title = '各单位主动发布信息情况';
  const columns = [...text(...unit), ...counts('发布条数')];
  return table('notices', title, columns, rows, { totalled });
}

function agesTable(tenants: readonly BulletinTenant[]): BulletinTable {
  const letters = tenants.flatMap((tenant) => tenant.letters);
  const rowOf = (name: string, among: readonly AnnexLetter[]): BulletinCell[] => [
    name,
    ...STANDINGS.map((standing) => among.filter((letter) => letter.standing === standing).length),
    among.length,
  ];
  const rows = AGES.map(([name, most], at) => {
    const least = AGES[at - 1]?.[1] ?? -1;
    return rowOf(
      name,
      letters.filter(({ days }) => days > least && days <= most),
    );
  });
  const names = STANDINGS.map((standing) => standingWords[standing]);
  const columns = [...text('时长（自然日）'), ...counts(...names, '合计')];
  rows.push(rowOf('合计', letters));
  return table('ages', '未回应来信按时长和颜色', columns, rows, { totalled: true });
}

/** The most urgent first. No titles: a letter without an answer has never been public. */
function annexTable(tenants: readonly BulletinTenant[]): BulletinTable {
  const among = tenants.length > 1;
  const rank = new Map(STANDINGS.map((standing, at) => [standing, at]));
  const found = tenants.flatMap((tenant) => {
    const names = new Map(tenant.departments.map(({ id, name }) => [id, name]));
    return tenant.letters.map((letter) => ({ tenant, letter, names }));
  });
  found.sort(
    ({ letter: one }, { letter: other }) =>
      rank.get(one.standing)! - rank.get(other.standing)! ||
      other.days - one.days ||
      (one.number < other.number ? -1 : 1),
  );
  const rows = found.map(({ tenant, letter, names }, at): BulletinCell[] => [
    String(at + 1),
    letter.number,
    kindWords[zh][letter.kind],
    ...(among ? [tenant.name] : []),
    names.get(letter.department) ?? letter.department,
    letter.received,
    letter.days,
    standingWords[letter.standing],
  ]);
  const heads = text('序号', '信件编号', '类别', ...(among ? ['单位'] : []), '承办单位', '收到日期');
  const columns = [...heads, ...counts('已过天数'), ...text('状态')];
  return table('unanswered', '未回应来信清单', columns, rows, { note: '已过天数为自然日。' });
}

function rulesTable(tenants: readonly BulletinTenant[]): BulletinTable {
  const rows = tenants.map(({ name, jurisdiction, ruleVersions, cutOff, timeZone }): BulletinCell[] => [
    name,
    jurisdiction,
    ruleVersions.length === 0 ? null : ruleVersions.map((version) => `第${version}版`).join('、'),
    momentName(cutOff, timeZone),
  ]);
  const note = '来信按收到时有效的规则版本计算期限；规则后来的变动不改变已收来信的期限。';
  return table('rules', '统计时点和规则版本', text('单位', '行政区划代码', '规则版本', '统计时点'), rows, {
    note,
  });
}
