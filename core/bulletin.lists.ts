/** The tables of a bulletin that aren't figures: notices, unanswered letters by age and one by one, rules. */
import type { BulletinCell, BulletinTable } from '../contract/bulletins.ts';
import { colourWords, kindWords } from '../contract/words.ts';
import type { AnnexLetter, BulletinTenant, Standing } from './bulletin.survey.ts';
import { counts, table, text } from './bulletin.table.ts';
import { momentName } from './bulletin.words.ts';

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

export function noticesTable(tenants: readonly BulletinTenant[], unit: string[]): BulletinTable {
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

export function agesTable(tenants: readonly BulletinTenant[]): BulletinTable {
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
export function annexTable(tenants: readonly BulletinTenant[]): BulletinTable {
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

export function rulesTable(tenants: readonly BulletinTenant[]): BulletinTable {
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
