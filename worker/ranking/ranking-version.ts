/** Under which name the version of a jurisdiction's league table is known (platform/tenant-version.ts). */
import type { Env } from '../platform/env.ts';
import { forgetVersion } from '../platform/tenant-version.ts';

/** No tenant's name has a colon. */
export const rankingKey = (jurisdiction: string): string => `ranking:${jurisdiction}`;

/** GB/T 2260 is read in pairs of digits: all tables that a tenant stands in. */
export const prefixesOf = (jurisdiction: string): string[] =>
  [0, 2, 4, 6]
    .filter((length) => length <= jurisdiction.length)
    .map((length) => jurisdiction.slice(0, length));

/** What was committed for tenants of these jurisdictions shows at once. */
export async function forgetRankings(env: Env, jurisdictions: readonly string[]): Promise<void> {
  const touched = new Set(jurisdictions.flatMap(prefixesOf));
  await Promise.all([...touched].map((prefix) => forgetVersion(env, rankingKey(prefix))));
}
