/** What becomes of departments, and of the letters and members of those that are closed. */
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { formerName, succession, type SuccessionRow } from '../schema/departments.ts';
import { department, member, memberDepartment, user } from '../schema/directory.ts';
import { nameAt } from '../../core/index.ts';
import type { TenantDepartment } from './tenant.store.ts';

/** The next department of a tenant; its id and place are allotted inside the statement, so two at once can't share them. */
export function addDepartment(db: Database, tenant: string, name: string, since: number) {
  const next = sql`(SELECT coalesce(max(position), -1) + 1 FROM department WHERE tenant = ${tenant})`;
  return db
    .insert(department)
    .values({ tenant, name, since, id: sql`printf('d%02d', ${next} + 1)`, position: sql`${next}` })
    .returning({ id: department.id });
}

/** The name it had is kept with the time until which it had it. */
export function renameDepartment(
  db: Database,
  tenant: string,
  id: string,
  name: string,
  at: number,
): Statement[] {
  const where = and(eq(department.tenant, tenant), eq(department.id, id));
  const before = db
    .select({
      tenant: department.tenant,
      department: department.id,
      until: sql<number>`${at}`.as('until'),
      name: department.name,
    })
    .from(department)
    .where(and(where, sql`${department.name} <> ${name}`));
  return [db.insert(formerName).select(before), db.update(department).set({ name }).where(where)];
}

/** A department by its id, or one that is being added in the same batch by its name. */
export type Named = { id: string } | { name: string };
const idOf = (tenant: string, named: Named) =>
  'id' in named
    ? sql<string>`${named.id}`
    : sql<string>`(SELECT id FROM department WHERE tenant = ${tenant} AND name = ${named.name})`;

interface Closing {
  tenant: string;
  shard: number;
  ids: readonly string[];
  at: number;
}

/** Closed, with who took over; of two at once the second breaks a key. The first of the successors gets what is open. */
export function closeDepartments(
  db: Database,
  { tenant, shard, ids, at }: Closing,
  successors: readonly Named[],
  chosen: Record<string, Named> = {},
): Statement[] {
  const list = sql`json_array(${sql.join(
    successors.map((one) => idOf(tenant, one)),
    sql`, `,
  )})`;
  return [
    ...ids.map((id) =>
      db.insert(succession).values({
        ...{ tenant, department: id, since: at, shard, heir: idOf(tenant, successors[0]!), cursor: '' },
        chosen: chosenJson(tenant, chosen),
      }),
    ),
    db
      .update(department)
      .set({ closedAt: at, successors: list as never })
      .where(and(eq(department.tenant, tenant), among(department.id, ids), isNull(department.closedAt))),
  ];
}

/** Letters that go to a new department, while the one that has them lives on. */
export function giveAway(
  db: Database,
  { tenant, shard, ids: [id], at }: Closing,
  chosen: Record<string, Named>,
): Statement {
  const row = { tenant, department: id!, since: at, shard, heir: null, cursor: '' };
  return db.insert(succession).values({ ...row, chosen: chosenJson(tenant, chosen) });
}

/** Made of parts as JSON: a statement binds at most 100 values. */
function chosenJson(tenant: string, chosen: Record<string, Named>) {
  const byTarget = Map.groupBy(Object.entries(chosen), ([, to]) => JSON.stringify(to));
  if (byTarget.size === 0) return sql`'{}'` as never;
  const parts = [...byTarget.values()].map((some) => {
    const ids = JSON.stringify(some.map(([letterId]) => letterId));
    return sql`SELECT value AS letter, ${idOf(tenant, some[0]![1])} AS heir FROM json_each(${ids})`;
  });
  return sql`(SELECT json_group_object(letter, heir) FROM (${sql.join(parts, sql` UNION ALL `)}))` as never;
}

/** Members of some departments leave them for another. @param only of these, by id */
export function moveMembers(
  db: Database,
  tenant: string,
  from: readonly string[],
  to: Named,
  only: readonly string[] | null = null,
): Statement[] {
  const theirs = sql`${memberDepartment.memberId} IN (SELECT id FROM member WHERE tenant = ${tenant})`;
  const chosen = only === null ? undefined : among(memberDepartment.memberId, only);
  const where = and(theirs, among(memberDepartment.department, from), chosen);
  return [
    db
      .insert(memberDepartment)
      .select(
        db
          .selectDistinct({
            memberId: memberDepartment.memberId,
            department: idOf(tenant, to).as('department'),
          })
          .from(memberDepartment)
          .where(where),
      )
      .onConflictDoNothing(),
    db.delete(memberDepartment).where(where),
  ];
}

const among = (column: Parameters<typeof sql>[1], values: readonly string[]) =>
  sql<boolean>`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

export async function formerNames(db: Database, tenant: string) {
  return db
    .select()
    .from(formerName)
    .where(eq(formerName.tenant, tenant))
    .orderBy(asc(formerName.department), asc(formerName.until));
}

/** Departments under the names they had at a moment. */
export async function departmentsAt<D extends Pick<TenantDepartment, 'id' | 'name'>>(
  db: Database,
  tenant: { slug: string; departments: readonly D[] },
  at: number,
): Promise<D[]> {
  const former = Map.groupBy(await formerNames(db, tenant.slug), ({ department: id }) => id);
  return tenant.departments.map((one) => ({ ...one, name: nameAt(one.name, former.get(one.id) ?? [], at) }));
}

export async function membersIn(db: Database, tenant: string, id: string) {
  return db
    .select({ id: member.id, name: user.name, status: member.status })
    .from(memberDepartment)
    .innerJoin(member, eq(member.id, memberDepartment.memberId))
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.tenant, tenant), eq(memberDepartment.department, id)))
    .orderBy(asc(member.createdAt), asc(member.id));
}

/** Those that have not gone through all letters first; the others only once no letter can have been missed. */
export async function successionsDue(db: Database, shard: number, settled: number, limit: number) {
  const ready = or(isNull(succession.passedAt), lte(succession.since, settled));
  return db
    .select()
    .from(succession)
    .where(and(eq(succession.shard, shard), isNull(succession.doneAt), ready))
    .orderBy(asc(succession.tenant), asc(succession.since))
    .limit(limit);
}

/** Departments whose letters are still passing on. */
export async function beingSucceeded(db: Database, tenant: string): Promise<Set<string>> {
  const pending = and(eq(succession.tenant, tenant), isNull(succession.doneAt), isNull(succession.passedAt));
  const rows = await db.select({ id: succession.department }).from(succession).where(pending);
  return new Set(rows.map(({ id }) => id));
}

export function keepSuccession(
  db: Database,
  { tenant, department: id, since }: SuccessionRow,
  far: Partial<Pick<SuccessionRow, 'cursor' | 'passedAt' | 'doneAt'>>,
): Statement {
  const key = and(eq(succession.tenant, tenant), eq(succession.department, id), eq(succession.since, since));
  return db.update(succession).set(far).where(key);
}
