/** A frozen bulletin on its way into a page or file: these set it, and add no words of their own to what it says. */
import type { BulletinBlock, BulletinCell, BulletinColumn } from '../../contract/bulletins.ts';
import { oneDecimal, percentName } from '../../core/index.ts';

export interface BulletinDocument {
  label: string;
  title: string;
  recipients: string | null;
  issuer: string | null;
  dated: string;
  blocks: readonly BulletinBlock[];
}

export const NOTHING = '—';

/** A cell as people read it. */
export function cellText({ as }: Pick<BulletinColumn, 'as'>, cell: BulletinCell): string {
  if (cell === null) return NOTHING;
  if (typeof cell === 'string') return cell;
  if (as === 'rate') return percentName(cell);
  return as === 'days' ? oneDecimal(cell) : String(cell);
}

/** In Chinese characters. */
export const lengthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char < '\u0250' ? 0.55 : 1), 0);

/** How wide a column wants to be, in Chinese characters: by its longest cell, within bounds. */
export function widthOf(
  column: BulletinColumn,
  at: number,
  rows: readonly (readonly BulletinCell[])[],
): number {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(cellText(column, row[at] ?? null))), 0);
  // A head of figures is broken in two; a text isn't if it can be helped.
  const head = column.as === 'text' ? lengthOf(column.name) : Math.ceil(lengthOf(column.name) / 2) + 0.5;
  return Math.min(40, Math.max(2.5, head, longest) + 1);
}

/** 附表1 and so on, in the order of the document. */
export function tableNames(blocks: readonly BulletinBlock[]): Map<BulletinBlock, string> {
  const tables = blocks.filter(({ kind }) => kind === 'table');
  return new Map(tables.map((table, at) => [table, `附表${at + 1}`]));
}
