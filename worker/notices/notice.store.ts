/** What departments publish unasked. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { notice, type NoticeRow } from '../schema/letters.ts';

/** Newest first; `after` is the last row's place. */
export async function listNotices(
  db: Database,
  tenant: string,
  department: string | undefined,
  after: { publishedAt: number; id: string } | null,
  limit: number,
): Promise<NoticeRow[]> {
  const from = after
    ? sql`(${notice.publishedAt}, ${notice.id}) < (${after.publishedAt}, ${after.id})`
    : undefined;
  return db
    .select()
    .from(notice)
    .where(
      and(
        eq(notice.tenant, tenant),
        department === undefined ? undefined : eq(notice.department, department),
        from,
      ),
    )
    .orderBy(desc(notice.publishedAt), desc(notice.id))
    .limit(limit);
}

/** Which rows of a file are there already. */
export async function noticesAmong(
  db: Database,
  tenant: string,
  externalIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ externalId: notice.externalId })
    .from(notice)
    .where(
      and(
        eq(notice.tenant, tenant),
        sql`${notice.externalId} IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))`,
      ),
    );
  return new Set(rows.map(({ externalId }) => externalId!));
}

export function insertNotice(db: Database, row: NoticeRow): Statement {
  return db.insert(notice).values(row);
}
