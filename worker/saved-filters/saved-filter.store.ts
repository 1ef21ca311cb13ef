/** A member's own filters. Every question names the member: there is no list of other people's. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { savedFilter, type SavedFilterRow } from '../schema/saved-filter.ts';

export async function filtersOf(db: Database, userId: string, tenant: string): Promise<SavedFilterRow[]> {
  return db
    .select()
    .from(savedFilter)
    .where(and(eq(savedFilter.userId, userId), eq(savedFilter.tenant, tenant)))
    .orderBy(asc(savedFilter.createdAt), asc(savedFilter.id));
}

/** Inserted only while there are fewer than `max`, whoever else inserts at the same moment. Returns what was inserted. */
export function insertFilter(db: Database, row: SavedFilterRow, max: number) {
  const own = sql`(SELECT count(*) FROM ${savedFilter} WHERE ${savedFilter.userId} = ${row.userId} AND ${savedFilter.tenant} = ${row.tenant})`;
  return db
    .insert(savedFilter)
    .select(
      sql`SELECT ${row.id}, ${row.userId}, ${row.tenant}, ${row.name}, ${JSON.stringify(row.filter)}, ${row.createdAt} WHERE ${own} < ${max}`,
    )
    .returning({ id: savedFilter.id });
}

export function deleteFilter(db: Database, userId: string, id: string): Statement {
  return db
    .delete(savedFilter)
    .where(and(eq(savedFilter.userId, userId), eq(savedFilter.id, id)))
    .returning({ id: savedFilter.id });
}
