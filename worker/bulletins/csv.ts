/** The tables of a bulletin as CSV (RFC 4180): UTF-8 with a byte order mark, or Excel takes it for the machine's own code page. */
import type { BulletinCell, BulletinTable } from '../../contract/bulletins.ts';
import { NOTHING, tableNames, type BulletinDocument } from './document.ts';

/**
 * A spreadsheet takes a text that begins like this for a formula; behind an apostrophe it doesn't. Full-width forms and what trims
 * away in front count too.
 */
const formula = /^[\s\p{C}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** Rates stay unrounded, 0 to 1. */
export function csvCell(cell: BulletinCell): string {
  if (cell === null) return NOTHING;
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly BulletinCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const tableLines = ({ columns, rows }: BulletinTable): string =>
  line(columns.map(({ name }) => name)) + rows.map(line).join('');

/** @param only one table, without titles: a file for programs. Null: all of them, each under its title. */
export function toCsv(document: BulletinDocument, only: BulletinTable['id'] | null): string {
  const names = tableNames(document.blocks);
  const tables = document.blocks.filter((block) => block.kind === 'table');
  if (only !== null)
    return `\ufeff${tables
      .filter(({ id }) => id === only)
      .map(tableLines)
      .join('')}`;
  const titled = tables.map((table) => line([`${names.get(table)} ${table.title}`]) + tableLines(table));
  return `\ufeff${line([document.title])}${line([document.label])}\r\n${titled.join('\r\n')}`;
}
