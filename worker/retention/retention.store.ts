/** What has grown old: contact details of letters long at rest, and records that have served. */
import { and, asc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { audit, session, tenant, token, verification } from '../schema/directory.ts';
import { letter } from '../schema/letters.ts';
import { deputy, invitation } from '../schema/members.ts';

/** Tenants of a shard, a share at a time. */
export async function tenantsAfter(db: Database, shard: number, after: string, limit: number) {
  const rows = await db
    .select({ slug: tenant.slug })
    .from(tenant)
    .where(and(eq(tenant.shard, shard), gt(tenant.slug, after)))
    .orderBy(asc(tenant.slug))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}

export interface Place {
  closedAt: number;
  id: string;
}

/** Letters closed before a moment that still hold what must go, oldest first, in the order of their index. */
export async function lettersDue(
  db: Database,
  slug: string,
  closedBefore: number,
  after: Place,
  limit: number,
): Promise<Place[]> {
  const rows = await db
    .select({ closedAt: letter.closedAt, id: letter.id })
    .from(letter)
    .where(
      and(
        eq(letter.tenant, slug),
        isNotNull(letter.closedAt),
        // Written out, so that the planner sees the partial index's own condition.
        sql`(${letter.contact} IS NOT NULL OR ${letter.writerFiles} > 0)`,
        sql`(${letter.closedAt}, ${letter.id}) > (${after.closedAt}, ${after.id})`,
        lt(letter.closedAt, closedBefore),
      ),
    )
    .orderBy(asc(letter.closedAt), asc(letter.id))
    .limit(limit);
  return rows as Place[];
}

export function setRetention(db: Database, slug: string, months: number, since: number): Statement {
  return db
    .update(tenant)
    .set({ retentionMonths: months, retentionSince: since })
    .where(eq(tenant.slug, slug));
}

/** So long it can be sent once more without being written anew. */
const invitationsKeptMs = 30 * 86_400_000;

/** Sessions and codes that open nothing any more, tokens long expired, and the oldest of the audit. */
export function dropOld(
  db: Database,
  { now, tokensBefore, auditBefore }: { now: number; tokensBefore: number; auditBefore: number },
): Statement[] {
  const today = new Date(now).toISOString();
  return [
    db.delete(session).where(lt(session.expiresAt, today)),
    db.delete(verification).where(lt(verification.expiresAt, today)),
    db.delete(token).where(lt(token.expiresAt, tokensBefore)),
    db.delete(audit).where(lt(audit.at, auditBefore)),
    // Who stood in for whom explains the record, as the audit does.
    db.delete(deputy).where(lt(deputy.untilAt, auditBefore)),
    db.delete(invitation).where(lt(invitation.expiresAt, now - invitationsKeptMs)),
  ];
}
