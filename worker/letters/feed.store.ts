/** The public list, in the order of the index it is read from. */
import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Kind } from '../../contract/vocabulary.ts';
import type { Database } from '../platform/d1.ts';
import { letter, tally } from '../schema/letters.ts';
import { matchOf } from './search.store.ts';

const columns = {
  number: letter.number,
  serial: letter.serial,
  searchId: letter.searchId,
  kind: letter.kind,
  department: letter.department,
  holder: letter.holder,
  holderDepartment: letter.holderDepartment,
  publicTitle: letter.publicTitle,
  publicBody: letter.publicBody,
  publicReply: letter.publicReply,
  receivedAt: letter.receivedAt,
  answeredAt: letter.answeredAt,
  outcome: letter.outcome,
  rating: letter.rating,
  days: letter.days,
};

export interface FeedScope {
  kind?: Kind | undefined;
  department?: string | undefined;
}

// Written out, so that the planner sees the partial index's own condition.
const isPublic = sql`${letter.release} = 'published' AND ${letter.consent} = 1`;
const inScope = ({ kind, department }: FeedScope): (SQL | undefined)[] => [
  kind && eq(letter.kind, kind),
  department === undefined ? undefined : eq(letter.department, department),
];

/** Newest answer first. `after` is the last row's place. */
export async function listPublished(
  db: Database,
  tenant: string,
  scope: FeedScope,
  after: [number, number] | null,
  limit: number,
) {
  const from = after ? sql`(${letter.answeredAt}, ${letter.serial}) < (${after[0]}, ${after[1]})` : undefined;
  return db
    .select(columns)
    .from(letter)
    .where(and(eq(letter.tenant, tenant), isPublic, ...inScope(scope), from))
    .orderBy(desc(letter.answeredAt), desc(letter.serial))
    .limit(limit);
}

/** Hits, newest publication first; `after` is the last row's search id. */
export async function searchPublished(
  db: Database,
  tenant: string,
  phrases: readonly string[][],
  scope: FeedScope,
  after: number | null,
  limit: number,
) {
  // Nothing but punctuation was asked for: nothing can be found.
  if (phrases.length === 0) return [];
  const below = after === null ? sql`` : sql`AND rowid < ${after}`;
  const filtered = scope.kind !== undefined || scope.department !== undefined;
  // Without a filter the index itself stops after a page; with one, hits are joined until the page is full.
  // CROSS JOIN, so that the planner starts from the hits and not from all that is published.
  const hits = sql`(SELECT rowid FROM search WHERE search MATCH ${matchOf(tenant, phrases)} ${below} ORDER BY rowid DESC ${filtered ? sql`` : sql`LIMIT ${limit}`})`;
  return db
    .select(columns)
    .from(sql`${hits} AS hit`)
    .crossJoin(letter)
    .where(and(sql`${letter.searchId} = hit.rowid`, eq(letter.tenant, tenant), isPublic, ...inScope(scope)))
    .orderBy(sql`hit.rowid DESC`)
    .limit(limit);
}

/** One row kept by triggers; zeros for a tenant without letters. */
export async function tallyOf(db: Database, tenant: string) {
  const row = await db.select().from(tally).where(eq(tally.tenant, tenant)).get();
  return row ?? { tenant, version: 0, received: 0, published: 0, withoutConsent: 0, withheld: 0, spam: 0 };
}
