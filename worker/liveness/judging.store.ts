/** What tenants are judged by, all of it in the directory but what triggers note in the shards; and what was found. */
import { and, asc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { member, openLetter, origin, tenant, tenantSummary, token } from '../schema/directory.ts';
import { activity, liveness, signIn, tenantActivity } from '../schema/liveness.ts';

type Activity = typeof activity.$inferSelect;

/** In a shard: what changed since it was copied. */
export async function activityToCopy(db: Database, limit: number): Promise<Activity[]> {
  return db
    .select()
    .from(activity)
    .where(gt(activity.version, activity.copied))
    .orderBy(asc(activity.tenant))
    .limit(limit);
}

/** In the directory. An older copy that comes late is put right by the next run: it leaves the row due in the shard. */
export function putActivity(db: Database, rows: readonly Activity[]): Statement {
  const given = JSON.stringify(rows);
  return db
    .insert(tenantActivity)
    .select(
      sql`SELECT value ->> 'tenant', value ->> 'publishedAt', value ->> 'noticeAt', json(value -> 'published')
        FROM json_each(${given}) WHERE value ->> 'tenant' IN (SELECT slug FROM tenant)`,
    )
    .onConflictDoUpdate({
      target: tenantActivity.tenant,
      set: {
        publishedAt: sql`excluded.published_at`,
        noticeAt: sql`excluded.notice_at`,
        published: sql`excluded.published`,
      },
    });
}

/** In the shard. Where it has changed since, it stays due. */
export function keepCopied(db: Database, rows: readonly Activity[]): Statement {
  const given = JSON.stringify(rows.map(({ tenant: slug, version }) => ({ slug, version })));
  return db
    .update(activity)
    .set({ copied: sql`given.value ->> 'version'` })
    .from(sql`json_each(${given}) AS given`)
    .where(sql`${activity.tenant} = given.value ->> 'slug'`);
}

/** More than this are not counted one by one. */
export const lettersCounted = 1_000;

/** Tenants of a shard whose time has come. */
export async function tenantsToJudge(db: Database, shard: number, at: number, limit: number) {
  const due = await db
    .select({ tenant: liveness.tenant, dueAt: liveness.dueAt })
    .from(liveness)
    .where(and(eq(liveness.shard, shard), lte(liveness.dueAt, at)))
    .orderBy(asc(liveness.dueAt), asc(liveness.tenant))
    .limit(limit);
  return due;
}

const ofTenant = (from: SQL, what: SQL) => sql`(SELECT ${what} FROM ${from})`;
const staff = sql`${member} WHERE ${member.tenant} = ${tenant.slug} AND ${member.status} = 'active'`;
const sites = sql`${origin} WHERE ${origin.tenant} = ${tenant.slug}`;
const late = (at: number) =>
  sql`${openLetter} WHERE ${openLetter.tenant} = ${tenant.slug} AND ${openLetter.closedAt} IS NULL AND ${openLetter.replyAt} IS NOT NULL AND ${openLetter.replyAt} <= ${at}`;

/** Of these tenants what they were last seen doing, and what waits. A few rows each, whatever their history. */
export async function evidenceOf(db: Database, slugs: readonly string[], at: number) {
  const counted = (from: SQL) =>
    sql<number>`(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${lettersCounted}))`;
  return db
    .select({
      slug: tenant.slug,
      timeZone: tenant.timeZone,
      createdAt: tenant.createdAt,
      lastReceivedAt: tenantSummary.lastReceivedAt,
      lastAnsweredAt: tenantSummary.lastAnsweredAt,
      lastPublishedAt: tenantActivity.publishedAt,
      lastNoticeAt: tenantActivity.noticeAt,
      members: sql<number>`${ofTenant(staff, sql`count(*)`)}`,
      signedInAt: sql<
        number | null
      >`(SELECT max(${signIn.at}) FROM ${member} JOIN ${signIn} ON ${signIn.userId} = ${member.userId}
        WHERE ${member.tenant} = ${tenant.slug} AND ${member.status} = 'active')`,
      tokenUsedAt: sql<
        number | null
      >`(SELECT max(${token.lastUsedAt}) FROM ${member} JOIN ${token} ON ${token.userId} = ${member.userId}
        WHERE ${member.tenant} = ${tenant.slug} AND ${member.status} = 'active')`,
      origins: sql<number>`${ofTenant(sites, sql`count(*)`)}`,
      lastSeenAt: sql<number | null>`${ofTenant(sites, sql`max(${origin.seenAt})`)}`,
      overdue: counted(late(at)),
      oldestDueAt: sql<
        number | null
      >`${ofTenant(sql`${late(at)} ORDER BY ${openLetter.replyAt} LIMIT 1`, sql`${openLetter.replyAt}`)}`,
    })
    .from(tenant)
    .leftJoin(tenantSummary, eq(tenantSummary.tenant, tenant.slug))
    .leftJoin(tenantActivity, eq(tenantActivity.tenant, tenant.slug))
    .where(sql`${tenant.slug} IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))`);
}

/** Letters in hand received before a time of each tenant's own, without a reply of any kind. */
export async function unansweredOf(db: Database, wanted: readonly { slug: string; before: number }[]) {
  const from = sql`open_letter WHERE tenant = wanted.value ->> 'slug' AND closed_at IS NULL AND interim = 0 AND round = 1
    AND received_at < wanted.value ->> 'before'`;
  return db.all<{ slug: string; letters: number; oldest: number | null }>(
    sql`SELECT wanted.value ->> 'slug' AS slug,
      (SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${lettersCounted})) AS letters,
      (SELECT received_at FROM ${from} ORDER BY received_at LIMIT 1) AS oldest
      FROM json_each(${JSON.stringify(wanted)}) AS wanted`,
  );
}

export type Judged = Pick<
  typeof liveness.$inferSelect,
  'tenant' | 'evidence' | 'level' | 'severity' | 'asOf'
> & {
  /** When it was due; something that happened since leaves it due. */
  dueAt: number;
  nextAt: number;
};

export function putJudged(db: Database, rows: readonly Judged[]): Statement {
  return db
    .update(liveness)
    .set({
      evidence: sql`json(given.value -> 'evidence')`,
      level: sql`given.value ->> 'level'`,
      severity: sql`given.value ->> 'severity'`,
      asOf: sql`given.value ->> 'asOf'`,
      dueAt: sql`CASE WHEN due_at = given.value ->> 'dueAt' THEN given.value ->> 'nextAt' ELSE due_at END`,
    })
    .from(sql`json_each(${JSON.stringify(rows)}) AS given`)

    .where(sql`${liveness.tenant} = given.value ->> 'tenant'`);
}
