/**
 * A file comes in: begun, sent in parts, checked when all are there. The parts lie in the bucket and nowhere else, so a lost
 * line costs a part, and what is there is asked of the bucket itself. What was checked becomes a file that a letter may take.
 */
import { fileLimits, FILE_TYPES } from '../../contract/limits.ts';
import * as bucket from '../platform/bucket.ts';
import { now } from '../platform/clock.ts';
import { base32, randomBytes, randomId, sha256 } from '../platform/crypto.ts';
import { commit, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { waitForBytes, waitSeconds } from '../platform/limits.ts';
import { scan } from '../platform/scanner.ts';
import type { FileRow, UploadRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import * as store from './attachment.store.ts';
import { checkFile } from './check-file.ts';
import type { FileFault } from './checked.ts';
import { hashUploadKey } from './given-files.ts';
import { inParts } from './in-parts.ts';
import { takeRoom } from './room.ts';

interface Wait {
  ok: false;
  reason: 'too_many_requests';
  retryAfter: number;
}
interface No<R extends string> {
  ok: false;
  reason: R;
  retryAfter?: undefined;
}

const hourMs = 3_600_000;
const partsOf = (bytes: number): number => Math.ceil(bytes / fileLimits.partBytes);
const busy: Wait = { ok: false, reason: 'too_many_requests', retryAfter: 3 };

export type Started = { ok: true; upload: UploadRow; key: string; parts: number } | Wait | No<FileFault>;

/** @param address of whoever sends it, for the limits; null where a member of staff does */
export async function startUpload(
  env: Env,
  tenant: Tenant,
  asked: { bytes: number; type?: string | undefined },
  address: string | null,
): Promise<Started> {
  if (asked.bytes > fileLimits.bytesMax) return { ok: false, reason: 'file_too_large' };
  if (asked.bytes < fileLimits.bytesMin) return { ok: false, reason: 'file_too_small' };
  if (!maybeTaken(asked.type)) return { ok: false, reason: 'file_type' };
  const retryAfter =
    address === null
      ? 0
      : (await waitSeconds(env, 'write', address)) || (await waitForBytes(env, address, asked.bytes));
  if (retryAfter > 0) return { ok: false, reason: 'too_many_requests', retryAfter };
  return begun(env, tenant, randomId(), asked.bytes);
}

async function begun(env: Env, tenant: Tenant, id: string, bytes: number): Promise<Started> {
  const key = base32(randomBytes(20), 32);
  const upload: UploadRow = {
    id,
    tenant: tenant.slug,
    keyHash: await hashUploadKey(key),
    bytes,
    expiresAt: now() + fileLimits.uploadHours * hourMs,
  };
  const db = shard(env, tenant.shard);
  await commit(db, [store.insertUpload(db, upload)]);
  return { ok: true, upload, key, parts: partsOf(bytes) };
}

/**
 * A file that comes in one stream of unknown length, as a form without scripts sends it. Its parts are put down as they
 * arrive, so that a slow line holds no memory; then it is an upload whose parts are all there. If we crash before that, no row
 * names the parts, and the job removes them by their age.
 *
 * @param pieces left unread where the file is refused
 */
export async function takeStream(
  env: Env,
  tenant: Tenant,
  pieces: AsyncIterable<Uint8Array>,
  address: string,
): Promise<Started> {
  const id = randomId();
  const { partBytes, bytesMin, bytesMax } = fileLimits;
  let bytes = 0;
  let retryAfter = await waitSeconds(env, 'write', address);
  for await (const part of inParts(pieces, partBytes)) {
    if (bytes === 0) retryAfter ||= await waitForBytes(env, address, part.length);
    if (retryAfter > 0) return { ok: false, reason: 'too_many_requests', retryAfter };
    bytes += part.length;
    if (bytes > bytesMax) break;
    if (bytes >= bytesMin) await bucket.putBytes(env, bucket.partName(id, partsOf(bytes)), part);
  }
  // Only its beginning was asked for: the rest counts for the next file.
  if (bytes > partBytes) await waitForBytes(env, address, bytes - partBytes);
  if (bytes < bytesMin) return { ok: false, reason: 'file_too_small' };
  if (bytes <= bytesMax) return begun(env, tenant, id, bytes);
  const db = shard(env, tenant.shard);
  await commit(db, store.dropUpload(db, id, [bucket.partsPrefix(id)], now()));
  return { ok: false, reason: 'file_too_large' };
}

/** A type that says nothing may still be a photo: the content decides. */
function maybeTaken(type = ''): boolean {
  const said = type.toLowerCase().split(';')[0]!.trim();
  return ['', 'application/octet-stream', 'image/jpg', 'image/pjpeg', ...FILE_TYPES].includes(said);
}

export interface Reference {
  id: string;
  key: string;
}

/** The same for a wrong key, another tenant's upload and none. */
async function uploadOf(env: Env, tenant: Tenant, { id, key }: Reference): Promise<UploadRow | null> {
  const upload = await store.findUpload(shard(env, tenant.shard), tenant.slug, id);
  const known = upload && upload.keyHash === (await hashUploadKey(key)) && upload.expiresAt > now();
  return known ? upload : null;
}

async function fileOf(env: Env, tenant: Tenant, { id, key }: Reference): Promise<FileRow | null> {
  const file = await store.findFile(shard(env, tenant.shard), tenant.slug, id);
  return file && file.keyHash === (await hashUploadKey(key)) ? file : null;
}

export type Put = { ok: true } | Wait | No<'not_found' | 'part_size'>;

export async function putPart(
  env: Env,
  tenant: Tenant,
  reference: Reference,
  part: number,
  bytes: ArrayBuffer,
  address: string,
): Promise<Put> {
  const retryAfter = await waitSeconds(env, 'part', address);
  if (retryAfter > 0) return { ok: false, reason: 'too_many_requests', retryAfter };
  const upload = await uploadOf(env, tenant, reference);
  // A part that comes again after everything is done changes nothing.
  if (!upload)
    return (await fileOf(env, tenant, reference)) ? { ok: true } : { ok: false, reason: 'not_found' };
  const parts = partsOf(upload.bytes);
  const last = upload.bytes - (parts - 1) * fileLimits.partBytes;
  if (part > parts || bytes.byteLength !== (part === parts ? last : fileLimits.partBytes))
    return { ok: false, reason: 'part_size' };
  await bucket.putBytes(env, bucket.partName(upload.id, part), bytes);
  return { ok: true };
}

export interface Progress {
  bytes: number;
  parts: number;
  have: number[];
  file: FileRow | null;
  expiresAt: number | null;
}

export async function progressOf(env: Env, tenant: Tenant, reference: Reference): Promise<Progress | null> {
  const upload = await uploadOf(env, tenant, reference);
  if (!upload) {
    const file = await fileOf(env, tenant, reference);
    return file && { bytes: file.bytes, parts: 0, have: [], file, expiresAt: file.expiresAt };
  }
  const sizes = await bucket.partSizes(env, upload.id);
  const have = [...sizes.keys()].sort((a, b) => a - b);
  const { bytes, expiresAt } = upload;
  return { bytes, parts: partsOf(bytes), have, file: null, expiresAt };
}

type Refusal = 'not_found' | 'scan_refused' | 'scan_unavailable' | FileFault;
export type Completed = { ok: true; file: FileRow } | Wait | No<Refusal>;

/** Repeatable: what was complete before gives the same answer. */
export async function completeUpload(
  env: Env,
  tenant: Tenant,
  reference: Reference,
  address: string,
): Promise<Completed> {
  const retryAfter = await waitSeconds(env, 'write', address);
  if (retryAfter > 0) return { ok: false, reason: 'too_many_requests', retryAfter };
  const upload = await uploadOf(env, tenant, reference);
  if (!upload) {
    const file = await fileOf(env, tenant, reference);
    return file ? { ok: true, file } : { ok: false, reason: 'not_found' };
  }
  const leave = takeRoom(upload.bytes, now());
  if (!leave) return busy;
  try {
    const done = await finish(env, tenant, upload);
    return done ?? completeUpload(env, tenant, reference, address);
  } finally {
    leave();
  }
}

/** @returns null where somebody else has just finished it */
async function finish(env: Env, tenant: Tenant, upload: UploadRow): Promise<Completed | null> {
  const db = shard(env, tenant.shard);
  const { id, keyHash, expiresAt } = upload;
  const whole = await bucket.readParts(env, id, fileLimits.partBytes, upload.bytes);
  // The missing parts may still come.
  if (!whole) return { ok: false, reason: 'file_incomplete' };
  const checked = checkFile(whole);
  const found = checked.ok ? await scan(env, checked.bytes) : 'clean';
  if (found === 'unavailable') return { ok: false, reason: 'scan_unavailable' };
  const prefixes = [bucket.partsPrefix(id), bucket.objectsPrefix(id)] as const;
  if (!checked.ok || found === 'infected') {
    await commit(db, store.dropUpload(db, id, prefixes, now()));
    return { ok: false, reason: checked.ok ? 'scan_refused' : checked.reason };
  }
  const { bytes, type, width, height } = checked;
  const sum = await sha256(bytes);
  const object = bucket.objectName(id, sum);
  // If we crash behind this, the upload is still there: completed again, or removed with all of its objects.
  await bucket.putBytes(env, object, bytes);
  const size = { bytes: bytes.length, width, height };
  const file: FileRow = {
    ...{ id, tenant: tenant.slug, keyHash, object, type, ...size },
    ...{ sha256: sum, scanned: env.HUIXIN_SCAN_URL !== undefined && found === 'clean', expiresAt },
  };
  const committed = await commit(db, store.completeUpload(db, file, prefixes[0], now()));
  return committed.ok ? { ok: true, file } : null;
}
