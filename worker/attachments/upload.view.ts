/** What whoever uploads a file is told of it. */
import { fileLimits } from '../../contract/limits.ts';
import type { UploadedFile, UploadStarted, UploadState } from '../../contract/uploads.ts';
import { formatInstant } from '../../core/index.ts';
import type { FileRow, UploadRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

interface Begun {
  upload: UploadRow;
  key: string;
  parts: number;
}

export function toStarted({ upload, key, parts }: Begun, tenant: Tenant): UploadStarted {
  return {
    id: upload.id,
    key,
    url: `/v1/tenants/${tenant.slug}/uploads/${upload.id}`,
    partBytes: fileLimits.partBytes,
    parts,
    expiresAt: formatInstant(upload.expiresAt, tenant.timeZone),
  };
}

interface Progress {
  parts: number;
  have: number[];
  file: FileRow | null;
  expiresAt: number | null;
}

export function toState(id: string, { parts, have, file, expiresAt }: Progress, tenant: Tenant): UploadState {
  return {
    id,
    partBytes: fileLimits.partBytes,
    parts,
    have,
    file: file && toUploaded(file),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt, tenant.timeZone),
  };
}

export function toUploaded({ id, type, bytes, width, height }: FileRow): UploadedFile {
  return { id, type, bytes, width, height };
}
