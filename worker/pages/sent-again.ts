/**
 * A browser that sends a form twice sends its files twice, and each time they become other uploads; on a reload it may not be
 * able to read them any more, and sends them empty or not at all. The same letter is one with the same text to which no new file came.
 */
import { filesOf as storedFiles } from '../attachments/attachment.store.ts';
import { findIdempotency } from '../letters/letter.store.ts';
import { findStored, hashKey, type Once, type Stored } from '../letters/store-once.ts';
import { shard } from '../platform/d1.ts';
import type { FormFiles } from './form-files.ts';

/** The letter that this form has sent already. */
export async function findSentAgain(
  once: Once,
  files: FormFiles,
): Promise<Extract<Stored, { ok: true }> | null> {
  const { env, tenant, content } = once;
  const db = shard(env, tenant.shard);
  const known = await findIdempotency(db, tenant.slug, await hashKey(once));
  if (!known) return null;
  const came = (await storedFiles(db, tenant.slug, known.letterId)).filter(
    ({ kind }) => kind === 'submitted',
  );
  if (!nothingNew(files, came)) return null;
  const uploads = came.map(({ id }) => ({ id, key: '' }));
  const again = await findStored({ ...once, content: { ...content, uploads } });
  return again?.ok ? again : null;
}

/** Compared as they are kept. A file that can't be read any more counts as one of them. */
export const nothingNew = ({ held, problems }: FormFiles, came: readonly { sha256: string }[]): boolean =>
  held.length + problems.length <= came.length &&
  held.every(({ file }) => came.some(({ sha256 }) => sha256 === file?.sha256));
