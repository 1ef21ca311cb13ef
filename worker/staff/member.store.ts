/** Members, what they may do where, and their API tokens. */
import { and, asc, eq, gt, or, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import * as table from '../schema/directory.ts';

const { member, memberDepartment, user, token } = table;

export interface MemberRow {
  id: string;
  userId: string;
  role: 'officer' | 'coordinator' | 'central';
  tenant: string | null;
  jurisdiction: string | null;
  status: 'active' | 'suspended';
  departments: string[];
}

async function membersWhere(
  db: Database,
  where: SQL | undefined,
): Promise<(MemberRow & { email: string; name: string })[]> {
  const rows = await db
    .select({
      id: member.id,
      userId: member.userId,
      role: member.role,
      tenant: member.tenant,
      jurisdiction: member.jurisdiction,
      status: member.status,
      email: user.email,
      name: user.name,
      departments: sql<string>`(SELECT json_group_array(${memberDepartment.department}) FROM ${memberDepartment} WHERE ${memberDepartment.memberId} = ${member.id})`,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(where)
    .orderBy(asc(member.createdAt), asc(member.id));
  return rows.map((row) => ({ ...row, departments: JSON.parse(row.departments) as string[] }));
}

/** What a person may do: active memberships only. */
export const membershipsOf = (db: Database, userId: string) =>
  membersWhere(db, and(eq(member.userId, userId), eq(member.status, 'active')));

/** Whatever their status. */
export const allMembershipsOf = (db: Database, userId: string) => membersWhere(db, eq(member.userId, userId));

export const membersOfTenant = (db: Database, tenant: string) => membersWhere(db, eq(member.tenant, tenant));

export async function findMember(db: Database, id: string) {
  return (await membersWhere(db, eq(member.id, id)))[0] ?? null;
}

export async function findUserByEmail(db: Database, email: string) {
  return (await db.select().from(user).where(eq(user.email, email.toLowerCase())).get()) ?? null;
}

export async function findUser(db: Database, id: string) {
  return (await db.select().from(user).where(eq(user.id, id)).get()) ?? null;
}

export async function namesOf(db: Database, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(sql`${user.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function insertMember(
  db: Database,
  row: Omit<MemberRow, 'departments'>,
  departments: readonly string[],
  createdAt: number,
): Statement[] {
  return [
    db.insert(member).values({ ...row, createdAt }),
    ...departments.map((department) => db.insert(memberDepartment).values({ memberId: row.id, department })),
  ];
}

export function setMemberStatus(db: Database, id: string, status: 'active' | 'suspended'): Statement {
  return db.update(member).set({ status }).where(eq(member.id, id));
}

export function changeMember(
  db: Database,
  id: string,
  role: 'officer' | 'coordinator',
  departments: readonly string[],
): Statement[] {
  return [
    db.update(member).set({ role }).where(eq(member.id, id)),
    db.delete(memberDepartment).where(eq(memberDepartment.memberId, id)),
    ...departments.map((department) => db.insert(memberDepartment).values({ memberId: id, department })),
  ];
}

export async function findToken(db: Database, hash: string, now: number) {
  const where = and(eq(token.hash, hash), gt(token.expiresAt, now));
  return (await db.select().from(token).where(where).get()) ?? null;
}

export async function tokensOf(db: Database, userId: string) {
  return db.select().from(token).where(eq(token.userId, userId)).orderBy(asc(token.createdAt));
}

export function insertToken(db: Database, row: typeof token.$inferInsert): Statement {
  return db.insert(token).values(row);
}

export function deleteToken(db: Database, userId: string, id: string): Statement {
  return db.delete(token).where(and(eq(token.id, id), eq(token.userId, userId)));
}

/** At most once a minute: reading with a token shouldn't write each time. */
export function touchToken(db: Database, id: string, now: number): Statement {
  return db
    .update(token)
    .set({ lastUsedAt: now })
    .where(
      and(eq(token.id, id), or(sql`${token.lastUsedAt} IS NULL`, sql`${token.lastUsedAt} < ${now - 60_000}`)),
    );
}
