/** What a league table is made of, all of it in the directory: tenants, roll-ups, comments, where it is published. */
import { and, asc, desc, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import {
  department,
  rankingComment,
  rankingPublication,
  rollUp,
  rollUpState,
  tenant,
} from '../schema/directory.ts';

export type Publication = typeof rankingPublication.$inferSelect;
export type Comment = typeof rankingComment.$inferSelect;

/** Tenants whose jurisdiction begins so. As a range, which the index answers; digits come before the colon. */
const under = (prefix: string): SQL =>
  and(gte(tenant.jurisdiction, prefix), lt(tenant.jurisdiction, `${prefix}:`))!;

export async function tenantsUnder(db: Database, prefix: string) {
  const { slug, name, jurisdiction, shard } = tenant;
  return db
    .select({ slug, name, jurisdiction, shard })
    .from(tenant)
    .where(under(prefix))
    .orderBy(asc(jurisdiction), asc(slug));
}

/** Of whole tenants, a row a year. */
export async function rollUpsUnder(db: Database, prefix: string, from: number, to: number) {
  const ofYears = and(
    eq(rollUp.tenant, tenant.slug),
    eq(rollUp.department, ''),
    gte(rollUp.year, from),
    lte(rollUp.year, to),
  );
  return db
    .select({ tenant: rollUp.tenant, year: rollUp.year, months: rollUp.months })
    .from(tenant)
    .innerJoin(rollUp, ofYears)
    .where(under(prefix));
}

/** Of one tenant, its departments ('': all together). */
export async function rollUpsOf(db: Database, slug: string, from: number, to: number) {
  return db
    .select({ department: rollUp.department, year: rollUp.year, months: rollUp.months })
    .from(rollUp)
    .where(and(eq(rollUp.tenant, slug), gte(rollUp.year, from), lte(rollUp.year, to)));
}

export async function departmentsOf(db: Database, slug: string) {
  return db
    .select({ id: department.id, name: department.name })
    .from(department)
    .where(eq(department.tenant, slug))
    .orderBy(asc(department.position));
}

/** Until when each shard is counted. */
export async function countedUntil(db: Database): Promise<Map<number, number>> {
  const rows = await db.select().from(rollUpState);
  return new Map(rows.map(({ shard, asOf }) => [shard, asOf]));
}

export async function commentsUnder(db: Database, prefix: string): Promise<Comment[]> {
  const latest = sql`(SELECT max(later.seq) FROM ranking_comment AS later WHERE later.tenant = ${tenant.slug})`;
  const rows = await db
    .select({ comment: rankingComment })
    .from(tenant)
    .innerJoin(rankingComment, and(eq(rankingComment.tenant, tenant.slug), eq(rankingComment.seq, latest)))
    .where(under(prefix));
  return rows.map(({ comment }) => comment);
}

/** Newest first. */
export async function commentsOf(db: Database, slug: string, limit: number): Promise<Comment[]> {
  return db
    .select()
    .from(rankingComment)
    .where(eq(rankingComment.tenant, slug))
    .orderBy(desc(rankingComment.seq))
    .limit(limit);
}

/** Of two at once the second breaks the key. */
export function insertComment(db: Database, row: Comment): Statement {
  return db.insert(rankingComment).values(row);
}

export async function findPublication(db: Database, jurisdiction: string): Promise<Publication | null> {
  const where = eq(rankingPublication.jurisdiction, jurisdiction);
  return (await db.select().from(rankingPublication).where(where).get()) ?? null;
}

/** Tables that anyone may read. */
export async function publishedTables(db: Database): Promise<Pick<Publication, 'jurisdiction' | 'name'>[]> {
  const { jurisdiction, name } = rankingPublication;
  return db
    .select({ jurisdiction, name })
    .from(rankingPublication)
    .where(eq(rankingPublication.public, true))
    .orderBy(asc(jurisdiction));
}

export function putPublication(db: Database, row: Omit<Publication, 'version'>): Statement {
  const { jurisdiction: _jurisdiction, ...set } = row;
  return db
    .insert(rankingPublication)
    .values(row)
    .onConflictDoUpdate({
      target: rankingPublication.jurisdiction,
      set: { ...set, version: sql`${rankingPublication.version} + 1` },
    });
}
