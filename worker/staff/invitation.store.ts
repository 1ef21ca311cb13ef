/** Invitations, until they are taken up, withdrawn or long expired. Of the token only the hash is kept. */
import { and, asc, eq, max, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { member } from '../schema/directory.ts';
import { signIn } from '../schema/liveness.ts';
import { invitation, type InvitationRow } from '../schema/members.ts';

export async function invitationsOf(db: Database, tenant: string): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitation)
    .where(eq(invitation.tenant, tenant))
    .orderBy(asc(invitation.createdAt), asc(invitation.id));
}

export async function findInvitation(db: Database, id: string): Promise<InvitationRow | null> {
  return (await db.select().from(invitation).where(eq(invitation.id, id)).get()) ?? null;
}

export async function findByHash(db: Database, hash: string): Promise<InvitationRow | null> {
  return (await db.select().from(invitation).where(eq(invitation.hash, hash)).get()) ?? null;
}

/** The same person once more: what was sent before opens nothing any longer. */
export function putInvitation(db: Database, row: InvitationRow) {
  const { id: _id, ...rest } = row;
  return db
    .insert(invitation)
    .values(row)
    .onConflictDoUpdate({ target: [invitation.tenant, invitation.email, invitation.role], set: rest })
    .returning({ id: invitation.id });
}

export function renewInvitation(
  db: Database,
  id: string,
  fresh: Pick<InvitationRow, 'hash' | 'createdAt' | 'expiresAt' | 'madeBy'>,
): Statement {
  return db.update(invitation).set(fresh).where(eq(invitation.id, id));
}

export function dropInvitation(db: Database, id: string): Statement {
  return db.delete(invitation).where(eq(invitation.id, id));
}

/** When each person who is a member of a tenant was last signed in. */
export async function signInsOf(db: Database, tenant: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ userId: member.userId, at: max(signIn.at) })
    .from(member)
    .innerJoin(signIn, eq(signIn.userId, member.userId))
    .where(and(eq(member.tenant, tenant), sql`${signIn.at} > 0`))
    .groupBy(member.userId);
  return new Map(rows.map(({ userId, at }) => [userId, at ?? 0]));
}
