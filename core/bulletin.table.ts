/** What the tables of a bulletin are made with. */
import type { BulletinCell, BulletinTable } from '../contract/bulletins.ts';

export function table(
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

export const text = (...names: string[]): BulletinTable['columns'] =>
  names.map((name) => ({ name, as: 'text' }));
export const counts = (...names: string[]): BulletinTable['columns'] =>
  names.map((name) => ({ name, as: 'count' }));
