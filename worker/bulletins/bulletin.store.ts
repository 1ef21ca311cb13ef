/** Bulletins in the directory: what is read of them never asks the shards. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BulletinBlock, BulletinContent } from '../../contract/bulletins.ts';
import type { BulletinTenant } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { bulletin, bulletinBlock, bulletinPart, type BulletinRow } from '../schema/directory.ts';

/** The last row of the page before. */
export interface BulletinPlace {
  at: number;
  id: string;
}

/** Newest first; everything but the request. The prefix is written out as its index has it: GB/T 2260 is counted in twos. */
export async function listBulletins(
  db: Database,
  prefix: string,
  after: BulletinPlace | null,
  limit: number,
): Promise<BulletinRow[]> {
  const length = sql.raw(String(prefix.length));
  const under = prefix === '' ? undefined : sql`substr(${bulletin.jurisdiction}, 1, ${length}) = ${prefix}`;
  const from = after ? sql`(${bulletin.begunAt}, ${bulletin.id}) < (${after.at}, ${after.id})` : undefined;
  return db
    .select()
    .from(bulletin)
    .where(and(under, from))
    .orderBy(desc(bulletin.begunAt), desc(bulletin.id))
    .limit(limit);
}

export async function findBulletin(db: Database, id: string): Promise<BulletinRow | null> {
  return (await db.select().from(bulletin).where(eq(bulletin.id, id)).get()) ?? null;
}

/** Those among these, by id. */
export async function bulletinsAmong(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, BulletinRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(bulletin)
    .where(inArray(bulletin.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The latest frozen correction of each of these. */
export async function correctionsOf(db: Database, ids: readonly string[]): Promise<Map<string, BulletinRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(bulletin)
    .where(and(inArray(bulletin.corrects, [...ids]), isNotNull(bulletin.frozenAt)))
    .orderBy(asc(bulletin.frozenAt));
  return new Map(rows.map((row) => [row.corrects!, row]));
}

/** Those that aren't frozen yet, the oldest first. */
export async function pendingBulletins(db: Database, limit: number): Promise<BulletinRow[]> {
  return db
    .select()
    .from(bulletin)
    .where(isNull(bulletin.frozenAt))
    .orderBy(asc(bulletin.begunAt), asc(bulletin.id))
    .limit(limit);
}

/** What is there already under its id stays as it is. */
export function insertBulletin(db: Database, row: typeof bulletin.$inferInsert): Statement {
  return db.insert(bulletin).values(row).onConflictDoNothing({ target: bulletin.id });
}

/** Slugs of the tenants whose parts are there. */
export async function tenantsDone(db: Database, id: string): Promise<Set<string>> {
  const rows = await db
    .select({ tenant: bulletinPart.tenant })
    .from(bulletinPart)
    .where(and(eq(bulletinPart.bulletinId, id), eq(bulletinPart.seq, 0)));
  return new Set(rows.map(({ tenant }) => tenant));
}

/** A row of the database holds two million bytes at most. */
const lettersInPart = 4000;

/** Whoever made the same parts at the same time has written the same. */
export function insertParts(db: Database, bulletinId: string, brought: BulletinTenant): Statement[] {
  const { letters, slug: tenant } = brought;
  const count = Math.max(1, Math.ceil(letters.length / lettersInPart));
  return Array.from({ length: count }, (_, seq) => {
    const own = letters.slice(seq * lettersInPart, (seq + 1) * lettersInPart);
    const part = { ...brought, letters: own };
    return db.insert(bulletinPart).values({ bulletinId, tenant, seq, part }).onConflictDoNothing();
  });
}

/** What a tenant brought, whole again; null where another has frozen the bulletin meanwhile. */
export async function partOf(db: Database, id: string, slug: string): Promise<BulletinTenant | null> {
  const rows = await db
    .select({ part: bulletinPart.part })
    .from(bulletinPart)
    .where(and(eq(bulletinPart.bulletinId, id), eq(bulletinPart.tenant, slug)))
    .orderBy(asc(bulletinPart.seq));
  const [first] = rows;
  return first ? { ...first.part, letters: rows.flatMap(({ part }) => part.letters) } : null;
}

const rowsInBlock = 2000;

/** A table that is too long for one row goes on in the next, under the same heads. */
function inRows(block: BulletinBlock): BulletinBlock[] {
  if (block.kind !== 'table' || block.rows.length <= rowsInBlock) return [block];
  return Array.from({ length: Math.ceil(block.rows.length / rowsInBlock) }, (_, at) => ({
    ...block,
    rows: block.rows.slice(at * rowsInBlock, (at + 1) * rowsInBlock),
  }));
}

export interface Freezing {
  id: string;
  year: number;
  frozenAt: number;
  content: BulletinContent;
  blocks: readonly BulletinBlock[];
}

/**
 * The whole document, then its number, the next of its jurisdiction and year. Of two that freeze the same bulletin the second breaks
 * the key of its first block, and nothing of it is there.
 */
export function freeze(db: Database, { id, year, frozenAt, content, blocks }: Freezing): Statement[] {
  const next = sql`(SELECT coalesce(max(other.issue), 0) + 1 FROM bulletin AS other
    WHERE other.jurisdiction = ${bulletin.jurisdiction} AND other.year = ${year})`;
  return [
    ...blocks
      .flatMap(inRows)
      .map((block, seq) => db.insert(bulletinBlock).values({ bulletinId: id, seq, block })),
    db.update(bulletin).set({ year, issue: next, frozenAt, content }).where(eq(bulletin.id, id)),
    db.delete(bulletinPart).where(eq(bulletinPart.bulletinId, id)),
  ];
}

/** The document in its order, tables whole again. */
export async function blocksOf(db: Database, id: string): Promise<BulletinBlock[]> {
  const blocks: BulletinBlock[] = [];
  const pageSize = 10;
  for (let seq = -1; ;) {
    const page = await db
      .select({ seq: bulletinBlock.seq, block: bulletinBlock.block })
      .from(bulletinBlock)
      .where(and(eq(bulletinBlock.bulletinId, id), sql`${bulletinBlock.seq} > ${seq}`))
      .orderBy(asc(bulletinBlock.seq))
      .limit(pageSize);
    for (const { block } of page) {
      const last = blocks.at(-1);
      if (block.kind === 'table' && last?.kind === 'table' && last.id === block.id)
        for (const row of block.rows) last.rows.push(row);
      else blocks.push(block);
    }
    if (page.length < pageSize) return blocks;
    seq = page.at(-1)!.seq;
  }
}

export function setPublished(db: Database, id: string, publishedAt: number | null): Statement {
  return db.update(bulletin).set({ publishedAt }).where(eq(bulletin.id, id));
}
