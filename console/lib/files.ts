/** What files are called on screen: by what they are, their place in the letter and their size, never by a name somebody gave them. */
import type { AttachedFile, UploadedFile } from '../../contract/uploads.ts';
import { t } from '../words/index.ts';

const KIB = 1024;
const REVOKE_AFTER_MS = 60_000;

/** 820 KB · 2.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < KIB * KIB) return `${Math.max(1, Math.round(bytes / KIB))} KB`;
  return `${(bytes / KIB / KIB).toFixed(1)} MB`;
}

export const kindOf = ({ type }: Pick<UploadedFile, 'type'>): string => t().files.types[type];

/** 照片 2 · Photo 2: the letter's second file, as its name says, too. */
export function fileWords(file: AttachedFile): string {
  const place = /-(\d+)\.\w+$/.exec(file.name)?.[1] ?? '';
  return `${kindOf(file)} ${place}`.trim();
}

/** Hands a file to the browser to keep. */
export function saveAs(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the press has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
