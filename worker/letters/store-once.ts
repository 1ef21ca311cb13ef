/**
 * Storing a letter exactly once for each idempotency key. Letter, first event, facts and the key's row are one batch: if
 * we crash before it, nothing is there and a retry starts anew; after it, a retry finds the key and gets the same answer.
 */
import type { Channel } from '../../contract/vocabulary.ts';
import type { Actor, LetterEvent } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { keyed, randomId, sha256, toHex } from '../platform/crypto.ts';
import { commitTo, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { takeFiles } from '../attachments/given-files.ts';
import { deriveAccessKey } from './access-key.ts';
import * as store from './letter.store.ts';
import { newLetter, type Content } from './new-letter.ts';

export interface Once {
  env: Env;
  tenant: Tenant;
  idempotencyKey: string;
  content: Content;
  channel: Channel;
  actor: Actor;
}

export type Stored =
  | { ok: true; number: string; accessKey: string; event: LetterEvent; replayed: boolean }
  | {
      ok: false;
      reason: 'idempotency_mismatch' | 'unknown_department' | 'challenge_spent' | 'file_gone' | 'file_used';
    };

/** The letter that this key stored before; a mismatch where it stored another. */
export async function findStored(once: Once): Promise<Stored | null> {
  const { env, tenant } = once;
  const db = shard(env, tenant.shard);
  const known = await store.findIdempotency(db, tenant.slug, await hashKey(once));
  if (!known) return null;
  if (known.bodyHash !== (await hashBody(once))) return { ok: false, reason: 'idempotency_mismatch' };
  const [row, events] = await Promise.all([
    store.findById(db, tenant.slug, known.letterId),
    store.eventsOf(db, tenant.slug, known.letterId),
  ]);
  const accessKey = await deriveAccessKey(env, tenant.slug, once.idempotencyKey);
  return { ok: true, number: row!.number, accessKey, event: events[0]!.data, replayed: true };
}

/** @param more statements that stand or fall with the letter */
export async function storeOnce(once: Once, more: Statement[]): Promise<Stored> {
  const { env, tenant, content, channel, actor } = once;
  const db = shard(env, tenant.shard);
  const id = randomId();
  const at = now();
  const accessKey = await deriveAccessKey(env, tenant.slug, once.idempotencyKey);
  const taken = await takeFiles(db, tenant.slug, content.uploads ?? []);
  // Used by a twin with the same key, or by another letter.
  if (!taken.ok) return (await findStored(once)) ?? taken;
  const { files } = taken;
  const born = await newLetter({ env, tenant, id, content, channel, actor, at, accessKey, files });
  if (!born.ok) return born;
  const [keyHash, bodyHash] = await Promise.all([hashKey(once), hashBody(once)]);
  const committed = await commitTo(env, tenant, [
    born.insert,
    ...born.statements,
    store.insertIdempotency(db, { tenant: tenant.slug, keyHash, bodyHash, letterId: id, createdAt: at }),
    ...more,
  ]);
  if (committed.ok) {
    const [rows] = committed.results as [{ number: string }[]];
    return { ok: true, number: rows[0]!.number, accessKey, event: born.event, replayed: false };
  }
  // A twin with the same key was first, whichever of its rows we met.
  const twin = await findStored(once);
  if (twin) return twin;
  if (committed.violated === 'challenge') return { ok: false, reason: 'challenge_spent' };
  // Removed, or taken by another letter, since it was looked up: no letter without its files.
  if (committed.violated === 'reference') return { ok: false, reason: 'file_gone' };
  if (committed.violated === 'file') return { ok: false, reason: 'file_used' };
  throw new Error(`letter refused by ${committed.violated}`);
}

export const hashKey = ({ idempotencyKey }: Once): Promise<string> =>
  sha256(`idempotency\u0000${idempotencyKey}`);

/**
 * What makes two letters the same; the challenge doesn't, since a retry may carry a new one. Keyed, so that what was
 * erased can't be guessed from it.
 */
async function hashBody({ env, content }: Once): Promise<string> {
  const { kind, department, title, body, contact, publish, uploads = [] } = content;
  const { name, phone, email } = contact ?? {};
  const same = JSON.stringify([
    kind,
    department ?? null,
    title,
    body,
    name || '',
    phone || '',
    email || '',
    publish,
    ...uploads.map(({ id }) => id),
  ]);
  return toHex(await keyed(env.ACCESS_KEY_SECRET, 'body', same));
}
