/** The scores of a spot check as CSV (RFC 4180), a letter a row; a byte order mark, or Excel takes it for the machine's own code page. */
import type { GivenScore, SpotCheckItems } from '../../contract/spot-checks.ts';
import { csvCell } from '../bulletins/csv.ts';
import { markNames, partNames } from './spot-check.words.ts';
import { REPLY_PARTS } from '../../contract/vocabulary.ts';

const NAMES = ['评阅人甲', '评阅人乙'] as const;

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function cellsOf(score: GivenScore): (string | number | null)[] {
  if ('unfit' in score) return [null, score.unfit, ...REPLY_PARTS.flatMap(() => [null, null])];
  const parts = REPLY_PARTS.flatMap((part) => [
    markNames[score.parts[part].mark],
    score.parts[part].remark || null,
  ]);
  return [score.score, null, ...parts];
}

export function spotCheckCsv({ items }: SpotCheckItems): string {
  const heads = NAMES.flatMap((name) => [
    `${name}得分`,
    `${name}无法评阅的原因`,
    ...REPLY_PARTS.flatMap((part) => [`${name}：${partNames[part]}`, `${name}：${partNames[part]}备注`]),
  ]);
  const rows = items.map(({ ordinal, number, tenantName, scores }) =>
    line([ordinal, number, tenantName, ...(scores ?? []).flatMap(cellsOf)]),
  );
  return `\ufeff${line(['抽中次序', '信件编号', '单位', ...heads])}${rows.join('')}`;
}
