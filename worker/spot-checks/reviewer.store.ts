/** Who may judge: central admins whose jurisdiction holds the check's. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { member, user } from '../schema/directory.ts';

export interface Reviewer {
  /** Of the user. */
  id: string;
  name: string;
}

export async function reviewersFor(db: Database, jurisdiction: string): Promise<Reviewer[]> {
  return db
    .selectDistinct({ id: user.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        eq(member.role, 'central'),
        eq(member.status, 'active'),
        sql`substr(${jurisdiction}, 1, length(${member.jurisdiction})) = ${member.jurisdiction}`,
      ),
    )
    .orderBy(asc(user.name), asc(user.id));
}
