/** Uploads, checked files and what they came with. Writes are statements that haven't run. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { attachment, event, file, removal, upload, type FileRow, type UploadRow } from '../schema/letters.ts';

export async function findUpload(db: Database, tenant: string, id: string): Promise<UploadRow | null> {
  const where = and(eq(upload.id, id), eq(upload.tenant, tenant));
  return (await db.select().from(upload).where(where).get()) ?? null;
}

export async function findFile(db: Database, tenant: string, id: string): Promise<FileRow | null> {
  const where = and(eq(file.id, id), eq(file.tenant, tenant));
  return (await db.select().from(file).where(where).get()) ?? null;
}

export async function findFiles(db: Database, tenant: string, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(file)
    .where(and(eq(file.tenant, tenant), inArray(file.id, [...ids])));
}

const listed = {
  id: file.id,
  object: file.object,
  type: file.type,
  bytes: file.bytes,
  width: file.width,
  height: file.height,
  sha256: file.sha256,
  scanned: file.scanned,
  seq: attachment.seq,
  ordinal: attachment.ordinal,
  released: attachment.released,
  /** Of the event it came with: says whose it is, and whether it was sent. */
  kind: event.kind,
};
export type LetterFile = Pick<
  FileRow,
  'id' | 'object' | 'type' | 'bytes' | 'width' | 'height' | 'sha256' | 'scanned'
> & { seq: number; ordinal: number; released: boolean; kind: string };

/** A letter's files in the order in which they came. */
export async function filesOf(db: Database, tenant: string, letterId: string): Promise<LetterFile[]> {
  return db
    .select(listed)
    .from(attachment)
    .innerJoin(file, and(eq(file.id, attachment.fileId), eq(file.tenant, tenant)))
    .innerJoin(event, and(eq(event.letterId, attachment.letterId), eq(event.seq, attachment.seq)))
    .where(eq(attachment.letterId, letterId))
    .orderBy(asc(attachment.ordinal));
}

export function insertUpload(db: Database, row: UploadRow): Statement {
  return db.insert(upload).values(row);
}

/** The upload becomes a file; its parts are to be removed. */
export function completeUpload(db: Database, row: FileRow, parts: string, now: number): Statement[] {
  return [
    db.insert(file).values(row),
    db.delete(upload).where(eq(upload.id, row.id)),
    remove(db, parts, now),
  ];
}

/** The upload came to nothing. */
export function dropUpload(db: Database, id: string, prefixes: readonly string[], now: number): Statement[] {
  return [db.delete(upload).where(eq(upload.id, id)), ...prefixes.map((prefix) => remove(db, prefix, now))];
}

const remove = (db: Database, prefix: string, createdAt: number): Statement =>
  db.insert(removal).values({ prefix, createdAt }).onConflictDoNothing();

/** @param shared whether it came with the reply to another letter, into which this one was merged */
export function attach(
  db: Database,
  letterId: string,
  fileId: string,
  seq: number,
  shared: boolean,
): Statement[] {
  const ordinal = sql`(SELECT coalesce(max(ordinal), 0) + 1 FROM attachment WHERE letter_id = ${letterId})`;
  return [
    db.insert(attachment).values({ letterId, fileId, seq, ordinal, shared, released: false }),
    db.update(file).set({ expiresAt: null }).where(eq(file.id, fileId)),
  ];
}

/** A draft's file goes out with the reply, or comes again with the next draft. */
export function moveTo(db: Database, letterId: string, fileId: string, seq: number): Statement {
  const where = and(eq(attachment.letterId, letterId), eq(attachment.fileId, fileId));
  return db.update(attachment).set({ seq }).where(where);
}

/** Releases exactly these of a letter's files. */
export function release(db: Database, letterId: string, fileIds: readonly string[]): Statement {
  const chosen = sql`${attachment.fileId} IN (SELECT value FROM json_each(${JSON.stringify(fileIds)}))`;
  return db.update(attachment).set({ released: chosen }).where(eq(attachment.letterId, letterId));
}

/** Files by whom they came: the writer's, or those of drafts that never went out. */
const kindsOf = { writer: ['submitted', 'supplemented'], drafts: ['drafted'] } as const;

/**
 * Forgets a letter's files. What no other letter shares is marked for removal from the bucket in the same batch; the job
 * removes it.
 */
export function dropFiles(
  db: Database,
  letterId: string,
  whose: 'all' | keyof typeof kindsOf,
  now: number,
): Statement[] {
  const theirs =
    whose === 'all'
      ? sql``
      : sql` AND seq IN (SELECT seq FROM event WHERE letter_id = ${letterId} AND kind IN ${[...kindsOf[whose]]})`;
  const mine = sql`letter_id = ${letterId}${theirs}`;
  return [
    db
      .insert(removal)
      .select(
        sql`SELECT 'files/' || file_id || '-', ${now} FROM attachment WHERE ${mine}
        AND NOT EXISTS (SELECT 1 FROM attachment AS other WHERE other.file_id = attachment.file_id AND other.letter_id <> attachment.letter_id)`,
      )
      .onConflictDoNothing(),
    db.delete(attachment).where(mine),
    db.delete(file).where(sql`id IN (SELECT substr(prefix, 7, 25) FROM removal WHERE prefix LIKE 'files/%')`),
  ];
}

/** Uploads and files that nothing took before a time: forgotten, and marked for removal. */
export function expireBefore(db: Database, time: number, now: number): Statement[] {
  const files = sql`SELECT 'files/' || id || '-', ${now}`;
  return [
    db
      .insert(removal)
      .select(
        sql`SELECT 'incoming/' || id || '/', ${now} FROM upload WHERE expires_at < ${time}
        UNION ALL ${files} FROM upload WHERE expires_at < ${time}
        UNION ALL ${files} FROM file WHERE expires_at < ${time}`,
      )
      .onConflictDoNothing(),
    db.delete(upload).where(sql`expires_at < ${time}`),
    db.delete(file).where(sql`expires_at < ${time}`),
  ];
}

export async function removalsDue(db: Database, limit: number): Promise<string[]> {
  const rows = await db.select({ prefix: removal.prefix }).from(removal).limit(limit);
  return rows.map(({ prefix }) => prefix);
}

export function dropRemoval(db: Database, prefix: string): Statement {
  return db.delete(removal).where(eq(removal.prefix, prefix));
}
