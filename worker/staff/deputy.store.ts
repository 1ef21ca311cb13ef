/** Who stands in for whom, and when. It ends by itself: every question is asked as of a moment. */
import { and, asc, eq, gt, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database, Statement } from '../platform/d1.ts';
import { audit, member, memberDepartment, user } from '../schema/directory.ts';
import { deputy, type DeputyRow } from '../schema/members.ts';

export interface Absent {
  /** The absent colleague's person. */
  id: string;
  departments: string[];
}

const acting = (now: number) => and(lte(deputy.fromAt, now), gt(deputy.untilAt, now));
const theirDepartments = sql<string>`(SELECT json_group_array(${memberDepartment.department}) FROM ${memberDepartment} WHERE ${memberDepartment.memberId} = ${deputy.absent})`;

/** Absent colleagues of a person's memberships at a moment, by membership. Who left for good has nobody standing in. */
export async function absentColleagues(
  db: Database,
  userId: string,
  now: number,
): Promise<Map<string, Absent[]>> {
  const mine = alias(member, 'mine');
  const rows = await db
    .select({ deputy: deputy.deputy, id: member.userId, departments: theirDepartments })
    .from(mine)
    .innerJoin(deputy, eq(deputy.deputy, mine.id))
    .innerJoin(member, and(eq(member.id, deputy.absent), eq(member.status, 'active')))
    .where(and(eq(mine.userId, userId), acting(now)));
  return byDeputy(rows);
}

/** The same for all members of a tenant. */
export async function absentIn(db: Database, tenant: string, now: number): Promise<Map<string, Absent[]>> {
  const rows = await db
    .select({ deputy: deputy.deputy, id: member.userId, departments: theirDepartments })
    .from(deputy)
    .innerJoin(member, and(eq(member.id, deputy.absent), eq(member.status, 'active')))
    .where(and(eq(deputy.tenant, tenant), acting(now)));
  return byDeputy(rows);
}

function byDeputy(rows: readonly { deputy: string; id: string; departments: string }[]) {
  const grouped = Map.groupBy(rows, (row) => row.deputy);
  return new Map(
    [...grouped].map(([key, some]) => [
      key,
      some.map(({ id, departments }) => ({ id, departments: JSON.parse(departments) as string[] })),
    ]),
  );
}

/** A member's departments with those of the absent; what is the member's own they act for in their own name. */
export function withAbsent(
  own: readonly string[],
  absent: readonly Absent[] = [],
): { departments: string[]; standsInFor?: Absent[] } {
  if (absent.length === 0) return { departments: [...own] };
  const standsInFor = absent.map(({ id, departments }) => ({
    id,
    departments: departments.filter((department) => !own.includes(department)),
  }));
  const all = [...own, ...standsInFor.flatMap(({ departments }) => departments)];
  return { departments: [...new Set(all)], standsInFor };
}

/** Those that are on or to come, the next to end first. @param of only where this person is one of the two */
export async function deputiesOf(db: Database, tenant: string, of: string | null, now: number) {
  const [absent, acts] = [alias(member, 'absent'), alias(member, 'acts')];
  const [away, in_] = [alias(user, 'away'), alias(user, 'stand_in')];
  return db
    .select({ row: deputy, absentName: away.name, deputyName: in_.name, absentUser: absent.userId })
    .from(deputy)
    .innerJoin(absent, eq(absent.id, deputy.absent))
    .innerJoin(acts, eq(acts.id, deputy.deputy))
    .innerJoin(away, eq(away.id, absent.userId))
    .innerJoin(in_, eq(in_.id, acts.userId))
    .where(
      and(
        eq(deputy.tenant, tenant),
        gt(deputy.untilAt, now),
        of === null ? undefined : or(eq(absent.userId, of), eq(acts.userId, of)),
      ),
    )
    .orderBy(asc(deputy.untilAt), asc(deputy.id));
}

/** Inserted, and noted, only where the absent has no other deputy on any of these days. */
export function insertDeputy(db: Database, row: DeputyRow) {
  const overlaps = sql`EXISTS (SELECT 1 FROM deputy AS other WHERE other.absent = ${row.absent} AND other.from_at < ${row.untilAt} AND other.until_at > ${row.fromAt})`;
  const values = sql`SELECT ${row.id}, ${row.tenant}, ${row.absent}, ${row.deputy}, ${row.fromDay}, ${row.untilDay}, ${row.fromAt}, ${row.untilAt}, ${row.madeBy}, ${row.createdAt} WHERE NOT ${overlaps}`;
  const noted = sql`SELECT NULL, ${row.createdAt}, ${row.madeBy}, ${row.tenant}, 'deputy-named', ${row.id} WHERE EXISTS (SELECT 1 FROM deputy WHERE id = ${row.id})`;
  return [
    db.insert(deputy).select(values).returning({ id: deputy.id }),
    db.insert(audit).select(noted),
  ] as const;
}

export async function findDeputy(db: Database, id: string): Promise<DeputyRow | null> {
  return (await db.select().from(deputy).where(eq(deputy.id, id)).get()) ?? null;
}

/** From this moment on nobody stands in; what was done stays on record. */
export function endDeputy(db: Database, id: string, now: number): Statement {
  return db
    .update(deputy)
    .set({ untilAt: now })
    .where(and(eq(deputy.id, id), gt(deputy.untilAt, now)));
}
