/** Files given with a letter, a supplement or a reply: looked up before, attached in the batch that records what they came with. */
import type { ReplyFile } from '../../contract/uploads.ts';
import { now } from '../platform/clock.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Database, Statement } from '../platform/d1.ts';
import type { FileRow } from '../schema/letters.ts';
import * as store from './attachment.store.ts';

/** The key of an upload is the key of its file; neither is stored. */
export const hashUploadKey = (key = ''): Promise<string> => sha256(`upload\u0000${key}`);

export interface Attached {
  id: string;
  sha256: string;
  /** An upload; a file of a draft of this letter; a file of the reply to a letter this one was merged into. */
  from: 'upload' | 'draft' | 'merged';
}

export type Taken = { ok: true; files: Attached[] } | { ok: false; reason: 'file_gone' | 'file_used' };

/** @param drafts files that may come again without their key */
export async function takeFiles(
  db: Database,
  tenant: string,
  given: readonly ReplyFile[],
  drafts: readonly store.LetterFile[] = [],
): Promise<Taken> {
  if (new Set(given.map(({ id }) => id)).size < given.length) return { ok: false, reason: 'file_used' };
  const uploads = given.filter(({ key }) => key !== undefined);
  const rows = await store.findFiles(
    db,
    tenant,
    uploads.map(({ id }) => id),
  );
  const files: Attached[] = [];
  for (const one of given) {
    const draft = one.key === undefined ? drafts.find(({ id }) => id === one.id) : undefined;
    const found = draft ?? (await uploaded(rows, one));
    if (!found) return { ok: false, reason: 'file_gone' };
    if (found === 'used') return { ok: false, reason: 'file_used' };
    files.push({ id: found.id, sha256: found.sha256, from: draft ? 'draft' : 'upload' });
  }
  return { ok: true, files };
}

async function uploaded(rows: readonly FileRow[], { id, key }: ReplyFile): Promise<FileRow | 'used' | null> {
  const row = rows.find((one) => one.id === id);
  if (!row || row.keyHash !== (await hashUploadKey(key))) return null;
  if (row.expiresAt === null) return 'used';
  return row.expiresAt > now() ? row : null;
}

export function attachAll(
  db: Database,
  letterId: string,
  seq: number,
  files: readonly Attached[],
): Statement[] {
  return files.flatMap(({ id, from }) =>
    from === 'draft'
      ? [store.moveTo(db, letterId, id, seq)]
      : store.attach(db, letterId, id, seq, from === 'merged'),
  );
}
