/** Until when figures of roll-ups are counted. */
import { formatInstant } from '../../core/index.ts';
import { RANKING_ZONE } from '../ranking/ranking.view.ts';

export const timeOf = (at: number | null, timeZone: string): string | null =>
  at === null ? null : formatInstant(at, timeZone);

/** As old as the shard counted longest ago; null where one of them never was. */
export function earliest(
  tenants: readonly { shard: number }[],
  until: ReadonlyMap<number, number>,
): string | null {
  const times = [...new Set(tenants.map(({ shard }) => shard))].map((shard) => until.get(shard) ?? 0);
  const least = times.length === 0 ? 0 : Math.min(...times);
  return timeOf(least === 0 ? null : least, RANKING_ZONE);
}
