/** What is decided about a file before and while it travels: pure, so that it can be tested without a line. */
import type { fileLimits, FileType } from '../../contract/limits.ts';

/** Sides of a picture that is sent, in pixels: a page of A4 stays readable. */
export const SIDE_MAX = 2560;
/** A browser holds four bytes for each pixel it decodes; beyond this a phone may give up the page. */
export const DECODED_PIXELS_MAX = 50_000_000;

export interface Size {
  width: number;
  height: number;
}

/** The same shape, no side longer than `side`; never larger than it was. */
export function fitted({ width, height }: Size, side = SIDE_MAX): Size {
  const scale = Math.min(1, side / Math.max(width, height));
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

const starts = (head: Uint8Array, at: number, text: string): boolean =>
  [...text].every((char, place) => head[at + place] === char.charCodeAt(0));

/** What a file is by its first bytes, of the kinds that the service takes; its name and type prove nothing. */
export function typeOf(head: Uint8Array): FileType | null {
  if (starts(head, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(head, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(head, 0, 'RIFF') && starts(head, 8, 'WEBP')) return 'image/webp';
  return starts(head, 0, '%PDF-') ? 'application/pdf' : null;
}

/** Parts that the service doesn't have yet, ascending from 1. */
export function missingParts(parts: number, have: readonly number[]): number[] {
  return Array.from({ length: parts }, (_, place) => place + 1).filter((part) => !have.includes(part));
}

/** Where a part begins and ends in the file. */
export function spanOf(part: number, partBytes: number, bytes: number): [start: number, end: number] {
  return [(part - 1) * partBytes, Math.min(part * partBytes, bytes)];
}

/** Bytes in these parts. */
export const bytesIn = (parts: readonly number[], partBytes: number, bytes: number): number =>
  parts.reduce((sum, part) => {
    const [start, end] = spanOf(part, partBytes, bytes);
    return sum + Math.max(0, end - start);
  }, 0);

const BACK_OFF_SECONDS_MAX = 60;

/** Seconds until the next try; `attempt` counts failures in a row from 0. */
export const backOff = (attempt: number): number => Math.min(2 ** (attempt + 1), BACK_OFF_SECONDS_MAX);

/**
 * The service's bounds (contract/limits.ts), once more: imported from there by what is fetched late, they would make the
 * bundler split the embedded script. The types, and a test, keep them the same.
 */
export const bounds: Pick<typeof fileLimits, 'bytesMin' | 'bytesMax' | 'filesMax'> = {
  filesMax: 5,
  bytesMin: 100,
  bytesMax: 10 * 1024 * 1024,
};

/** Why a file of this size isn't even sent. */
export function sizeFault(bytes: number): 'file_too_small' | 'file_too_large' | null {
  if (bytes < bounds.bytesMin) return 'file_too_small';
  return bytes > bounds.bytesMax ? 'file_too_large' : null;
}

/** 312 KB, 1.2 MB. */
export function sizeInWords(bytes: number): string {
  const kib = bytes / 1024;
  return kib < 1000 ? `${Math.max(1, Math.round(kib))} KB` : `${(kib / 1024).toFixed(1)} MB`;
}
