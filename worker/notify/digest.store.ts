/** Counts for the staff's digests: numbers, departments and days, never a letter's own words. */
import { and, asc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { tenant } from '../schema/directory.ts';
import { delivery, letter } from '../schema/letters.ts';

const openNow = sql`${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen')`;
const sum = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;

export interface Dues {
  department: string | null;
  late: number;
  /** The due time of the one that has been late for longest. */
  firstDue: number;
  today: number;
  next: number;
}

/** Open letters of each department that are late, or due before `today` or `next` (instants that are too late). */
export async function duesOf(
  db: Database,
  slug: string,
  now: number,
  today: number,
  next: number,
): Promise<Dues[]> {
  return db
    .select({
      department: letter.department,
      late: sum(sql`${letter.dueAt} <= ${now}`),
      firstDue: sql<number>`min(${letter.dueAt})`,
      today: sum(sql`${letter.dueAt} > ${now} AND ${letter.dueAt} <= ${today}`),
      next: sum(sql`${letter.dueAt} > ${today}`),
    })
    .from(letter)
    .where(and(eq(letter.tenant, slug), openNow, lte(letter.dueAt, next)))
    .groupBy(letter.department);
}

export interface Week {
  late: number;
  unaccepted: number;
  objections: number;
  contested: number;
  promises: number;
  toPublish: number;
  undelivered: number;
}

/** @param promisedTo the last day of promises that count as due */
export async function weekOf(db: Database, slug: string, now: number, promisedTo: string): Promise<Week> {
  const count = (where: SQL | undefined) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(letter)
      .where(and(eq(letter.tenant, slug), where));
  const dead = and(eq(delivery.tenant, slug), eq(delivery.state, 'dead'));
  const [[open], [contested], [promises], [toPublish], [undelivered]] = await db.batch([
    db
      .select({
        late: sum(sql`${letter.dueAt} <= ${now}`),
        unaccepted: sum(sql`${letter.status} = 'submitted'`),
        objections: sum(sql`${letter.objected} = 1`),
      })
      .from(letter)
      .where(and(eq(letter.tenant, slug), openNow)),
    count(sql`${letter.contested} = 1`),
    count(
      sql`${letter.promisedFor} IS NOT NULL AND ${letter.promiseDone} = 0 AND ${letter.promisedFor} <= ${promisedTo}`,
    ),
    count(sql`${letter.toPublish} = 1`),
    db
      .select({ count: sql<number>`count(*)` })
      .from(delivery)
      .where(dead),
  ]);
  return {
    ...open!,
    contested: contested!.count,
    promises: promises!.count,
    toPublish: toPublish!.count,
    undelivered: undelivered!.count,
  };
}

/** Letters whose promised day is this one, without word that it was kept. */
export async function promisedOn(db: Database, slug: string, day: string) {
  return db
    .select({ letterId: letter.id, contact: letter.contact, seq: letter.seq })
    .from(letter)
    .where(
      and(
        eq(letter.tenant, slug),
        sql`${letter.promisedFor} IS NOT NULL AND ${letter.promiseDone} = 0 AND ${letter.promisedFor} = ${day}`,
      ),
    );
}

/** Tenants of a shard behind one of them, with what their mornings go by. */
export async function tenantsAfter(db: Database, shard: number, after: string, limit: number) {
  return db
    .select({ slug: tenant.slug, timeZone: tenant.timeZone })
    .from(tenant)
    .where(and(eq(tenant.shard, shard), gt(tenant.slug, after)))
    .orderBy(asc(tenant.slug))
    .limit(limit);
}
