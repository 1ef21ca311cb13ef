/** The sample of a spot check and what its reviewers say of it, in the directory. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { GivenScore } from '../../contract/spot-checks.ts';
import type { Database, Statement } from '../platform/d1.ts';
import {
  spotCheck,
  spotCheckItem,
  spotCheckScore,
  spotCheckTenant,
  type SpotCheckItemRow,
  type SpotCheckRow,
  type SpotCheckScoreRow,
} from '../schema/spot-checks.ts';

type Drawn = Pick<SpotCheckRow, 'value' | 'drawnAt' | 'drawnBy'>;

/** Of two that draw at once the second breaks the key of the first letter, and nothing of it is there. */
export function insertDraw(
  db: Database,
  id: string,
  row: Drawn,
  sample: readonly Pick<SpotCheckItemRow, 'tenant' | 'number'>[],
): Statement[] {
  const items = JSON.stringify(sample.map(({ tenant, number }) => [tenant, number]));
  return [
    db
      .insert(spotCheckItem)
      .select(sql`SELECT ${id}, key + 1, value ->> 0, value ->> 1 FROM json_each(${items}) WHERE true`),
    db
      .update(spotCheck)
      .set({ ...row, drawn: sample.length })
      .where(eq(spotCheck.id, id)),
  ];
}

/** The sample in its order. */
export async function itemsOf(
  db: Database,
  id: string,
): Promise<(SpotCheckItemRow & { tenantName: string })[]> {
  return db
    .select({
      checkId: spotCheckItem.checkId,
      ordinal: spotCheckItem.ordinal,
      tenant: spotCheckItem.tenant,
      number: spotCheckItem.number,
      tenantName: spotCheckTenant.name,
    })
    .from(spotCheckItem)
    .innerJoin(
      spotCheckTenant,
      and(
        eq(spotCheckTenant.checkId, spotCheckItem.checkId),
        eq(spotCheckTenant.tenant, spotCheckItem.tenant),
      ),
    )
    .where(eq(spotCheckItem.checkId, id))
    .orderBy(asc(spotCheckItem.ordinal));
}

export async function scoresOf(db: Database, id: string): Promise<SpotCheckScoreRow[]> {
  return db
    .select()
    .from(spotCheckScore)
    .where(eq(spotCheckScore.checkId, id))
    .orderBy(asc(spotCheckScore.ordinal));
}

/** How many letters each reviewer of these checks has judged, under `id reviewer`. */
export async function scoreCounts(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({
      id: spotCheckScore.checkId,
      reviewer: spotCheckScore.reviewer,
      count: sql<number>`count(*)`,
    })
    .from(spotCheckScore)
    .where(sql`${spotCheckScore.checkId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .groupBy(spotCheckScore.checkId, spotCheckScore.reviewer);
  return new Map(rows.map(({ id, reviewer, count }) => [`${id} ${reviewer}`, count]));
}

/** Once both reviewers are done a trigger keeps what is there. */
export function putScore(
  db: Database,
  key: Pick<SpotCheckScoreRow, 'checkId' | 'ordinal' | 'reviewer'>,
  score: GivenScore,
  scoredAt: number,
): Statement {
  return db
    .insert(spotCheckScore)
    .values({ ...key, score, scoredAt })
    .onConflictDoUpdate({
      target: [spotCheckScore.checkId, spotCheckScore.ordinal, spotCheckScore.reviewer],
      set: { score, scoredAt },
    });
}
