/** Spot checks as the centre and the tenants see them. */
import type {
  SpotCheck,
  SpotCheckResult,
  SpotCheckSummary,
  SpotCheckTally,
  TenantSpotCheck,
} from '../../contract/spot-checks.ts';
import { formatInstant, seedOf, spotCheckState } from '../../core/index.ts';
import type { JudgedItem } from './sample.view.ts';
import type { SpotCheckRow, SpotCheckTenantRow } from '../schema/spot-checks.ts';

export interface SeenCheck {
  row: SpotCheckRow;
  /** Tenants gone through, and in scope. */
  done: number;
  of: number;
  /** How many letters each reviewer has judged. */
  judged: readonly number[];
  /** Of members, by id. */
  names: ReadonlyMap<string, string>;
}

export function toSummary({ row, done, of, judged, names }: SeenCheck): SpotCheckSummary {
  const time = (at: number | null) => (at === null ? null : formatInstant(at, row.timeZone));
  const scores = judged.reduce((sum, count) => sum + count, 0);
  return {
    id: row.id,
    year: row.year,
    serial: row.serial,
    state: spotCheckState({ ...row, scores }),
    jurisdiction: row.jurisdiction,
    from: row.from,
    to: row.to,
    size: row.size,
    source: row.source,
    drawAt: formatInstant(row.drawAt, row.timeZone),
    openedAt: formatInstant(row.openedAt, row.timeZone),
    openedBy: names.get(row.openedBy) ?? null,
    done,
    of,
    frozenAt: time(row.frozenAt),
    population: row.population,
    populationHash: row.populationHash,
    value: row.value,
    seed: row.value === null ? null : seedOf(row.value),
    drawnAt: time(row.drawnAt),
    drawn: row.drawn,
    closedAt: time(row.closedAt),
  };
}

export function toSpotCheck(seen: SeenCheck, result: SpotCheckResult | null, me: string): SpotCheck {
  const { row, judged, names } = seen;
  const mine = row.reviewers.indexOf(me);
  return {
    ...toSummary(seen),
    reviewers: row.reviewers.map((id, at) => ({ id, name: names.get(id) ?? null, done: judged[at]! })),
    mine: mine < 0 ? null : mine,
    result,
  };
}

export function toTenantCheck(
  seen: SeenCheck,
  { counted }: SpotCheckTenantRow,
  closed: readonly JudgedItem[],
  result: SpotCheckTally | null,
): TenantSpotCheck {
  return {
    ...toSummary(seen),
    own: counted,
    result,
    items: closed.map(({ ordinal, number, scores }) => ({ ordinal, number, scores: [...scores] })),
  };
}
