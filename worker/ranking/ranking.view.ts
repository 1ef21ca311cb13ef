/** The league table as it is sent: counts beside every rate, and no rate of too few. */
import type { CentralRanking, Comments, Counts, Ranking, TenantRanking } from '../../contract/ranking.ts';
import {
  dayOf,
  emptyTally,
  formatInstant,
  type Figures,
  type League,
  type Month,
  type MonthRange,
} from '../../core/index.ts';
import type { Comment, Publication } from './ranking.store.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

/** Jurisdictions of GB/T 2260 are in one time zone, whatever tenants keep their own days by. */
export const RANKING_ZONE = 'Asia/Shanghai';

export interface Table {
  jurisdiction: string;
  publication: Publication | null;
  period: MonthRange;
  before: MonthRange;
  by: RankedBy;
  /** Until when all is counted; null before the first roll-up. */
  asOf: number | null;
  total: Figures;
  league: League;
  tenants: ReadonlyMap<string, { name: string; jurisdiction: string }>;
  comments: ReadonlyMap<string, Comment>;
}

export interface TenantPart {
  period: MonthRange;
  asOf: number | null;
  total: Figures;
  departments: { id: string; name: string | null; figures: Figures }[];
  months: { month: Month; figures: Figures }[];
}

export interface Explained {
  definitions: Ranking['definitions'];
  reasons: string[];
}

export function toRanking(table: Table, { definitions, reasons }: Explained): Ranking {
  const { jurisdiction, period, before, by, total, league } = table;
  const about = (slug: string) => {
    const { name, jurisdiction: own } = table.tenants.get(slug)!;
    return { tenant: slug, name, jurisdiction: own, comment: toComment(table.comments.get(slug)) };
  };
  return {
    ...{ jurisdiction, jurisdictionName: table.publication?.name ?? null },
    ...{ ...period, by, before, ...until(table.asOf), total },
    bands: league.bands.map(({ band, ranked }) => ({
      band,
      items: ranked.map(({ tenant, figures, rank, between, trend }) => ({
        ...{ ...about(tenant), rank, between, figures, trend },
      })),
    })),
    below: league.below.map(({ tenant, figures, band }) => ({
      ...{ ...about(tenant), band, counts: toCounts(figures) },
    })),
    definitions,
    reasons,
  };
}

/** @param by the name of whoever changed it last */
export function toPublication(found: Publication | null, by: string | null): CentralRanking['publication'] {
  return {
    public: found?.public ?? false,
    changedAt: found && formatInstant(found.changedAt, RANKING_ZONE),
    changedBy: by,
  };
}

export function toTenantRanking(
  { slug, name }: { slug: string; name: string },
  { period, asOf, total, departments, months }: TenantPart,
): TenantRanking {
  return {
    ...{ tenant: slug, name, ...period, ...until(asOf), total },
    departments: departments.map(({ id, name: own, figures }) => ({ id, name: own ?? id, ...figures })),
    months: months.map(({ month, figures }) => ({ month, ...figures })),
  };
}

/** The last day whose end the figures know: what ends with it counts as over. */
function until(asOf: number | null): Pick<Ranking, 'asOf' | 'cutOff'> {
  if (asOf === null) return { asOf: null, cutOff: null };
  return { asOf: formatInstant(asOf, RANKING_ZONE), cutOff: dayOf(asOf, RANKING_ZONE) };
}

function toComment(comment: Comment | undefined): { text: string; at: string } | null {
  if (!comment || comment.text === '') return null;
  return { text: comment.text, at: formatInstant(comment.createdAt, RANKING_ZONE) };
}

export const toComments = (rows: readonly Comment[], names: ReadonlyMap<string, string>): Comments => ({
  items: rows.map(({ text, createdAt, createdBy }) => ({
    ...{ text, at: formatInstant(createdAt, RANKING_ZONE), by: names.get(createdBy) ?? null },
  })),
});

const { days: _days, ...countsOnly } = emptyTally();
const countNames = Object.keys(countsOnly) as (keyof typeof countsOnly)[];

function toCounts(figures: Figures): Counts {
  const counts = countNames.map((name) => [name, figures[name]]);
  return { ...(Object.fromEntries(counts) as typeof countsOnly), notices: figures.notices };
}
