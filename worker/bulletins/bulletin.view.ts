/** A bulletin as the centre sees it. */
import type { Bulletin, BulletinBlock, BulletinSummary } from '../../contract/bulletins.ts';
import { formatInstant, issueLabel } from '../../core/index.ts';
import type { BulletinRow } from '../schema/directory.ts';

export interface SeenBulletin {
  row: BulletinRow;
  /** How many of its tenants have brought their part. */
  done: number;
  corrects: BulletinRow | undefined;
  correctedBy: BulletinRow | undefined;
  /** The member's name. */
  madeBy: string | null;
}

export const labelOf = ({ year, issue }: Pick<BulletinRow, 'year' | 'issue'>): string | null =>
  year === null || issue === null ? null : issueLabel(year, issue);

const other = (row: BulletinRow | undefined): BulletinSummary['corrects'] =>
  row ? { id: row.id, label: labelOf(row) ?? '' } : null;

export function toSummary({ row, done, corrects, correctedBy, madeBy }: SeenBulletin): BulletinSummary {
  const frozen = row.frozenAt !== null;
  return {
    id: row.id,
    state: frozen ? 'frozen' : 'making',
    label: labelOf(row),
    year: row.year,
    issue: row.issue,
    jurisdiction: row.jurisdiction,
    title: row.title,
    from: row.from,
    to: row.to,
    asOf: row.asOf,
    done: frozen ? row.tenants.length : done,
    of: row.tenants.length,
    corrects: other(corrects),
    correctedBy: other(correctedBy),
    public: row.publishedAt !== null,
    madeBy,
    begunAt: formatInstant(row.begunAt, row.timeZone),
    frozenAt: frozen ? formatInstant(row.frozenAt!, row.timeZone) : null,
  };
}

export function toBulletin(seen: SeenBulletin, blocks: readonly BulletinBlock[], most: number): Bulletin {
  return { ...toSummary(seen), content: seen.row.content, blocks: shortened(blocks, most) };
}

/** Nothing of it is kept, so it has neither id nor number. */
export function toPreview(
  preview: Pick<
    BulletinRow,
    'jurisdiction' | 'title' | 'from' | 'to' | 'asOf' | 'timeZone' | 'tenants' | 'begunAt'
  > &
    Pick<Bulletin, 'content' | 'blocks'>,
  corrects: BulletinRow | undefined,
  madeBy: string,
  most: number,
): Bulletin {
  const { jurisdiction, title, from, to, asOf, tenants, begunAt, timeZone, content, blocks } = preview;
  return {
    ...{ id: null, state: 'preview', label: null, year: null, issue: null },
    ...{ jurisdiction, title, from, to, asOf, done: tenants.length, of: tenants.length },
    ...{ corrects: other(corrects), correctedBy: null, public: false, madeBy },
    begunAt: formatInstant(begunAt, timeZone),
    frozenAt: null,
    content,
    blocks: shortened(blocks, most),
  };
}

/** Long tables by their first rows, and a word on where the others are. */
export function shortened(blocks: readonly BulletinBlock[], most: number): BulletinBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'table' || block.rows.length <= most) return block;
    const rest = `共${block.rows.length}行，这里只列前${most}行，其余见电子表格（.xlsx、.csv）。`;
    return { ...block, rows: block.rows.slice(0, most), totalled: false, note: `${block.note ?? ''}${rest}` };
  });
}
