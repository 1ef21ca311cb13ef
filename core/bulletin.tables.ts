/** The tables of a bulletin: figures by tenant and department, notices, unanswered letters, and how each figure is computed. */
import type { BulletinTable } from '../contract/bulletins.ts';
import type { Figures } from '../contract/stats.ts';
import { figureColumns, type FigureColumn } from './bulletin.columns.ts';
import { definitionRows } from './bulletin.definitions.ts';
import { agesTable, annexTable, noticesTable, rulesTable } from './bulletin.lists.ts';
import type { BulletinTenant } from './bulletin.survey.ts';
import { table, text } from './bulletin.table.ts';
import { figuresOf, mergeTally, emptyTally } from './stats.rules.ts';

interface Line {
  names: string[];
  figures: Figures;
}

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
    figureTable('replies', '答复质量监测情况', ['单位'], lines, total),
    figureTable('departments', '各承办单位来信办理情况', unit, departments, total, small),
    noticesTable(tenants, unit),
    agesTable(tenants),
    annexTable(tenants),
    table('definitions', '指标口径', text('指标', '计算方法'), definitionRows()),
    rulesTable(tenants),
  ];
}
